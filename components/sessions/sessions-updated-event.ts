/** The user signed out one or more of their sessions, and Logto confirmed it. */
export class LogtoSessionsUpdatedEvent extends Event {
  constructor() {
    super('logto-sessions-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-sessions-updated': LogtoSessionsUpdatedEvent;
  }
}
