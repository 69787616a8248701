import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { Account } from '../api/account.js';
import type { AccountConnection } from '../context/account-connection.js';
import { LogtoAccessChangedEvent, LogtoErrorEvent } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';
import type { TagNeeds } from '../settings/tag-needs.js';
import type { ResourceDefinition } from '../state/account-resource.js';
import type { AccountState } from '../state/account-store.js';
import { unreadableHint } from '../state/developer-hints.js';
import { loadFailure, loadingPlaceholder } from '../ui/status-templates.js';
import { ConnectionController } from './connection-controller.js';
import { customStates } from './custom-states.js';

export interface AccountControllerOptions extends TagNeeds {
  localize: CommonLocalizer;
  /** What it shows besides the account itself. Loading and failing are rendered here. */
  resources?: readonly ResourceDefinition<unknown>[];
  /** Whether there is nothing to do here although the toggles are on. */
  isEmpty?: (ready: ReadyAccount) => boolean;
}

/** What a tag renders from, once the account is there and not all of its fields are `Off`. */
export interface ReadyAccount {
  account: Account;
  settings: AccountSettings | undefined;
}

/** Connects a tag to the nearest provider, and renders every state except the interesting one. */
export class AccountController implements ReactiveController {
  /** How things stood at the last update: looking again is work, as some tags make their rows for it. */
  #state: AccountState = { status: 'loading' };
  #access: FieldAccess = 'Off';
  #isUnreadable = false;
  #announced: FieldAccess | undefined;
  /** Whether the button that was pressed last may be gone before something else can have the focus. */
  #holdsFocus = false;
  #reported: AccountError | undefined;
  readonly #provider: ConnectionController;
  readonly #showState;

  constructor(
    private readonly host: ReactiveElement & { readonly: boolean },
    private readonly options: AccountControllerOptions,
  ) {
    this.#showState = customStates(host, ['loading', 'signed-out', 'failed', 'off', 'read-only']);
    this.#provider = new ConnectionController(host, options.scopes);
    host.addController(this);
  }

  /** For actions. Throws outside a provider, which is a mistake in the page, not a state. */
  get connection(): AccountConnection {
    return this.#provider.required;
  }

  /** The account and settings, once they are there. */
  get ready(): ReadyAccount | undefined {
    const { state } = this.#provider;
    return state.status === 'ready' ? state : undefined;
  }

  /** Whether everything that the tag shows is there. */
  get isComplete(): boolean {
    return this.#lookAtState().status === 'ready';
  }

  /** One of the resources that the tag has named; `undefined` when it is off. */
  value<Value>(definition: ResourceDefinition<Value>): Value | undefined {
    return this.#provider.current?.store.resources.get(definition).value;
  }

  /** What the user may do with one of the fields here: `readonly` on the tag lowers `Edit` to `ReadOnly`. */
  accessTo(field: AccountField): FieldAccess {
    const access = this.#provider.current?.store.access(field) ?? 'Off';
    if (access === 'Unreadable') return 'Off';
    return access === 'Edit' && this.host.readonly ? 'ReadOnly' : access;
  }

  hostUpdate() {
    const { status } = this.#provider.state;
    if (status === 'ready' && !this.#isSwitchedOff) this.#resources.forEach((resource) => resource.load());
    this.#state = this.#lookAtState();
    this.#access = this.#lookAtAccess();
    this.#isUnreadable = this.#access === 'Off' && this.options.fields.some((field) => this.#isHeldBack(field));
    if (this.#state.status !== 'ready') this.#showState(this.#state.status);
    else if (this.#isUnreadable) this.#showState('failed');
    else this.#showState(({ Off: 'off', ReadOnly: 'read-only', Edit: undefined } as const)[this.#access]);
  }

  hostUpdated() {
    if (this.#holdsFocus) this.#passFocusOn();
    this.#reportFailure();
    if (this.#isUnreadable) return this.connection.report(unreadableHint(this.options.scopes));
    if (this.#state.status !== 'ready' || this.#access === this.#announced) return;
    this.#announced = this.#access;
    this.host.dispatchEvent(new LogtoAccessChangedEvent(this.#access));
  }

  render(ready: (account: ReadyAccount) => unknown): unknown {
    const { localize } = this.options;
    const state = this.#state;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(localize);
      case 'signed-out':
        return html`<p part="notice">${localize.text('common.signedOut')}</p>`;
      case 'failed':
        return loadFailure(localize, state, this.#retry);
      case 'ready':
        if (this.#isUnreadable) return html`<p part="notice">${localize.text('common.unreadable')}</p>`;
        return this.#access === 'Off' ? nothing : html`${ready(state)} ${this.#renderStale()}`;
    }
  }

  /** What is shown may be out of date. */
  #renderStale() {
    const stale = this.#failures.find(({ status }) => status === 'ready');
    return stale ? loadFailure(this.options.localize, stale, this.#retry) : nothing;
  }

  readonly #retry = async () => {
    this.#holdsFocus = true;
    if (this.#provider.state.status !== 'ready') return this.connection.store.refresh();
    const failed = this.#resources.filter(({ state }) => 'error' in state && state.error);
    await Promise.all(failed.map((resource) => resource.refresh()));
  };

  /** From “Try again” to what is there instead, unless the user has gone elsewhere meanwhile. */
  #passFocusOn() {
    const root = this.host.renderRoot as ShadowRoot;
    if (root.activeElement) return; // it is still there
    const target = root.querySelector<HTMLElement>('[tabindex], button');
    if (document.activeElement !== document.body) this.#holdsFocus = false;
    else if (target) {
      this.#holdsFocus = false;
      target.focus();
    }
  }

  /** The provider reports what befalls the account; what only this tag has asked for, it reports itself. */
  #reportFailure() {
    const error = this.#failures[0]?.error;
    if (error && error !== this.#reported) this.host.dispatchEvent(new LogtoErrorEvent(error));
    this.#reported = error;
  }

  /** The account, as far as this tag is concerned: without what it needs besides, it is not there yet. */
  #lookAtState(): AccountState {
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

  /** Those that the tenant lets anybody read. */
  get #resources() {
    const { store } = this.connection;
    const readable = (this.options.resources ?? []).filter(({ field }) => store.access(field) !== 'Off');
    return readable.map((definition) => store.resources.get(definition));
  }

  get #isSwitchedOff() {
    const { fields } = this.options;
    return fields.length > 0 && fields.every((field) => this.accessTo(field) === 'Off');
  }

  #lookAtAccess(): FieldAccess {
    const { ready } = this;
    if (!ready || this.options.isEmpty?.(ready)) return 'Off';
    const { fields } = this.options;
    if (fields.length === 0) return this.host.readonly ? 'ReadOnly' : 'Edit';
    const all = fields.map((field) => this.accessTo(field));
    return (['Edit', 'ReadOnly'] as const).find((access) => all.includes(access)) ?? 'Off';
  }

  /** Switched on by the tenant, but not to be seen without a scope that is missing. */
  #isHeldBack(field: AccountField): boolean {
    return this.#provider.current?.store.access(field) === 'Unreadable';
  }
}
