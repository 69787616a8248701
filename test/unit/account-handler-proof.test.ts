import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { generateKeyPair, SignJWT } from 'jose';

import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { charles, idToken, startLayer, takeMethodsAway, type Layer } from './account-handler-set-up.js';

const history = (layer: Layer, asking: Parameters<Layer['ask']>[2] = {}) =>
  layer.ask('GET', '/sign-in-history', asking);

describe('a verification record at the layer', () => {
  for (const access of ['Edit', 'ReadOnly', 'Off'] as const)
    it(`verifies the user while the account center’s sessions are ${access}`, async (t) => {
      const layer = await startLayer(t, { logto: { fields: { session: access, mfa: access } } });
      assert.equal((await history(layer, { proof: layer.proofOf() })).status, 200);
      assert.equal((await history(layer, { proof: layer.proofOf(charles) })).status, 401);
      assert.equal((await history(layer)).status, 401);
    });

  for (const [scopes, status] of [
    [['openid', 'profile', 'urn:logto:scope:sessions'], 200],
    [['openid', 'profile', 'identities'], 200],
    [['openid', 'profile'], 403],
  ] as const)
    it(`responds ${status} with the scopes ${scopes.join(' ')}`, async (t) => {
      const layer = await startLayer(t);
      const token = layer.logto.issueToken(ada, { scopes: [...scopes] });
      assert.equal((await history(layer, { token, proof: layer.proofOf() })).status, status);
      if (status === 200) assert.equal((await history(layer, { token, proof: layer.proofOf(charles) })).status, 401);
    });

  it('is reported once to the developer if the page’s tokens lack the scope to check it', async (t) => {
    const layer = await startLayer(t);
    const token = layer.logto.issueToken(ada, { scopes: ['openid', 'profile'] });
    for (let time = 0; time < 3; time++)
      assert.equal((await history(layer, { token, proof: layer.proofOf() })).body.code, 'auth.forbidden');
    assert.equal(layer.errors.length, 1);
    assert.match(String((layer.errors[0] as Error).cause), /scope "urn:logto:scope:sessions" or "identities"/);
    const other = layer.logto.issueToken(ada, { scopes: ['profile'] });
    assert.equal((await history(layer, { token: other })).body.code, 'auth.forbidden');
    assert.equal(layer.errors.length, 1, 'what anybody can cause is not said');
  });

  it('verifies no one if Logto accepts an unknown record', async (t) => {
    const layer = await startLayer(t);
    layer.logto.intercept(({ url }) => (url.includes('/grants') ? Response.json({ grants: [] }) : undefined));
    const { body } = await history(layer, { proof: layer.proofOf() });
    assert.equal(body.code, 'logto.unavailable');
  });

  it('verifies no one if Logto checks the toggle first', async (t) => {
    const layer = await startLayer(t);
    const off = { code: 'account_center.field_not_enabled', message: '' };
    layer.logto.intercept(({ url }) => (url.includes('/grants') ? Response.json(off, { status: 400 }) : undefined));
    const { body } = await history(layer, { proof: 'x'.repeat(21) });
    assert.equal(body.code, 'logto.unavailable');
  });

  for (const body of [{}, null, [], { grants: null }, { grants: {} }, { codes: [] }, 'grants', 7])
    it(`verifies no one if another server responds ${JSON.stringify(body)}`, async (t) => {
      const layer = await startLayer(t);
      const proof = layer.proofOf();
      layer.logto.intercept(({ headers, url }) =>
        url.includes('/grants') && headers.get('logto-verification-id') === proof ? Response.json(body) : undefined,
      );
      assert.deepEqual((await history(layer, { proof })).body.code, 'logto.unavailable');
    });

  it('verifies no one if another server responds to the request for backup codes', async (t) => {
    const layer = await startLayer(t);
    const [proof, token] = [layer.proofOf(), layer.logto.issueToken(ada, { scopes: ['openid', 'identities'] })];
    for (const body of [{}, null, { codes: {} }, { grants: [] }]) {
      const mend = layer.logto.intercept(({ headers, url }) =>
        url.endsWith('/backup-codes') && headers.get('logto-verification-id') === proof
          ? Response.json(body)
          : undefined,
      );
      assert.equal((await history(layer, { proof, token })).body.code, 'logto.unavailable');
      mend();
    }
    assert.equal((await history(layer, { proof, token })).status, 200);
  });

  it('is rejected if the token has expired in between', async (t) => {
    const layer = await startLayer(t);
    const ended = { code: 'auth.unauthorized', message: '' };
    layer.logto.intercept(({ url }) => (url.includes('/grants') ? Response.json(ended, { status: 401 }) : undefined));
    assert.equal((await history(layer, { proof: layer.proofOf() })).body.code, 'auth.unauthorized');
  });

  it('is valid for one deletion, even if that fails', async (t) => {
    const layer = await startLayer(t);
    const proof = layer.proofOf();
    const mend = layer.logto.intercept(({ method }) =>
      method === 'DELETE' ? new Response('{}', { status: 500 }) : undefined,
    );
    assert.equal((await layer.ask('DELETE', '/account', { proof })).body.code, 'logto.outcome_unknown');
    mend();
    const again = await layer.ask('DELETE', '/account', { proof });
    assert.deepEqual([again.status, again.body.code], [401, 'verification_record.permission_denied']);
    assert.ok(layer.logto.tenant.users.some(({ id }) => id === ada));
    assert.equal((await layer.ask('DELETE', '/account', { proof: layer.proofOf() })).status, 200);
  });

  it('is valid once for all instances with a shared store, and for two simultaneous requests', async (t) => {
    const shared = new Map<string, string>();
    const store = {
      get: (key: string) => shared.get(key),
      set: (key: string, value: string) => shared.set(key, value),
    };
    const [one, other] = [await startLayer(t, { store }), await startLayer(t, { store })];
    const proof = one.proofOf();
    other.logto.tenant.verificationRecords = one.logto.tenant.verificationRecords;
    const both = await Promise.all([
      one.ask('DELETE', '/account', { proof }),
      one.ask('DELETE', '/account', { proof }),
    ]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 401]);
    assert.equal((await other.ask('DELETE', '/account', { proof })).status, 401);
    assert.equal(one.audits.length, 1);
    for (const [key, value] of shared) assert.doesNotMatch(key + value, new RegExp(proof));
  });
});

