import { LogtoUpdatedEvent, type ValueAction } from '../../src/events.js';

/** The user set, changed or removed their username, and Logto confirmed it. */
export class LogtoUsernameUpdatedEvent extends LogtoUpdatedEvent<'username', ValueAction> {
  constructor(action: ValueAction) {
    super('logto-username-updated', action, 'username');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-username-updated': LogtoUsernameUpdatedEvent;
  }
}
