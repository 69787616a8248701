import { getOwn, nonBlank } from '../../untrusted.js';
import { sha256 } from './hash.js';
import type { AskLogto } from './logto.js';
import { Problem } from './problem.js';
import { ShortMemory } from './short-memory.js';

/** Milliseconds for which Logto is not asked again about a token. */
const known = 10_000;

/** An opaque token of Logto, or something like it. JWTs have dots, and are for APIs: the Account API takes none. */
const opaque = /^[\w~+/=-]{16,512}$/;

interface AccessTokenOptions {
  ask: AskLogto;
  appIds: readonly string[];
  now: () => number;
}

type Verdict = { applicationId: string } | { problem: Problem };

/**
 * Finds out which of the page's own applications a token was issued to. A public client may ask about its own tokens
 * only, and is told that all others are not active: no secret is needed, and no other application's token gets through.
 */
export class AccessTokens {
  readonly #verdicts: ShortMemory<Verdict>;

  constructor(private readonly options: AccessTokenOptions) {
    this.#verdicts = new ShortMemory(options.now);
  }

  /** The application, or a `Problem` when the token is not good. */
  async applicationOf(token: string, signal: AbortSignal): Promise<string> {
    const verdict = await this.#verdict(token, signal);
    if ('problem' in verdict) throw verdict.problem;
    return verdict.applicationId;
  }

  async #verdict(token: string, signal: AbortSignal): Promise<Verdict> {
    if (!opaque.test(token)) return { problem: new Problem('auth.unauthorized') };
    const { now } = this.options;
    const key = await sha256(token);
    const kept = this.#verdicts.get(key);
    if (kept) return kept;
    const { verdict, expiresAt } = await this.#introspect(token, signal);
    this.#verdicts.set(key, verdict, Math.min(now() + known, expiresAt));
    return verdict;
  }

  async #introspect(token: string, signal: AbortSignal): Promise<{ verdict: Verdict; expiresAt: number }> {
    for (const appId of this.options.appIds) {
      const body = new URLSearchParams({ token, client_id: appId });
      const { status, body: found } = await this.options.ask('/oidc/token/introspection', {
        method: 'POST',
        body,
        signal,
      });
      if (getOwn(found, 'error') === 'invalid_client') throw misconfigured(status, appId);
      // Who knows nothing of a token says so. An empty answer is not Logto's.
      if (status !== 200 || typeof getOwn(found, 'active') !== 'boolean')
        throw new Problem('logto.unavailable', {}, { cause: new Error(`Introspection: ${status}`) });
      if (getOwn(found, 'active') !== true) continue;
      return { verdict: judge(found, appId), expiresAt: (Number(getOwn(found, 'exp')) || 0) * 1000 };
    }
    return { verdict: { problem: new Problem('auth.unauthorized') }, expiresAt: Infinity };
  }
}

/** Only an application without a secret may ask for itself. */
function misconfigured(status: number, appId: string): Problem {
  const what =
    status === 401
      ? `The application "${appId}" has a secret. "appId" has to be the page's own, a single-page app.`
      : `There is no application "${appId}".`;
  return new Problem('server.misconfigured', {}, { cause: new Error(what) });
}

/** Whose it is, this answer does not say for sure: the tenant's script for custom claims may have changed `sub`. */
function judge(found: unknown, appId: string): Verdict {
  // A refresh token is active, too, and has no type.
  if (getOwn(found, 'client_id') !== appId || getOwn(found, 'token_type') !== 'Bearer')
    return { problem: new Problem('auth.unauthorized') };
  if (getOwn(found, 'act') !== undefined) return { problem: new Problem('auth.impersonated') };
  const scopes = (nonBlank(getOwn(found, 'scope')) ?? '').split(' ');
  return scopes.includes('openid') ? { applicationId: appId } : { problem: new Problem('auth.forbidden') };
}
