import { LogtoUpdatedEvent } from '../../src/events.js';

/** A personal access token was created, renamed or deleted, and the Account API layer confirmed it. */
export class LogtoAccessTokensUpdatedEvent extends LogtoUpdatedEvent<'access-token', 'added' | 'changed' | 'removed'> {
  constructor(action: 'added' | 'changed' | 'removed') {
    super('logto-access-tokens-updated', action, 'access-token');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-access-tokens-updated': LogtoAccessTokensUpdatedEvent;
  }
}
