import { expect } from '@open-wc/testing';
import { http } from 'msw';

import { ada } from '../fake-logto/fake-logto.js';
import { accountApi } from '../helpers/account-layer.js';
import { signInBuiltIn } from '../helpers/built-in-session.js';
import { listenToConsole } from '../helpers/console.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, textOf } from '../helpers/read.js';
import { focused } from '../helpers/rows.js';
import { serveAlso } from '../helpers/stand-in.js';
import { waitUntil } from '../helpers/wait-until.js';
import { alertsIn, errorsHeard, press, pressAndWait, refusal, whenIdle } from './credential-page.js';
import { confirm, input, isAsking, openDeleteAccount } from './delete-account-page.js';
import { aWorld, canSignInAgain, firstSignIn, leaves, secondsAgo, type World } from './sign-in-again-page.js';

async function comesTo(options: ReturnType<World['visit']>) {
  const page = await openDeleteAccount(options);
  await whenIdle(page.tag);
  return { ...page, client: options.client };
}

/** Ada wants to delete her account, and has gone to sign in again. */
async function adaHasLeft(world = aWorld()) {
  const page = await comesTo(world.visit());
  await pressAndWait(page.tag, 'Delete account');
  await confirm(page.tag);
  await canSignInAgain(page.tag);
  press(page.tag, 'Sign in again');
  await waitUntil(() => page.client.calls.length > 0, 'Nobody was sent to sign in.');
  leaves(page);
  return { world, page };
}

/** The same with the built-in session. */
async function adaIsLeaving() {
  const world = aWorld();
  const { logto, at } = world;
  const built = await signInBuiltIn({ logto, at });
  const attributes = { 'account-api': accountApi, ...built.attributes };
  const page = await openDeleteAccount({ logto, at, attributes, properties: built.properties });
  await pressAndWait(page.tag, 'Delete account');
  await confirm(page.tag);
  await canSignInAgain(page.tag);
  press(page.tag, 'Sign in again');
  await waitUntil(() => page.gone.length > 0, 'The page was not left.');
  return { world, logto, at, built, attributes, page };
}

const deletions = ({ asked }: World) => asked.filter((each) => each === 'DELETE /account');

const storedWords = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]);

