import type { Session } from './session.js';
import { callHost, tokenFunctionSession } from './token-function-session.js';

/** What the tags use of a `LogtoClient`, and of what the React and Vue SDKs give in its place. */
export interface LogtoClientLike {
  getAccessToken(): Promise<string | null | undefined>;
  clearAccessToken?(): Promise<void>;
  signIn?(redirectUri: string): Promise<void>;
  signOut?(postLogoutRedirectUri?: string): Promise<void>;
  logtoConfig?: { endpoint: string };
}

/**
 * The session of a client that the page has already. The page finishes the sign-in callback by itself, on a route that
 * only it knows; where it tells the provider that route, the tags can start signing in.
 */
export function logtoClientSession(
  client: LogtoClientLike,
  { redirectUri, postSignOutRedirectUri }: Redirects = {},
): Session {
  return {
    ...tokenFunctionSession(async ({ renew }) => {
      if (renew) await client.clearAccessToken?.();
      return client.getAccessToken();
    }),
    ...(client.signIn && redirectUri && { signIn: () => callHost(() => client.signIn?.(redirectUri)) }),
    ...(client.signOut && { signOut: () => callHost(() => client.signOut?.(postSignOutRedirectUri ?? currentPage())) }),
  };
}

export interface Redirects {
  redirectUri?: string | undefined;
  postSignOutRedirectUri?: string | undefined;
}

/** Without query and fragment, which cannot be registered in Logto. */
export const currentPage = () => location.origin + location.pathname;
