import type { Account } from '../api/account.js';

type SignInIdentifier = 'username' | 'primaryEmail' | 'primaryPhone';

/** What tells the account from others for its user and their password manager; `undefined` when none is set or shown. */
export const identifierOf = ({ username, primaryEmail, primaryPhone }: Partial<Account>): string | undefined =>
  username || primaryEmail || primaryPhone || undefined;

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

/** The same for the only social account. */
export function isLastIdentity({ username, primaryEmail, primaryPhone, identities }: Account): boolean {
  const isOnly = identities !== undefined && Object.keys(identities).length === 1;
  return isOnly && [username, primaryEmail, primaryPhone].every((value) => value === null);
}
