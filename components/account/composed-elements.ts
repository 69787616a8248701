import type { ReactiveController, ReactiveElement } from 'lit';

import type { ElementState, ElementStates } from '../../src/context/element-states.js';
import { loadModule } from '../../src/load-module.js';
import { nextTask } from '../../src/next-task.js';
import { elementLoaders, type ElementName } from '../element-loaders.js';

/** What there is to see in the place of an element. `missing`: nothing yet, or only the name of one that is not loaded. */
export type Visibility = 'missing' | 'loading' | 'failed' | 'off' | 'shown';

/**
 * The elements of an account page: children of it in the page itself, where password managers and the page's own style find
 * them, each in the slot of its name. What the page has put into that slot takes the place of the element.
 */
export class ComposedElements implements ReactiveController {
  readonly #created = new Map<ElementName, HTMLElement>();
  /** Those that may be there, as of now: the user may sign out while others are being added. */
  #kept: readonly ElementName[] = [];
  #isReadonly = false;
  readonly #children = new MutationObserver(() => {
    this.#observe();
    this.host.requestUpdate();
  });

  constructor(
    private readonly host: ReactiveElement,
    private readonly states: () => ElementStates | undefined,
  ) {
    host.addController(this);
  }

  hostConnected() {
    this.#observe();
  }

  hostDisconnected() {
    this.#children.disconnect();
  }

  #observe() {
    this.#children.observe(this.host, { childList: true });
    for (const child of this.host.children) this.#children.observe(child, { attributeFilter: ['slot', 'aria-label'] });
  }

  /** What stands in a slot, whoever has put it there. */
  at(slot: string): HTMLElement[] {
    return ([...this.host.children] as HTMLElement[]).filter((child) => child.slot === slot);
  }

  /** Whether the page itself has put something there. */
  isReplaced(tag: ElementName): boolean {
    return this.at(tag).some((child) => child !== this.#created.get(tag));
  }

  /**
   * Loads those that are missing, then adds them, each in its own task: creating all of them at once would block a slow
   * device for too long. When one cannot be loaded, adds the others and rejects with an `AccountError`.
   */
  async add(tags: readonly ElementName[]): Promise<void> {
    const loads = await Promise.allSettled(tags.map((tag) => loadModule(elementLoaders[tag])));
    const loaded = tags.filter((_, index) => loads[index]?.status === 'fulfilled');
    for (const tag of loaded) {
      if (this.isReplaced(tag) || this.#isThere(tag)) continue;
      await nextTask();
      if (!this.isReplaced(tag) && this.#kept.includes(tag)) this.#append(tag);
    }
    const failure = loads.find((load) => load.status === 'rejected');
    if (failure) throw failure.reason;
  }

  /** Loads what may be needed soon. What cannot be had is asked for again when it is. */
  prefetch(tags: readonly ElementName[]) {
    for (const tag of tags) elementLoaders[tag]().catch(() => undefined);
  }

  #isThere(tag: ElementName) {
    return this.#created.get(tag)?.parentNode === this.host;
  }

  #append(tag: ElementName) {
    const element = this.#created.get(tag) ?? document.createElement(tag);
    element.slot = tag;
    this.#allow(element);
    this.#created.set(tag, element);
    // A framework that owns the page may have swept it away.
    if (!this.#isThere(tag)) this.host.append(element);
  }

  /** Takes away those that are not among these any more, or for which the page has something else. */
  keep(tags: readonly ElementName[]) {
    this.#kept = tags;
    for (const [tag, element] of this.#created) {
      if (tags.includes(tag) && !this.isReplaced(tag)) continue;
      element.remove();
      this.#created.delete(tag);
    }
  }

  /** Hides the buttons of every element that was made here, or shows them. */
  set readonly(isReadonly: boolean) {
    this.#isReadonly = isReadonly;
    for (const element of this.#created.values()) this.#allow(element);
  }

  #allow(element: HTMLElement) {
    if ('readonly' in element) element.readonly = this.#isReadonly;
  }

  visibilityOf = (tag: ElementName): Visibility => {
    const children = this.at(tag);
    if (children.every((child) => isOurs(child) && !isDefined(child))) return 'missing';
    if (children.some((child) => this.#is(child, 'loading'))) return 'loading';
    if (children.every((child) => this.#is(child, 'off'))) return 'off';
    return children.some((child) => this.#is(child, 'failed')) ? 'failed' : 'shown';
  };

  isMissing = (tag: ElementName) => this.visibilityOf(tag) === 'missing';

  /** An element of the page may be anything, and is asked only what every element can answer. */
  #is(child: HTMLElement, state: ElementState): boolean {
    if (isOurs(child)) return isDefined(child) && (this.states()?.of(child) ?? 'loading') === state;
    return child.matches(`:state(${state})`);
  }

  /** Waits until what the page has brought itself has rendered what it knows: it tells nobody. */
  async settled(): Promise<void> {
    const children = ([...this.host.children] as HTMLElement[]).filter((child) => !isOurs(child));
    await Promise.allSettled(children.map(async (child) => (child as Partial<ReactiveElement>).updateComplete));
  }
}

const isOurs = ({ localName }: HTMLElement) => Object.hasOwn(elementLoaders, localName);
const isDefined = (element: HTMLElement) => element.matches(':defined');
