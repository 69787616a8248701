import type { ReactiveElement } from 'lit';

import { loadModule } from '../../src/load-module.js';
import { nextTask } from '../../src/next-task.js';
import { elementLoaders, type ElementName } from '../element-loaders.js';

/**
 * The elements of an account page: children of it in the page itself, where password managers and the page's own style find
 * them, each in the slot of its name. What the page has put into that slot takes the place of the element.
 */
export class ComposedElements {
  readonly #own = new Map<ElementName, HTMLElement>();
  /** Those that may be there, as of now: the user may sign out while others are being added. */
  #kept: readonly ElementName[] = [];
  #isReadonly = false;

  constructor(private readonly host: HTMLElement) {}

  /** What stands in a slot, whoever has put it there. */
  at(slot: string): HTMLElement[] {
    return ([...this.host.children] as HTMLElement[]).filter((child) => child.slot === slot);
  }

  /** Whether the page itself has put something there. */
  isReplaced(tag: ElementName): boolean {
    return this.at(tag).some((child) => child !== this.#own.get(tag));
  }

  /**
   * Loads those that are missing, then adds them, each in its own task: creating all of them at once would block a slow
   * device for too long. When one cannot be loaded, adds the others and rejects with an `AccountError`.
   */
  async add(tags: readonly ElementName[]): Promise<void> {
    const loads = await Promise.allSettled(tags.map((tag) => loadModule(elementLoaders[tag])));
    const isLoaded = (tag: ElementName) => loads[tags.indexOf(tag)]?.status === 'fulfilled';
    for (const tag of tags.filter(isLoaded)) {
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
    return this.#own.get(tag)?.parentNode === this.host;
  }

  #append(tag: ElementName) {
    const element = this.#own.get(tag) ?? document.createElement(tag);
    element.slot = tag;
    this.#allow(element);
    this.#own.set(tag, element);
    // A framework that owns the page may have swept it away.
    if (element.parentNode !== this.host) this.host.append(element);
  }

  /** Takes away those that are not among these any more, or for which the page has something else. */
  keep(tags: readonly ElementName[]) {
    this.#kept = tags;
    for (const [tag, element] of this.#own) {
      if (tags.includes(tag) && !this.isReplaced(tag)) continue;
      element.remove();
      this.#own.delete(tag);
    }
  }

  /** Hides the buttons of every element that was made here, or shows them. */
  set readonly(isReadonly: boolean) {
    this.#isReadonly = isReadonly;
    for (const element of this.#own.values()) this.#allow(element);
  }

  #allow(element: HTMLElement) {
    if ('readonly' in element) element.readonly = this.#isReadonly;
  }

  /** Whether there is nothing yet, or only the name of an element that has not been loaded. */
  isMissing = (tag: ElementName) => this.at(tag).every(isUnloaded);
  isLoading = (tag: ElementName) => this.at(tag).some((child) => has(child, 'loading'));
  isOff = (tag: ElementName) => this.at(tag).every((child) => has(child, 'off'));

  /** Waits until what is there has rendered what it knows. */
  async settled(): Promise<void> {
    const children = [...this.host.children] as Partial<ReactiveElement>[];
    await Promise.all(children.map(async ({ updateComplete }) => updateComplete));
  }
}

/** An element of ours whose code is not there. What the page brings itself is none of our business. */
const isUnloaded = (element: HTMLElement) =>
  Object.hasOwn(elementLoaders, element.localName) && element.matches(':not(:defined)');

/** An element of the page may be anything, and is asked only what every element can answer. */
const has = (element: HTMLElement, state: string): boolean => element.matches(`:state(${state})`);
