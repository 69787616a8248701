import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import '../../components/sign-in/logto-sign-in.js';
import { AccountError } from '../../src/api/account-error.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { aUser } from '../fake-logto/users.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { find, mount, put, whenRendered, type MountOptions } from '../helpers/mount.js';
import { eventsOf, nextEvent } from '../helpers/next-event.js';
import { button, byRole, namesOf, part, parts, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';

const thisPage = location.origin + location.pathname;

async function show(options: MountOptions = {}) {
  const page = await mount(html`<logto-sign-in></logto-sign-in>`, options);
  const tag = find(page, 'logto-sign-in');
  return { ...page, tag, errors: eventsOf(page.provider, 'logto-error') };
}

interface WithClient {
  signedIn?: boolean;
  logto?: FakeLogto;
  redirectUri?: string | undefined;
  postSignOutRedirectUri?: string;
}

/** With a client of the host application that can sign in and out. */
async function showWithClient({ signedIn = true, logto = new FakeLogto(), ...redirects }: WithClient = {}) {
  const client = new HostClient(logto, signedIn ? undefined : null);
  const properties = { client, redirectUri: 'https://app.example/callback', ...redirects };
  return { client, ...(await show({ logto, properties })) };
}

/** The current custom states of the element. */
const states = (tag: Element) =>
  ['loading', 'signed-out', 'failed', 'ready'].filter((state) => tag.matches(`:state(${state})`));

describe('<logto-sign-in> when a user is signed in', () => {
  it('shows the user’s name, and offers to sign out', async () => {
    const { tag } = await showWithClient();
    expect(textOf(part(tag, 'value'))).to.equal('Signed in as Ada Lovelace');
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign out']);
    expect(states(tag)).to.deep.equal(['ready']);
    await expect(tag).to.be.accessible();
  });

  it('shows the username or else the email address if there is no name', async () => {
    const users = [aUser({ id: 'u', username: 'ada', name: null, primaryEmail: 'ada@example.com' })];
    const { tag, logto, provider } = await show({ logto: new FakeLogto({ users }), userId: 'u' });
    expect(textOf(tag)).to.equal('Signed in as ada');
    logto.tenant.users[0]!.username = null;
    await provider.refresh();
    await whenRendered(provider);
    expect(textOf(tag)).to.equal('Signed in as ada@example.com');
  });

  it('says only that the user is signed in if the token has no name', async () => {
    const { tag } = await show({ scopes: ['openid'] });
    expect(textOf(tag)).to.equal('You are signed in');
    await expect(tag).to.be.accessible();
  });

  it('says only that the user is signed in if the name is not a string', async () => {
    const logto = new FakeLogto();
    logto.intercept(() => Response.json({ id: 'ada', name: { toString: 'x' }, username: 17 }));
    expect(textOf((await show({ logto })).tag)).to.equal('You are signed in');
  });

  it('renders a name as text, whatever it contains', async () => {
    const name = '<img src=x onerror=alert(1)> {name}';
    const { tag } = await show({ logto: new FakeLogto({ users: [aUser({ id: 'u', name })] }), userId: 'u' });
    expect(textOf(tag)).to.equal(`Signed in as ${name}`);
  });

  it('has no button if the page handles sign-out', async () => {
    expect(namesOf((await show()).tag, 'button')).to.deep.equal([]);
  });

  it('signs out and returns to this page, once after a double click, and shows progress', async () => {
    const { tag, client, provider } = await showWithClient();
    const leaving = deferred<void>();
    client.leave = () => leaving.promise;
    button(tag, 'Sign out').click();
    button(tag, 'Sign out').click();
    await waitUntil(() => client.calls.length > 0);
    await whenRendered(provider);
    expect(client.calls).to.deep.equal([`signOut ${thisPage}`]);
    expect(button(tag, 'One moment…').getAttribute('aria-disabled')).to.equal('true');
    await expect(tag).to.be.accessible();
    leaving.resolve();
  });

  it('returns to the page’s post-sign-out URI', async () => {
    const { tag, client } = await showWithClient({ postSignOutRedirectUri: 'https://app.example/bye' });
    button(tag, 'Sign out').click();
    await waitUntil(() => client.calls.length > 0);
    expect(client.calls).to.deep.equal(['signOut https://app.example/bye']);
  });

  it('shows why signing out failed, fires an event, and can be retried', async () => {
    const { tag, client, provider, errors } = await showWithClient();
    Object.assign(client, { clearAllTokens: undefined }); // as in old versions of the SDKs
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    button(tag, 'Sign out').click();
    await nextEvent(provider, 'logto-error');
    await whenRendered(provider);
    expect(textOf(byRole(tag, 'alert'))).to.equal(
      'We could not reach the server. Check your connection and try again.',
    );
    expect(errors.map(({ error, target }) => [error.kind, target])).to.deep.equal([['network', tag]]);
    await expect(tag).to.be.accessible();

    client.leave = async () => undefined;
    button(tag, 'Sign out').click();
    await waitUntil(() => client.calls.length === 2);
    await whenRendered(provider);
    expect(parts(tag, 'error')).to.deep.equal([]);
  });

  it('signs out locally if Logto is unreachable, and says so', async () => {
    const { tag, client, provider } = await showWithClient();
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    button(tag, 'Sign out').click();
    await nextEvent(provider, 'logto-error');
    await whenRendered(provider);
    await waitUntil(() => provider.status === 'signed-out', provider.status);
    expect(textOf(byRole(tag, 'alert'))).to.contain('You are signed out here. The server could not be reached');
    expect(textOf(provider)).not.to.contain('Ada Lovelace');
    await expect(tag).to.be.accessible();
  });
});

describe('<logto-sign-in> when no one is signed in', () => {
  it('offers to sign in', async () => {
    const { tag, errors } = await showWithClient({ signedIn: false });
    expect(textOf(tag)).to.equal('Sign in');
    expect(part(tag, 'sign-in')).to.equal(part(tag, 'primary'));
    expect(states(tag)).to.deep.equal(['signed-out']);
    expect(errors).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('says what to do if the page handles sign-in', async () => {
    const { tag } = await show({ signedOut: true });
    expect(textOf(part(tag, 'notice'))).to.equal('Sign in to see this part of your account.');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('has no button for a client without a redirect URI', async () => {
    const { tag } = await showWithClient({ signedIn: false, redirectUri: undefined });
    expect(namesOf(tag, 'button')).to.deep.equal([]);
  });

  it('signs in by keyboard, once, and keeps the focus meanwhile', async () => {
    const { tag, client, provider } = await showWithClient({ signedIn: false });
    const leaving = deferred<void>();
    client.leave = () => leaving.promise;
    await sendKeys({ press: 'Tab' });
    expect(tag.shadowRoot?.activeElement).to.equal(part(tag, 'sign-in'));
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: ' ' });
    await waitUntil(() => client.calls.length > 0, 'Nobody was sent to sign in.');
    await whenRendered(provider);
    expect(client.calls).to.deep.equal(['signIn https://app.example/callback']);
    expect(tag.shadowRoot?.activeElement).to.equal(button(tag, 'One moment…'));
    await expect(tag).to.be.accessible();
    leaving.resolve();
  });

  it('shows why signing in failed, fires an event, and keeps the button', async () => {
    const { tag, client, provider } = await showWithClient({ signedIn: false });
    client.leave = () => Promise.reject(new Error('The discovery document is missing.'));
    button(tag, 'Sign in').click();
    const { error } = await nextEvent(provider, 'logto-error');
    await whenRendered(provider);
    expect(error.kind).to.equal('unexpected');
    expect(textOf(byRole(tag, 'alert'))).to.equal('Something went wrong on our side. Try again in a moment.');
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign in']);
    await expect(tag).to.be.accessible();
  });

  it('says that the session has ended if the user did not end it', async () => {
    const { tag, provider, logto } = await showWithClient();
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    await whenRendered(provider);
    expect(textOf(tag)).to.equal('You have been signed out. Sign in again to continue. Sign in');
    expect(textOf(byRole(tag, 'status'))).to.equal('You have been signed out. Sign in again to continue.');
    await expect(tag).to.be.accessible();
  });

  it('says that sign-in did not finish, and offers it again', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    client.getAccessToken = () => Promise.reject(new AccountError('signed-out', 'sign_in_unfinished'));
    const properties = { client, redirectUri: thisPage };
    const { tag } = await show({ logto, properties });
    expect(textOf(tag)).to.equal('Sign-in did not finish. Try again. Sign in');
    await expect(tag).to.be.accessible();
  });
});

describe('<logto-sign-in> without an account', () => {
  it('waits for the account to load', async () => {
    const logto = new FakeLogto();
    logto.intercept(() => new Promise(() => undefined));
    const { tag, provider } = await show({ logto, stillLoading: true });
    await whenRendered(provider);
    expect(textOf(part(tag, 'loading'))).to.equal('Loading…');
    expect(part(tag, 'loading').getAttribute('aria-busy')).to.equal('true');
    expect(states(tag)).to.deep.equal(['loading']);
    await expect(tag).to.be.accessible();
  });

  it('waits for a provider', async () => {
    const { provider } = await mount();
    const tag = put(document.createElement('logto-sign-in'));
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Loading…');
    provider.append(tag);
    await whenRendered(provider);
    expect(textOf(tag)).to.equal('Signed in as Ada Lovelace');
  });

  it('no longer shows a user after it leaves its provider', async () => {
    const { tag } = await show();
    put(tag);
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Loading…');
  });

  it('shows why the account could not be loaded, retries on request, and still offers to sign out', async () => {
    const logto = new FakeLogto();
    const stop = logto.intercept(() => Response.error());
    const { tag, provider } = await showWithClient({ logto });
    expect(textOf(part(tag, 'error'))).to.equal('We could not reach the server. Check your connection and try again.');
    expect(namesOf(tag, 'button')).to.deep.equal(['Try again', 'Sign out']);
    expect(states(tag)).to.deep.equal(['failed']);
    await expect(tag).to.be.accessible();

    stop();
    button(tag, 'Try again').click();
    await nextEvent(provider, 'logto-status-changed');
    await whenRendered(provider);
    expect(textOf(tag)).to.equal('Signed in as Ada Lovelace Sign out');
  });
});
