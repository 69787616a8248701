import type { AccountStore } from '../state/account-store.js';
import type { StepUpBroker } from '../verification/step-up-broker.js';

/** What a provider shares with the tags inside it. */
export interface AccountConnection {
  /** The Logto endpoint, e.g. `https://my-tenant.logto.app`. */
  readonly endpoint: string;
  readonly store: AccountStore;
  /** Runs what needs a fresh proof of who the user is. */
  readonly stepUp: StepUpBroker;
  /** Sends the user to sign in. Absent when the page handles signing in itself. */
  readonly signIn?: () => Promise<void>;
  /** Ends the session. Absent when the page handles it. */
  readonly signOut?: () => Promise<void>;
  /** A tag says which scopes it needs, so that the provider can ask for them at sign-in. */
  require(scopes: readonly string[]): void;
  /** Tells the developer, in the console, once per connection and sentence. */
  report(message: string): void;
}
