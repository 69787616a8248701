import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountConnection } from '../context/account-connection.js';
import { accountContext, remembersRequests } from '../context/account-context.js';
import type { AccountState } from '../state/account-store.js';

/** Follows the nearest provider, and renders the tag again when its account changes. */
export class ConnectionController implements ReactiveController {
  #connection: AccountConnection | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    /** What the tag needs besides `openid`. */
    private readonly scopes: readonly string[],
  ) {
    host.addController(this);
    remembersRequests();
    new ContextConsumer(host, {
      context: accountContext,
      subscribe: true,
      callback: (connection) => this.#follow(connection),
    });
  }

  /** `loading` also while there is no provider yet. */
  get state(): AccountState {
    return this.#connection?.store.state ?? { status: 'loading' };
  }

  /** For rendering: a tag may be rendered before its provider is there. */
  get current(): AccountConnection | undefined {
    return this.#connection;
  }

  /** For actions. Throws outside a provider, which is a mistake in the page, not a state. */
  get required(): AccountConnection {
    if (!this.#connection) throw new Error(`<${this.host.localName}> must be inside <logto-account-provider>.`);
    return this.#connection;
  }

  hostDisconnected() {
    this.#unsubscribe?.();
    this.#connection = this.#unsubscribe = undefined;
    this.host.requestUpdate(); // outside its provider a tag shows nobody's account
  }

  #follow(connection: AccountConnection | undefined) {
    this.#unsubscribe?.();
    this.#connection = connection;
    this.#unsubscribe = connection?.store.subscribe(() => this.host.requestUpdate());
    connection?.require(this.scopes);
    this.host.requestUpdate();
  }
}
