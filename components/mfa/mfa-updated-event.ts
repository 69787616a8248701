import { LogtoUpdatedEvent, type UpdateAction } from '../../src/events.js';

/** The authenticator app, the backup codes, or whether a second step is asked for at sign-in: `enabled` or `disabled`. */
export type MfaItem = 'totp' | 'backup-codes' | 'sign-in';

/** The user changed their two-step verification, and Logto confirmed it. */
export class LogtoMfaUpdatedEvent extends LogtoUpdatedEvent<MfaItem> {
  constructor(action: UpdateAction, item: MfaItem) {
    super('logto-mfa-updated', action, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-mfa-updated': LogtoMfaUpdatedEvent;
  }
}
