/**
 * The user has confirmed that their account is to be deleted, and proved who they are. Logto's Account API cannot
 * delete accounts: the page does, or the page of the tenant's to which the user is sent.
 *
 * Call `preventDefault()` to do it in this page, and `waitUntil(promise)` with what does it.
 */
export class LogtoDeleteAccountRequestedEvent extends Event {
  #work: Promise<unknown> | undefined;

  constructor() {
    super('logto-delete-account-requested', { bubbles: true, composed: true, cancelable: true });
  }

  /** Shows the user that it takes a moment, and then whether it worked. */
  waitUntil(work: Promise<unknown>) {
    this.#work = this.#work ? Promise.all([this.#work, work]) : work;
  }

  /** What the page does; for the tag. */
  get work(): Promise<unknown> | undefined {
    return this.#work;
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-delete-account-requested': LogtoDeleteAccountRequestedEvent;
  }
}
