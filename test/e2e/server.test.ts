import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { startFakeLogtoServer, type FakeLogtoServer } from '../fake-logto/server.js';

const page = 'http://localhost:5173';
const stranger = 'https://stranger.example';
const allowedOrigin = (response: Response) => response.headers.get('access-control-allow-origin');

let server: FakeLogtoServer;

beforeEach(async () => {
  server = await startFakeLogtoServer({ logto: new FakeLogto() });
});

afterEach(() => server.close());

function ask(path: string, origin: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.origin}${path}`, { ...init, headers: { origin, ...init.headers } });
}

function asForm(fields: Record<string, string>): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields) };
}

test('the discovery document has Logto’s paths, and every origin can read it', async () => {
  const response = await ask('/oidc/.well-known/openid-configuration', stranger);
  const found = (await response.json()) as Record<string, string>;
  const issuer = `${server.origin}/oidc`;
  assert.equal(allowedOrigin(response), stranger);
  assert.equal(found.issuer, issuer);
  assert.equal(found.authorization_endpoint, `${issuer}/auth`);
  assert.equal(found.token_endpoint, `${issuer}/token`);
  assert.equal(found.userinfo_endpoint, `${issuer}/me`);
  assert.equal(found.end_session_endpoint, `${issuer}/session/end`);
  assert.equal(found.jwks_uri, `${issuer}/jwks`);
  assert.equal(found.revocation_endpoint, `${issuer}/token/revocation`);
  assert.deepEqual(found.id_token_signing_alg_values_supported, ['ES384']);
});

test('the public key can be read from every origin', async () => {
  const response = await ask('/oidc/jwks', stranger);
  const { keys } = (await response.json()) as { keys: Record<string, string>[] };
  assert.equal(allowedOrigin(response), stranger);
  assert.deepEqual(Object.keys(keys[0] ?? {}).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
});

test('tokens are given only to origins of the redirect URIs, and errors have Logto’s codes', async () => {
  const wrong = asForm({ grant_type: 'refresh_token', client_id: 'demo-app', refresh_token: 'nope' });
  const here = await ask('/oidc/token', page, wrong);
  assert.equal(here.status, 400);
  assert.equal(allowedOrigin(here), page);
  assert.equal(((await here.json()) as { code: string }).code, 'oidc.invalid_grant');
  const elsewhere = await ask('/oidc/token', stranger, wrong);
  assert.equal(elsewhere.status, 400);
  assert.equal(allowedOrigin(elsewhere), null);
});

test('an unknown application or redirect URI gets a JSON error like Logto’s', async () => {
  for (const [application, uri, code] of [
    ['demo-app', `${stranger}/`, 'oidc.invalid_redirect_uri'],
    ['no-app', `${page}/`, 'oidc.invalid_client'],
  ]) {
    const query = new URLSearchParams({ client_id: application ?? '', redirect_uri: uri ?? '', response_type: 'code' });
    const response = await ask(`/oidc/auth?${query}`, page, { headers: { accept: 'text/html' } });
    assert.equal(response.status, 400);
    assert.equal(((await response.json()) as { code: string }).code, code);
  }
});

test('the Account API accepts preflights, tokens issued by hand and multipart bodies', async () => {
  const preflight = await ask('/api/my-account', stranger, {
    method: 'OPTIONS',
    headers: { 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'authorization' },
  });
  assert.equal(preflight.status, 204);
  assert.equal(allowedOrigin(preflight), stranger);

  const authorization = `Bearer ${server.logto.issueToken(ada)}`;
  const body = new FormData();
  body.set('file', new Blob(['picture'], { type: 'image/png' }), 'ada.png');
  const upload = await ask('/api/my-account/user-assets/avatar', page, {
    method: 'POST',
    headers: { authorization },
    body,
  });
  assert.equal(upload.status, 200);
  const { url } = (await upload.json()) as { url: string };
  assert.equal(await (await fetch(url)).text(), 'picture');
});

test('the codes that would be sent can be read from every origin', async () => {
  server.logto.outbox.push({ to: 'ada@example.com', code: '123456', template: 'BindNewIdentifier', sentAt: 0 });
  const response = await ask('/outbox', stranger);
  assert.equal(allowedOrigin(response), '*');
  assert.deepEqual(await response.json(), server.logto.outbox);
});

test('opening the sign-in page directly says what to do', async () => {
  const response = await ask('/sign-in', page);
  assert.equal(response.status, 400);
  assert.match(await response.text(), /Go back to the application/);
});
