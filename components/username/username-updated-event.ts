/** The user set, changed or removed their username, and Logto confirmed it. */
export class LogtoUsernameUpdatedEvent extends Event {
  constructor() {
    super('logto-username-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-username-updated': LogtoUsernameUpdatedEvent;
  }
}
