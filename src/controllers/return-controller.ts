import type { ReactiveController, ReactiveElement } from 'lit';

import { hasRedirect, isAnothers, takeRedirect, type PendingRedirect } from '../redirect/pending-redirect.js';
import type { AccountController } from './account-controller.js';

export interface ReturnOptions {
  /** What the user was sent away for, e.g. `passkey/add`. */
  task: string;
  account: AccountController;
  /** Whether the user, who is back, may still go forward again and come back with an answer. Not where it is left out. */
  isOpen?: (data: unknown) => boolean;
  /** An answer that nobody remembers to have asked for. */
  stray?: { isThere: () => boolean; take: () => void };
  /** Called in its place when somebody else has come back. */
  anothers?: () => void;
  /** Takes it up again. Called once everything that the element shows is there. */
  back: (pending: PendingRedirect) => void;
}

/** Takes up again what a user was doing when the element sent them to another page. */
export class ReturnController implements ReactiveController {
  #hasLooked = false;
  /** Tells when an element that was hidden is there to be seen. */
  readonly #reveal = new ResizeObserver(() => this.hostUpdated());

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: ReturnOptions,
  ) {
    host.addController(this);
  }

  hostConnected() {
    addEventListener('pageshow', this.#onPageShow);
  }

  hostDisconnected() {
    removeEventListener('pageshow', this.#onPageShow);
    this.#reveal.disconnect();
  }

  hostUpdated() {
    const { account, task, isOpen = () => false, stray, anothers, back } = this.options;
    const { ready } = account;
    if (this.#hasLooked || !ready || !account.isComplete) return;
    const owner = { task, endpoint: account.context.endpoint, userId: account.person.id };
    // Nothing in a hidden element can take the focus or be announced. Whether it is hidden costs the page a layout.
    const isElses = anothers !== undefined && isAnothers(owner);
    if ((hasRedirect(owner, isOpen) || isElses || stray?.isThere()) && this.#isHidden)
      return this.#reveal.observe(this.host);
    this.#reveal.disconnect();
    this.#hasLooked = true;
    const pending = takeRedirect(owner, { isOpen });
    if (pending) queueMicrotask(() => back(pending)); // it changes what has just been rendered
    else if (isElses) queueMicrotask(anothers);
    else if (stray) queueMicrotask(() => stray.isThere() && stray.take()); // another tag may be about to take it
  }

  get #isHidden() {
    return this.host.getClientRects().length === 0 && !this.options.account.isOff;
  }

  /** The page was kept as it was while the user was away: the provider reads everything again, and then it is time. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#hasLooked = false;
  };
}
