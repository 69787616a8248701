import { AccountError } from '../api/account-error.js';
import { ActionController } from '../controllers/action-controller.js';
import { ReturnController } from '../controllers/return-controller.js';
import { forgetRedirect, rememberRedirect } from '../redirect/pending-redirect.js';
import { signInTask } from '../redirect/tasks.js';
import type { Place } from './row.js';
import type { RowsController } from './rows-controller.js';

/** Milliseconds for which the user may be away: as long as Logto waits for them to sign in. */
const longestAway = 3600_000;

/** A button that says what to do before what failed can be done. */
interface Remedy {
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
      this.isLeaving = true;
      await this.#signInAgain(place);
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

  /** Sends the user to sign in, and remembers which row was open. */
  async #signInAgain(place: Place): Promise<void> {
    const { context, person } = this.rows.account;
    const owner = { task: this.#task, endpoint: person.endpoint, userId: person.id };
    rememberRedirect(owner, place, { expiresAt: Date.now() + longestAway });
    try {
      await context.signInAfresh?.();
    } catch (cause) {
      forgetRedirect(owner);
      throw cause;
    }
  }

  /** Opens that row again once the user is back, and does no more. Somebody else who has signed in is told that it ended. */
  reopen(): void {
    const { host, account, current } = this.rows;
    new ReturnController(host, {
      task: this.#task,
      account,
      back: ({ data, hasExpired }) => hasExpired || void this.#open(data),
      anothers: () =>
        void current.open({ key: '', part: '' }, () => Promise.reject(new AccountError('rejected', 'other_account'))),
    });
    host.requestUpdate();
  }

  /** What was remembered is in storage, and may be of another version of the library; the row may be gone. */
  async #open(remembered: unknown): Promise<void> {
    const { key, part } = Object(remembered) as Partial<Place>;
    const row = this.rows.all.find((each) => each.key === key);
    const action = row?.actions.find((each) => each.part === part);
    if (row && action?.open && !action.isDisabled)
      await this.rows.current.open({ key: row.key, part: action.part }, action.open);
  }

  get #task(): string {
    return signInTask(this.rows.host.localName);
  }
}
