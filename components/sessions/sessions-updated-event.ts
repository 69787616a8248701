import { LogtoUpdatedEvent } from '../../src/events.js';

/** The user signed out one of their sessions, or several, and Logto confirmed it. */
export class LogtoSessionsUpdatedEvent extends LogtoUpdatedEvent<'session' | 'other-sessions', 'removed'> {
  constructor(item: 'session' | 'other-sessions') {
    super('logto-sessions-updated', 'removed', item);
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-sessions-updated': LogtoSessionsUpdatedEvent;
  }
}
