import type { StandardLogtoClient } from '@logto/client';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';

import { AccountError } from '../api/account-error.js';
import type { IdTokenClaims } from './stored-session.js';

/** How far the clocks of the user and of Logto may be apart, in seconds; as much as Logto's SDKs allow. */
const clockTolerance = 300;

/**
 * Checks an ID token as OpenID Connect Core 1.0, section 3.1.3.7, wants it before the token counts.
 *
 * @param known The claims of the user who is signed in already: their clock is not asked again.
 */
export async function verifyIdToken(
  client: StandardLogtoClient,
  idToken: string,
  known?: IdTokenClaims,
): Promise<void> {
  const { issuer, jwksUri } = await client.getOidcConfig();
  const audience = client.logtoConfig.appId;
  const { iat, sub } = decodeJwt(idToken);
  if (iat === undefined) throw new Error('The ID token does not say when it was issued');
  // It comes straight from the token endpoint: a token that is not of now tells of a clock that is not.
  const currentDate = new Date(iat * 1000);
  await jwtVerify(idToken, keysAt(jwksUri), { issuer, audience, currentDate, clockTolerance });
  const ahead = Math.round(Date.now() / 1000 - iat);
  if (Math.abs(ahead) > clockTolerance && known?.sub !== sub) throw wrongClock(ahead);
}

const wrongClock = (ahead: number) =>
  new AccountError('signed-out', 'clock_wrong', {
    cause: new Error(
      `The clock of this device is ${Math.abs(ahead)} seconds ${ahead > 0 ? 'ahead of' : 'behind'} Logto's.`,
    ),
  });

const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();

function keysAt(jwksUri: string) {
  const keys = keySets.get(jwksUri) ?? createRemoteJWKSet(new URL(jwksUri));
  keySets.set(jwksUri, keys);
  return keys;
}
