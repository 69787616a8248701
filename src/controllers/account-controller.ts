import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';

import { isForSupport, type AccountError } from '../api/account-error.js';
import type { Deletion } from '../api/account-deletion.js';
import type { Account } from '../api/account.js';
import type { AccountContext } from '../context/account-context.js';
import { LogtoAccessChangedEvent, LogtoErrorEvent, type ElementAccess } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';
import type { ElementRequirements } from '../settings/element-requirements.js';
import { serviceLinks } from '../settings/service-links.js';
import type { ResourceDefinition } from '../state/account-resource.js';
import type { AccountState, AccountStore } from '../state/account-store.js';
import type { Person } from '../state/person.js';
import { loadFailure } from '../status/load-failure.js';
import { loadingPlaceholder } from '../status/status-templates.js';
import { supportLink } from '../status/support-link.js';
import { AccountContextConsumer, statusIn } from '../context/account-context-consumer.js';
import { AccountReads } from './account-reads.js';
import { customStates } from './custom-states.js';
import { MissingScopes } from './missing-scopes.js';
import { RetryFocusController } from '../status/retry-focus-controller.js';

export interface AccountControllerOptions extends ElementRequirements {
  localize: CommonLocalizer;
  /** What it shows besides the account itself. Loading and failing are rendered here. */
  resources?: readonly ResourceDefinition<unknown>[];
  /** Whether it can do without them. They are not read then. */
  needsNoResources?: () => boolean;
  /**
   * How much space there will be, so that nothing jumps when the account comes: rows, with a heading above them. Nothing
   * where the settings say that there is nothing to do. A single row without heading when left out.
   */
  expects?: (settings: AccountSettings | undefined) => number;
  /** Whether there is nothing to do here although the toggles are on. */
  isEmpty?: (ready: ReadyAccount) => boolean;
  /** Whether nothing can be changed here, without a toggle that says so. */
  isReadOnly?: () => boolean;
}

/** What an element renders from, once the account is there and not all of its fields are `Off`. */
export interface ReadyAccount {
  account: Account;
  settings: AccountSettings | undefined;
}

/** What an element holds for the person whose account it shows, e.g. an open form. */
export interface PersonalState {
  /** The element shows somebody else's account, or nothing: nothing of it may be left. */
  forget(): void;
  /** The session has ended: what Logto guards leaves the screen, and what was typed stays. */
  lock?(): void;
}

/** In the spelling of attributes and states: that of the settings is Logto's. */
const publicAccess: Record<FieldAccess, ElementAccess> = { Off: 'off', ReadOnly: 'read-only', Edit: 'edit' };

/**
 * Connects an element to the nearest provider, and renders every state except the interesting one. The manifest has what
 * follows with each element that does so, unless the element says it better.
 *
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Something failed. The element already shows why, and keeps what was typed.
 *
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why something is not right, or could not be loaded or done.
 * @csspart icon - The picture beside the name of a row, which says what it is about, or beside why it could not be loaded.
 * @csspart retry - The button that tries again.
 * @csspart support - The link to the people who run the service, where only they can help.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off: the element takes no space.
 * @cssstate read-only - It cannot be changed here.
 * @cssstate edit - There is something to change.
 */
export class AccountController implements ReactiveController {
  /** How things stood at the last update: looking again is work, as some elements make their rows for it. */
  #state: AccountState = { status: 'loading' };
  #access: FieldAccess = 'Off';
  /** Whether something is switched on and cannot be read: all there is, or a part. */
  #isUnreadable = false;
  #isIncomplete = false;
  #announced: FieldAccess | undefined;
  #reported: AccountError | undefined;
  /** Whether the user has just been refused what is off, which has to be said. */
  #hasRefused = false;
  /** Whose account is shown, as long as it is. */
  #shown: { person: Person; end: AbortController } | undefined;
  readonly #personal = new Set<PersonalState>();
  readonly #reads = new AccountReads();
  readonly #provider: AccountContextConsumer;
  readonly #missing: MissingScopes;
  readonly #showState;
  readonly #focus: RetryFocusController;

  constructor(
    private readonly host: ReactiveElement & { readonly?: boolean },
    private readonly options: AccountControllerOptions,
  ) {
    this.#showState = customStates(host, ['loading', 'signed-out', 'failed', 'off', 'read-only', 'edit']);
    this.#provider = new AccountContextConsumer(host, options.scopes, (store) => this.#shownOf(store));
    this.#missing = new MissingScopes(host, this.#provider, options);
    this.#focus = new RetryFocusController(host);
    host.addController(this);
  }

  /** For actions. Throws outside a provider, which is a mistake in the page, not a state. */
  get context(): AccountContext {
    return this.#provider.required;
  }

  /** For actions: in whose name. What takes several steps keeps the person it began with. */
  get person(): Person {
    return this.context.person;
  }

