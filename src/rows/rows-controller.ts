import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { AccountController, PersonalState, ReadyAccount } from '../controllers/account-controller.js';
import type { FormElement } from '../controllers/lead-to-form.js';
import type { LocalizeController } from '../controllers/localize-controller.js';
import { UnsavedChangesController } from '../controllers/unsaved-changes-controller.js';
import type { LogtoUpdatedEvent } from '../events.js';
import type { CommonMessageKey } from '../localize/localizer.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { loadModule } from '../load-module.js';
import { removeLeftovers } from '../forms/leftovers.js';
import { CurrentRow } from './current-row.js';
import { ProofHelp } from './proof-help.js';
import type { Place, Row } from './row.js';
import { rowList, RowPlaces } from './row-list.js';
import { RowStatus } from './row-status.js';

interface RowsOptions<Key extends MessageKey> {
  account: AccountController;
  localize: LocalizeController<Key>;
  /** Above the rows, and what the list is called. A single value, such as the username, has none. */
  heading?: () => string;
  /** What stands in place of the list when there are no rows. */
  empty?: () => string;
  /**
   * Stands in the row that was saved last, in a list that may be too long to see what is said below it. That is then for
   * screen readers only.
   */
  savedText?: () => string;
  /** Announces a change of how the user signs in, after which they may want to sign out everywhere else. */
  credentialEvent?: string;
  /** Asked before each rendering. */
  rows: (ready: ReadyAccount) => readonly Row[];
}

/**
 * The rows of an element, of which one at a time is open (`CurrentRow`): it asks, writes, says so, and closes.
 *
 * - The focus goes to what opens, to the button that opened it when that closes, and to the list when its row is gone.
 * - Nothing outlives the element or the user; a secret that can be had again does not outlive the session.
 *
 * The manifest has what follows with each element that has rows, unless the element says it better.
 *
 * @slot heading - A heading of yours above it, in place of its own where it has one. Use an `<h1>` to `<h6>`.
 *
 * @csspart list - The box around the rows.
 * @csspart row - Each row.
 * @csspart label - The name of a row.
 * @csspart value - The value of a row.
 * @csspart badge - The state of a row in a word, such as “On”.
 * @csspart actions - The place of the buttons of a row.
 * @csspart form - The place of what is open in a row: a form, a question, or something to read.
 * @csspart status - What was done last.
 */
export class RowsController<Key extends MessageKey = CommonMessageKey> implements ReactiveController, PersonalState {
  readonly account: AccountController;
  readonly localize: LocalizeController<Key>;
  /** What is in the list. */
  all: readonly Row[] = [];
  readonly current: CurrentRow;
  readonly places: RowPlaces;
  readonly status: RowStatus;
  readonly proof: ProofHelp;
  /** Whose unsaved input was taken away. */
  #lostBy: string | undefined;
  /** Whether the focus is in a row that this rendering may take away. */
  #mayLoseFocus = false;

  constructor(
    readonly host: ReactiveElement & { readonly?: boolean },
    readonly options: RowsOptions<Key>,
  ) {
    this.account = options.account;
    this.localize = options.localize;
    this.current = new CurrentRow(this);
    this.places = new RowPlaces(this);
    this.status = new RowStatus(host);
    host.addController(this);
    this.proof = new ProofHelp(this);
    options.account.hold(this);
    if (options.credentialEvent) host.addEventListener(options.credentialEvent, this.#offerSignOut);
    new UnsavedChangesController(host, () => this.current.isDirty && !this.proof.missing?.isLeaving);
  }

  hostConnected() {
    removeLeftovers(this.host);
  }

  hostUpdate() {
    const { shown } = this.account;
    const before = this.all;
    const hasFocus = this.host.matches(':focus-within');
    this.all = shown ? this.options.rows(shown) : [];
    this.#tellOfLoss();
    this.#mayLoseFocus = hasFocus && (this.host.readonly === true || before.some(({ key }) => !this.has(key)));
    if (this.host.readonly) this.current.release();
    else this.current.followRows();
  }

  hostUpdated() {
    const { key } = this.current;
    this.current.updated();
    const isGone = key !== undefined && !this.has(key); // while it is busy
    if (this.#mayLoseFocus && (isGone || !this.host.matches(':focus-within'))) this.places.list?.focus();
  }

  render(): unknown {
    return this.account.render(() => rowList(this));
  }

  has(key: string): boolean {
    return this.all.some((row) => row.key === key);
  }

  /** What went wrong in none of the rows. */
  get error(): AccountError | undefined {
    return this.proof.missing?.error ?? this.current.errorOfGone;
  }

  /** Whether there is something to see even if there are no rows. */
  get isInUse(): boolean {
    const { panel, isOpening } = this.current;
    return panel !== undefined || isOpening || this.error !== undefined || this.status.text !== '';
  }

  /** What `open()` of an element does. `false` also when the code for it cannot be had. */
  async openTask(task?: string): Promise<boolean> {
    const module = await import('./open-task.js').catch(() => undefined);
    return module?.openTask(this, task) ?? false;
  }

  /** Brings the user to the form of another element. */
  async leadTo(element: FormElement): Promise<void> {
    const { endpoint } = this.account.context;
    const { leadToForm } = await loadModule(() => import('../controllers/lead-to-form.js'));
    await leadToForm(this.host, element, { endpoint, lang: this.localize.lang });
  }

  /** Says what was done, and puts the focus on a button, as if it had been done there. */
  async announce(said: () => string, place: Place, options?: { isProblem?: boolean }): Promise<void> {
    this.status.say(said, options);
    await this.places.focusButton(place);
  }

  /** Nothing is left for whoever comes next. */
  forget(): void {
    const { panel } = this.current;
    if (panel?.isDirty || panel?.isBusy) this.#lostBy = panel.person.id;
    this.current.forget();
  }

  /** A secret that the user has not kept yet is only hidden: it is there again with a session of the same user. */
  lock(): void {
    const { panel } = this.current;
    this.status.offer = undefined;
    if (panel?.isSecret && !panel.isDirty) this.current.release();
  }

  /** Nobody has signed out here, and all the same another account is shown: it is said what became of the input. */
  #tellOfLoss(): void {
    const { account, localize } = this;
    if (account.shown && this.#lostBy && account.person.id !== this.#lostBy)
      this.status.say(() => localize.codeText('other_user') ?? localize.text('error.aborted'), { isProblem: true });
    if (account.shown || account.isSignedOut) this.#lostBy = undefined;
  }

  readonly #offerSignOut = async (event: Event) => {
    const { signal } = this.account;
    const module = await import('./sign-out-offer.js').catch(() => undefined); // what was asked for is done
    if (!signal.aborted) module?.offerSignOut(this, event as LogtoUpdatedEvent);
  };
}
