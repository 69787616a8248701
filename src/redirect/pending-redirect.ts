import { prefix } from './remembered.js';

/** For whom and where something was begun. */
interface RedirectOwner {
  /** Which task of which element, e.g. `passkey/add`. */
  task: string;
  endpoint: string;
  userId: string;
}

/** What was remembered. */
export interface PendingRedirect {
  data: unknown;
  /** Whether the user was away for too long. */
  hasExpired: boolean;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

interface Stored {
  owner: RedirectOwner;
  /** Milliseconds since 1970. */
  expiresAt: number;
  data: unknown;
  /** Whether the user has been back without an answer. */
  isLeft?: boolean;
}

/** Whether the user may still give an answer to what is remembered: the browser goes back, and forward again. */
type IsOpen = (data: unknown) => boolean;

/**
 * Remembers, in this tab, what a user was doing who is sent to another page, or waits for a code and may lose this one.
 * Holds what is needed to take it up again, until it is taken or expires.
 */
export function rememberRedirect(owner: RedirectOwner, data: unknown, { expiresAt }: { expiresAt: number }): void {
  write({ owner, expiresAt, data });
}

/** Forgets one thing, unless it is somebody else's by now. */
export function forgetRedirect({ task, endpoint, userId }: RedirectOwner): void {
  const { owner } = read(prefix + task);
  if (owner?.endpoint === endpoint && owner.userId === userId) forget(prefix + task);
}

/** Forgets all that was begun at an endpoint, by whomever: the user has signed out. */
export function forgetRedirects(endpoint: string): void {
  for (const key of keys()) if (read(key).owner?.endpoint === endpoint) forget(key);
}

/**
 * Gives what was remembered, once. `undefined` when there is none, or it is another user's. What is open stays for an
 * answer that may come yet.
 */
export function takeRedirect(
  { task, endpoint, userId }: RedirectOwner,
  { isOpen = () => false, now = Date.now() }: { isOpen?: IsOpen; now?: number } = {},
): PendingRedirect | undefined {
  const stored = read(prefix + task);
  const { owner, data, isLeft } = stored;
  const isLate = hasExpired(stored, now);
  forgetExpired(now);
  if (typeof owner?.endpoint === 'string' && owner.endpoint !== endpoint) return undefined; // another tenant on the same page will take it
  if (owner?.userId !== userId || data === undefined) return forget(prefix + task);
  const isUnanswered = isOpen(data);
  if (isUnanswered && !isLate) write({ ...(stored as Stored), isLeft: true });
  else forget(prefix + task);
  return isLeft && isUnanswered ? undefined : { data, hasExpired: isLate, expiresAt: Number(stored.expiresAt) };
}

/** Whether something was remembered for this user that has not been taken up. It stays there. */
export function hasRedirect({ task, endpoint, userId }: RedirectOwner, isOpen: IsOpen = () => true): boolean {
  const { owner, isLeft, data } = read(prefix + task);
  return owner?.endpoint === endpoint && owner.userId === userId && !(isLeft && isOpen(data));
}

/** Whether something was remembered at this endpoint for somebody else, who may still be on the way back. */
export function isAnothers({ task, endpoint, userId }: RedirectOwner, now = Date.now()): boolean {
  const stored = read(prefix + task);
  const { owner } = stored;
  return owner?.endpoint === endpoint && owner.userId !== userId && !hasExpired(stored, now);
}

/** Looks at what was remembered, whoever it belongs to, and leaves it there. */
export const peekRedirect = (task: string): unknown => read(prefix + task).data;

/** Puts something else in the place of what was remembered. */
export function amendRedirect(task: string, data: unknown): void {
  const stored = read(prefix + task);
  if (stored.owner) write({ ...(stored as Stored), data });
}

/** Of a user who never came back, or came back as somebody else. */
function forgetExpired(now: number) {
  for (const key of keys()) if (hasExpired(read(key), now)) forget(key);
}

const hasExpired = ({ expiresAt }: Partial<Stored>, now: number) => !(Number(expiresAt) > now);

/** Where something is remembered, by whichever version of the library. */
function keys(): string[] {
  try {
    const all = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index) ?? '');
    return all.filter((key) => key.startsWith(prefix) && read(key).owner !== undefined);
  } catch {
    return [];
  }
}

function read(key: string): Partial<Stored> {
  try {
    return Object(JSON.parse(sessionStorage.getItem(key) ?? 'null')) as Partial<Stored>;
  } catch {
    return {};
  }
}

function write(stored: Stored) {
  try {
    sessionStorage.setItem(prefix + stored.owner.task, JSON.stringify(stored));
  } catch {
    // Storage is blocked: the user comes back to the page, and nothing is announced.
  }
}

function forget(key: string): undefined {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is blocked, so there is nothing.
  }
}
