import type { ReactiveController, ReactiveElement } from 'lit';

/** Takes the focus from “Try again” to what is there instead, unless the user has gone elsewhere meanwhile. */
export class RetryFocusController implements ReactiveController {
  /** Whether the button that was pressed last may be gone before something else can have the focus. */
  #isHeld = false;

  constructor(
    private readonly host: ReactiveElement,
    /** What may have it, in the shadow root. */
    private readonly selector = '[tabindex], button',
  ) {
    host.addController(this);
  }

  /** Called when the button is pressed. */
  hold(): void {
    this.#isHeld = true;
  }

  hostUpdated() {
    if (!this.#isHeld) return;
    const root = this.host.renderRoot as ShadowRoot;
    if (root.activeElement) return; // it is still there
    const target = root.querySelector<HTMLElement>(this.selector);
    if (document.activeElement !== document.body) this.#isHeld = false;
    else if (target) {
      this.#isHeld = false;
      target.focus();
    }
  }
}
