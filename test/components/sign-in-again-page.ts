import { http } from 'msw';

import { ada, aUser, FakeLogto } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { HostClient } from '../helpers/host-client.js';
import { namesOf } from '../helpers/read.js';
import { serveAlso } from '../helpers/stand-in.js';
import { waitUntil } from '../helpers/wait-until.js';
import { anEndpoint } from './credential-page.js';

/*
 * People who have no password, no email address and no phone, e.g. since they sign in at a provider only: a sign-in is
 * all that they can prove who they are with.
 */

const everything = {
  deleteAccount: true,
  personalAccessTokens: true,
  organizations: true,
  signInHistory: true,
  dataExport: true,
};

export const firstSignIn = 'To do this, sign in again first.';

/** The way out comes a moment after the words, as its code is loaded then. */
export const canSignInAgain = (tag: Element) =>
  waitUntil(() => namesOf(tag, 'button').includes('Sign in again'), 'There is no way to sign in again.');

export const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

/** A tenant with a layer, and two people who can only sign in. Each sign-in is at this application, in this tab. */
export function aWorld() {
  const users = [aUser({ id: ada, username: 'ada' }), aUser({ id: 'charles', username: 'charles' })];
  const logto = new FakeLogto({ users, deleteAccountUrl: null });
  const at = anEndpoint();
  const tokens: (string | null)[] = [];
  const asked = serveLayer(logto, at, everything, { onError: () => undefined });
  serveAlso(
    http.all(`${location.origin}${accountApi}/*`, ({ request }) => {
      tokens.push(request.headers.get('logto-id-token'));
    }),
  );
  /** Opens the page as a user who signed in some seconds ago. */
  const visit = (userId = ada, signedInAt?: number) => {
    const now = new HostClient(logto, userId);
    now.signedInAt = signedInAt;
    const properties = { getAccessToken: undefined, client: now, redirectUri: 'https://app.example/callback' };
    return { client: now, logto, at, userId, attributes: { 'account-api': accountApi }, properties };
  };
  return { logto, at, asked, tokens, visit };
}

export type World = ReturnType<typeof aWorld>;

export const leaves = (page: { provider: HTMLElement }) => page.provider.remove();
