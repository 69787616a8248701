import { expect, html } from '@open-wc/testing';

import '../../components/profile/logto-profile.js';
import '../../components/sign-in/logto-sign-in.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { HostClient } from '../helpers/host-client.js';
import { later } from '../helpers/later.js';
import { find, mount, put, settled, shown } from '../helpers/mount.js';
import { eventsOf, nextEvent } from '../helpers/next-event.js';
import { textOf } from '../helpers/read.js';

const charles = 'char1791babb';
const tag = html`<logto-sign-in></logto-sign-in>`;
const requestsOf = ({ requests }: FakeLogto) => requests.map(({ method, path }) => `${method} ${path}`);
const pause = (milliseconds = 30) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the session of <logto-account-provider>', () => {
  it('is that of a function that gives a token', async () => {
    const { provider } = await mount(tag);
    expect(provider.status).to.equal('ready');
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('is over for a function that gives none, whatever it gives instead', async () => {
    for (const nothing of ['', null, undefined, 17 as unknown as string]) {
      const { provider, logto } = await mount(tag, { properties: { getAccessToken: async () => nothing } });
      expect(provider.status).to.equal('signed-out');
      expect(logto.requests).to.deep.equal([]);
    }
  });

  it('asks such a function for another token when Logto refuses the first', async () => {
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

  it('is not over, but out of reach, when such a function fails', async () => {
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

  it('may throw instead of rejecting', async () => {
    const getAccessToken = () => {
      throw new TypeError('Failed to fetch');
    };
    const { provider } = await mount(tag, { properties: { getAccessToken } });
    expect(provider.status).to.equal('failed');
  });

  it('is that of the client that the page has, with its endpoint, in preference to a function', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto, charles);
    const { provider } = await mount(tag, { logto, properties: { client, endpoint: undefined } });
    expect(textOf(provider)).to.contain('Signed in as Charles Babbage');
  });

  it('has the client forget a token that Logto refused', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    logto.tenant.accessTokens[await client.getAccessToken()]!.expiresAt = 0;
    const { provider } = await mount(tag, { logto, properties: { client } });
    expect(provider.status).to.equal('ready');
    expect(client.calls).to.deep.equal(['clearAccessToken']);
  });

  it('works with a client of the React and Vue SDKs, which is no more than functions', async () => {
    const logto = new FakeLogto();
    const client = { getAccessToken: async () => logto.issueToken('ada1815love1') };
    const { provider } = await mount(tag, { logto, properties: { client } });
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('can be begun and ended by the page', async () => {
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

  it('rejects with an AccountError when that fails', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    const { provider } = await mount(tag, { logto, properties: { client } });
    const error = await provider.signOut().catch((cause: unknown) => cause);
    expect(error).to.include({ name: 'AccountError', kind: 'network' });
  });
});

describe('<logto-account-provider>', () => {
  it('takes no space and shows what is in it', async () => {
    const { provider } = await mount(html`<p>The page’s own words</p>`);
    expect(getComputedStyle(provider).display).to.equal('contents');
    expect(textOf(provider)).to.equal('The page’s own words');
  });

  it('tells each change of its status, to its ancestors too', async () => {
    const logto = new FakeLogto();
    const { provider } = await mount(tag, { logto, stillLoading: true });
    const heard = eventsOf(document, 'logto-status-changed');
    expect(provider.status).to.equal('loading');
    await settled(provider);
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect(heard.map(({ status }) => status)).to.deep.equal(['ready', 'signed-out']);
    expect(heard.every(({ target }) => target === provider)).to.equal(true);
  });

  it('makes one request for the account, however many tags there are', async () => {
    const tags = Array.from({ length: 5 }, () => html`<logto-sign-in></logto-sign-in><logto-profile></logto-profile>`);
    const { logto } = await mount(html`${tags}`, { settings: 'inline' });
    await pause();
    expect(requestsOf(logto)).to.deep.equal(['GET /api/my-account']);
  });

  it('reads the account again when it is asked to, and only that', async () => {
    const { provider, logto } = await mount(tag);
    logto.tenant.users[0]!.name = 'Ada King';
    await Promise.all([provider.refresh(), provider.refresh()]);
    await shown(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada King');
    expect(requestsOf(logto)).to.deep.equal(['GET /api/my-account', 'GET /api/my-account']);
  });

  it('rejects a refresh that fails, and takes nothing away', async () => {
    const { provider, logto } = await mount(tag);
    logto.intercept(() => Response.error());
    const error = await provider.refresh().catch((cause: unknown) => cause);
    expect(error).to.include({ name: 'AccountError', kind: 'network' });
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('gives a tag that comes later what there is already', async () => {
    const { provider, logto } = await mount();
    provider.append(document.createElement('logto-sign-in'));
    await shown(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
    expect(logto.requests.length).to.equal(1);
  });

  it('may stand beside another one with another user, and tags may move between them', async () => {
    const [one, other] = [await mount(tag), await mount(tag, { userId: charles, at: 'https://other.logto.example' })];
    expect(textOf(one.provider)).to.equal('Signed in as Ada Lovelace');
    expect(textOf(other.provider)).to.equal('Signed in as Charles Babbage');
    other.provider.append(find(one, 'logto-sign-in'));
    await shown(other.provider);
    expect(textOf(other.provider)).to.equal('Signed in as Charles Babbage Signed in as Charles Babbage');
    expect(one.logto.requests.length + other.logto.requests.length).to.equal(2);
  });

  it('may be inside another one: the nearest counts', async () => {
    const outer = await mount(html`<div></div>`);
    const inner = await mount(tag, { userId: charles, at: 'https://other.logto.example' });
    outer.provider.querySelector('div')!.append(inner.provider);
    await shown(outer.provider);
    expect(textOf(outer.provider)).to.equal('Signed in as Charles Babbage');
  });

  it('asks nothing again when it is taken out of the page and put back', async () => {
    const { provider, logto } = await mount(tag);
    provider.remove();
    await pause();
    put(provider);
    await shown(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
    logto.tenant.users[0]!.name = 'Ada King';
    await provider.refresh();
    await shown(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada King');
    expect(logto.requests.length).to.equal(2);
  });

  it('catches up on what it missed outside of the page', async () => {
    const logto = new FakeLogto();
    const answer = later<undefined>();
    logto.intercept(() => answer.promise);
    const { provider } = await mount(tag, { logto, stillLoading: true });
    await shown(provider);
    provider.remove();
    answer.keep(undefined);
    await pause(100);
    const changed = nextEvent(provider, 'logto-status-changed');
    put(provider);
    expect((await changed).status).to.equal('ready');
  });
});
