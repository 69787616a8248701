import { AccountError } from '../api/account-error.js';

/** How long anybody waits for a token, in milliseconds; as long as for an answer of the Account API. */
export const patience = 30_000;

/** Rejects as `timeout` when the work takes too long. The work itself goes on. */
export async function inTime<Result>(work: Promise<Result>): Promise<Result> {
  const time = AbortSignal.timeout(patience);
  return new Promise<Result>((resolve, reject) => {
    time.addEventListener('abort', () => reject(new AccountError('timeout')));
    work.then(resolve, reject);
  });
}
