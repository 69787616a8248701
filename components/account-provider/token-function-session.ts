import { AccountError } from '../../src/api/account-error.js';
import type { Session } from './session.js';

/**
 * Gives the opaque access token of the Logto endpoint (no `resource`), or nothing when the user is signed out.
 * `renew` is true when Logto refused the last token: give another one, if there is one.
 */
export type GetAccessToken = (options: {
  renew: boolean;
}) => Promise<string | null | undefined> | string | null | undefined;

/** Any other SDK, or a back end for front ends. */
export function tokenFunctionSession(getAccessToken: GetAccessToken): Session {
  const ask = async (renew: boolean) => {
    const token: unknown = await callHost(() => getAccessToken({ renew }));
    if (typeof token !== 'string' || token === '') throw new AccountError('signed-out');
    return token;
  };
  return { getAccessToken: () => ask(false), renewAccessToken: () => ask(true) };
}

/** `fetch` rejects with a `TypeError` when it cannot reach the server, and hosts pass that on. */
export async function callHost<Result>(call: () => Result): Promise<Awaited<Result>> {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof TypeError) throw new AccountError('network', undefined, { cause });
    throw AccountError.from(cause);
  }
}
