import type { TokenSource } from '../api/access-tokens.js';
import type { SignInOptions } from '../context/account-context.js';

/** What a session is asked for, and how it begins. */
export interface SignInRequest extends SignInOptions {
  scopes: readonly string[];
  /** BCP 47 tag for Logto's sign-in page. */
  language: string;
  /** The user has to prove with it who they are: being signed in is not enough. */
  isFresh?: boolean;
}

/** What a session may read. */
export interface SessionScopes {
  granted: readonly string[];
  /** Asked for at the last sign-in, and not granted. */
  refused: readonly string[];
}

/** One of the ways to be signed in. Without `signIn` and `signOut` the page sees to them itself. */
export interface Session extends TokenSource {
  signIn?(request: SignInRequest): Promise<void>;
  /**
   * Ends the session here and at Logto. Where it rejects with the code `sign_out_incomplete`, it has ended here, and
   * Logto does not know yet.
   */
  signOut?(): Promise<void>;
  /** Forgets what is stored in this browser, of a session that Logto has refused for good. Asks nobody. */
  clear?(): Promise<void>;
  /** Of the last sign-in; absent where there is none to be had. */
  getIdToken?(): Promise<string | undefined>;
  /** `undefined` where it is not known. */
  scopes?(): SessionScopes | undefined;
  /**
   * Calls back when the session began or ended, in another tab or in this one, or may have become another user's. Gives
   * the function that stops it.
   */
  observe?(changed: () => void): () => void;
  /**
   * Whether the page gives another token by now, or none: nobody tells when that changes, and it does not say whose it is.
   * Never rejects.
   */
  isRenewed?(): Promise<boolean>;
}
