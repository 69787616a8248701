import { expect, html } from '@open-wc/testing';
import { bypass, http, HttpResponse } from 'msw';

import '../../components/index.js';
import type * as Library from '../../components/index.js';
import { AccountError } from '../../src/api/account-error.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { HostClient } from '../helpers/host-client.js';
import { mount, put, whenLoaded, whenRendered, snapshotOf } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, byRole, textOf } from '../helpers/read.js';
import { serve, serveAlso } from '../helpers/stand-in.js';
import { waitUntil } from '../helpers/wait-until.js';

/** Loads every module of the library and of Lit again from other URLs, like a second bundle. */
async function secondCopy(): Promise<typeof Library> {
  serveAlso(
    http.get(`${location.origin}/copy/*`, async ({ request }) => {
      const module = await fetch(bypass(request.url.replace('/copy/', '/')));
      return new HttpResponse(await module.text(), { headers: { 'content-type': 'text/javascript' } });
    }),
  );
  const load = (path: string) => import(`${location.origin}/copy/${path}`) as Promise<unknown>;
  const library = (await load('components/index.ts')) as typeof Library;
  // Modules loaded on demand would come too late, since the copy is served during this test only.
  for (const name of ['markup-scopes', 'developer-hints', 'set-up-findings', 'error-codes'])
    await load(`chunks/${name}.js`);
  return library;
}

describe('two copies of the library on one page', () => {
  const problems: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => problems.push(event);
  let copy: typeof Library;

  before(async () => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    copy = await secondCopy();
    // A page with two versions may have a tag from one and its provider from the other.
    customElements.define('copy-provider', copy.LogtoAccountProvider);
    customElements.define('copy-sign-in', copy.LogtoSignIn);
  });

  afterEach(() => expect(problems.splice(0)).to.deep.equal([]));

  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  it('are independent, and the second leaves the elements of the first alone', () => {
    expect(copy.AccountError).not.to.equal(AccountError);
    expect(customElements.get('logto-sign-in')).not.to.equal(copy.LogtoSignIn);
  });

  it('share the account of the first copy’s provider', async () => {
    const { provider, logto } = await mount(html`<logto-sign-in></logto-sign-in><copy-sign-in></copy-sign-in>`);
    expect(textOf(provider)).to.equal('Signed in as Ada Lovelace Signed in as Ada Lovelace');
    expect(logto.requests.length).to.equal(1);
  });

  it('share the account of the second copy’s provider', async () => {
    const { provider: first, logto } = await mount('', { signedOut: true });
    const provider = document.createElement('copy-provider') as Library.LogtoAccountProvider;
    provider.client = new HostClient(logto);
    provider.settings = snapshotOf(logto);
    provider.append(document.createElement('logto-sign-in'), document.createElement('copy-sign-in'));
    put(provider);
    await whenLoaded(provider);
    expect(textOf(provider)).to.match(/^Signed in as Ada Lovelace Sign out Signed in as Ada Lovelace Sign out$/);
    expect(first.status).to.equal('signed-out');
    expect(logto.requests.length).to.equal(1);
  });

  it('recognize each other’s errors', async () => {
    const said = listenToConsole();
    const { provider } = await mount(html`<copy-sign-in></copy-sign-in>`, { logto: new FakeLogto({ enabled: false }) });
    const words = 'You cannot manage your account here yet.';
    await waitUntil(() => textOf(provider) === words, textOf(provider)); // each copy loads its own
    expect(await said.warned()).to.have.lengthOf(1);
  });

  it('fire one event for a failed action', async () => {
    const logto = new FakeLogto();
    const client = new HostClient(logto);
    client.leave = () => Promise.reject(new AccountError('third-party-app'));
    Object.assign(client, { clearAllTokens: undefined });
    const said = listenToConsole();
    const { provider } = await mount(html`<copy-sign-in></copy-sign-in>`, { logto, properties: { client } });
    const errors = eventsOf(provider, 'logto-error');
    const tag = provider.querySelector('copy-sign-in')!;
    button(tag, 'Sign out').click();
    const words = 'This page can show your account, but cannot change it.';
    await waitUntil(() => textOf(byRole(tag, 'alert')) === words, textOf(tag));
    expect(errors.length).to.equal(1);
    expect(await said.warned()).to.have.lengthOf(1);
  });

  it('find each other if the provider is upgraded after its elements', async () => {
    const logto = new FakeLogto();
    serve(logto);
    const provider = put(document.createElement('late-provider')) as Library.LogtoAccountProvider;
    provider.append(document.createElement('logto-sign-in'));
    await whenRendered(provider);
    expect(textOf(provider)).to.equal('Loading…');
    customElements.define('late-provider', class extends copy.LogtoAccountProvider {});
    provider.settings = snapshotOf(logto);
    provider.client = new HostClient(logto);
    await whenLoaded(provider);
    expect(textOf(provider)).to.contain('Signed in as Ada Lovelace');
  });
});
