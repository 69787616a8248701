import type { Account } from '../api/account.js';

/**
 * The next account, or a part of it, with the values that were there before where they mean the same: Logto sends all of an
 * account anew.
 */
export const withSameValues = <Part extends Partial<Account>>(before: Account, next: Part): Part =>
  Object.fromEntries(
    Object.entries(next).map(([key, value]) => {
      const known = before[key as keyof Account];
      return [key, JSON.stringify(known) === JSON.stringify(value) ? known : value];
    }),
  ) as Part;
