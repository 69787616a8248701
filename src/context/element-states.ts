import type { ElementAccess } from '../events.js';
import type { AccountStatus } from '../state/account-state.js';

/** What an element shows, in the spelling of its custom states. */
export type ElementState = AccountStatus | ElementAccess;

/**
 * What the elements inside a provider show, for who places them. An element may know more than the account tells: that its
 * list is empty, what this browser can do, or that its words are on their way.
 */
export class ElementStates {
  readonly #states = new Map<Element, ElementState>();
  readonly #listeners = new Set<() => void>();

  /** `undefined` of what is no element of this provider, or has not rendered yet. */
  of(element: Element): ElementState | undefined {
    return this.#states.get(element);
  }

  set(element: Element, state: ElementState) {
    if (this.#states.get(element) === state) return;
    this.#states.set(element, state);
    this.#notify();
  }

  delete(element: Element) {
    if (this.#states.delete(element)) this.#notify();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #notify() {
    for (const listener of this.#listeners) listener();
  }
}