  /** Aborted when this person's account is not shown here any more. */
  get signal(): AbortSignal {
    return this.#shown ? AbortSignal.any([this.#shown.end.signal, this.#shown.person.signal]) : AbortSignal.abort();
  }

  /** Whether the session of the person on the screen has ended. */
  get hasEnded(): boolean {
    const { state } = this.#provider;
    return state.status === 'ready' && state.hasEnded === true;
  }

  get isSignedOut(): boolean {
    return this.#state.status === 'signed-out';
  }

  /** Keeps it as long as the account is shown to one person. */
  hold(state: PersonalState) {
    this.#personal.add(state);
  }

  /** What the user has asked for turns out to be off: that is said in its place. */
  standAside(error: AccountError) {
    this.#hasRefused = true;
    this.#focus.hold();
    this.host.requestUpdate();
    this.host.dispatchEvent(new LogtoErrorEvent(error));
  }

  /** The account and settings, once they are there. */
  get ready(): ReadyAccount | undefined {
    return this.#readable(this.#provider.state);
  }

  /** The same, unless the element shows a placeholder, a notice, or nothing at all. */
  get shown(): ReadyAccount | undefined {
    return this.#access === 'Off' ? undefined : this.#readable(this.#state);
  }

  #readable(state: AccountState): ReadyAccount | undefined {
    return state.status === 'ready' ? { account: this.#reads.of(state.account), settings: state.settings } : undefined;
  }

  /** Whatever else is written into the account concerns other elements. */
  #shownOf(store: AccountStore): readonly unknown[] {
    const { fields, resources = [] } = this.options;
    const { state, person } = store;
    return [
      ...statusIn(state),
      store.refusals,
      ...fields.map((field) => store.access(field)),
      ...(person ? resources.map((definition) => person.resources.get(definition).state) : []),
      ...(state.status === 'ready' ? this.#reads.valuesIn(state.account) : []),
    ];
  }

  /** Whether everything that the element shows is there. */
  get isComplete(): boolean {
    return this.#lookAtState().status === 'ready';
  }

  /** What came of the user's wish to have the account deleted, until somebody signs in. */
  get deletion(): Deletion | undefined {
    const state = this.#state;
    return state.status === 'signed-out' ? state.deletion : undefined;
  }

  /** One of the resources that the element has named; `undefined` when it is off. */
  value<Value>(definition: ResourceDefinition<Value>): Value | undefined {
    return this.#provider.current?.store.person?.resources.get(definition).value;
  }

