import { expect } from '@open-wc/testing';
import { http } from 'msw';

import { ada, aUser, FakeLogto } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { signInBuiltIn, storedOfSession } from '../helpers/built-in-session.js';
import { HostClient } from '../helpers/host-client.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import { focused, panelOf } from '../helpers/rows.js';
import { serveAlso } from '../helpers/stand-in.js';
import { charles } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';
import {
  alertsIn,
  anEndpoint,
  answerWith,
  aTenant,
  errorsHeard,
  giveThePassword,
  press,
  pressAndWait,
  refusal,
  switchUser,
  whenIdle,
} from './credential-page.js';
import {
  confirm,
  expectAbsent,
  input,
  isAsking,
  leaveUrl,
  openDeleteAccount,
  type,
  type DeleteAccountOptions,
} from './delete-account-page.js';

type LayerOptions = Parameters<typeof serveLayer>;

interface Options extends DeleteAccountOptions {
  enable?: LayerOptions[2];
  beforeDelete?: NonNullable<LayerOptions[3]>['beforeDelete'];
  /** Answers in place of the layer when the account is to be deleted. */
  instead?: () => Response | Promise<Response>;
}

const deletions = 'DELETE /account';

async function open({ enable = { deleteAccount: true }, beforeDelete, instead, ...options }: Options = {}) {
  const { at = anEndpoint(), logto = aTenant({ deleteAccountUrl: null, ...options }) } = options;
  const asked = serveLayer(logto, at, enable, { beforeDelete, onError: () => undefined });
  if (instead) serveAlso(http.delete(`${location.origin}${accountApi}/account`, instead));
  const attributes = { 'account-api': accountApi, ...options.attributes };
  const page = await openDeleteAccount({ deleteAccountUrl: null, ...options, logto, at, attributes });
  return { ...page, asked };
}

async function ask(options: Options = {}) {
  const page = await open(options);
  await pressAndWait(page.tag, 'Delete account');
  return page;
}

const userOf = ({ tenant }: FakeLogto) => tenant.users.find(({ id }) => id === ada);

const dateIn = (days: number) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(Date.now() + days * 24 * 3600_000);

