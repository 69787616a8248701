import { Prompt, type StandardLogtoClient } from '@logto/client';

import { AccountError } from '../api/account-error.js';
import { forgetRedirects } from '../redirect/pending-redirect.js';
import type { BrowserSession } from './browser-session.js';
import { currentPage } from './client-session.js';
import { oneTabAtATime } from './one-tab-at-a-time.js';
import { loadVerifier, sdkClient } from './sdk-client.js';
import { announceChange } from './session-changes.js';
import type { SignInRequest } from './session.js';
import { finishSignIn } from './sign-in-callback.js';
import { rememberSignIn } from './sign-in-under-way.js';
import { toAccountError } from './token-function-session.js';

/** Gives another token than the one that was refused. What another tab has got meanwhile is as good. */
export function renew(session: BrowserSession, refused: string | undefined): Promise<string> {
  return alone(session, async () => {
    const { stored } = session;
    const { accessToken } = stored;
    if (!session.isOurs) throw new AccountError('signed-out');
    if (accessToken !== undefined && accessToken !== refused) return accessToken;
    const refreshToken = stored.get('refreshToken');
    try {
      return await clientOf(session).getAccessToken();
    } catch (cause) {
      if (AccountError.from(cause).kind !== 'signed-out') throw cause;
      // The client of the page itself takes no turns, and may have used the token.
      const isSame = stored.get('refreshToken') === refreshToken;
      if (isSame) stored.clear();
      else if (stored.accessToken !== undefined) return stored.accessToken;
      throw cause;
    }
  });
}

export async function signIn(session: BrowserSession, request: SignInRequest): Promise<void> {
  const { scopes, language, isFresh, extraParams, ...choices } = request;
  const client = clientOf(session, scopes);
  await client.getOidcConfig(); // nobody is signed out for a sign-in that cannot begin
  await alone(session, async () => {
    rememberSignIn(session, client.logtoConfig.scopes ?? []);
    await client.signIn({
      ...choices,
      // Without consent Logto gives no refresh token. Who thinks better of it is still signed in.
      ...(isFresh && { prompt: [Prompt.Login, Prompt.Consent], clearTokens: false }),
      redirectUri: absolute(session.options.redirectUri) ?? currentPage(),
      extraParams: { ui_locales: language, ...extraParams },
    });
  });
}

export async function signOut(session: BrowserSession): Promise<void> {
  const { stored, endpoint, options } = session;
  if (stored.claims && !session.isOurs) throw new AccountError('signed-out'); // nor is what is stored ours to send
  forgetRedirects(endpoint);
  try {
    await alone(session, () => clientOf(session).signOut(absolute(options.postSignOutRedirectUri) ?? currentPage()));
  } catch (cause) {
    throw new AccountError(toAccountError(cause).kind, 'sign_out_incomplete', { cause });
  } finally {
    stored.clear();
    announceChange(options.appId);
  }
}

export async function finish(session: BrowserSession): Promise<void> {
  // A code works once: what its tokens are verified with has to be here before.
  await loadVerifier();
  await alone(session, () => finishSignIn(clientOf(session), session));
}

const alone = <Result>({ options }: BrowserSession, use: () => Promise<Result>) => oneTabAtATime(options.appId, use);

const clientOf = ({ endpoint, stored, options }: BrowserSession, scopes: readonly string[] = []): StandardLogtoClient =>
  sdkClient({ endpoint, appId: options.appId, scopes: [...scopes] }, stored);

/** A path of the page's own site is enough. */
const absolute = (url: string | undefined) =>
  url === undefined || URL.canParse(url) ? url : new URL(url, location.href).href;
