import type { SignInOptions } from '../context/account-context.js';
import { loadModule } from '../load-module.js';
import { observeChanges } from './session-changes.js';
import type { Session, SignInRequest } from './session.js';
import { StoredSession } from './stored-session.js';
import { callHost, tokenFunctionSession } from './token-function-session.js';

/** What the elements use of a `LogtoClient`, and of what the React and Vue SDKs give in its place. */
export interface LogtoClientLike {
  getAccessToken(): Promise<string | null | undefined>;
  getIdToken?(): Promise<string | null | undefined>;
  clearAccessToken?(): Promise<void>;
  clearAllTokens?(): Promise<void>;
  signIn?(options: string | URL | ({ redirectUri: string | URL } & SignInOptions)): Promise<void>;
  signOut?(postLogoutRedirectUri?: string): Promise<void>;
  logtoConfig?: { endpoint: string; appId?: string };
}

/**
 * The session of a client that the page has already. The page finishes the sign-in callback by itself, on a route that
 * only it knows; where it gives the provider that route, the elements can start signing in.
 */
export function logtoClientSession(
  client: LogtoClientLike,
  { endpoint, redirectUri, postSignOutRedirectUri }: ClientSessionOptions,
): Session {
  const session = tokenFunctionSession(async ({ renew }) => {
    if (renew) await client.clearAccessToken?.();
    return client.getAccessToken();
  });
  const appId = client.logtoConfig?.appId;
  const stored = appId === undefined ? undefined : new StoredSession(appId);
  const clear = async () => client.clearAllTokens?.();
  return {
    ...session,
    clear,
    ...(client.getIdToken && { getIdToken: async () => (await callHost(() => client.getIdToken?.())) ?? undefined }),
    ...(stored && {
      scopes: () => {
        const granted = stored.scopes;
        return granted && { granted, refused: [] };
      },
      observe: (changed) => {
        const forgetAndTell = () => void forgetLastUser(client, stored).finally(changed);
        return observeChanges(stored.appId, forgetAndTell);
      },
    }),
    ...(client.signIn &&
      redirectUri && { signIn: (request) => callHost(() => client.signIn?.(asAsked(redirectUri, request))) }),
    ...(client.signOut && {
      signOut: async () => {
        const { signOutClient } = await loadModule(() => import('./client-sign-out.js'));
        await signOutClient(client, endpoint, postSignOutRedirectUri ?? currentPage());
      },
    }),
  };
}

interface ClientSessionOptions {
  endpoint: string;
  redirectUri?: string | undefined;
  postSignOutRedirectUri?: string | undefined;
}

/** Clients of every version know a plain address. */
function asAsked(redirectUri: string, { firstScreen, directSignIn, extraParams, isFresh }: SignInRequest) {
  const choices = {
    ...(firstScreen && { firstScreen }),
    ...(directSignIn && { directSignIn }),
    ...(extraParams && { extraParams }),
    // Without consent Logto gives no refresh token.
    ...(isFresh && { prompt: ['login', 'consent'] }),
  };
  return Object.keys(choices).length > 0 ? { redirectUri, ...choices } : redirectUri;
}

/** A client goes on giving the token that it has in memory when another tab has signed somebody else in. */
async function forgetLastUser(client: LogtoClientLike, stored: StoredSession): Promise<void> {
  if (stored.claims) await client.clearAccessToken?.();
}

/** Without query and fragment, which cannot be registered in Logto. */
export const currentPage = () => location.origin + location.pathname;
