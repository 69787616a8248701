import type { ReactiveElement } from 'lit';

import { AccountError, isForGood } from '../api/account-error.js';
import { LogtoErrorEvent } from '../events.js';
import { loadErrorTexts } from '../localize/error-texts.js';

/** Runs one thing that a user can ask for, once at a time, and keeps what the template needs to show about it. */
export class ActionController<Args extends unknown[] = []> {
  pending = false;
  error: AccountError | undefined;

  constructor(
    private readonly host: ReactiveElement,
    /** Does the work and gives the event that announces it; `undefined` when there was nothing to do. */
    private readonly action: (...args: Args) => Promise<Event | undefined>,
  ) {}

  /** Whether it succeeded. A call while one is pending does nothing: a double click sends one request. */
  run = async (...args: Args): Promise<boolean> => {
    if (this.pending) return false;
    this.#show(true, undefined);
    try {
      const done = await this.action(...args);
      this.#show(false, undefined);
      if (done) this.host.dispatchEvent(done);
      return true;
    } catch (cause) {
      const error = AccountError.from(cause);
      const isQuiet = error.kind === 'aborted';
      const isToldByCode = !isQuiet && error.code !== error.kind;
      if (isToldByCode) await loadErrorTexts(); // so that it is said at once, and in the right words
      this.#show(false, isQuiet ? undefined : error);
      // That the session is another user's is for the page to know: this one is not on the screen any more.
      if (!isQuiet || error.code === 'other_user') this.host.dispatchEvent(new LogtoErrorEvent(error));
      return false;
    }
  };

  /** Takes the last error away, when the user starts anew. */
  clear() {
    if (this.error && !isForGood(this.error)) this.#show(this.pending, undefined);
  }

  #show(pending: boolean, error: AccountError | undefined) {
    this.pending = pending;
    this.error = error;
    this.host.requestUpdate();
  }
}
