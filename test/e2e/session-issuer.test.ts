import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';

import { close, listen } from '../fake-logto/node-http.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { strictPolicy } from './strict-csp.js';

const path = 'stories/demo/index.html';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** A server that pretends to be a Logto endpoint. */
interface Impostor {
  origin: string;
  /** What it was asked, preflights left out, as `POST /oidc/token`. */
  asked: string[];
  /** All that was said to it: addresses, headers, bodies. */
  heard(): string;
}

type Metadata = (own: string, honest: string) => Record<string, string>;

/** It speaks in its own name, and sends people to the honest tenant's sign-in page. */
const mixedUp: Metadata = (own, honest) => ({
  issuer: `${own}/oidc`,
  authorization_endpoint: `${honest}/oidc/auth`,
  token_endpoint: `${own}/oidc/token`,
  jwks_uri: `${honest}/oidc/jwks`,
  end_session_endpoint: `${own}/oidc/session/end`,
  revocation_endpoint: `${own}/oidc/token/revocation`,
});

/** It speaks in the honest tenant's name. */
const inAnothersName: Metadata = (own, honest) => ({ ...mixedUp(own, honest), issuer: `${honest}/oidc` });

/** Runs a visit with an impostor that the page may ask, as far as its policy is concerned. */
function besideImpostor(metadata: Metadata, run: (visit: Visit, impostor: Impostor) => Promise<void>) {
  return stage.visit(async (visit) => {
    const asked: string[] = [];
    const heard: string[] = [];
    const server = createServer((request, response) => {
      if (request.method === 'OPTIONS') return allow(response).end();
      asked.push(`${request.method} ${request.url}`);
      heard.push(request.url ?? '', JSON.stringify(request.headers));
      request.on('data', (part: Buffer) => heard.push(part.toString()));
      const isDiscovery = request.url?.endsWith('/openid-configuration');
      allow(response).end(JSON.stringify(isDiscovery ? metadata(origin, visit.server.origin) : { id: 'eve' }));
    });
    const origin = await listen(server, 0, '127.0.0.1');
    visit.problems.expect(new RegExp(`third party: ${origin}`), /\/api\/\.well-known\//, /status of 401/);
    visit.headers['content-security-policy'] = strictPolicy(`${visit.server.origin} ${origin}`);
    try {
      await run(visit, { origin, asked, heard: () => heard.join('\n') });
    } finally {
      await close(server);
    }
  });
}

const allow = (response: ServerResponse) =>
  response.writeHead(200, {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*, authorization',
    'access-control-allow-methods': '*',
    'content-type': 'application/json',
  });

/** Has every page of this visit ask another endpoint from the start. */
const pointTo = ({ page }: Visit, endpoint: string) =>
  page.evaluateOnNewDocument((address) => {
    document.addEventListener('readystatechange', () =>
      document.querySelector('logto-account-provider')?.setAttribute('endpoint', address),
    );
  }, endpoint);

const storedTokens = ({ page }: Visit) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => /token/i.test(key))
      .sort(),
  );

/** The token itself, as it would stand in a request. */
const accessTokenOf = ({ page }: Visit) =>
  page.evaluate(() => /"token":"([^"]+)"/.exec(localStorage.getItem('logto:demo-app:accessToken') ?? '')?.[1] ?? '?');

test('markup with another endpoint gets no token of the stored session', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.enter();
    const token = await accessTokenOf(visit);
    await visit.page.evaluate((endpoint) => {
      const provider = document.createElement('logto-account-provider');
      provider.setAttribute('endpoint', endpoint);
      provider.setAttribute('app-id', 'demo-app');
      provider.append(document.createElement('logto-sign-in'), document.createElement('logto-sessions'));
      document.body.append(provider);
    }, impostor.origin);
    await visit.screen.see('Something went wrong on our side. Try again in a moment.');
    assert.deepEqual(impostor.asked, []);
    assert.ok(!impostor.heard().includes(token));
    await visit.problems.warned(/uses the same app-id with another endpoint/);
    await visit.page.reload();
    await visit.screen.see('Signed in as Ada Lovelace');
  }));

test('markup with an Account API layer elsewhere sends no token there', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.enter();
    const addresses = { endpoint: visit.server.origin, 'account-api': `${impostor.origin}/account-api` };
    const provider = await visit.page.evaluateHandle((attributes) => {
      const made = document.createElement('logto-account-provider');
      for (const [name, value] of Object.entries({ ...attributes, 'app-id': 'demo-app' }))
        made.setAttribute(name, value);
      made.append(document.createElement('logto-access-tokens'), document.createElement('logto-delete-account'));
      document.body.append(made);
      return made;
    }, addresses);
    await visit.page.waitForFunction((made) => made.status === 'ready', {}, provider);
    await visit.problems.warned(/account-api accepts only an address on the page’s own origin/);
    await visit.page.waitForNetworkIdle();
    assert.deepEqual(impostor.asked, []);
  }));

