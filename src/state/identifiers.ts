import type { Account } from '../api/account.js';

export type SignInIdentifier = 'username' | 'primaryEmail' | 'primaryPhone';

/**
 * Whether this is the only way for the user to sign in, as far as the account shows: Logto refuses to remove the last of
 * username, email, phone and social accounts. `false` while one of them is hidden, as it may be another way.
 */
export function isLastIdentifier(account: Account, identifier: SignInIdentifier): boolean {
  const { username, primaryEmail, primaryPhone, identities } = account;
  const others = Object.entries({ username, primaryEmail, primaryPhone }).filter(([name]) => name !== identifier);
  return (
    identities !== undefined && Object.keys(identities).length === 0 && others.every(([, value]) => value === null)
  );
}
