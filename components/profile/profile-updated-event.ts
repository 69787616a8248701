import { LogtoUpdatedEvent, type ValueAction } from '../../src/events.js';

/** The user added, changed or removed something of their profile, and Logto confirmed it. */
export class LogtoProfileUpdatedEvent extends LogtoUpdatedEvent<string, ValueAction> {
  constructor(
    action: ValueAction,
    /** The name of the field: `avatar`, `name`, a standard claim, or the tenant's own. Never its value. */
    item: string,
  ) {
    super('logto-profile-updated', action, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-profile-updated': LogtoProfileUpdatedEvent;
  }
}
