/**
 * The user has confirmed that their account is to be deleted, and proved who they are. Logto's Account API cannot
 * delete accounts: a page that has set `handled` does it now; else the user is sent to the tenant's page for it.
 *
 * The proof stays in the browser, so a back end that does it has to ask for a fresh sign-in of its own.
 */
export class LogtoDeleteAccountRequestedEvent extends Event {
  constructor(
    /** The user waits for this, and is told then whether it worked. What rejects stops it. */
    readonly waitUntil: (work: Promise<unknown>) => void,
  ) {
    super('logto-delete-account-requested', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'logto-delete-account-requested': LogtoDeleteAccountRequestedEvent;
  }
}
