import type { StandardLogtoClient } from '@logto/client';
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** How far the clocks of the user and of Logto may be apart, in seconds; as much as Logto's SDKs allow. */
const clockTolerance = 300;

/** Checks an ID token as OpenID Connect Core 1.0, section 3.1.3.7, wants it before the token counts. */
export async function verifyIdToken(client: StandardLogtoClient, idToken: string): Promise<void> {
  const { issuer, jwksUri } = await client.getOidcConfig();
  const audience = client.logtoConfig.appId;
  const { payload } = await jwtVerify(idToken, keysAt(jwksUri), { issuer, audience, clockTolerance });
  if (Math.abs((payload.iat ?? 0) - Date.now() / 1000) > clockTolerance)
    throw new Error('The ID token was issued at another time');
}

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keysAt(jwksUri: string) {
  const keys = keySets.get(jwksUri) ?? createRemoteJWKSet(new URL(jwksUri));
  keySets.set(jwksUri, keys);
  return keys;
}
