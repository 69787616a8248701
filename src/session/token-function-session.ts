import { AccountError } from '../api/account-error.js';
import type { Session } from './session.js';
import { inTime } from './time-limit.js';

/**
 * Gives the opaque access token of the Logto endpoint (no `resource`), or nothing when the user is signed out.
 * `renew` is true when Logto refused the last token: give another one, if there is one.
 */
export type GetAccessToken = (options: {
  renew: boolean;
}) => Promise<string | null | undefined> | string | null | undefined;

/** Any other SDK, or a back end for front ends. */
export function tokenFunctionSession(getAccessToken: GetAccessToken): Session {
  let given: string | undefined;
  const ask = async (renew: boolean) => {
    const token: unknown = await callHost(() => inTime(Promise.resolve(getAccessToken({ renew }))));
    if (typeof token !== 'string' || token === '') throw new AccountError('signed-out');
    if (isJwt(token)) throw new AccountError('unexpected', 'token_is_a_jwt');
    return (given = token);
  };
  return {
    getAccessToken: () => ask(false),
    renewAccessToken: () => ask(true),
    isRenewed: async () => {
      const known = given;
      if (known === undefined) return false;
      const token = await ask(false).catch((error: AccountError) => (error.kind === 'signed-out' ? undefined : known));
      return token !== known;
    },
  };
}

/** Tokens for an API resource and ID tokens are JWTs (RFC 7519); that of the Logto endpoint is opaque. */
const isJwt = (token: string) => /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(token);

/** `fetch` rejects with a `TypeError` when it cannot reach the server, and hosts pass that on. */
export async function callHost<Result>(call: () => Result): Promise<Awaited<Result>> {
  try {
    return await call();
  } catch (cause) {
    throw toAccountError(cause);
  }
}

export const toAccountError = (cause: unknown): AccountError =>
  cause instanceof TypeError ? new AccountError('network', undefined, { cause }) : AccountError.from(cause);
