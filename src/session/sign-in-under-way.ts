import { AccountError } from '../api/account-error.js';
import { recordKey, recordOf, scopesKey, type SignInPlace, type SignInRecord } from './sign-in-record.js';

/** Remembers where the user goes to sign in, from where, and what for. */
export function rememberSignIn({ endpoint, stored }: SignInPlace, scopes: readonly string[]): void {
  const record: SignInRecord = { endpoint, page: location.href, scopes };
  try {
    sessionStorage.setItem(recordKey(stored.appId), JSON.stringify(record));
  } catch (cause) {
    throw new AccountError('signed-out', 'storage_unavailable', { cause });
  }
}

/** Gives what was remembered, once. */
export function takeSignIn({ stored }: SignInPlace): Partial<SignInRecord> {
  const record = recordOf(stored.appId);
  try {
    sessionStorage.removeItem(recordKey(stored.appId));
    sessionStorage.setItem(scopesKey(stored.appId), JSON.stringify(record.scopes ?? []));
  } catch {
    // Storage is full: the user may be asked to sign in once more than needed.
  }
  return record;
}
