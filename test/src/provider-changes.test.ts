import { expect, html } from '@open-wc/testing';

import '../../components/profile/logto-profile.js';
import '../../components/sign-in/logto-sign-in.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { pause } from '../helpers/wait-until.js';
import { HostClient } from '../helpers/host-client.js';
import { find, mount, put, whenLoaded, whenRendered, snapshotOf } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { serve } from '../helpers/stand-in.js';
import { textOf } from '../helpers/read.js';

const charles = 'char1791babb';
const tag = html`<logto-sign-in></logto-sign-in>`;
const requestsOf = ({ requests }: FakeLogto) => requests.map(({ method, path }) => `${method} ${path}`);

const { setTimeout: start, clearTimeout: stop } = globalThis;

/** Holds back long timers until the test runs them. */
function holdTimers() {
  const held = new Map<number, () => void>();
  globalThis.setTimeout = ((run: () => void, after = 0) => {
    if (after < 1000) return start(run, after);
    held.set(-held.size - 1, run);
    return -held.size;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (id) => void (held.delete(id as number) || stop(id));
  return { fire: () => held.forEach((run) => run()) };
}

afterEach(() => Object.assign(globalThis, { setTimeout: start, clearTimeout: stop }));

describe('a provider whose properties change', () => {
  it('loads another account for another endpoint, without a trace of the first one', async () => {
    const { provider } = await mount(tag);
    const other = new FakeLogto();
    serve(other, 'https://other.logto.example');
    const token = other.issueToken(charles);
    provider.getAccessToken = () => token;
    provider.endpoint = 'https://other.logto.example';
    await provider.updateComplete;
    expect(provider.status).to.equal('loading');
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Loading…');
    await whenLoaded(provider);
    expect(textOf(provider)).to.equal('Signed in as Charles Babbage');
  });

  it('loads another account for another client', async () => {
    const logto = new FakeLogto();
    const { provider } = await mount(tag, { logto, properties: { client: new HostClient(logto) } });
    provider.client = new HostClient(logto, charles);
    await provider.updateComplete;
    await whenLoaded(provider);
    expect(textOf(provider)).to.contain('Signed in as Charles Babbage');
    expect(logto.requests.length).to.equal(2);
  });

  it('does not reload for a new token function, as frameworks create on each render, but calls it', async () => {
    const { provider, logto } = await mount(tag);
    provider.getAccessToken = async () => null;
    await provider.updateComplete;
    await pause();
    expect(logto.requests.length).to.equal(1);
    await provider.refresh();
    expect(provider.status).to.equal('signed-out');
  });

  it('waits for a token function, and loads the account when it is set', async () => {
    const { provider, logto, token } = await mount(tag, {
      properties: { getAccessToken: undefined },
      stillLoading: true,
    });
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Loading…');
    provider.getAccessToken = () => token;
    await provider.updateComplete;
    await whenLoaded(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
    expect(requestsOf(logto)).to.deep.equal(['GET /api/my-account']);
  });

  it('drops the account when the token function is removed', async () => {
    const { provider, token } = await mount(tag);
    const heard = eventsOf(provider, 'logto-status-changed');
    provider.getAccessToken = undefined;
    await provider.updateComplete;
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Loading…');
    expect(provider.status).to.equal('loading');
    expect(heard.map(({ status }) => status)).to.deep.equal(['loading']);
    provider.getAccessToken = () => token;
    await provider.updateComplete;
    await whenLoaded(provider);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace');
  });

  it('renders with new settings without another request', async () => {
    const { provider, logto } = await mount(html`<logto-profile></logto-profile>`);
    const settings = snapshotOf(new FakeLogto({ fields: { name: 'Off' } }));
    expect(textOf(provider)).to.contain('Ada Lovelace');
    provider.settings = settings;
    await provider.updateComplete;
    await pause();
    await whenRendered(provider);
    expect(textOf(find({ provider }, 'logto-profile'))).not.to.contain('Name Ada Lovelace');
    expect(logto.requests.length).to.equal(1);
  });

  it('warns if nothing is configured', async () => {
    const said = listenToConsole();
    const timers = holdTimers();
    const provider = put(document.createElement('logto-account-provider'));
    provider.append(document.createElement('logto-sign-in'));
    await provider.updateComplete;
    timers.fire();
    expect(provider.status).to.equal('loading');
    expect(said.warnings).to.deep.equal([
      '[logto-account-elements] <logto-account-provider> needs endpoint and app-id, or client, or endpoint and getAccessToken.',
    ]);
  });

  it('does not warn about a provider that is no longer in the page', async () => {
    const said = listenToConsole();
    const timers = holdTimers();
    const provider = put(document.createElement('logto-account-provider'));
    await provider.updateComplete;
    provider.remove();
    timers.fire();
    expect(said.warnings).to.deep.equal([]);
  });
});
