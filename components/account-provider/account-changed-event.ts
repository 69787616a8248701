/** The account that a page sees in `account` is there, has changed, or is gone. */
export class LogtoAccountChangedEvent extends Event {
  constructor() {
    super('logto-account-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-account-changed': LogtoAccountChangedEvent;
  }
}
