import type { ReactiveController } from 'lit';

import { isRemembered } from '../redirect/remembered.js';
import { signInTask } from '../redirect/tasks.js';
import type { MissingProof } from './missing-proof.js';
import type { RowsController } from './rows-controller.js';

/** For users who have nothing to prove with who they are: loaded when that keeps them from something, or they are back. */
export class ProofHelp implements ReactiveController {
  missing: MissingProof | undefined;
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
    const { account, host, current } = this.rows;
    if (!account.ready) return;
    const isBack = this.#mayBeBack && isRemembered(signInTask(host.localName));
    this.#mayBeBack = false;
    if (isBack || (!this.missing && current.lastError?.kind === 'verification-required')) void this.#load(isBack);
  }

  /** The page was kept as it was: the user went back instead of signing in. */
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#mayBeBack = true;
  };

  async #load(isBack: boolean) {
    const module = await import('./missing-proof.js').catch(() => undefined); // with the next rendering it may come
    if (!module) return;
    this.missing ??= new module.MissingProof(this.rows);
    this.rows.host.requestUpdate();
    if (isBack) this.missing.reopen();
  }
}
