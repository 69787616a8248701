/** The user added, changed or removed their phone number, and Logto confirmed it. */
export class LogtoPhoneUpdatedEvent extends Event {
  constructor() {
    super('logto-phone-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-phone-updated': LogtoPhoneUpdatedEvent;
  }
}
