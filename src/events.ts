import type { AccountError } from './api/account-error.js';
import type { FieldAccess } from './settings/account-settings.js';

const bubbling = { bubbles: true, composed: true };

/** Something failed. The tag already shows it to the user; listen to log it. */
export class LogtoErrorEvent extends Event {
  constructor(
    /** `kind` is closed and says what to do; `code` is Logto's own. */
    readonly error: AccountError,
  ) {
    super('logto-error', bubbling);
  }
}

/**
 * A tag learned what the tenant lets the user do with it: `Off` (it shows nothing, so drop your heading too),
 * `ReadOnly` or `Edit`.
 */
export class LogtoAccessChangedEvent extends Event {
  constructor(readonly access: FieldAccess) {
    super('logto-access-changed', bubbling);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-error': LogtoErrorEvent;
    'logto-access-changed': LogtoAccessChangedEvent;
  }
}
