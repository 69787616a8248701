import type { LitElement } from 'lit';

import { customStates } from '../../src/controllers/custom-states.js';
import { LogtoErrorEvent } from '../../src/events.js';
import { statusOf, type AccountState, type AccountStatus } from '../../src/state/account-state.js';
import { LogtoAccountChangedEvent } from './account-changed-event.js';
import { publicAccount, type PublicAccount } from './public-account.js';
import { LogtoStatusChangedEvent } from './status-changed-event.js';

/** What a page sees of a provider: its status, the person who is signed in, and events that tell of both. */
export class ProviderView {
  status: AccountStatus = 'loading';
  /** The same object until it changes. */
  account: PublicAccount | undefined;
  readonly #setState;

  constructor(private readonly host: LitElement) {
    this.#setState = customStates(host, ['loading', 'signed-out', 'failed', 'ready']);
  }

  /** An element may have no states before it is in a page. */
  connect() {
    this.#setState(this.status);
  }

  show(state: AccountState) {
    const status = statusOf(state);
    const isNew = status !== this.status;
    const account = state.status === 'ready' && !state.hasEnded ? publicAccount(state.account) : undefined;
    const isOther = JSON.stringify(account) !== JSON.stringify(this.account);
    this.status = status;
    if (isOther) this.account = account;
    this.#setState(status);
    if (isNew) this.host.dispatchEvent(new LogtoStatusChangedEvent(status));
    if (isOther) this.host.dispatchEvent(new LogtoAccountChangedEvent());
    if (isNew && 'error' in state && state.error) this.host.dispatchEvent(new LogtoErrorEvent(state.error));
  }
}
