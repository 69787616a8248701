import type { ReactiveController, ReactiveElement } from 'lit';

import { keepFromTraps } from '../forms/focus-traps.js';
import { LightDomElement } from '../forms/light-dom-element.js';

interface ModalDialogOptions {
  /** Begins the ids of its content: `…-title` names it, `…-text` describes it. */
  id: string;
  content: () => unknown;
  /** The user has left it. */
  left: () => void;
}

/** A modal dialog that stands in the page itself, once. */
export class ModalDialog implements ReactiveController {
  #isOpen = true;
  readonly #light: LightDomElement;
  #leaveToTraps: (() => void) | undefined;

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
    this.#leaveToTraps = keepFromTraps(dialog);
    dialog.showModal();
  }

  async close() {
    this.#isOpen = false;
    this.#leaveToTraps?.();
    (this.#light.element as HTMLDialogElement | undefined)?.close(); // gives the focus back
    this.#light.remove();
    this.host.removeController(this);
    await this.host.updateComplete;
    putCursorBack();
  }

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