describe('a new sign-in at the layer', () => {
  const withoutMethods = async (t: Parameters<typeof startLayer>[0]) => {
    const layer = await startLayer(t);
    takeMethodsAway(layer);
    return layer;
  };
  const ask = (layer: Layer, token: string) => history(layer, { headers: { 'logto-id-token': token } });

  it('verifies users who have no other way', async (t) => {
    const layer = await withoutMethods(t);
    assert.equal((await ask(layer, await idToken(layer, 299))).status, 200);
  });

  for (const [what, secondsAgo, claims] of [
    ['too long ago', 301, {}],
    ['in the future', -60, {}],
    ['of another user', 10, { sub: charles }],
    ['at another application', 10, { aud: 'photo-printer' }],
    ['at another tenant', 10, { iss: 'https://other.example/oidc' }],
    ['without a time', 10, { auth_time: undefined }],
  ] as const)
    it(`verifies no one if it was ${what}`, async (t) => {
      const layer = await withoutMethods(t);
      const { status, body } = await ask(layer, await idToken(layer, secondsAgo, claims));
      assert.deepEqual([status, body.code, body.proof], [401, 'sign_in.not_recent', 'fresh-sign-in']);
    });

  it('verifies no one if the token is unsigned or signed by another key', async (t) => {
    const layer = await withoutMethods(t);
    const now = Math.floor(layer.time.now / 1000);
    const claims = { iss: `${layer.origin}/oidc`, aud: 'demo-app', sub: ada, iat: now, exp: now + 60, auth_time: now };
    const { privateKey } = await generateKeyPair('ES384');
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'ES384', kid: 'stand-in' }).sign(privateKey);
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`.replaceAll('=', '');
    const secret = new TextEncoder().encode('x'.repeat(48));
    const symmetric = await new SignJWT(claims).setProtectedHeader({ alg: 'HS384', kid: 'stand-in' }).sign(secret);
    for (const token of [forged, unsigned, symmetric, 'nonsense'])
      assert.equal((await ask(layer, token)).body.code, 'sign_in.not_recent');
  });

  it('is not enough for users who have a password', async (t) => {
    const layer = await startLayer(t);
    const { body } = await ask(layer, await idToken(layer, 1));
    assert.deepEqual([body.code, body.proof], ['verification_record.permission_denied', 'permission-record']);
  });

  it('is checked with a key that Logto has rotated since', async (t) => {
    const layer = await withoutMethods(t);
    assert.equal((await ask(layer, await idToken(layer, 1))).status, 200);
    const other = new FakeLogto({ clock: () => layer.time.now });
    layer.logto.intercept(async ({ url }) =>
      url.endsWith('/jwks')
        ? Response.json({ keys: [{ ...(await other.idTokens.publicKey()), kid: 'stand-in-2' }] })
        : undefined,
    );
    const now = Math.floor(layer.time.now / 1000);
    const claims = { iss: `${layer.origin}/oidc`, aud: 'demo-app', sub: ada, iat: now, exp: now + 60, auth_time: now };
    const token = await other.idTokens.sign(claims, 'stand-in-2');
    layer.takeRequests();
    assert.equal((await ask(layer, token)).status, 401, 'asked again within half a minute');
    layer.passSeconds(31);
    assert.equal((await ask(layer, token)).status, 200);
  });

  it('is valid for one deletion, even with a renewed token', async (t) => {
    const layer = await withoutMethods(t);
    const remove = async (token: string) =>
      (await layer.ask('DELETE', '/account', { headers: { 'logto-id-token': token } })).status;
    const mend = layer.logto.intercept(({ method }) =>
      method === 'DELETE' ? Response.json({}, { status: 400 }) : undefined,
    );
    assert.equal(await remove(await idToken(layer, 10)), 502);
    mend();
    assert.equal(await remove(await idToken(layer, 10, { jti: 'another' })), 401);
    assert.equal(await remove(await idToken(layer, 5)), 200);
  });
});
