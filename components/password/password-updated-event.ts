/** The user set or changed their password, and Logto confirmed it. */
export class LogtoPasswordUpdatedEvent extends Event {
  constructor() {
    super('logto-password-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-password-updated': LogtoPasswordUpdatedEvent;
  }
}
