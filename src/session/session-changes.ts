import { claimsOf, StoredSession, type StoredItem } from './stored-session.js';

/** Across copies of the library: what one of them ends, has ended for the others, and no event tells the same document. */
const registry = Symbol.for('logto-account-elements.sessions');
const listeners = ((globalThis as { [registry]?: EventTarget })[registry] ??= new EventTarget());

/** Tells the providers of this page that the session of an application has begun or ended here. */
export const announceChange = (appId: string): boolean => listeners.dispatchEvent(new Event(appId));

/** Calls back when the user signed out, or another user in, here or in another tab. A renewed token is neither. */
export function observeChanges(appId: string, changed: () => void): () => void {
  const stored = new StoredSession(appId);
  const onStorage = ({ key, oldValue, newValue }: StorageEvent) => {
    const isGone = key === null || (newValue === null && isOneOf(['refreshToken', 'accessToken'], key) && isEmpty());
    if (isGone || (isOneOf(['idToken'], key) && isOther(oldValue, newValue))) changed();
  };
  const isOneOf = (items: StoredItem[], key: string) => items.some((item) => stored.keyOf(item) === key);
  // While a token is renewed, one of the two is missing.
  const isEmpty = () => stored.get('refreshToken') === null && stored.get('accessToken') === null;
  addEventListener('storage', onStorage);
  listeners.addEventListener(appId, changed);
  return () => {
    removeEventListener('storage', onStorage);
    listeners.removeEventListener(appId, changed);
  };
}

function isOther(oldToken: string | null, newToken: string | null): boolean {
  const [old, current] = [claimsOf(oldToken), claimsOf(newToken)];
  return old?.sub !== current?.sub || old?.iss !== current?.iss;
}