describe('<logto-delete-account> with a layer that deletes accounts', () => {
  it('is shown without the tenant’s deletion URL', async () => {
    const { tag, asked } = await open();
    expect(namesOf(tag, 'button')).to.deep.equal(['Delete account']);
    expect(asked).to.deep.equal(['GET /capabilities']);
    await expect(tag).to.be.accessible();
  });

  it('renders nothing if the layer has deletion turned off and the tenant has no deletion URL', async () => {
    const { tag } = await open({ enable: { signInHistory: true } });
    expectAbsent(tag);
  });

  it('leads to the tenant’s page if the layer has deletion turned off', async () => {
    const { tag, gone, asked } = await ask({ enable: { signInHistory: true }, deleteAccountUrl: leaveUrl });
    await confirm(tag);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
    expect(asked).not.to.include(deletions);
  });

  it('deletes the account with one request, says so, and focuses the message', async () => {
    const { tag, logto, provider, asked, gone } = await ask({ deleteAccountUrl: leaveUrl });
    const heard = eventsOf(document, 'logto-delete-account-requested');
    expect(textOf(panelOf(tag))).to.contain('Delete your account? This cannot be undone.');
    expect(textOf(panelOf(tag))).not.to.contain('another page');
    await confirm(tag);
    expect(userOf(logto)).to.equal(undefined);
    expect(asked.filter((each) => each === deletions)).to.have.lengthOf(1);
    expect([provider.status, heard.length, gone]).to.deep.equal(['signed-out', 1, []]);
    expect(textOf(tag)).to.equal('Your account has been deleted.');
    expect(focused(tag)).to.equal(part(tag, 'notice'));
    expect([isAsking(tag), tag.matches(':state(signed-out)')]).to.deep.equal([false, true]);
    await expect(tag).to.be.accessible();
  });

  it('says when the account will be deleted, before and after confirmation', async () => {
    const { tag, logto } = await ask({ enable: { deleteAccount: { graceDays: 14 } } });
    const later = `Your account will be deleted on ${dateIn(14)}.`;
    expect(textOf(panelOf(tag))).to.contain(`You will be signed out right away and cannot sign in again. ${later}`);
    await expect(tag).to.be.accessible();
    await confirm(tag);
    expect(textOf(tag)).to.equal(later);
    expect(userOf(logto)?.isSuspended).to.equal(true);
    await expect(tag).to.be.accessible();
  });

  it('says when the account will be deleted in the language of the page', async () => {
    const { tag } = await ask();
    await confirm(tag);
    tag.lang = 'de';
    await waitUntil(() => textOf(tag) === 'Ihr Konto wurde gelöscht.');
  });

  it('removes the message after someone signs in', async () => {
    const page = await ask();
    await confirm(page.tag);
    await switchUser(page, charles);
    await whenIdle(page.tag);
    expect(namesOf(page.tag, 'button')).to.deep.equal(['Delete account']);
    await switchUser(page, null);
    expect(textOf(page.tag)).not.to.contain('has been deleted');
  });

  it('clears the tokens of the page’s client', async () => {
    const logto = aTenant({ deleteAccountUrl: null });
    const client = new HostClient(logto);
    const { tag } = await ask({ logto, properties: { getAccessToken: undefined, client } });
    await confirm(tag);
    await waitUntil(() => client.calls.includes('clearAllTokens'), 'The tokens are still there.');
    await whenIdle(tag);
    expect(textOf(tag)).to.equal('Your account has been deleted.');
  });

  it('clears the tokens of the provider’s built-in session', async () => {
    const [logto, at] = [aTenant({ deleteAccountUrl: null }), anEndpoint()];
    const { attributes, properties } = await signInBuiltIn({ logto, at });
    const { tag, provider } = await ask({ logto, at, attributes, properties });
    expect(storedOfSession()).to.deep.equal(['idToken', 'refreshToken', 'accessToken']);
    await confirm(tag);
    await waitUntil(() => storedOfSession().length === 0, 'The tokens are still there.');
    await whenIdle(tag);
    expect([provider.status, textOf(tag)]).to.deep.equal(['signed-out', 'Your account has been deleted.']);
  });

  it('notifies a page that supplies the tokens, and removes the user’s data from the screen', async () => {
    const { tag, provider } = await ask();
    const username = document.createElement('logto-username');
    provider.append(username);
    await waitUntil(() => textOf(username).includes('ada'));
    const statuses = eventsOf(document, 'logto-status-changed');
    const accounts = eventsOf(document, 'logto-account-changed');
    await confirm(tag);
    await whenIdle(username);
    expect(statuses.map(({ status }) => status)).to.deep.equal(['signed-out']);
    expect([accounts.length, provider.account]).to.deep.equal([1, undefined]);
    expect(textOf(tag)).to.equal('Your account has been deleted.');
    expect(textOf(username)).to.equal('Sign in to see this part of your account.');
    expect(provider.outerHTML + textOf(provider)).not.to.match(/ada|lovelace/i);
  });

  it('asks for step-up verification first, and again if the layer requires a newer one', async () => {
    const { tag, logto, asked } = await ask({ withDialog: true });
    type(tag, 'ada');
    press(tag, 'Delete account');
    await giveThePassword();
    await whenIdle(tag);
    expect(userOf(logto)).to.equal(undefined);
    expect(asked.at(-1)).to.equal(deletions);

    let tries = 0;
    const instead = () => {
      tries += 1;
      return tries === 1
        ? refusal(401, 'verification_record.permission_denied')
        : Response.json({ status: 'deleted', deleteAt: null });
    };
    const { tag: other } = await ask({ withDialog: true, instead });
    type(other, 'ada');
    press(other, 'Delete account');
    await giveThePassword();
    await giveThePassword();
    await whenIdle(other);
    expect(tries).to.equal(2);
    expect(textOf(other)).to.equal('Your account has been deleted.');
  });

  it('tells a user without any way to verify what to do, and sends nothing', async () => {
    const logto = new FakeLogto({ users: [aUser({ id: 'u', username: 'ada' })], deleteAccountUrl: null });
    const { tag, asked } = await ask({ logto, userId: 'u' });
    const heard = eventsOf(document, 'logto-delete-account-requested');
    await confirm(tag);
    expect(alertsIn(tag)).to.deep.equal(['To do this, set a password first.']);
    await waitUntil(() => namesOf(tag, 'button').includes('Set a password'), 'There is no way to set one.');
    expect([asked.includes(deletions), heard]).to.deep.equal([false, []]);
    expect(input(tag).value).to.equal('ada');
  });

  it('does not delete the account if a listener cancels the event', async () => {
    const { tag, provider, asked } = await ask();
    provider.addEventListener('logto-delete-account-requested', (event) =>
      event.waitUntil(Promise.reject(new Error('No.'))),
    );
    await confirm(tag);
    expect(asked).not.to.include(deletions);
    expect(alertsIn(tag)).to.have.lengthOf(1);
  });
});

