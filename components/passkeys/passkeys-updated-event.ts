import { LogtoUpdatedEvent, type UpdateAction } from '../../src/events.js';

/** A passkey, or whether one is suggested at sign-in, which is `enabled` or `disabled`. */
export type PasskeysItem = 'passkey' | 'sign-in';

/** The user added, renamed or removed a passkey, or changed whether one is suggested at sign-in, and Logto confirmed it. */
export class LogtoPasskeysUpdatedEvent extends LogtoUpdatedEvent<PasskeysItem> {
  constructor(action: UpdateAction, item: PasskeysItem) {
    super('logto-passkeys-updated', action, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-passkeys-updated': LogtoPasskeysUpdatedEvent;
  }
}
