import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import type { Deletion } from '../api/account-deletion.js';
import { getAccount, type Account } from '../api/account.js';
import type { AccountField, AccountSettings } from '../settings/account-settings.js';
import { accessTo, type EffectiveAccess } from './account-access.js';
import type { AccountState } from './account-state.js';
import type { WritableField } from './guarded-fields.js';
import { LatestSettings } from './latest-settings.js';
import { Person, type PersonStore, type StepUp } from './person.js';
import { Refusals } from './refusals.js';
import { withSameValues } from './same-values.js';

/** Holds the latest `AccountState` of one provider and tells subscribers when it changes. No Lit, no DOM. */
export class AccountStore implements PersonStore {
  #state: AccountState = { status: 'loading' };
  #reading: Promise<void> | undefined;
  /** Counts what makes a reading that is under way worthless. */
  #era = 0;
  /** How many writes Logto has confirmed. */
  #confirmed = 0;
  #deletion: Deletion | undefined;
  readonly #settings: LatestSettings;
  readonly #refusals = new Refusals();
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly client: AccountClient,
    loadSettings: () => Promise<AccountSettings | undefined>,
    readonly stepUp: StepUp,
    /** The settings that the page has brought along, for what can be said before the account is there. */
    private readonly settingsInPage: () => AccountSettings | undefined = () => undefined,
  ) {
    this.#settings = new LatestSettings(loadSettings);
  }

  get state(): AccountState {
    return this.#state;
  }

  /** As far as they are known. */
  get settings(): AccountSettings | undefined {
    return this.#state.status === 'ready' ? this.#state.settings : this.settingsInPage();
  }

  /** Whose account it is. */
  get person(): Person | undefined {
    return this.#state.status === 'ready' ? this.#state.person : undefined;
  }

  get account(): Account | undefined {
    return this.#state.status === 'ready' ? this.#state.account : undefined;
  }

  /** Counts what has turned out not to be allowed. */
  get refusals(): number {
    return this.#refusals.count;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What the user may do with a field; `Off` while there is no account. */
  access(field: AccountField): EffectiveAccess {
    if (this.#state.status !== 'ready' || this.#state.person.resources.isOff(field)) return 'Off';
    return this.#refusals.lower(field, accessTo(field, this.#state.account, this.#state.settings));
  }

  /** Whether the tenant offers a second factor; `undefined` when that is not known. */
  offers(factor: string): boolean | undefined {
    if (this.#refusals.hasFactor(factor)) return false;
    const factors = this.#state.status === 'ready' ? this.#state.settings?.secondFactors.factors : undefined;
    return factors?.includes(factor);
  }

  /** Reads the account and all that has been read besides it again. */
  async refreshAll(): Promise<void> {
    await Promise.all([this.refresh(), this.person?.resources.refresh()]);
  }

  /** Reads the account again. The last snapshot stays until the answer arrives; parallel calls share one request. */
  refresh = (): Promise<void> => {
    const reading = (this.#reading ??= this.#read(this.#era).finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    }));
    return reading;
  };

  reread(): Promise<void> {
    this.#confirmed += 1;
    return this.refresh();
  }

  /** Hides the account at once and reads anew whose it is: it may be another user's, or nobody's. */
  reset(reason?: AccountError): Promise<void> {
    this.#endPerson(reason);
    this.#set({ status: 'loading' });
    return this.refresh();
  }

  /**
   * Reads it again behind what is shown, whose typed text stays as long as it is the same user's. What `mayBeOther` is not
   * shown any longer when it cannot be read.
   */
  async recheck({ mayBeOther }: { mayBeOther: boolean }): Promise<void> {
    if (this.#state.status !== 'ready' && !mayBeOther) return;
    await this.#reading?.catch(() => undefined); // with the token of before
    await this.refresh().catch(() => (mayBeOther ? this.reset() : undefined));
  }

  /** Reads the settings again, after their source has changed. */
  async reloadSettings(): Promise<void> {
    const { settings, areLatest } = await this.#settings.reload();
    if (!areLatest) return; // they have changed again meanwhile
    this.#refusals.forget();
    this.person?.resources.forgetRefusals();
    if (this.#state.status === 'ready') this.#set({ ...this.#state, settings });
  }

  merge(change: Partial<Account>) {
    this.#confirmed += 1;
    if (this.#state.status !== 'ready') return;
    this.#set({ ...this.#state, account: { ...this.#state.account, ...withSameValues(this.#state.account, change) } });
  }

  /** `error` says why when it was not the user's wish. */
  setSignedOut(error?: AccountError, deletion = this.#deletion) {
    this.#endPerson();
    this.#deletion = deletion;
    this.#set({ status: 'signed-out', ...(error && { error }), ...(deletion && { deletion }) });
  }

  /** The account is not this one's to show any more. */
  close() {
    this.#endPerson();
    this.#state = { status: 'loading' };
  }

  /** What Logto has answered in the user's name, it has answered to a session that works. */
  onAnswer() {
    if (this.#state.status !== 'ready' || !this.#state.hasEnded) return;
    const { account, settings, person } = this.#state;
    this.#set({ status: 'ready', account, settings, person });
  }

  onOtherUser() {
    void this.reset(new AccountError('aborted', 'other_user'));
  }

  onSessionEnded() {
    if (this.#state.status !== 'ready' || this.#state.hasEnded) return;
    this.stepUp.forget(this.#state.person);
    this.#set({ ...this.#state, hasEnded: true });
  }

  learn(field: WritableField, factor: string | undefined, error: AccountError) {
    if (this.#refusals.learn(field, factor, error)) this.notify();
  }

  notify() {
    for (const listener of this.#listeners) listener();
  }

  async #read(era: number) {
    if (this.#state.status === 'failed') this.#set({ ...this.#state, isRetrying: true });
    try {
      await this.client.authenticate(); // nobody's settings are read for a user who is signed out
      if (era !== this.#era) return;
      this.#settings.load();
      if (this.#state.status === 'loading') this.#set({ status: 'loading', isSignedIn: true });
      const account = await this.#readAccount();
      const settings = await this.#settings.latest();
      if (era === this.#era) this.#show(account, settings);
    } catch (cause) {
      if (era === this.#era) this.#fail(AccountError.from(cause));
    }
  }

  #show(next: Account, settings: AccountSettings | undefined) {
    this.#deletion = undefined;
    const before = this.account;
    const account = before?.id === next.id ? withSameValues(before, next) : next;
    this.#set({ status: 'ready', account, settings, person: this.#personOf(account) });
  }

  #fail(error: AccountError) {
    const { state } = this;
    const isAbsent = error.code === 'signed-out';
    if (error.kind !== 'signed-out') {
      // A failed refresh takes nothing away from a user who is looking at the last answer.
      if (state.status === 'ready') throw error;
      this.#set({ status: 'failed', error });
    } else if (state.status === 'ready' && (state.hasEnded || !isAbsent)) this.onSessionEnded();
    else this.setSignedOut(isAbsent || error.code === 'session_ended' ? undefined : error);
  }

  #personOf({ id }: Account): Person {
    const { person } = this;
    if (person?.id === id) return person;
    person?.end();
    return new Person(id, this);
  }

  /** An answer that set out before a write was confirmed would bring the old value back. */
  async #readAccount(): Promise<Account> {
    for (;;) {
      const confirmed = this.#confirmed;
      const account = await getAccount(this.client);
      if (confirmed === this.#confirmed) return account;
    }
  }

  /** Nothing that was asked for in this user's name counts any more. */
  #endPerson(reason?: AccountError) {
    const { person } = this;
    this.#era += 1;
    this.#reading = undefined;
    person?.end(reason);
  }

  #set(state: AccountState) {
    this.#state = state;
    this.notify();
  }
}
