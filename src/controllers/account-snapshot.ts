import type { AccountError } from '../api/account-error.js';
import type { Account } from '../api/account.js';
import { statusIn, type AccountContextConsumer } from '../context/account-context-consumer.js';
import type { ElementState } from '../context/element-states.js';
import type { ElementAccess } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountSettings, FieldAccess } from '../settings/account-settings.js';
import type { AccountState } from '../state/account-state.js';
import type { AccountStore } from '../state/account-store.js';
import type { Person } from '../state/person.js';
import { AccountReads } from './account-reads.js';
import type { AllowedAccess, AllowedAccessOptions } from './allowed-access.js';
import type { ShownResources, ShownResourcesOptions } from './shown-resources.js';

export interface AccountSnapshotOptions extends AllowedAccessOptions, ShownResourcesOptions {
  localize: CommonLocalizer;
  /** Whether there is nothing to do here although the toggles are on. */
  isEmpty?: (ready: ReadyAccount) => boolean;
}

/** What an element renders from, once the account is there and not all of its fields are `Off`. */
export interface ReadyAccount {
  account: Account;
  settings: AccountSettings | undefined;
}

/** In the spelling of attributes and states: that of the settings is Logto's. */
const publicAccess: Record<FieldAccess, ElementAccess> = { Off: 'off', ReadOnly: 'read-only', Edit: 'edit' };

/** How things stand for an element. Looking again is work, as some elements make their rows for it: once per update. */
export class AccountSnapshot {
  /** The account, as far as this element is concerned: without what it needs besides, it is not there yet. */
  state: AccountState = { status: 'loading' };
  access: FieldAccess = 'Off';
  /** Whether something is switched on and cannot be read: all there is, or a part. */
  isIncomplete = false;
  isUnreadable = false;
  readonly #reads = new AccountReads();

  constructor(
    private readonly provider: AccountContextConsumer,
    private readonly allowed: AllowedAccess,
    private readonly resources: ShownResources,
    private readonly options: AccountSnapshotOptions,
  ) {}

  takeState() {
    this.state = this.#lookAtState();
  }

  /** `hasRefused`: the user has just been refused what is off, which has to be said. */
  takeAccess({ hasRefused }: { hasRefused: boolean }) {
    this.access = this.#lookAtAccess();
    this.isIncomplete = this.allowed.isIncomplete;
    this.isUnreadable = this.access === 'Off' && (this.isIncomplete || hasRefused);
  }

  get person(): Person | undefined {
    return this.state.status === 'ready' ? this.state.person : undefined;
  }

  get elementState(): Exclude<ElementState, 'ready'> {
    const { status } = this.state;
    if (status !== 'ready') return this.isHidden ? 'off' : status;
    return this.isUnreadable ? 'failed' : this.elementAccess;
  }

  get elementAccess(): ElementAccess {
    return publicAccess[this.access];
  }

  /** Not worth a placeholder. That the account cannot be had is said all the same. */
  get isHidden(): boolean {
    return ['loading', 'signed-out'].includes(this.state.status) && this.allowed.willBeOff;
  }

  /** The account and settings of a state, if they are there. */
  readyIn(state: AccountState): ReadyAccount | undefined {
    return state.status === 'ready' ? { account: this.#reads.of(state.account), settings: state.settings } : undefined;
  }

  /** Whether everything that the element shows is there now. */
  get isComplete(): boolean {
    return this.#lookAtState().status === 'ready';
  }

  /** What the element shows. Whatever else is written into the account concerns other elements. */
  valuesIn(store: AccountStore): readonly unknown[] {
    const { state } = store;
    return [
      ...statusIn(state),
      store.refusals,
      ...this.options.fields.map((field) => store.access(field)),
      ...this.resources.states,
      ...(state.status === 'ready' ? this.#reads.valuesIn(state.account) : []),
    ];
  }

  get failures() {
    const { status } = this.provider.state;
    return status === 'ready' && !this.allowed.isSwitchedOff ? this.resources.failures : [];
  }

  get error(): AccountError | undefined {
    return this.failures[0]?.error;
  }

  #lookAtState(): AccountState {
    if (!this.options.localize.isReady) return { status: 'loading' };
    const { state } = this.provider;
    if (state.status !== 'ready' || this.allowed.isSwitchedOff) return state;
    const failure = this.failures.find(({ status }) => status === 'failed');
    if (failure) return { ...failure, status: 'failed' };
    return this.resources.isLoading ? { status: 'loading' } : state;
  }

  #lookAtAccess(): FieldAccess {
    const ready = this.readyIn(this.provider.state);
    return !ready || this.options.isEmpty?.(ready) ? 'Off' : this.allowed.highest;
  }
}
