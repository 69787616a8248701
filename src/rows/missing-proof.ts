import type { AccountError } from '../api/account-error.js';
import { ActionController } from '../controllers/action-controller.js';
import { loadModule } from '../load-module.js';
import type { Place } from './row-places.js';
import type { RowsController } from './rows-controller.js';

/** A button that says what to do before what failed can be done. */
export interface Remedy {
  text: string;
  press: () => unknown;
}

/** What a user does who has nothing with which to prove who they are: sets a password, or signs in again and comes back. */
export class MissingProof {
  /** Whether the user is on the way to sign in: nobody has to ask whether they want to leave the page. */
  isLeaving = false;
  readonly #signIn: ActionController<[place: Place]>;

  constructor(private readonly rows: RowsController) {
    this.#signIn = new ActionController(rows.host, async (place) => {
      const { signInAgain } = await loadModule(() => import('./sign-in-again.js'));
      this.isLeaving = true;
      await signInAgain(rows, place);
      return undefined;
    });
  }

  /** Why the user could not be sent to sign in. */
  get error(): AccountError | undefined {
    return this.#signIn.error;
  }

  remedyFor(error: AccountError | undefined, place: Place | undefined): Remedy | undefined {
    const { localize } = this.rows;
    if (error?.code === 'no_verification_method')
      return { text: localize.text('common.setPassword'), press: () => this.rows.leadTo('logto-password') };
    if (error?.code === 'sign_in_again' && place)
      return { text: localize.text('common.signInAgain'), press: () => this.#leave(place) };
    return undefined;
  }

  /** Another row was opened, or the same one anew. */
  forget() {
    this.isLeaving = false;
    this.#signIn.clear();
  }

  async #leave({ key, part }: Place) {
    if (!(await this.#signIn.run({ key, part }))) this.isLeaving = false;
  }

  /** Opens again what the user left to sign in. */
  async reopen() {
    const module = await import('./sign-in-again.js').catch(() => undefined); // the next load may bring it
    module?.reopenAfterSignIn(this.rows);
  }
}
