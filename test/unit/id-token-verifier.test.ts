import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';

import type { StandardLogtoClient } from '@logto/client';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';

import type { AccountError } from '../../src/api/account-error.js';
import { verifyIdToken } from '../../src/session/id-token-verifier.js';

const issuer = 'https://ada.example/oidc';
const appId = 'an-app';
const { privateKey, publicKey } = await generateKeyPair('ES384');
const { privateKey: anotherKey } = await generateKeyPair('ES384');
const jwk = { ...(await exportJWK(publicKey)), kid: 'first', alg: 'ES384', use: 'sig' };

const server = createServer((_, response) => {
  response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());

const client = {
  logtoConfig: { appId },
  getOidcConfig: async () => ({ issuer, jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks` }),
} as unknown as StandardLogtoClient;

const now = () => Math.floor(Date.now() / 1000);
const claims = (): JWTPayload => ({ iss: issuer, aud: appId, sub: 'ada', iat: now(), exp: now() + 3600 });

const signed = (payload: JWTPayload, key = privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'ES384', kid: 'first' }).sign(key);

const verify = async (payload: JWTPayload, key = privateKey) => verifyIdToken(client, await signed(payload, key));

test('an ID token that Logto issued for this application is valid', () => assert.doesNotReject(verify(claims())));

test('an ID token is valid if the clock is four minutes wrong', async () => {
  await verify({ ...claims(), iat: now() + 240 });
  await verify({ ...claims(), iat: now() - 240, exp: now() - 240 });
});

test('a renewed ID token of a signed-in user is not checked against the clock', () =>
  signed({ ...claims(), iat: now() + 3600, exp: now() + 7200 }).then((token) =>
    verifyIdToken(client, token, { sub: 'ada' }),
  ));

for (const [what, ahead, says] of [
  ['ten minutes ahead', -600, /\b(599|600|601) seconds ahead of Logto/],
  ['an hour behind', 3600, /\b(3599|3600|3601) seconds behind Logto/],
] as const)
  test(`an ID token with a clock that is ${what} is rejected with the clock’s difference`, async () => {
    const iat = now() + ahead;
    const failure = verify({ ...claims(), iat, exp: iat + 3600 });
    await assert.rejects(failure, (error: AccountError) => {
      assert.equal(error.code, 'clock_wrong');
      assert.match(String(error.cause), says);
      return true;
    });
  });

for (const [what, payload] of Object.entries<JWTPayload>({
  'for another application': { ...claims(), aud: 'another-app' },
  'by another issuer': { ...claims(), iss: 'https://eve.example/oidc' },
  'that has expired': { ...claims(), exp: now() - 400 },
  'of an hour ago': { ...claims(), iat: now() - 3600 },
  'from the future': { ...claims(), iat: now() + 3600 },
  'without a time': { iss: issuer, aud: appId, sub: 'ada' },
}))
  test(`an ID token ${what} is invalid`, () => assert.rejects(verify(payload)));

test('an ID token signed by another key is invalid', () => assert.rejects(verify(claims(), anotherKey), /signature/));

test('an unsigned ID token is invalid', () =>
  assert.rejects(verifyIdToken(client, new UnsecuredJWT(claims()).encode())));
