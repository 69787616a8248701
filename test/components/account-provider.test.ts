import { expect, html } from '@open-wc/testing';

import '../../components/profile/logto-profile.js';
import '../../components/sign-in/logto-sign-in.js';
import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { endpoint, find, mount, put, whenLoaded, whenRendered } from '../helpers/mount.js';
import { eventsOf, nextEvent } from '../helpers/next-event.js';
import { textOf } from '../helpers/read.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const charles = 'char1791babb';
const tag = html`<logto-sign-in></logto-sign-in>`;
const requestsOf = ({ requests }: FakeLogto) => requests.map(({ method, path }) => `${method} ${path}`);

describe('the session of <logto-account-provider>', () => {
  it('starts with a function that returns a token', async () => {
    const { provider } = await mount(tag);
    expect(provider.status).to.equal('ready');
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('has ended if the function returns no token, whatever it returns instead', async () => {
    for (const nothing of ['', null, undefined, 17 as unknown as string]) {
      const { provider, logto } = await mount(tag, { properties: { getAccessToken: async () => nothing } });
      expect(provider.status).to.equal('signed-out');
      expect(logto.requests).to.deep.equal([]);
    }
  });

  it('requests another token from the function when Logto rejects the first', async () => {
    const logto = new FakeLogto();
    const asked: boolean[] = [];
    const getAccessToken = ({ renew }: { renew: boolean }) => {
      asked.push(renew);
      return renew ? logto.issueToken('ada1815love1') : 'expired';
    };
    const { provider } = await mount(tag, { logto, properties: { getAccessToken } });
    expect(provider.status).to.equal('ready');
    expect(asked.filter(Boolean).length).to.equal(1);
  });

  it('has failed, but not ended, if the function rejects', async () => {
    for (const [failure, kind] of [
      [new TypeError('Failed to fetch'), 'network'],
      [new Error('What?'), 'unexpected'],
    ] as const) {
      const errors = eventsOf(document, 'logto-error');
      const getAccessToken = () => Promise.reject(failure);
      const { provider } = await mount(tag, { properties: { getAccessToken } });
      expect(provider.status).to.equal('failed');
      expect(errors.map(({ error }) => error.kind)).to.deep.equal([kind]);
    }
  });

  it('treats a function that throws like one that rejects', async () => {
    const getAccessToken = () => {
      throw new TypeError('Failed to fetch');
    };
    const { provider } = await mount(tag, { properties: { getAccessToken } });
    expect(provider.status).to.equal('failed');
  });

  it('comes from the page’s client and its endpoint if there is both a client and a function', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto, charles);
    const { provider } = await mount(tag, { logto, properties: { client, endpoint: undefined } });
    expect(textOf(provider)).to.contain('Signed in as Charles Babbage');
  });

  it('tells the client to drop a token that Logto rejected', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    logto.tenant.accessTokens[await client.getAccessToken()]!.expiresAt = 0;
    const { provider } = await mount(tag, { logto, properties: { client } });
    expect(provider.status).to.equal('ready');
    expect(client.calls).to.deep.equal(['clearAccessToken']);
  });

  it('works with the clients of the React and Vue SDKs', async () => {
    const logto = new FakeLogto();
    const client = { getAccessToken: async () => logto.issueToken('ada1815love1') };
    const { provider } = await mount(tag, { logto, properties: { client } });
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('can be started and ended by the page', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    const { provider } = await mount(tag, { logto, properties: { client, redirectUri: 'https://app.example/in' } });
    await provider.signIn();
    await provider.signOut();
    expect(client.calls).to.deep.equal([
      'signIn https://app.example/in',
      `signOut ${location.origin}${location.pathname}`,
    ]);
  });

  it('passes the page’s first screen and direct sign-in to the client, and nothing else', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    const redirectUri = 'https://app.example/in';
    const { provider } = await mount(tag, { logto, properties: { client, redirectUri } });
    const choices = {
      firstScreen: 'register',
      directSignIn: { method: 'social', target: 'github' },
      extraParams: { ui_locales: 'de' },
    } as const;
    await provider.signIn({ ...choices, prompt: 'none' } as typeof choices);
    await provider.signIn(new MouseEvent('click') as object);
    expect(client.calls).to.deep.equal([
      `signIn ${JSON.stringify({ redirectUri, ...choices })}`,
      `signIn ${redirectUri}`,
    ]);
  });

  it('rejects with an AccountError when signing in or out fails', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    const { provider } = await mount(tag, { logto, properties: { client } });
    const error = await provider.signOut().catch((cause: unknown) => cause);
    expect(error).to.include({ name: 'AccountError', kind: 'network', code: 'sign_out_incomplete' });
    expect(client.calls.at(-1)).to.equal('clearAllTokens');
  });

  it('times out if the function never returns a token, and can be retried', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (milliseconds) => timeout(milliseconds / 300);
    try {
      const logto = new FakeLogto();
      const answers = [new Promise<string>(() => undefined), logto.issueToken('ada1815love1')];
      const errors = eventsOf(document, 'logto-error');
      const getAccessToken = () => (answers.length > 1 ? answers.shift() : answers[0]);
      const { provider } = await mount(tag, { logto, properties: { getAccessToken } });
      expect(provider.status).to.equal('failed');
      expect(errors.map(({ error }) => error.kind)).to.deep.equal(['timeout']);
      AbortSignal.timeout = timeout;
      await provider.refresh();
      expect(provider.status).to.equal('ready');
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('is checked when the user comes back to the page with another token', async () => {
    const logto = new FakeLogto();
    let token = logto.issueToken('ada1815love1');
    const { provider } = await mount(tag, { logto, properties: { getAccessToken: () => token } });
    document.dispatchEvent(new Event('visibilitychange'));
    await pause();
    expect(logto.requests.length).to.equal(1);
    token = logto.issueToken(charles);
    document.dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => textOf(provider) === 'Signed in as Charles Babbage', 'The user did not change.');
  });

  it('is checked when another tab signs in another user through the page’s client', async () => {
    const logto = new FakeLogto();
    const idTokenOf = (sub: string) => `e30.${btoa(JSON.stringify({ sub })).replace(/=+$/, '')}.x`;
    let current = 'ada1815love1';
    let token = '';
    const client = {
      logtoConfig: { endpoint, appId: 'host-app' },
      getAccessToken: async () => (token ||= logto.issueToken(current)),
      clearAccessToken: async () => void (token = ''),
    };
    const { provider } = await mount(tag, { logto, properties: { client } });
    current = charles;
    const [key, newValue] = ['logto:host-app:idToken', idTokenOf(charles)];
    localStorage.setItem(key, newValue);
    try {
      dispatchEvent(new StorageEvent('storage', { key, oldValue: idTokenOf('ada1815love1'), newValue }));
      await waitUntil(() => textOf(provider) === 'Signed in as Charles Babbage', 'The user did not change.');
    } finally {
      localStorage.removeItem(key);
    }
  });
});

