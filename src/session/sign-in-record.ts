import type { StoredSession } from './stored-session.js';

/** What this tab remembers of a sign-in while the user is away. */
export interface SignInRecord {
  endpoint: string;
  /** Where the user was, as a redirect URI can carry neither query nor fragment. */
  page: string;
  scopes: readonly string[];
}

export interface SignInPlace {
  endpoint: string;
  stored: StoredSession;
}

export const recordKey = (appId: string) => `logto-account-elements:${appId}:sign-in`;
export const scopesKey = (appId: string) => `logto-account-elements:${appId}:scopes`;

/** What was asked for at the last sign-in in this tab. */
export function scopesAskedFor(appId: string): string[] {
  const scopes = read(scopesKey(appId));
  return Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === 'string') : [];
}

/**
 * Whether this page is the end of a sign-in that was begun in this tab, for this application and at this endpoint. A
 * `code` that belongs to somebody else stays where it is.
 */
export function isCallback({ endpoint, stored }: SignInPlace): boolean {
  const { searchParams } = new URL(location.href);
  const state = searchParams.get('state');
  if (!state || !(searchParams.has('code') || searchParams.has('error'))) return false;
  return state === stored.stateOfSignIn && recordOf(stored.appId).endpoint === endpoint;
}

export const recordOf = (appId: string) => Object(read(recordKey(appId))) as Partial<SignInRecord>;

function read(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null');
  } catch {
    return undefined; // storage is blocked
  }
}
