import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountContext } from './account-context.js';
import type { ElementState } from './element-states.js';
import { accountContext, remembersRequests } from './context-protocol.js';
import type { AccountState } from '../state/account-state.js';
import type { AccountStore } from '../state/account-store.js';
import { tellDeveloper } from '../developer-hints/tell-developer.js';

/** How long a page may take to put an element where it belongs, or to load its provider, before the console says so. */
const timeForProvider = 3000;

/** Follows the nearest provider, and renders the element again when something changes of what it shows. */
export class AccountContextConsumer implements ReactiveController {
  #context: AccountContext | undefined;
  #unsubscribe: (() => void) | undefined;
  /** What it showed when it was rendered last. */
  #shown: readonly unknown[] | undefined;

  constructor(
    private readonly host: ReactiveElement,
    /** What the element needs besides `openid`. */
    private readonly scopes: readonly string[],
    /** What the element shows: it renders again when one of these values is another one. */
    private readonly select: (store: AccountStore) => readonly unknown[],
    /** Calls back when one of these may be another one. Gives the function that stops it. */
    private readonly subscribe = ({ store }: AccountContext, changed: () => void) => store.subscribe(changed),
  ) {
    host.addController(this);
    remembersRequests();
    new ContextConsumer(host, {
      context: accountContext,
      subscribe: true,
      callback: (context) => this.#follow(context),
    });
  }

  /** `loading` also while there is no provider yet. */
  get state(): AccountState {
    return this.#context?.store.state ?? { status: 'loading' };
  }

  /** For rendering: an element may be rendered before its provider is there. */
  get current(): AccountContext | undefined {
    return this.#context;
  }

  /** For actions. Throws outside a provider, which is a mistake in the page, not a state. */
  get required(): AccountContext {
    if (!this.#context) throw new Error(`<${this.host.localName}> must be inside <logto-account-provider>.`);
    return this.#context;
  }

  /** Says what the element shows, for who places it. */
  show(state: ElementState) {
    this.#context?.elements.set(this.host, state);
  }

  hostConnected() {
    setTimeout(() => {
      const { isConnected, localName } = this.host;
      if (isConnected && !this.#context) tellDeveloper(({ outsideHint }) => outsideHint(localName));
    }, timeForProvider);
  }

  hostUpdated() {
    this.#shown = this.#context && this.select(this.#context.store);
  }

  hostDisconnected() {
    this.#unfollow();
    this.host.requestUpdate(); // outside its provider an element shows nobody's account
  }

  #follow(context: AccountContext | undefined) {
    this.#unfollow();
    this.#context = context;
    this.#unsubscribe = context && this.subscribe(context, () => this.look());
    context?.require(this.scopes);
    this.host.requestUpdate();
  }

  #unfollow() {
    this.#unsubscribe?.();
    this.#context?.elements.delete(this.host);
    this.#context = this.#unsubscribe = undefined;
  }

  /** Renders the element again if something has changed of what it shows. */
  look() {
    if (!this.#context) return;
    const shown = this.#shown;
    const now = this.select(this.#context.store);
    const isSame = shown?.length === now.length && now.every((value, index) => value === shown[index]);
    if (!isSame) this.host.requestUpdate();
  }
}

/** All of a state but the account itself. */
export function statusIn(state: AccountState): readonly unknown[] {
  const all: Partial<Record<string, unknown>> = state;
  return ['status', 'error', 'isRetrying', 'isSignedIn', 'settings', 'person', 'hasEnded'].map((key) => all[key]);
}
