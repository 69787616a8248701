import type { StandardLogtoClient } from '@logto/client';

import { AccountError } from '../api/account-error.js';
import { currentPage } from './client-session.js';
import { isIssuerAt } from '../settings/issuer.js';
import { isCallback, type SignInPlace } from './sign-in-record.js';
import { takeSignIn } from './sign-in-under-way.js';

/** What an authorization server adds to the redirect URI (RFC 6749, RFC 9207). */
const callbackParameters = ['code', 'state', 'iss', 'error', 'error_description', 'error_uri'];

/** Finishes the sign-in whose end this page is, and cleans the URL. */
export async function finishSignIn(client: StandardLogtoClient, place: SignInPlace): Promise<void> {
  const { endpoint, stored } = place;
  if (!isCallback(place)) return; // it has been finished meanwhile
  const callback = new URL(location.href);

  // A code works once. Gone from the URL before anything is awaited, no reload and no second provider tries it again.
  const returnTo = pageOf(takeSignIn(place).page);
  history.replaceState(history.state, '', returnTo && isThisPage(returnTo) ? returnTo : withoutCallback(callback));
  try {
    await checkIssuer(client, endpoint, callback.searchParams);
    await client.handleSignInCallback(callback.href);
  } catch (cause) {
    const error = unfinished(cause);
    // Somebody who is signed in may think better of signing in once more.
    if (error.code !== 'sign_in_unfinished' || !isIssuerAt(endpoint, stored.claims?.iss)) throw error;
  } finally {
    stored.remove('signInSession');
  }
  if (returnTo && !isThisPage(returnTo)) location.replace(returnTo);
}

/** RFC 9207: a code goes to nobody but the issuer that has given it. */
async function checkIssuer(client: StandardLogtoClient, endpoint: string, parameters: URLSearchParams) {
  const issuer = parameters.get('iss');
  if (issuer ? isIssuerAt(endpoint, issuer) : parameters.has('error')) return;
  const metadata = (await client.getOidcConfig()) as { authorizationResponseIssParameterSupported?: unknown };
  if (issuer || metadata.authorizationResponseIssParameterSupported === true)
    throw new Error('The answer to the sign-in is from another issuer');
}

/** What the user can mend, or what may pass by itself, keeps its own words. */
function unfinished(cause: unknown): AccountError {
  const isTold = cause instanceof AccountError && ['clock_wrong', 'storage_unavailable'].includes(cause.code);
  return isTold ? cause : new AccountError('signed-out', 'sign_in_unfinished', { cause });
}

const pageOf = (page: unknown): URL | undefined =>
  typeof page === 'string' && URL.canParse(page) && new URL(page).origin === location.origin
    ? new URL(page)
    : undefined;

const isThisPage = (url: URL) => url.origin + url.pathname === currentPage();

function withoutCallback(url: URL): URL {
  const clean = new URL(url);
  for (const name of callbackParameters) clean.searchParams.delete(name);
  return clean;
}