describe('a page that deletes accounts itself although it has a layer', () => {
  it('deletes the account without a request to the layer', async () => {
    const { tag, provider, asked } = await ask({ handled: true });
    provider.addEventListener('logto-delete-account-requested', (event) => event.waitUntil(Promise.resolve()));
    await confirm(tag);
    expect(textOf(part(tag, 'status'))).to.equal('Your account deletion has been requested.');
    expect(asked).to.deep.equal([]);
  });
});

describe('a deletion that the layer refuses', () => {
  it('shows the layer’s reason as text, and can be retried', async () => {
    let reason: string | undefined = 'There is an <b>open</b> invoice.';
    const { tag, logto } = await ask({ beforeDelete: () => reason });
    const errors = errorsHeard();
    await confirm(tag);
    expect(alertsIn(tag)).to.deep.equal([reason]);
    expect(tag.querySelector('b')).to.equal(null);
    expect([input(tag).value, errors.codes()]).to.deep.equal(['ada', ['account.deletion_refused']]);
    expect(userOf(logto)?.id).to.equal(ada);
    await expect(tag).to.be.accessible();
    reason = undefined;
    await pressAndWait(tag, 'Delete account');
    expect(textOf(tag)).to.equal('Your account has been deleted.');
  });

  for (const [what, answer, words] of [
    ['without saying why', () => refusal(409, 'account.deletion_refused'), 'Your account cannot be deleted right now.'],
    ['as it is suspended', () => refusal(403, 'user.suspended'), 'This part of your account is not available here.'],
    ['as it is off', () => refusal(404, 'capability.off'), 'This part of your account is not available here.'],
    ['as only a fresh sign-in counts', () => refusal(401, 'sign_in.not_recent'), 'Sign out, sign in again'],
    ['as one of too many', () => refusal(429, 'request.rate_limited'), 'Too many attempts.'],
    ['as it is not set up', () => refusal(500, 'server.misconfigured'), 'Something went wrong on our side.'],
    ['as its store is down', () => refusal(503, 'store.unavailable'), 'Something went wrong on our side.'],
    [
      'as a proxy stands before it',
      () => new Response('<h1>403</h1>', { status: 403, headers: { 'content-type': 'text/html' } }),
      'Something went wrong on our side.',
    ],
  ] as const)
    it(`shows a clear error, and keeps the input: ${what}`, async () => {
      const { tag, provider } = await ask({ instead: answer });
      await confirm(tag);
      expect(alertsIn(tag).join()).to.contain(words);
      expect([input(tag).value, provider.status]).to.deep.equal(['ada', 'ready']);
      expect(focused(tag)).to.equal(input(tag));
    });

  it('says that the session has ended if the layer and Logto say so', async () => {
    const { tag, logto, provider } = await ask({ instead: () => refusal(401, 'auth.unauthorized') });
    answerWith(logto, /^GET .*my-account$/, () => refusal(401, 'auth.unauthorized'));
    await confirm(tag);
    expect(alertsIn(tag).join()).to.contain('Sign in');
    expect([input(tag).value, provider.status]).to.deep.equal(['ada', 'signed-out']);
  });
});
