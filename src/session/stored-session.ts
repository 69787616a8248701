import { AccountError } from '../api/account-error.js';
import { remember } from './remember.js';

export type StoredItem = 'idToken' | 'refreshToken' | 'accessToken' | 'signInSession';

export interface IdTokenClaims {
  iss?: unknown;
  sub?: unknown;
  auth_time?: unknown;
}

/**
 * What `@logto/browser` keeps of a session, at the places where it keeps it. What storage has no room for is kept as long
 * as the page is open.
 */
export class StoredSession {
  /** Parsed once: elements ask with every render, and it changes about once an hour. */
  readonly #claims = remember(claimsOf);
  readonly #accessTokens = remember((text: string | null) => recordIn(parse(text)));

  constructor(readonly appId: string) {}

  /** Throws an `AccountError` where the browser keeps its storage from the page. */
  requireStorage(): void {
    try {
      localStorage.getItem(this.keyOf('idToken'));
      sessionStorage.getItem(this.keyOf('signInSession'));
    } catch (cause) {
      throw new AccountError('signed-out', 'storage_unavailable', { cause });
    }
  }

  keyOf(item: StoredItem): string {
    return `logto:${this.appId}:${item}`;
  }

  get(item: StoredItem): string | null {
    const key = this.keyOf(item);
    try {
      return unstored.get(key) ?? storageOf(item).getItem(key);
    } catch {
      return null; // storage is blocked, so there is nothing
    }
  }

  set(item: StoredItem, value: string): void {
    const key = this.keyOf(item);
    try {
      storageOf(item).setItem(key, value);
      unstored.delete(key);
    } catch (cause) {
      // The user leaves the page to sign in, and memory does not last until they are back.
      if (item === 'signInSession') throw new AccountError('signed-out', 'storage_unavailable', { cause });
      this.remove(item); // an old refresh token would end the session
      unstored.set(key, value);
    }
  }

  remove(item: StoredItem): void {
    const key = this.keyOf(item);
    unstored.delete(key);
    try {
      storageOf(item).removeItem(key);
    } catch {
      // Storage is blocked, so there is nothing.
    }
  }

  clear(): void {
    for (const item of ['refreshToken', 'idToken', 'accessToken'] as const) this.remove(item);
  }

  /** By which the answer to the sign-in that is under way is known (RFC 6749, 10.12). */
  get stateOfSignIn(): unknown {
    return recordIn(parse(this.get('signInSession')))['state'];
  }

  /** Of the user who is signed in; `undefined` when nobody is. */
  get claims(): IdTokenClaims | undefined {
    return this.#claims(this.get('idToken'));
  }

  /** The access token of the Logto endpoint itself, unless its time is over. */
  get accessToken(): string | undefined {
    const { token, expiresAt } = this.#endpointToken;
    return typeof token === 'string' && Number(expiresAt) > Date.now() / 1000 ? token : undefined;
  }

  /** What Logto granted at sign-in. */
  get scopes(): string[] | undefined {
    const { scope } = this.#endpointToken;
    return typeof scope === 'string' ? scope.split(' ').filter(Boolean) : undefined;
  }

  get #endpointToken(): { token?: unknown; scope?: unknown; expiresAt?: unknown } {
    return recordIn(this.#accessTokens(this.get('accessToken'))['@']); // without scopes before the `@`, and without a resource behind it
  }
}

/** The claims of an ID token. Not verified: they tell whose it is to those who have verified it before. */
export function claimsOf(idToken: string | null): IdTokenClaims | undefined {
  const [, payload] = (idToken ?? '').split('.');
  if (!payload) return undefined;
  try {
    // Names in it may come out wrong; an issuer and a subject are ASCII (OpenID Connect Core 1.0, section 2).
    return recordIn(parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))));
  } catch {
    return undefined;
  }
}

const unstored = new Map<string, string>();

/** Where `@logto/browser` has them; nothing else of the library is in `localStorage`. */
const storageOf = (item: StoredItem) => (item === 'signInSession' ? sessionStorage : localStorage);

const recordIn = (value: unknown) => Object(value) as Record<string, unknown>;

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