  /** What the user may do with one of the fields here: `readonly` on the element lowers `Edit` to `ReadOnly`. */
  accessTo(field: AccountField): FieldAccess {
    const access = this.#provider.current?.store.access(field) ?? 'Off';
    if (access === 'Unreadable' || this.#missing.hasFor(field)) return 'Off';
    return access === 'Edit' && this.host.readonly ? 'ReadOnly' : access;
  }

  hostUpdate() {
    const { status } = this.#provider.state;
    if (status === 'ready' && !this.#isSwitchedOff) this.#resources.forEach((resource) => resource.load());
    this.#state = this.#lookAtState();
    if (this.#shown && this.#shown.person !== this.#personIn(this.#state)) this.#show(undefined);
    this.#access = this.#lookAtAccess();
    this.#isIncomplete = this.options.fields.some((field) => this.#isHeldBack(field));
    this.#isUnreadable = this.#access === 'Off' && (this.#isIncomplete || this.#hasRefused);
    if (this.#state.status !== 'ready') this.#showState(this.#isHidden ? 'off' : this.#state.status);
    else if (this.#isUnreadable) this.#showState('failed');
    else this.#showState(publicAccess[this.#access]);
    this.#show(this.#access === 'Off' ? undefined : this.#personIn(this.#state));
  }

  #personIn(state: AccountState): Person | undefined {
    return state.status === 'ready' ? state.person : undefined;
  }

  #show(person: Person | undefined) {
    if (this.#shown?.person !== person) {
      this.#shown?.end.abort();
      this.#shown = person && { person, end: new AbortController() };
      this.#personal.forEach((state) => state.forget());
    }
    if (person) this.#hasRefused = false;
    if (this.hasEnded) this.#personal.forEach((state) => state.lock?.());
  }

  hostUpdated() {
    this.#reportFailure();
    if (this.#isIncomplete && !this.#missing.areThere)
      this.context.report(({ unreadableHint }) => unreadableHint(this.options.scopes));
    if (this.#isUnreadable) return;
    if (this.#state.status !== 'ready' || this.#access === this.#announced) return;
    this.#announced = this.#access;
    this.host.dispatchEvent(new LogtoAccessChangedEvent(publicAccess[this.#access]));
  }

  render(ready: (account: ReadyAccount) => unknown): unknown {
    const { localize } = this.options;
    const state = this.#state;
    if (this.#isHidden) return nothing;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(localize, this.#expected);
      case 'signed-out':
        return this.renderSignedOut();
      case 'failed':
        return html`${loadFailure(localize, state, this.#retry)} ${this.renderSupport(state.error)}`;
      case 'ready':
        if (this.#isUnreadable)
          return html`<p part="notice" tabindex=${this.#hasRefused ? '-1' : nothing}>
              ${localize.text('common.unreadable')}
            </p>
            ${this.#missing.canAsk ? this.#missing.render() : this.#supportLink}`;
        return this.#access === 'Off'
          ? nothing
          : html`${ready({ ...state, account: this.#reads.of(state.account) })} ${this.#missing.renderNotice()}
            ${this.#renderStale()}`;
    }
  }

  /** In place of what nobody may see without a session. */
  renderSignedOut() {
    return html`<p part="notice">${this.options.localize.text('common.signedOut')}</p>`;
  }

  /** Beside what only the people who run the service can do something about. */
  renderSupport(error: AccountError | undefined) {
    return error && isForSupport(error) ? this.#supportLink : nothing;
  }

  get #supportLink() {
    return supportLink(this.options.localize, serviceLinks(this.#provider.current?.store.settings).support);
  }

  /** Whether the user is known to have signed in without this scope. */
  lacks(scope: string): boolean {
    return this.#missing.has(scope);
  }

  /** What is shown may be out of date. */
  #renderStale() {
    const stale = this.#failures.find(({ status }) => status === 'ready');
    return stale ? loadFailure(this.options.localize, stale, this.#retry) : nothing;
  }

  readonly #retry = async () => {
    this.#focus.hold();
    if (this.#provider.state.status !== 'ready') return this.context.store.refresh();
    const failed = this.#resources.filter(({ state }) => 'error' in state && state.error);
    await Promise.all(failed.map((resource) => resource.refresh()));
  };

  /** The provider reports what befalls the account; what only this element has asked for, it reports itself. */
  #reportFailure() {
    const error = this.#failures[0]?.error;
    if (error && error !== this.#reported) this.host.dispatchEvent(new LogtoErrorEvent(error));
    this.#reported = error;
  }

  /** The account, as far as this element is concerned: without what it needs besides, it is not there yet. */
  #lookAtState(): AccountState {
    if (!this.options.localize.isReady) return { status: 'loading' };
    const { state } = this.#provider;
    if (state.status !== 'ready' || this.#isSwitchedOff) return state;
    const failure = this.#failures.find(({ status }) => status === 'failed');
    if (failure) return { ...failure, status: 'failed' };
    return this.#resources.some((resource) => resource.state.status === 'loading') ? { status: 'loading' } : state;
  }

  get #failures() {
    if (this.#provider.state.status !== 'ready' || this.#isSwitchedOff) return [];
    return this.#resources.flatMap(({ state }) =>
      'error' in state && state.error ? [{ ...state, error: state.error }] : [],
    );
  }

  /** Those that may be read. */
  get #resources() {
    if (this.options.needsNoResources?.()) return [];
    const { store } = this.context;
    const readable = (this.options.resources ?? []).filter(({ field }) => !field || store.access(field) !== 'Off');
    return readable.flatMap((definition) => store.person?.resources.get(definition) ?? []);
  }

  /** Not worth a placeholder. That the account cannot be had is said all the same. */
  get #isHidden(): boolean {
    return ['loading', 'signed-out'].includes(this.#state.status) && this.#willBeOff;
  }

  /** The page has settings that say so, before the account is there. */
  get #willBeOff(): boolean {
    const settings = this.#provider.current?.store.settings;
    const { fields, expects } = this.options;
    if (!settings) return false;
    return (
      expects?.(settings) === 0 || (fields.length > 0 && fields.every((field) => settings.fields[field] === 'Off'))
    );
  }

  get #expected() {
    const { expects } = this.options;
    return expects ? { rows: expects(this.#provider.current?.store.settings), hasHeading: true } : { rows: 1 };
  }

  get #isSwitchedOff() {
    const { fields } = this.options;
    return fields.length > 0 && fields.every((field) => this.accessTo(field) === 'Off');
  }

  #lookAtAccess(): FieldAccess {
    const { ready } = this;
    const { fields, isEmpty, isReadOnly } = this.options;
    if (!ready || isEmpty?.(ready)) return 'Off';
    // An element without that property has nothing to change.
    if (fields.length === 0) return this.host.readonly === false && !isReadOnly?.() ? 'Edit' : 'ReadOnly';
    const all = fields.map((field) => this.accessTo(field));
    return (['Edit', 'ReadOnly'] as const).find((access) => all.includes(access)) ?? 'Off';
  }

  /** Switched on by the tenant, but not to be seen without a scope that is missing. */
  #isHeldBack(field: AccountField): boolean {
    return this.#provider.current?.store.access(field) === 'Unreadable' || this.#missing.hasFor(field);
  }
}