describe('a user who can only verify by signing in again, deleting the account', () => {
  it('is asked to sign in again before anything happens', async () => {
    const world = aWorld();
    const { tag } = await comesTo(world.visit());
    const heard = eventsOf(document, 'logto-delete-account-requested');
    const errors = errorsHeard();
    await pressAndWait(tag, 'Delete account');
    await confirm(tag);
    expect(alertsIn(tag)).to.deep.equal([firstSignIn]);
    await canSignInAgain(tag);
    expect(namesOf(tag, 'button')).not.to.include('Set a password');
    expect([deletions(world), heard, errors.codes()]).to.deep.equal([[], [], ['sign_in_again']]);
    expect(input(tag).value).to.equal('ada');
    await expect(tag).to.be.accessible();
  });

  it('has to enter credentials although they are signed in', async () => {
    const { page } = await adaHasLeft();
    const [call = ''] = page.client.calls;
    expect(JSON.parse(call.replace('signIn ', ''))).to.deep.equal({
      redirectUri: 'https://app.example/callback',
      prompt: ['login', 'consent'],
    });
  });

  it('returns to the open question, and deletes the account with that sign-in', async () => {
    const { world } = await adaHasLeft();
    const { tag, logto } = await comesTo(world.visit(ada, secondsAgo(5)));
    await waitUntil(() => isAsking(tag), 'The question is not open.');
    await waitUntil(() => focused(tag) === input(tag));
    expect([deletions(world), alertsIn(tag)]).to.deep.equal([[], []]);
    await confirm(tag);
    expect(textOf(tag)).to.equal('Your account has been deleted.');
    expect(logto.tenant.users.map(({ id }) => id)).to.deep.equal(['charles']);
    expect(deletions(world)).to.have.lengthOf(1);
    expect(world.tokens.filter(Boolean)).to.have.lengthOf(1);
  });

  it('leaves no trace of the ID token in the page', async () => {
    const { lines } = listenToConsole();
    const { world } = await adaHasLeft();
    expect(storedWords()).not.to.match(/eyJ|pat_/);
    const heard = eventsOf(document, 'logto-delete-account-requested');
    const page = await comesTo(world.visit(ada, secondsAgo(5)));
    await waitUntil(() => isAsking(page.tag));
    const mend = page.logto.intercept(({ method }) =>
      method === 'DELETE' ? Response.json({}, { status: 400 }) : undefined,
    );
    const errors = eventsOf(document, 'logto-error');
    await confirm(page.tag);
    mend();
    const [token = ''] = world.tokens.filter(Boolean) as string[];
    expect(token).to.match(/^eyJ/);
    const known = storedWords() + JSON.stringify([heard, errors, lines]) + page.provider.outerHTML + location.href;
    expect(known).not.to.contain(token);
    expect(page.logto.requests.some(({ path }) => path.includes(token))).to.equal(false);
  });

  it('is asked again if the sign-in is too old', async () => {
    const { world } = await adaHasLeft();
    const { tag } = await comesTo(world.visit(ada, secondsAgo(301)));
    await waitUntil(() => isAsking(tag));
    await confirm(tag);
    expect(alertsIn(tag)).to.deep.equal([firstSignIn]);
    await canSignInAgain(tag);
    expect(deletions(world)).to.deep.equal([]);
  });

  it('is asked again if the layer considers the sign-in too old', async () => {
    const { world } = await adaHasLeft();
    let tries = 0;
    serveAlso(
      http.delete(`${location.origin}${accountApi}/account`, () => {
        tries += 1;
        return refusal(401, 'sign_in.not_recent');
      }),
    );
    const { tag } = await comesTo(world.visit(ada, secondsAgo(5)));
    await waitUntil(() => isAsking(tag));
    await confirm(tag);
    expect([alertsIn(tag), tries]).to.deep.equal([[firstSignIn], 1]);
    await canSignInAgain(tag);
  });

  it('returns to the question after canceling the sign-in, and nothing is deleted', async () => {
    const { world } = await adaHasLeft();
    const { tag, provider } = await comesTo(world.visit());
    await waitUntil(() => isAsking(tag));
    expect([alertsIn(tag), provider.status]).to.deep.equal([[], 'ready']);
    press(tag, 'Cancel');
    await waitUntil(() => !isAsking(tag));
    expect(deletions(world)).to.deep.equal([]);
    leaves({ provider });
    const later = await comesTo(world.visit());
    expect(isAsking(later.tag)).to.equal(false);
  });

  it('is told if another user has signed in, and nothing is open or deleted', async () => {
    const { world } = await adaHasLeft();
    const { tag, provider, logto } = await comesTo(world.visit('charles', secondsAgo(5)));
    await waitUntil(() => alertsIn(tag).length > 0, 'Nothing is said.');
    expect(alertsIn(tag)).to.deep.equal(['You signed in with another account. Nothing was changed.']);
    expect([isAsking(tag), namesOf(tag, 'button')]).to.deep.equal([false, ['Delete account']]);
    expect([deletions(world), logto.tenant.users.length]).to.deep.equal([[], 2]);
    expect(storedWords()).not.to.contain('sign-in/');
    await expect(tag).to.be.accessible();
    leaves({ provider });
    const again = await comesTo(world.visit('charles'));
    expect(alertsIn(again.tag)).to.deep.equal([]);
  });

  it('sees an error if sign-in is unreachable, and nothing is stored', async () => {
    const world = aWorld();
    const { tag, client } = await comesTo(world.visit());
    await pressAndWait(tag, 'Delete account');
    await confirm(tag);
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    await canSignInAgain(tag);
    await pressAndWait(tag, 'Sign in again');
    await waitUntil(() => alertsIn(tag).join().includes('We could not reach the server.'));
    expect([isAsking(tag), storedWords().includes('sign-in/')]).to.deep.equal([true, false]);
    client.leave = async () => undefined;
    await canSignInAgain(tag);
    await pressAndWait(tag, 'Sign in again');
    await waitUntil(() => client.calls.length === 2, 'Nobody was sent to sign in.');
  });

  it('is asked to set a password first if the session has no ID token', async () => {
    const world = aWorld();
    const { properties, ...options } = world.visit();
    Object.assign(properties.client, { getIdToken: undefined });
    const { tag } = await openDeleteAccount({ ...options, properties });
    await pressAndWait(tag, 'Delete account');
    await confirm(tag);
    expect(alertsIn(tag)).to.deep.equal(['To do this, set a password first.']);
  });

  it('stays signed in if Logto returns without a sign-in, with the built-in session', async () => {
    const { world, logto, at, built, attributes, page } = await adaIsLeaving();
    const state = page.gone[0]!.searchParams.get('state')!;
    leaves(page);
    const address = location.href;
    history.replaceState(history.state, '', `?${new URLSearchParams({ error: 'access_denied', state })}`);
    const back = await openDeleteAccount({ logto, at, attributes, properties: built.properties });
    await waitUntil(() => isAsking(back.tag), 'The question is not open.');
    expect([back.provider.status, alertsIn(back.tag), location.href]).to.deep.equal(['ready', [], address]);
    expect(deletions(world)).to.deep.equal([]);
  });

  it('can delete the account with the built-in session, too', async () => {
    const { world, logto, at, built, attributes, page } = await adaIsLeaving();
    const [{ searchParams: request } = new URL(at)] = page.gone;
    expect(request.get('prompt')).to.equal('login consent');
    leaves(page);

    const signedIn = await signInBuiltIn({ logto, at, signedInAt: secondsAgo(5) });
    const back = await openDeleteAccount({ logto, at, attributes, properties: built.properties });
    await waitUntil(() => isAsking(back.tag));
    await confirm(back.tag);
    expect(textOf(back.tag)).to.equal('Your account has been deleted.');
    expect(world.tokens.filter(Boolean)).to.deep.equal([signedIn.idToken]);
  });
});
