/** The user added, renamed or removed a passkey, or changed whether one is suggested, and Logto confirmed it. */
export class LogtoPasskeysUpdatedEvent extends Event {
  constructor() {
    super('logto-passkeys-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-passkeys-updated': LogtoPasskeysUpdatedEvent;
  }
}
