import { LogtoUpdatedEvent, type ValueAction } from '../../src/events.js';

/** The user linked, replaced or unlinked a social account, and Logto confirmed it. */
export class LogtoSocialLinksUpdatedEvent extends LogtoUpdatedEvent<string, ValueAction> {
  constructor(
    action: ValueAction,
    /** Which provider, as Logto names it, e.g. `github`. */
    item: string,
  ) {
    super('logto-social-links-updated', action, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-social-links-updated': LogtoSocialLinksUpdatedEvent;
  }
}
