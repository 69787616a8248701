/** The user linked, replaced or unlinked a social account, and Logto confirmed it. */
export class LogtoSocialLinksUpdatedEvent extends Event {
  constructor(
    /** Which provider, as Logto names it, e.g. `github`. */
    readonly provider: string,
  ) {
    super('logto-social-links-updated', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-social-links-updated': LogtoSocialLinksUpdatedEvent;
  }
}
