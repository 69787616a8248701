import { LogtoUpdatedEvent } from '../../src/events.js';

export type OrganizationsItem = 'organization' | 'invitation';

/**
 * The user joined or left an organization (`added`, `removed`), or declined an invitation (`removed`), and the Account API
 * layer confirmed it.
 */
export class LogtoOrganizationsUpdatedEvent extends LogtoUpdatedEvent<OrganizationsItem, 'added' | 'removed'> {
  constructor(action: 'added' | 'removed', item: OrganizationsItem) {
    super('logto-organizations-updated', action, item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-organizations-updated': LogtoOrganizationsUpdatedEvent;
  }
}
