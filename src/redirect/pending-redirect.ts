/** For whom and where something was begun. */
export interface RedirectOwner {
  /** Which task of which tag, e.g. `passkey/add`. */
  task: string;
  endpoint: string;
  userId: string;
}

/** What was remembered. */
export interface PendingRedirect {
  data: unknown;
  /** Whether the user was away for too long. */
  hasExpired: boolean;
}

interface Stored {
  owner: RedirectOwner;
  /** Milliseconds since 1970. */
  expiresAt: number;
  data: unknown;
}

const prefix = 'logto-account-elements:';

/**
 * Remembers, in this tab, what a user who is sent to another page was doing. Holds what is needed to take it up again,
 * until it is taken or expires.
 */
export function rememberRedirect(owner: RedirectOwner, data: unknown, { expiresAt }: { expiresAt: number }): void {
  const stored: Stored = { owner, expiresAt, data };
  try {
    sessionStorage.setItem(prefix + owner.task, JSON.stringify(stored));
  } catch {
    // Storage is blocked: the user comes back to the page, and nothing is announced.
  }
}

/** Gives what was remembered, once. `undefined` when there is none, or it is another user's. */
export function takeRedirect({ task, endpoint, userId }: RedirectOwner, now = Date.now()): PendingRedirect | undefined {
  const { owner, expiresAt, data } = read(prefix + task);
  if (typeof owner?.endpoint === 'string' && owner.endpoint !== endpoint) return undefined; // another tenant on the same page will take it
  forget(prefix + task);
  return owner?.userId === userId && data !== undefined ? { data, hasExpired: !(Number(expiresAt) > now) } : undefined;
}

/** Whether something was remembered for this user. It stays there. */
export function hasRedirect({ task, endpoint, userId }: RedirectOwner): boolean {
  const { owner } = read(prefix + task);
  return owner?.endpoint === endpoint && owner.userId === userId;
}

/** Looks at what was remembered, whoever it belongs to, and leaves it there. */
export const peekRedirect = (task: string): unknown => read(prefix + task).data;

function read(key: string): Partial<Stored> {
  try {
    return Object(JSON.parse(sessionStorage.getItem(key) ?? 'null')) as Partial<Stored>;
  } catch {
    return {};
  }
}

function forget(key: string) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is blocked, so there is nothing.
  }
}
