import { LogtoUpdatedEvent } from '../../src/events.js';

/** The user removed the access of an app, and Logto confirmed it. */
export class LogtoConnectedAppsUpdatedEvent extends LogtoUpdatedEvent<'app', 'removed'> {
  constructor() {
    super('logto-connected-apps-updated', 'removed', 'app');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-connected-apps-updated': LogtoConnectedAppsUpdatedEvent;
  }
}
