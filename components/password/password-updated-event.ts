import { LogtoUpdatedEvent } from '../../src/events.js';

/** The user set or changed their password, and Logto confirmed it. */
export class LogtoPasswordUpdatedEvent extends LogtoUpdatedEvent<'password', 'added' | 'changed'> {
  constructor(action: 'added' | 'changed') {
    super('logto-password-updated', action, 'password');
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-password-updated': LogtoPasswordUpdatedEvent;
  }
}
