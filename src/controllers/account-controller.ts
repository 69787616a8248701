import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit';

import type { Account } from '../api/account.js';
import type { AccountConnection } from '../context/account-connection.js';
import { LogtoAccessChangedEvent } from '../events.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';
import { unreadableHint } from '../state/developer-hints.js';
import { loadFailure, loadingPlaceholder } from '../ui/status-templates.js';
import { ConnectionController } from './connection-controller.js';
import { customStates } from './custom-states.js';

export interface AccountControllerOptions {
  /** The toggles the tag stands for. It is as editable as the most editable of them. */
  fields: readonly AccountField[];
  /** What the tag needs besides `openid`. */
  scopes: readonly string[];
  localize: CommonLocalizer;
}

/** What a tag renders from, once the account is there and not all of its fields are `Off`. */
export interface ReadyAccount {
  account: Account;
  settings: AccountSettings | undefined;
}

/** Connects a tag to the nearest provider, and renders every state except the interesting one. */
export class AccountController implements ReactiveController {
  #announced: FieldAccess | undefined;
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

  /** What the user may do with one of the fields here: `readonly` on the tag lowers `Edit` to `ReadOnly`. */
  accessTo(field: AccountField): FieldAccess {
    const access = this.#provider.current?.store.access(field) ?? 'Off';
    if (access === 'Unreadable') return 'Off';
    return access === 'Edit' && this.host.readonly ? 'ReadOnly' : access;
  }

  hostUpdate() {
    const { status } = this.#provider.state;
    if (status !== 'ready') this.#showState(status);
    else if (this.#isUnreadable) this.#showState('failed');
    else this.#showState(({ Off: 'off', ReadOnly: 'read-only', Edit: undefined } as const)[this.#access]);
  }

  hostUpdated() {
    if (this.#isUnreadable) return this.connection.report(unreadableHint(this.options.scopes));
    if (this.#provider.state.status !== 'ready' || this.#access === this.#announced) return;
    this.#announced = this.#access;
    this.host.dispatchEvent(new LogtoAccessChangedEvent(this.#access));
  }

  render(ready: (account: ReadyAccount) => unknown): unknown {
    const { localize } = this.options;
    const { state } = this.#provider;
    switch (state.status) {
      case 'loading':
        return loadingPlaceholder(localize);
      case 'signed-out':
        return html`<p part="notice">${localize.text('common.signedOut')}</p>`;
      case 'failed':
        return loadFailure(localize, state, () => this.connection.store.refresh());
      case 'ready':
        if (this.#isUnreadable) return html`<p part="notice">${localize.text('common.unreadable')}</p>`;
        return this.#access === 'Off' ? nothing : ready(state);
    }
  }

  get #access(): FieldAccess {
    const all = this.options.fields.map((field) => this.accessTo(field));
    return (['Edit', 'ReadOnly'] as const).find((access) => all.includes(access)) ?? 'Off';
  }

  /** Switched on by the tenant, but there is nothing left to show without the missing scopes. */
  get #isUnreadable() {
    const isHeldBack = (field: AccountField) => this.#provider.current?.store.access(field) === 'Unreadable';
    return this.#access === 'Off' && this.options.fields.some(isHeldBack);
  }
}
