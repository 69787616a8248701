import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import { getAccount, type Account } from '../api/account.js';
import type { AccountField, AccountSettings } from '../settings/account-settings.js';
import { accessTo, type EffectiveAccess } from './account-access.js';
import { AccountResources } from './account-resources.js';

/** One snapshot. A tag never sees a half-loaded account. */
export type AccountState =
  | {
      status: 'loading';
      /** Somebody is signed in: there will be an account. */
      isSignedIn?: true;
    }
  | { status: 'signed-out'; error?: AccountError }
  | { status: 'failed'; error: AccountError; isRetrying?: true }
  | {
      status: 'ready';
      account: Account;
      settings: AccountSettings | undefined;
      /** Logto has refused the token since. What is shown and typed stays until the user signs in again. */
      hasEnded?: true;
    };

export type AccountStatus = AccountState['status'];

/** The status as a page sees it: with a session that has ended the user is signed out, whatever is still shown. */
export const statusOf = (state: AccountState): AccountStatus =>
  state.status === 'ready' && state.hasEnded ? 'signed-out' : state.status;

/** Holds the latest `AccountState` of one provider and tells subscribers when it changes. No Lit, no DOM. */
export class AccountStore {
  #state: AccountState = { status: 'loading' };
  #reading: Promise<void> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  /** How many writes Logto has confirmed. */
  #confirmed = 0;
  #settings: Promise<AccountSettings | undefined> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #refusedFields = new Set<AccountField>();
  readonly #refusedFactors = new Set<string>();
  /** What has a route of its own, such as second factors. */
  readonly resources: AccountResources;

  constructor(
    readonly client: AccountClient,
    private readonly loadSettings: () => Promise<AccountSettings | undefined>,
  ) {
    this.resources = new AccountResources(client, () => this.#notify());
  }

  get state(): AccountState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What the user may do with a field; `Off` while there is no account. */
  access(field: AccountField): EffectiveAccess {
    if (this.#state.status !== 'ready' || this.resources.isOff(field)) return 'Off';
    const access = accessTo(field, this.#state.account, this.#state.settings);
    return access === 'Edit' && this.#refusedFields.has(field) ? 'ReadOnly' : access;
  }

  /** Whether the tenant offers a second factor; `undefined` when that is not known. */
  offers(factor: string): boolean | undefined {
    if (this.#refusedFactors.has(factor)) return false;
    const factors = this.#state.status === 'ready' ? this.#state.settings?.secondFactors.factors : undefined;
    return factors?.includes(factor);
  }

  /** Reads the account and all that has been read besides it again. */
  async refreshAll(): Promise<void> {
    await Promise.all([this.refresh(), this.resources.refresh()]);
  }

  /** Reads the account again. The last snapshot stays until the answer arrives; parallel calls share one request. */
  refresh = (): Promise<void> => (this.#reading ??= this.#read().finally(() => (this.#reading = undefined)));

  /** Reads the settings again, after their source has changed. */
  async reloadSettings(): Promise<void> {
    const loading = (this.#settings = this.loadSettings());
    const settings = await loading;
    if (loading !== this.#settings) return; // they have changed again meanwhile
    this.#refusedFields.clear();
    this.#refusedFactors.clear();
    this.resources.forgetRefusals();
    if (this.#state.status === 'ready') this.#set({ ...this.#state, settings });
  }

  /** Takes over what Logto answered to a write. */
  confirm(change: Partial<Account>) {
    this.#confirmed += 1;
    if (this.#state.status !== 'ready') return;
    this.#set({ ...this.#state, account: { ...this.#state.account, ...change } });
  }

  /** Ends in `signed-out`; `error` says why when it was not the user's wish. */
  leave(error?: AccountError) {
    this.resources.forget();
    this.#set({ status: 'signed-out', ...(error && { error }) });
  }

  /** A write learned that the session is over. */
  end() {
    if (this.#state.status === 'ready') this.#set({ ...this.#state, hasEnded: true });
  }

  fail(error: AccountError) {
    this.#set({ status: 'failed', error });
  }

  /** Runs a write to a field, and learns from a refusal that the field is read-only, whatever the settings said. */
  async writing<Result>(field: AccountField, write: () => Promise<Result>): Promise<Result> {
    try {
      return await write();
    } catch (cause) {
      const error = AccountError.from(cause);
      if (error.kind === 'not-allowed') this.#refuseEdit(field);
      throw error;
    }
  }

  /** One after the other: a write that merges into fresh data must not overlap another. */
  inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
    const turn = this.#writing.then(write, write);
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** Adds or replaces a second factor, and learns from a refusal that the tenant does not offer it. */
  async writingFactor<Result>(factor: string, write: () => Promise<Result>): Promise<Result> {
    try {
      return await this.writing(factor === 'WebAuthn' ? 'passkey' : 'mfa', write);
    } catch (cause) {
      if (AccountError.from(cause).code === 'session.mfa.mfa_factor_not_enabled') {
        this.#refusedFactors.add(factor);
        this.#notify();
      }
      throw cause;
    }
  }

  #refuseEdit(field: AccountField) {
    this.#refusedFields.add(field);
    this.#notify();
  }

  async #read() {
    if (this.#state.status === 'failed') this.#set({ ...this.#state, isRetrying: true });
    try {
      await this.client.authenticate(); // nobody's settings are read for a user who is signed out
      this.#settings ??= this.loadSettings();
      if (this.#state.status === 'loading') this.#set({ status: 'loading', isSignedIn: true });
      const account = await this.#readAccount();
      const settings = await this.#latestSettings();
      if (this.#state.status === 'ready' && this.#state.account.id !== account.id) this.resources.forget();
      this.#set({ status: 'ready', account, settings });
    } catch (cause) {
      const error = AccountError.from(cause);
      if (error.kind === 'signed-out') this.leave(error.code === 'signed-out' ? undefined : error);
      // A failed refresh takes nothing away from a user who is looking at the last answer.
      else if (this.#state.status === 'ready') throw error;
      else this.fail(error);
    }
  }

  /** An answer that set out before a write was confirmed would bring the old value back. */
  async #readAccount(): Promise<Account> {
    for (;;) {
      const confirmed = this.#confirmed;
      const account = await getAccount(this.client);
      if (confirmed === this.#confirmed) return account;
    }
  }

  /** The source may change while it is read. */
  async #latestSettings(): Promise<AccountSettings | undefined> {
    for (;;) {
      const loading = this.#settings;
      const settings = await loading;
      if (loading === this.#settings) return settings;
    }
  }

  #set(state: AccountState) {
    this.#state = state;
    this.#notify();
  }

  #notify() {
    for (const listener of this.#listeners) listener();
  }
}