describe('<logto-account-provider>', () => {
  it('takes no space and renders its content', async () => {
    const { provider } = await mount(html`<p>The page’s own words</p>`);
    expect(getComputedStyle(provider).display).to.equal('contents');
    expect(textOf(provider)).to.equal('The page’s own words');
  });

  it('announces each change of its status with an event and a custom state', async () => {
    const logto = new FakeLogto();
    const { provider } = await mount(tag, { logto, stillLoading: true });
    const heard = eventsOf(document, 'logto-status-changed');
    const states = () =>
      ['loading', 'signed-out', 'failed', 'ready'].filter((name) => provider.matches(`:state(${name})`));
    expect([provider.status, states()]).to.deep.equal(['loading', ['loading']]);
    await whenLoaded(provider);
    expect(states()).to.deep.equal(['ready']);
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect(states()).to.deep.equal(['signed-out']);
    expect(heard.map(({ status }) => status)).to.deep.equal(['ready', 'signed-out']);
    expect(heard.every(({ target }) => target === provider)).to.equal(true);
  });

  it('makes one request for the account, however many elements it has', async () => {
    const tags = Array.from({ length: 5 }, () => html`<logto-sign-in></logto-sign-in><logto-profile></logto-profile>`);
    const { logto } = await mount(html`${tags}`, { settings: 'inline' });
    await pause();
    expect(requestsOf(logto)).to.deep.equal(['GET /api/my-account']);
  });

  it('reads only the account again on refresh()', async () => {
    const { provider, logto } = await mount(tag);
    logto.tenant.users[0]!.name = 'Ada King';
    await Promise.all([provider.refresh(), provider.refresh()]);
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada King');
    expect(requestsOf(logto)).to.deep.equal(['GET /api/my-account', 'GET /api/my-account']);
  });

  it('rejects when a refresh fails, and keeps what is shown', async () => {
    const { provider, logto } = await mount(tag);
    logto.intercept(() => Response.error());
    const error = await provider.refresh().catch((cause: unknown) => cause);
    expect(error).to.include({ name: 'AccountError', kind: 'network' });
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('gives an element that is added later the loaded account', async () => {
    const { provider, logto } = await mount();
    provider.append(document.createElement('logto-sign-in'));
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
    expect(logto.requests.length).to.equal(1);
  });

  it('supports a second provider with another user, and elements that move between them', async () => {
    const [one, other] = [await mount(tag), await mount(tag, { userId: charles, at: 'https://other.logto.example' })];
    expect(textOf(one.provider)).to.equal('Signed in as Ada Lovelace');
    expect(textOf(other.provider)).to.equal('Signed in as Charles Babbage');
    other.provider.append(find(one, 'logto-sign-in'));
    await whenRendered(other.provider);
    expect(textOf(other.provider)).to.equal('Signed in as Charles Babbage Signed in as Charles Babbage');
    expect(one.logto.requests.length + other.logto.requests.length).to.equal(2);
  });

  it('can be nested: elements use the nearest provider', async () => {
    const outer = await mount(html`<div></div>`);
    const inner = await mount(tag, { userId: charles, at: 'https://other.logto.example' });
    outer.provider.querySelector('div')!.append(inner.provider);
    await whenRendered(outer.provider);
    expect(textOf(outer.provider)).to.equal('Signed in as Charles Babbage');
  });

  it('reads the account again after it is removed and added back', async () => {
    const { provider, logto } = await mount(tag);
    provider.remove();
    await pause();
    put(provider);
    await whenLoaded(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
    logto.tenant.users[0]!.name = 'Ada King';
    await provider.refresh();
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada King');
    expect(logto.requests.length).to.equal(3);
  });

  it('catches up on changes that happened while it was disconnected', async () => {
    const logto = new FakeLogto();
    const answer = deferred<undefined>();
    logto.intercept(() => answer.promise);
    const { provider } = await mount(tag, { logto, stillLoading: true });
    await whenRendered(provider);
    provider.remove();
    answer.resolve(undefined);
    await pause(100);
    const changed = nextEvent(provider, 'logto-status-changed');
    put(provider);
    expect((await changed).status).to.equal('ready');
  });
});

describe('the account property of <logto-account-provider>', () => {
  it('is a frozen copy without ids and secrets, and stays the same object until it changes', async () => {
    const logto = new FakeLogto();
    const { provider } = await mount(tag, { logto, stillLoading: true });
    const changes = eventsOf(document, 'logto-account-changed');
    expect(provider.account).to.equal(undefined);
    await whenLoaded(provider);
    const { account } = provider;
    expect(account).to.deep.include({ name: 'Ada Lovelace', username: 'ada', primaryEmail: 'ada@example.com' });
    expect([Object.isFrozen(account), Object.isFrozen(account!.profile)]).to.deep.equal([true, true]);
    expect(JSON.stringify(account)).not.to.contain(ada);
    await provider.refresh();
    expect([provider.account === account, changes.length]).to.deep.equal([true, 1]);
    logto.tenant.users[0]!.name = 'Countess of Lovelace';
    await provider.refresh();
    expect([provider.account?.name, changes.length]).to.deep.equal(['Countess of Lovelace', 2]);
    expect(Object.keys(changes[0]!)).to.deep.equal(['isTrusted']);
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect([provider.account, changes.length]).to.deep.equal([undefined, 3]);
  });
});
