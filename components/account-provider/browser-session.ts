import type { StandardLogtoClient } from '@logto/client';

import { callHost } from './token-function-session.js';
import { currentPage, logtoClientSession } from './client-session.js';
import { finishSignIn, rememberPage } from './sign-in-callback.js';
import type { Session, SignInOptions } from './session.js';

export interface BrowserSessionOptions {
  endpoint: string;
  appId: string;
  /** Registered in Logto; the current page without query and fragment where it is left out. */
  redirectUri: string | undefined;
  postSignOutRedirectUri: string | undefined;
}

/** A session of the library's own: `@logto/browser`, loaded when it is needed, keeps it in its store. */
export function browserSession(options: BrowserSessionOptions): Session {
  const { appId, redirectUri, postSignOutRedirectUri } = options;
  const withClient = <Result>(use: (client: StandardLogtoClient) => Result) =>
    callHost(async () => use(await openClient(options)));
  return {
    getAccessToken: () =>
      withClient((client) => oneTabAtATime(appId, () => logtoClientSession(client).getAccessToken())),
    renewAccessToken: () =>
      withClient((client) => oneTabAtATime(appId, () => logtoClientSession(client).renewAccessToken())),

    signIn: ({ scopes, language }: SignInOptions) =>
      callHost(async () => {
        // Scopes are fixed when a client is made, and tags may have joined since. Both share one store.
        const client = await createClient(options, scopes);
        rememberPage(appId);
        await client.signIn({
          redirectUri: redirectUri ?? currentPage(),
          extraParams: { ui_locales: language },
        });
      }),
    signOut: () => withClient((client) => client.signOut(postSignOutRedirectUri ?? currentPage())),

    observe: (changed) =>
      observeOtherTabs(appId, () => {
        clients.delete(keyOf(options)); // it remembers the tokens of the last user
        changed();
      }),
  };
}

/**
 * One client for each application on the page, whichever copy of the library made it: Logto replaces a refresh token
 * when it is used, and two clients would invalidate each other's.
 */
const registry = Symbol.for('logto-account-elements.clients');
const clients = ((globalThis as { [registry]?: Map<string, Promise<StandardLogtoClient>> })[registry] ??= new Map<
  string,
  Promise<StandardLogtoClient>
>());

const keyOf = ({ endpoint, appId }: BrowserSessionOptions) => `${endpoint} ${appId}`;

/** Logto takes a refresh token once, and revokes everything when it comes twice: as it would, from two tabs at once. */
async function oneTabAtATime(appId: string, use: () => Promise<string>): Promise<string> {
  // Only secure contexts have locks, and only there Logto's SDK can sign in.
  return 'locks' in navigator ? navigator.locks.request(`logto:${appId}`, use) : use();
}

/** Calls back when another tab signed the user out, or another user in. A renewed token is neither. */
function observeOtherTabs(appId: string, changed: () => void): () => void {
  const onStorage = ({ key, oldValue, newValue }: StorageEvent) => {
    if (key === `logto:${appId}:idToken` && subjectOf(oldValue) !== subjectOf(newValue)) changed();
  };
  addEventListener('storage', onStorage);
  return () => removeEventListener('storage', onStorage);
}

/** The user of an id token. Not verified: it only tells whether to look again. */
function subjectOf(idToken: string | null): unknown {
  try {
    const payload = (idToken ?? '').split('.')[1] ?? '';
    return (JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))) as { sub?: unknown }).sub;
  } catch {
    return undefined;
  }
}

function openClient(options: BrowserSessionOptions): Promise<StandardLogtoClient> {
  const key = keyOf(options);
  const opened = clients.get(key) ?? openAndFinishSignIn(options);
  clients.set(key, opened);
  // A failure (offline, a sign-in that was broken off) is told once; the next call starts anew.
  opened.catch(() => clients.delete(key));
  return opened;
}

async function openAndFinishSignIn(options: BrowserSessionOptions): Promise<StandardLogtoClient> {
  const client = await createClient(options);
  const { appId } = options;
  const state = await expectedState(appId);
  // A code works once: what its tokens are verified with has to be here before.
  if (state) await (await loadSdk()).loadVerifier();
  await finishSignIn(client, appId, state);
  return client;
}

async function createClient({ endpoint, appId }: BrowserSessionOptions, scopes: readonly string[] = []) {
  const { sdkClient } = await loadSdk();
  return sdkClient({ endpoint, appId, scopes: [...scopes] });
}

/** The `state` of the sign-in that this application has under way in this tab. */
async function expectedState(appId: string): Promise<string | undefined> {
  const { BrowserStorage } = await loadSdk();
  const session = await new BrowserStorage(appId).getItem('signInSession');
  try {
    const { state } = Object(JSON.parse(session ?? 'null')) as { state?: unknown };
    return typeof state === 'string' ? state : undefined;
  } catch {
    return undefined;
  }
}

const loadSdk = () => import('./sdk-client.js');
