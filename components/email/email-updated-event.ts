import { LogtoUpdatedEvent, type ValueAction } from '../../src/events.js';

/** The user added, changed or removed their email address, and Logto confirmed it. */
export class LogtoEmailUpdatedEvent extends LogtoUpdatedEvent<'email', ValueAction> {
  constructor(action: ValueAction) {
    super('logto-email-updated', action, 'email');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-email-updated': LogtoEmailUpdatedEvent;
  }
}
