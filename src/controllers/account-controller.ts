import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';

import { isForSupport, type AccountError } from '../api/account-error.js';
import type { Deletion } from '../api/account-deletion.js';
import type { AccountContext } from '../context/account-context.js';
import { AccountContextConsumer } from '../context/account-context-consumer.js';
import { LogtoAccessChangedEvent, LogtoErrorEvent, type ElementAccess } from '../events.js';
import type { AccountField, FieldAccess } from '../settings/account-settings.js';
import { serviceLinks } from '../settings/service-links.js';
import type { ResourceDefinition } from '../state/account-resource.js';
import type { Person } from '../state/person.js';
import { loadFailure } from '../status/load-failure.js';
import { RetryFocusController } from '../status/retry-focus-controller.js';
import { loadingPlaceholder } from '../status/status-templates.js';
import { supportLink } from '../status/support-link.js';
import { AccountSnapshot, type AccountSnapshotOptions, type ReadyAccount } from './account-snapshot.js';
import { AllowedAccess } from './allowed-access.js';
import { customStates } from './custom-states.js';
import { MissingScopes } from './missing-scopes.js';
import { PersonOnScreen, type PersonalState } from './person-on-screen.js';
import { ShownResources } from './shown-resources.js';

export type { PersonalState, ReadyAccount };

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
  /** How things stood at the last update. */
  readonly #now: AccountSnapshot;
  #announced: ElementAccess | undefined;
  #reported: AccountError | undefined;
  /** Whether the user has just been refused what is off, which has to be said. */
  #hasRefused = false;
  readonly #onScreen = new PersonOnScreen();
  readonly #provider: AccountContextConsumer;
  readonly #missing: MissingScopes;
  readonly #allowed: AllowedAccess;
  readonly #resources: ShownResources;
  readonly #showState;
  readonly #focus: RetryFocusController;

  constructor(
    private readonly host: ReactiveElement & { readonly?: boolean },
    private readonly options: AccountSnapshotOptions,
  ) {
    this.#showState = customStates(host, ['loading', 'signed-out', 'failed', 'off', 'read-only', 'edit']);
    this.#provider = new AccountContextConsumer(host, options.scopes, (store) => this.#now.valuesIn(store));
    this.#missing = new MissingScopes(host, this.#provider, options);
    this.#allowed = new AllowedAccess(host, this.#provider, options);
    this.#resources = new ShownResources(this.#provider, options);
    this.#now = new AccountSnapshot(this.#provider, this.#allowed, this.#resources, options);
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
    return this.#onScreen.signal;
  }

  /** Whether the session of the person on the screen has ended. */
  get hasEnded(): boolean {
    const { state } = this.#provider;
    return state.status === 'ready' && state.hasEnded === true;
  }

  get isSignedOut(): boolean {
    return this.#now.state.status === 'signed-out';
  }

  /** Whether it takes no space. */
  get isOff(): boolean {
    return this.#now.elementState === 'off';
  }

  /** Keeps it as long as the account is shown to one person. */
  hold(state: PersonalState) {
    this.#onScreen.hold(state);
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
    return this.#now.readyIn(this.#provider.state);
  }

  /** The same, unless the element shows a placeholder, a notice, or nothing at all. */
  get shown(): ReadyAccount | undefined {
    return this.#now.access === 'Off' ? undefined : this.#now.readyIn(this.#now.state);
  }

  /** Whether everything that the element shows is there. */
  get isComplete(): boolean {
    return this.#now.isComplete;
  }

  /** What came of the user's wish to have the account deleted, until somebody signs in. */
  get deletion(): Deletion | undefined {
    const { state } = this.#now;
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

  /** Whether the user is known to have signed in without this scope. */
  lacks(scope: string): boolean {
    return this.#missing.has(scope);
  }

  hostUpdate() {
    const { status } = this.#provider.state;
    if (status === 'ready' && !this.#allowed.isSwitchedOff) this.#resources.load();
    this.#now.takeState();
    const { person } = this.#now;
    if (this.#onScreen.person !== person) this.#showPerson(undefined); // before the rows are asked for
    this.#now.takeAccess({ hasRefused: this.#hasRefused });
    const { access, elementState } = this.#now;
    this.#showState(elementState);
    this.#provider.show(elementState);
    this.#showPerson(access === 'Off' ? undefined : person);
  }

  #showPerson(person: Person | undefined) {
    this.#onScreen.set(person);
    if (person) this.#hasRefused = false;
    if (this.hasEnded) this.#onScreen.lock();
  }

  hostUpdated() {
    this.#reportFailure();
    this.#missing.report();
    const { state, elementAccess, isIncomplete, isUnreadable } = this.#now;
    if (isIncomplete && !this.#missing.areThere)
      this.context.report(({ unreadableHint }) => unreadableHint(this.options.scopes));
    if (isUnreadable || state.status !== 'ready' || elementAccess === this.#announced) return;
    this.#announced = elementAccess;
    this.host.dispatchEvent(new LogtoAccessChangedEvent(elementAccess));
  }

  /** The provider reports what befalls the account; what only this element has asked for, it reports itself. */
  #reportFailure() {
    const { error } = this.#now;
    if (error && error !== this.#reported) this.host.dispatchEvent(new LogtoErrorEvent(error));
    this.#reported = error;
  }

  render(ready: (account: ReadyAccount) => unknown): unknown {
    const { localize } = this.options;
    const { state, isHidden, isUnreadable } = this.#now;
    if (isHidden) return nothing;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(localize, this.#expected);
      case 'signed-out':
        return this.renderSignedOut();
      case 'failed':
        return html`${loadFailure(localize, state, this.#retry)} ${this.renderSupport(state.error)}`;
      case 'ready': {
        if (isUnreadable) return this.#renderUnreadable();
        const { shown } = this;
        return shown ? html`${ready(shown)} ${this.#missing.renderNotice()} ${this.#renderStale()}` : nothing;
      }
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

  #renderUnreadable() {
    return html`<p part="notice" tabindex=${this.#hasRefused ? '-1' : nothing}>
        ${this.options.localize.text('common.unreadable')}
      </p>
      ${this.#missing.canAsk ? this.#missing.render() : this.#supportLink}`;
  }

  /** What is shown may be out of date. */
  #renderStale() {
    const stale = this.#now.failures.find(({ status }) => status === 'ready');
    return stale ? loadFailure(this.options.localize, stale, this.#retry) : nothing;
  }

  readonly #retry = () => {
    this.#focus.hold();
    if (this.#provider.state.status !== 'ready') return this.context.store.refresh();
    return this.#resources.retry();
  };

  get #supportLink() {
    return supportLink(this.options.localize, serviceLinks(this.#provider.current?.store.settings).support);
  }

  get #expected() {
    const { expects } = this.options;
    return expects ? { rows: expects(this.#provider.current?.store.settings), hasHeading: true } : { rows: 1 };
  }
}
