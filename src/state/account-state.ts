import type { Deletion } from '../api/account-deletion.js';
import type { AccountError } from '../api/account-error.js';
import type { Account } from '../api/account.js';
import type { AccountSettings } from '../settings/account-settings.js';
import type { Person } from './person.js';

export type { Deletion };

/** One snapshot. An element never sees a half-loaded account. */
export type AccountState =
  | {
      status: 'loading';
      /** Somebody is signed in: there will be an account. */
      isSignedIn?: true;
    }
  | {
      status: 'signed-out';
      error?: AccountError;
      /** Why: the user has had the account deleted. Known until somebody signs in. */
      deletion?: Deletion;
    }
  | { status: 'failed'; error: AccountError; isRetrying?: true }
  | {
      status: 'ready';
      account: Account;
      settings: AccountSettings | undefined;
      person: Person;
      /** Logto has refused the token since. What it guards is gone; what was typed stays until the user signs in again. */
      hasEnded?: true;
    };

export type AccountStatus = AccountState['status'];

/** The status as a page sees it: with a session that has ended the user is signed out, whatever is still shown. */
export const statusOf = (state: AccountState): AccountStatus =>
  state.status === 'ready' && state.hasEnded ? 'signed-out' : state.status;
