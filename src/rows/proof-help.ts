import type { ReactiveController } from 'lit';

import type { AccountError } from '../api/account-error.js';
import { isRemembered } from '../redirect/remembered.js';
import { signInTask } from '../redirect/tasks.js';
import type { MissingProof, Remedy } from './missing-proof.js';
import type { Place } from './row-places.js';
import type { RowsController } from './rows-controller.js';

/** For users who have nothing to prove with who they are: loaded when that keeps them from something, or they are back. */
export class ProofHelp implements ReactiveController {
  #missing: MissingProof | undefined;
  #mayBeBack = true;

  constructor(private readonly rows: RowsController) {
    rows.host.addController(this);
  }

  hostConnected() {
    addEventListener('pageshow', this.#onPageShow);
  }

  hostDisconnected() {
    removeEventListener('pageshow', this.#onPageShow);
  }

  hostUpdated() {
    const { account, host, lastError } = this.rows;
    if (!account.ready) return;
    const isBack = this.#mayBeBack && isRemembered(signInTask(host.localName));
    this.#mayBeBack = false;
    if (isBack || (!this.#missing && lastError?.kind === 'verification-required')) void this.#load(isBack);
  }

  /** Whether the user is on the way to sign in: nobody has to ask whether they want to leave the page. */
  get isLeaving(): boolean {
    return this.#missing?.isLeaving ?? false;
  }

  /** Why the user could not be sent to sign in. */
  get error(): AccountError | undefined {
    return this.#missing?.error;
  }

  remedyFor(error: AccountError | undefined, place: Place | undefined): Remedy | undefined {
    return this.#missing?.remedyFor(error, place);
  }

  /** Another row was opened, or the same one anew. */
  forget() {
    this.#missing?.forget();
  }

  /** The page was kept as it was: the user went back instead of signing in. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#mayBeBack = true;
  };

  async #load(isBack: boolean) {
    const module = await import('./missing-proof.js').catch(() => undefined); // with the next rendering it may come
    if (!module) return;
    this.#missing ??= new module.MissingProof(this.rows);
    this.rows.host.requestUpdate();
    if (isBack) await this.#missing.reopen();
  }
}
