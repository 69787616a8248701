import type { ReactiveController, ReactiveElement } from 'lit';

/** Lets the browser ask before the page is left while the element holds something unsaved. */
export class UnsavedChangesController implements ReactiveController {
  constructor(
    private readonly host: ReactiveElement,
    private readonly isDirty: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated() {
    // Listening only while it matters: a listener alone keeps a page out of the back/forward cache.
    if (this.host.isConnected && this.isDirty()) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }

  hostDisconnected() {
    removeEventListener('beforeunload', this.#ask);
  }

  readonly #ask = (event: BeforeUnloadEvent) => event.preventDefault();
}
