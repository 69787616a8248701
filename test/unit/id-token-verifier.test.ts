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

test('an ID token that Logto made for this application counts', () => assert.doesNotReject(verify(claims())));

test('a clock that is four minutes wrong does not keep anybody out', async () => {
  await verify({ ...claims(), iat: now() + 240 });
  await verify({ ...claims(), iat: now() - 240, exp: now() - 240 });
});

test('whoever is signed in already is not asked for the time again when their token is renewed', () =>
  signed({ ...claims(), iat: now() + 3600, exp: now() + 7200 }).then((token) =>
    verifyIdToken(client, token, { sub: 'ada' }),
  ));

for (const [what, ahead, says] of [
  ['ten minutes ahead', -600, /\b(599|600|601) seconds ahead of Logto/],
  ['an hour behind', 3600, /\b(3599|3600|3601) seconds behind Logto/],
] as const)
  test(`with a clock that is ${what} the clock is told to be wrong, and by how much`, async () => {
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
  'that is over': { ...claims(), exp: now() - 400 },
  'of long ago': { ...claims(), iat: now() - 3600 },
  'of the future': { ...claims(), iat: now() + 3600 },
  'without a time': { iss: issuer, aud: appId, sub: 'ada' },
}))
  test(`an ID token ${what} does not count`, () => assert.rejects(verify(payload)));

test('an ID token that somebody else has signed does not count', () =>
  assert.rejects(verify(claims(), anotherKey), /signature/));

test('an ID token that nobody has signed does not count', () =>
  assert.rejects(verifyIdToken(client, new UnsecuredJWT(claims()).encode())));
