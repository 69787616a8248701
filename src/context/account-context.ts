import type { Deletion } from '../state/account-state.js';
import type { AccountStore } from '../state/account-store.js';
import type { ElementStates } from './element-states.js';
import type * as Hints from '../developer-hints/developer-hints.js';
import type { Person } from '../state/person.js';

/** Chooses what to say; nothing where there is nothing. */
export type HintOf = (hints: typeof Hints) => string | undefined;

/** How a sign-in begins, as Logto's SDK has it. */
export interface SignInOptions {
  /** The first screen of Logto's page. */
  firstScreen?:
    | 'sign_in'
    | 'register'
    | 'reset_password'
    | 'identifier:sign_in'
    | 'identifier:register'
    | 'single_sign_on';
  /** Straight to a social provider, or to an enterprise's own, without Logto's page. */
  directSignIn?: { method: 'social' | 'sso'; target: string };
  /** What else stands in the authorization request. */
  extraParams?: Record<string, string>;
}

export interface MissingScopes {
  readonly scopes: readonly string[];
  /** Whether signing in again may help: they have not been asked for yet, and the provider can. */
  readonly canAsk: boolean;
}

/** What a provider shares with the elements inside it. */
export interface AccountContext {
  /** The Logto endpoint, e.g. `https://my-tenant.logto.app`. */
  readonly endpoint: string;
  /** The page's own Account API layer, if there is one. */
  readonly accountApi?: string | undefined;
  readonly store: AccountStore;
  /** What each element inside it shows. */
  readonly elements: ElementStates;
  /**
   * The user on the screen, in whose name everything is read and written. Throws an `AccountError` of kind `signed-out`
   * while there is none. What takes several steps keeps the person it began with.
   */
  readonly person: Person;
  /** Sends the user to sign in. Absent when the page handles signing in itself. */
  readonly signIn?: (options?: SignInOptions) => Promise<void>;
  /** The same for who has to prove with it who they are. Absent where no ID token comes of it. */
  readonly signInAfresh?: () => Promise<void>;
  /** Ends the session. Absent when the page handles it. */
  readonly signOut?: () => Promise<void>;
  /** Forgets the session, here and in this browser, of somebody whose account is gone, or will be. Asks nobody. */
  forgetSession(deletion?: Deletion): Promise<void>;
  /** An element says which scopes it needs, so that the provider can ask for them at sign-in. */
  require(scopes: readonly string[]): void;
  /** Those of these scopes that the user signed in without, as far as that is known. */
  missingScopes(scopes: readonly string[]): MissingScopes;
  /** Tells the developer of them, in one line for all elements. */
  reportMissingScopes(scopes: readonly string[]): void;
  /** Tells the developer, in the console, once per context and sentence. Longer text is loaded when it is needed. */
  report(message: string | HintOf): void;
}
