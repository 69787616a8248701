import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';

import { isForSupport, type AccountError } from '../api/account-error.js';
import type { Deletion } from '../api/account-deletion.js';
import type { Account } from '../api/account.js';
import type { AccountContext } from '../context/account-context.js';
import { LogtoAccessChangedEvent, LogtoErrorEvent, type ElementAccess } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';
import { serviceLinks } from '../settings/service-links.js';
import type { ResourceDefinition } from '../state/account-resource.js';
import type { AccountState, AccountStore } from '../state/account-store.js';
import type { Person } from '../state/person.js';
import { loadFailure } from '../status/load-failure.js';
import { loadingPlaceholder } from '../status/status-templates.js';
import { supportLink } from '../status/support-link.js';
import { AccountContextConsumer, statusIn } from '../context/account-context-consumer.js';
import { AccountReads } from './account-reads.js';
import { AllowedAccess, type AllowedAccessOptions } from './allowed-access.js';
import { customStates } from './custom-states.js';
import { MissingScopes } from './missing-scopes.js';
import { RetryFocusController } from '../status/retry-focus-controller.js';
import { ShownResources, type ShownResourcesOptions } from './shown-resources.js';

export interface AccountControllerOptions extends AllowedAccessOptions, ShownResourcesOptions {
  localize: CommonLocalizer;
  /** Whether there is nothing to do here although the toggles are on. */
  isEmpty?: (ready: ReadyAccount) => boolean;
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
 * @cssstate signed-out - No one is signed in.
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
  readonly #allowed: AllowedAccess;
  readonly #resources: ShownResources;
  readonly #showState;
  readonly #focus: RetryFocusController;

  constructor(
    private readonly host: ReactiveElement & { readonly?: boolean },
    private readonly options: AccountControllerOptions,
  ) {
    this.#showState = customStates(host, ['loading', 'signed-out', 'failed', 'off', 'read-only', 'edit']);
    this.#provider = new AccountContextConsumer(host, options.scopes, (store) => this.#shownOf(store));
    this.#missing = new MissingScopes(host, this.#provider, options);
    this.#allowed = new AllowedAccess(host, this.#provider, this.#missing, options);
    this.#resources = new ShownResources(this.#provider, options);
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
    const { state } = store;
    return [
      ...statusIn(state),
      store.refusals,
      ...this.options.fields.map((field) => store.access(field)),
      ...this.#resources.states,
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
    return this.#resources.value(definition);
  }

  /** What the user may do with one of the fields here: `readonly` on the element lowers `Edit` to `ReadOnly`. */
  accessTo(field: AccountField): FieldAccess {
    return this.#allowed.to(field);
  }

  hostUpdate() {
    const { status } = this.#provider.state;
    if (status === 'ready' && !this.#allowed.isSwitchedOff) this.#resources.load();
    this.#state = this.#lookAtState();
    if (this.#shown && this.#shown.person !== this.#personIn(this.#state)) this.#show(undefined);
    this.#access = this.#lookAtAccess();
    this.#isIncomplete = this.#allowed.isIncomplete;
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

  readonly #retry = () => {
    this.#focus.hold();
    if (this.#provider.state.status !== 'ready') return this.context.store.refresh();
    return this.#resources.retry();
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
    if (state.status !== 'ready' || this.#allowed.isSwitchedOff) return state;
    const failure = this.#failures.find(({ status }) => status === 'failed');
    if (failure) return { ...failure, status: 'failed' };
    return this.#resources.isLoading ? { status: 'loading' } : state;
  }

  get #failures() {
    const { status } = this.#provider.state;
    return status === 'ready' && !this.#allowed.isSwitchedOff ? this.#resources.failures : [];
  }

  /** Not worth a placeholder. That the account cannot be had is said all the same. */
  get #isHidden(): boolean {
    return ['loading', 'signed-out'].includes(this.#state.status) && this.#allowed.willBeOff;
  }

  get #expected() {
    const { expects } = this.options;
    return expects ? { rows: expects(this.#provider.current?.store.settings), hasHeading: true } : { rows: 1 };
  }

  #lookAtAccess(): FieldAccess {
    const { ready } = this;
    return !ready || this.options.isEmpty?.(ready) ? 'Off' : this.#allowed.highest;
  }
}
