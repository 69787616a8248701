import { createLocalJWKSet, jwtVerify, type JWK } from 'jose';

import { listOf, getOwn } from '../../untrusted.js';
import type { AskLogto } from './logto.js';
import { Problem } from './problem.js';

interface FreshSignInOptions {
  ask: AskLogto;
  /** Who signs the ID tokens: the address of the tenant with `/oidc` at the end. */
  issuer: string;
  now: () => number;
}

/** Seconds for which a sign-in is fresh. */
const fresh = 300;

/** Seconds by which the clocks of this server and of Logto may be apart. */
const tolerance = 30;

const [keysAreGood, pause] = [3600_000, 30_000];

/** Signatures that only who has Logto's private key can make. */
const algorithms = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA'];

/** Only these can have signed anything. */
const isKey = (key: unknown): key is JWK => typeof getOwn(key, 'kty') === 'string';

/** Checks ID tokens of sign-ins just now, for people who can have no permission record. */
export class FreshSignIns {
  #keys: ReturnType<typeof createLocalJWKSet> | undefined;
  #readAt = -Infinity;

  constructor(private readonly options: FreshSignInOptions) {}

  /** When this person signed in at this application, in seconds since 1970; `undefined` when that was not just now. */
  async timeOf(idToken: string | null, who: { id: string; applicationId: string }, signal: AbortSignal) {
    if (!idToken || idToken.length > 16_384) return undefined;
    const claims = await this.#claims(idToken, who.applicationId, signal);
    const time = claims?.auth_time;
    // When it was issued says nothing: a renewed ID token repeats the time of the sign-in.
    if (claims?.sub !== who.id || typeof time !== 'number') return undefined;
    const age = this.options.now() / 1000 - time;
    return age <= fresh && age >= -tolerance ? time : undefined;
  }

  async #claims(idToken: string, audience: string, signal: AbortSignal) {
    const { issuer, now } = this.options;
    const currentDate = new Date(now());
    const verify = async (keys: ReturnType<typeof createLocalJWKSet>) =>
      (await jwtVerify(idToken, keys, { issuer, audience, algorithms, currentDate, clockTolerance: tolerance }))
        .payload;
    try {
      return await verify(await this.#keySet(keysAreGood, signal));
    } catch (error) {
      if (error instanceof Problem) throw error;
      if (getOwn(Object.assign({}, error), 'code') !== 'ERR_JWKS_NO_MATCHING_KEY') return undefined;
    }
    // Logto may have taken a new key since; whoever makes keys up is not asked about one by one.
    const keys = await this.#keySet(pause, signal);
    return verify(keys).catch(() => undefined);
  }

  async #keySet(maxAge: number, signal: AbortSignal) {
    const { ask, now } = this.options;
    if (this.#keys && now() - this.#readAt < maxAge) return this.#keys;
    const { status, body } = await ask('/oidc/jwks', { signal });
    const keys = listOf(getOwn(body, 'keys')).filter(isKey);
    if (status !== 200 || keys.length === 0) throw new Problem('logto.unavailable');
    this.#readAt = now();
    return (this.#keys = createLocalJWKSet({ keys }));
  }
}