test('an endpoint that changes while the page is open gets no token of the first one’s session', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.enter();
    const setEndpoint = (endpoint: string) =>
      visit.page.$eval('logto-account-provider', (provider, address) => (provider.endpoint = address), endpoint);
    await setEndpoint(impostor.origin);
    await visit.screen.see('Sign in to see this part of your account.');
    assert.deepEqual(impostor.asked, []);

    await setEndpoint(visit.server.origin);
    await visit.screen.see('Signed in as Ada Lovelace');
  }));

test('an expired access token is not renewed at another endpoint', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.enter();
    await visit.page.evaluate(() => {
      const key = 'logto:demo-app:accessToken';
      localStorage.setItem(key, (localStorage.getItem(key) ?? '').replace(/"expiresAt":\d+/, '"expiresAt":1'));
    });
    await pointTo(visit, impostor.origin);
    await visit.page.reload();
    await visit.screen.see('Sign in to see this part of your account.');
    assert.deepEqual(impostor.asked, []);
  }));

test('signing out at another endpoint sends no token there', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.enter();
    await pointTo(visit, impostor.origin);
    await visit.page.reload();
    await visit.screen.see('Sign in to see this part of your account.');
    const code = await visit.page.$eval('logto-account-provider', (provider) =>
      provider.signOut().then(
        () => '',
        (error: { code: string }) => error.code,
      ),
    );
    assert.equal(code, 'signed-out');
    assert.deepEqual(impostor.asked, []);
    assert.notDeepEqual(await storedTokens(visit), []);
  }));

test('a code is redeemed only at the endpoint of the issuer that issued it', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await pointTo(visit, impostor.origin);
    await visit.open(path);
    await visit.screen.click('button', 'Sign in');
    await visit.signIn();
    await visit.screen.see('Sign-in did not finish. Try again.');
    assert.deepEqual(
      impostor.asked.filter((request) => !request.endsWith('/openid-configuration')),
      [],
    );
    assert.ok(!visit.page.url().includes('code='));
    await visit.problems.warned(/from another issuer/);
  }));

test('a code without an issuer is not redeemed if the tenant always names its issuer', () =>
  stage.visit(async (visit) => {
    await visit.page.evaluateOnNewDocument(() => {
      const answer = new URL(location.href);
      if (!answer.searchParams.has('code')) return;
      answer.searchParams.delete('iss');
      history.replaceState(null, '', answer);
    });
    await visit.open(path);
    await visit.screen.click('button', 'Sign in');
    await visit.signIn();
    await visit.screen.see('Sign-in did not finish. Try again.');
    assert.ok(!visit.page.url().includes('code='));
    assert.ok(!(await storedTokens(visit)).includes('logto:demo-app:accessToken'));
    await visit.problems.warned(/from another issuer/);
  }));

test('no one signs in at an endpoint with another issuer', () =>
  besideImpostor(inAnothersName, async (visit, impostor) => {
    await pointTo(visit, impostor.origin);
    await visit.open(path);
    await visit.screen.click('button', 'Sign in');
    await visit.screen.see('Something went wrong on our side. Try again in a moment.');
    assert.equal(visit.page.url(), `${visit.site}/${path}`);
    await visit.problems.warned(/uses another issuer/);
  }));

test('the response to a sign-in at one endpoint is ignored by a provider of another', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.open(path);
    await visit.screen.click('button', 'Sign in');
    await visit.screen.find('textbox', 'Password');
    await pointTo(visit, impostor.origin);
    await visit.signIn();
    await visit.screen.see('Sign in to see this part of your account.');
    assert.ok(visit.page.url().includes('code='));
    assert.deepEqual(impostor.asked, []);
  }));

test('a client with another endpoint than the provider’s is not asked for a token', () =>
  besideImpostor(mixedUp, async (visit, impostor) => {
    await visit.open('test/e2e/pages/client.html');
    await visit.screen.click('button', 'Come in');
    await visit.signIn();
    await visit.screen.see('Signed in as Ada Lovelace');
    await pointTo(visit, impostor.origin);
    await visit.page.reload();
    await visit.screen.see('Something went wrong on our side. Try again in a moment.');
    assert.deepEqual(impostor.asked, []);
    await visit.problems.warned(/have different origins/);
  }));
