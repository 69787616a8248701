/** The user changed something about their profile, and Logto confirmed it. */
export class LogtoProfileUpdatedEvent extends Event {
  constructor(
    /** The name of the field: `avatar`, `name`, a standard claim, or the tenant's own. Never its value. */
    readonly field: string,
  ) {
    super('logto-profile-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-profile-updated': LogtoProfileUpdatedEvent;
  }
}
