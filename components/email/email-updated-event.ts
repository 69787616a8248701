/** The user added, changed or removed their email address, and Logto confirmed it. */
export class LogtoEmailUpdatedEvent extends Event {
  constructor() {
    super('logto-email-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-email-updated': LogtoEmailUpdatedEvent;
  }
}
