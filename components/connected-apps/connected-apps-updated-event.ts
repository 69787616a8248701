/** The user removed the access of an app, and Logto confirmed it. */
export class LogtoConnectedAppsUpdatedEvent extends Event {
  constructor() {
    super('logto-connected-apps-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-connected-apps-updated': LogtoConnectedAppsUpdatedEvent;
  }
}
