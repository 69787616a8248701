import type { StandardLogtoClient } from '@logto/client';

import { AccountError } from '../../src/api/account-error.js';
import { currentPage } from './client-session.js';

/** What an authorization server adds to the redirect URI (RFC 6749, RFC 9207). */
const callbackParameters = ['code', 'state', 'iss', 'error', 'error_description', 'error_uri'];

const returnKey = (appId: string) => `logto-account-elements:${appId}:return-to`;

/** Remembers where the user was, as a redirect URI can carry neither query nor fragment. */
export const rememberPage = (appId: string) => sessionStorage.setItem(returnKey(appId), location.href);

/**
 * Finishes a sign-in that this client began, and cleans the URL. Does nothing on any other page: a `code` that belongs
 * to somebody else stays where it is.
 */
export async function finishSignIn(client: StandardLogtoClient, appId: string, expectedState: string | undefined) {
  const callback = new URL(location.href);
  const { searchParams } = callback;
  if (!expectedState || searchParams.get('state') !== expectedState) return;
  if (!searchParams.has('code') && !searchParams.has('error')) return;

  // A code works once. Gone from the URL before anything is awaited, no reload and no second provider tries it again.
  const returnTo = takeReturnUrl(appId);
  history.replaceState(history.state, '', returnTo && isThisPage(returnTo) ? returnTo : withoutCallback(callback));
  try {
    await client.handleSignInCallback(callback.href);
  } catch (cause) {
    throw new AccountError('signed-out', 'sign_in_unfinished', { cause });
  }
  if (returnTo && !isThisPage(returnTo)) location.replace(returnTo);
}

function takeReturnUrl(appId: string): URL | undefined {
  const stored = sessionStorage.getItem(returnKey(appId)) ?? '';
  sessionStorage.removeItem(returnKey(appId));
  return URL.canParse(stored) && new URL(stored).origin === location.origin ? new URL(stored) : undefined;
}

const isThisPage = (url: URL) => url.origin + url.pathname === currentPage();

function withoutCallback(url: URL): URL {
  const clean = new URL(url);
  for (const name of callbackParameters) clean.searchParams.delete(name);
  return clean;
}
