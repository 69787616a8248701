import { LogtoUpdatedEvent, type ValueAction } from '../../src/events.js';

/** The user added, changed or removed their phone number, and Logto confirmed it. */
export class LogtoPhoneUpdatedEvent extends LogtoUpdatedEvent<'phone', ValueAction> {
  constructor(action: ValueAction) {
    super('logto-phone-updated', action, 'phone');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-phone-updated': LogtoPhoneUpdatedEvent;
  }
}
