import type { AccountStatus } from '../../src/state/account-state.js';

/** The account of a provider began to load, is there, could not be loaded, or the user is signed out. */
export class LogtoStatusChangedEvent extends Event {
  constructor(readonly status: AccountStatus) {
    super('logto-status-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-status-changed': LogtoStatusChangedEvent;
  }
}
