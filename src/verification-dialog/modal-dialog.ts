import type { ReactiveController, ReactiveElement } from 'lit';

import { LightDomElement } from '../forms/light-dom-element.js';

export interface ModalDialogOptions {
  /** Begins the ids of its content: `…-title` names it, `…-text` describes it. */
  id: string;
  content: () => unknown;
  /** The user has left it. */
  left: () => void;
}

/** What focus traps go by. Nothing in the dialog needs to hear of these. */
const watchedByTraps = ['keydown', 'pointerdown', 'mousedown', 'touchstart', 'focusin', 'focusout'] as const;

/** A modal dialog that stands in the page itself, once. */
export class ModalDialog implements ReactiveController {
  #isOpen = true;
  readonly #light: LightDomElement;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: ModalDialogOptions,
  ) {
    this.#light = new LightDomElement(host, 'logto-dialog');
    host.addController(this);
  }

  hostUpdated() {
    if (this.#isOpen) this.#light.render(this.options.content());
  }

  async open() {
    const { id, left } = this.options;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = this.#light.element as HTMLDialogElement;
    dialog.setAttribute('aria-labelledby', `${id}-title`);
    dialog.setAttribute('aria-describedby', `${id}-text`);
    // Escape: told at once, so that nothing is pending any more when the focus is back.
    dialog.addEventListener('cancel', left);
    // Whatever else closes a dialog.
    dialog.addEventListener('close', () => this.#isOpen && left());
    for (const type of watchedByTraps) addEventListener(type, this.#keep, { capture: true });
    dialog.showModal();
  }

  async close() {
    this.#isOpen = false;
    for (const type of watchedByTraps) removeEventListener(type, this.#keep, { capture: true });
    (this.#light.element as HTMLDialogElement | undefined)?.close(); // gives the focus back
    this.#light.remove();
    this.host.removeController(this);
    await this.host.updateComplete;
    putCursorBack();
  }

  /** What happens in it is not for a modal of the page, which would keep the user to itself. */
  readonly #keep = (event: Event) => {
    if (event.target instanceof Node && this.#light.element?.contains(event.target)) event.stopPropagation();
  };

  /** Gives the first of these the focus, once what was changed is rendered. */
  focus(selector: string) {
    void this.host.updateComplete.then(() => this.#light.element?.querySelector<HTMLElement>(selector)?.focus());
  }
}

/** Chromium gives a field the focus back without the cursor: that stays where the dialog was. */
function putCursorBack(): void {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLInputElement)) return;
  if (active.selectionStart === null) return active.select(); // an email field takes no position
  active.setSelectionRange(active.value.length, active.value.length);
}
