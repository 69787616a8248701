import type { AccountError } from './api/account-error.js';

const bubbling = { bubbles: true, composed: true };

/** Something failed. The element already shows it to the user; listen to log it. */
export class LogtoErrorEvent extends Event {
  constructor(
    /** `kind` is closed and says what to do; `code` is Logto's own. */
    readonly error: AccountError,
  ) {
    super('logto-error', bubbling);
  }
}

/** What the user may do with an element: its custom state says the same. */
export type ElementAccess = 'off' | 'read-only' | 'edit';

/**
 * An element learned what the tenant lets the user do with it: `off` (it shows nothing, so drop your heading too),
 * `read-only` or `edit`.
 */
export class LogtoAccessChangedEvent extends Event {
  constructor(readonly access: ElementAccess) {
    super('logto-access-changed', bubbling);
  }
}

/** What was done to it. A switch is `enabled` or `disabled`, everything else `added`, `changed` or `removed`. */
export type UpdateAction = 'added' | 'changed' | 'removed' | 'enabled' | 'disabled';

/** The user changed something, and Logto confirmed it. Says what was done to which kind of thing, never a value or an id. */
export abstract class LogtoUpdatedEvent<
  Item extends string = string,
  Action extends UpdateAction = UpdateAction,
> extends Event {
  constructor(
    type: string,
    readonly action: Action,
    readonly item: Item,
  ) {
    super(type, bubbling);
  }
}

/** The user signed out one of their sessions, or several, and Logto confirmed it. */
export class LogtoSessionsUpdatedEvent extends LogtoUpdatedEvent<'session' | 'other-sessions', 'removed'> {
  constructor(item: 'session' | 'other-sessions') {
    super('logto-sessions-updated', 'removed', item);
  }
}

/** What became of a value. */
export type ValueAction = 'added' | 'changed' | 'removed';

export const valueAction = (before: unknown, after: unknown): ValueAction =>
  after ? (before ? 'changed' : 'added') : 'removed';

declare global {
  interface HTMLElementEventMap {
    'logto-error': LogtoErrorEvent;
    'logto-access-changed': LogtoAccessChangedEvent;
    'logto-sessions-updated': LogtoSessionsUpdatedEvent;
  }
}
