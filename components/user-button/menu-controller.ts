import type { ReactiveController, ReactiveElement } from 'lit';

/** Between the button and the panel, and between the panel and the edge of the window, in pixels. */
const gap = 6;

/**
 * The keyboard, the place and the focus of a menu button, as in the ARIA Authoring Practices: the menu is a popover, which
 * lies above the page, wherever the button is, and which the browser closes when something beside it is pressed.
 */
export class MenuController implements ReactiveController {
  isOpen = false;
  /** Whether the last item gets the focus when the menu opens. */
  #fromEnd = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly lang: () => string,
  ) {
    host.addController(this);
  }

  /** A panel that is taken out of the page closes without a word. */
  hostUpdated() {
    if (this.isOpen && !this.#panel?.matches(':popover-open')) this.#show(false);
  }

  hostDisconnected() {
    this.#show(false);
  }

  /** The arrow keys open it, too. */
  readonly openByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#fromEnd = event.key === 'ArrowUp';
    if (this.isOpen) this.#focusFirst();
    else this.#panel?.showPopover();
  };

  /** At the side of the window where there is more room. Nothing is measured but the button, as the panel is not there yet. */
  readonly place = () => {
    const { style } = this.#panel!;
    const { top, bottom, left, right } = this.#button!.getBoundingClientRect();
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const isBelow = top + bottom <= height;
    const isAtRight = left + right > width;
    style.top = isBelow ? `${bottom + gap}px` : 'auto';
    style.bottom = isBelow ? 'auto' : `${height - top + gap}px`;
    style.left = isAtRight ? 'auto' : `${Math.max(left, gap)}px`;
    style.right = isAtRight ? `${Math.max(width - right, gap)}px` : 'auto';
    style.maxWidth = `${(isAtRight ? right : width - left) - gap}px`;
    style.maxHeight = `${(isBelow ? height - bottom : top) - 2 * gap}px`;
  };

  readonly toggled = ({ newState }: ToggleEvent) => {
    this.#show(newState === 'open');
    this.host.requestUpdate();
    if (this.isOpen) this.#focusFirst();
  };

  readonly move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') return this.#close(); // and on, from the button
    const next = this.#nextBy(event.key);
    if (event.key === 'Escape') this.#close();
    else if (next) next.focus();
    else if (event.key === ' ') this.#focused?.click(); // a link does not know this key
    else return;
    event.preventDefault();
  };

  /** The host's own item may have led the focus elsewhere. */
  readonly chosen = ({ target }: Event) => {
    const isItem = this.#items.some((item) => target instanceof Node && item.contains(target));
    if (isItem) this.#close();
  };

  /** What stands in the slot becomes part of the menu. */
  readonly adopt = () => {
    for (const item of this.#items.filter(({ role }) => !role)) {
      item.role = 'menuitem';
      item.tabIndex = -1;
    }
  };

  #nextBy(key: string): HTMLElement | undefined {
    const items = this.#items;
    const at = items.findIndex((item) => item === this.#focused);
    switch (key) {
      case 'ArrowDown':
        return items[(at + 1) % items.length];
      case 'ArrowUp':
        return items.at(at < 0 ? -1 : at - 1);
      case 'Home':
        return items[0];
      case 'End':
        return items.at(-1);
      default:
        return this.#startingWith(key, [...items.slice(at + 1), ...items.slice(0, at + 1)]);
    }
  }

  #startingWith(key: string, items: readonly HTMLElement[]): HTMLElement | undefined {
    if (key.trim() === '' || [...key].length !== 1) return undefined;
    const lower = (text: string) => text.trim().toLocaleLowerCase(this.lang());
    return items.find(({ textContent }) => lower(textContent).startsWith(lower(key)));
  }

  #focusFirst() {
    const item = this.#items.at(this.#fromEnd ? -1 : 0);
    this.#fromEnd = false;
    item?.focus();
  }

  #close() {
    const hasFocus = this.#focused !== undefined;
    if (hasFocus) this.#button?.focus();
    this.#panel?.hidePopover();
  }

  #show(isOpen: boolean) {
    this.isOpen = isOpen;
    const listen = isOpen ? addEventListener : removeEventListener;
    listen('scroll', this.place, { capture: true }); // the button moves with the page
    listen('resize', this.place);
  }

  get #focused(): HTMLElement | undefined {
    return this.#items.find((item) => item.matches(':focus'));
  }

  /** Those of the element and those of the page, from top to bottom. */
  get #items(): HTMLElement[] {
    const all = [...this.host.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"], slot')];
    return all.flatMap((each) => (each instanceof HTMLSlotElement ? each.assignedElements().filter(isItem) : each));
  }

  get #button() {
    return this.host.renderRoot.querySelector<HTMLElement>('#button');
  }

  get #panel() {
    return this.host.renderRoot.querySelector<HTMLElement>('#panel');
  }
}

/** What a page may put into the menu. */
const isItem = (element: Element): element is HTMLElement =>
  element instanceof HTMLElement && element.matches('a[href], button');
