import type { TokenSource } from '../../src/api/account-client.js';

export interface SignInOptions {
  scopes: readonly string[];
  /** BCP 47 tag for Logto's sign-in page. */
  language: string;
}

/** One of the ways to be signed in. Without `signIn` and `signOut` the page sees to them itself. */
export interface Session extends TokenSource {
  signIn?(options: SignInOptions): Promise<void>;
  signOut?(): Promise<void>;
  /** Calls back when the session began or ended elsewhere, e.g. in another tab. Gives the function that stops it. */
  observe?(changed: () => void): () => void;
}
