import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { AccountController, PersonalState, ReadyAccount } from '../controllers/account-controller.js';
import { ActionController } from '../controllers/action-controller.js';
import type { FormElement } from '../controllers/lead-to-form.js';
import type { LocalizeController } from '../controllers/localize-controller.js';
import { UnsavedChangesController } from '../controllers/unsaved-changes-controller.js';
import type { LogtoUpdatedEvent } from '../events.js';
import type { CommonMessageKey } from '../localize/localizer.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { loadModule } from '../load-module.js';
import { removeLeftovers } from '../forms/leftovers.js';
import { Panel } from './panel.js';
import { ProofHelp } from './proof-help.js';
import type { Opened, Row } from './row.js';
import { rowList } from './row-list.js';
import { RowPlaces, type Place } from './row-places.js';
import { nothingSaid, RowStatus, type Offer } from './row-status.js';

export interface RowsOptions<Key extends MessageKey> {
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

/** A button that was pressed, until the next one is. */
interface Opening extends Place {
  action: ActionController;
}

interface Open extends Place {
  panel: Panel<MessageKey>;
}

/**
 * The rows of an element, of which one at a time is open: it asks, writes, says so, and closes.
 *
 * - Escape and “Cancel” close what is open, unless something is on its way whose outcome the user would not see.
 * - A row with unsaved input stays open: another one that is pressed meanwhile gives it the focus back.
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
  #rows: readonly Row[] = [];
  #open: Open | undefined;
  #opening: Opening | undefined;
  /** What went with its row before it could be closed, or was closed by a failure that nothing in it can mend. */
  #gone: (Place & { panel: Pick<Panel<MessageKey>, 'error'> }) | undefined;
  /** Whose unsaved input was taken away. */
  #lostBy: string | undefined;
  /** Whether the focus is in a row that this rendering may take away. */
  #mayLoseFocus = false;
  readonly places: RowPlaces;
  readonly #status: RowStatus;
  readonly #proof: ProofHelp;

  constructor(
    readonly host: ReactiveElement & { readonly?: boolean },
    private readonly options: RowsOptions<Key>,
  ) {
    this.account = options.account;
    this.localize = options.localize;
    this.places = new RowPlaces(host, () => this.#rows);
    this.#status = new RowStatus(host);
    host.addController(this);
    this.#proof = new ProofHelp(this);
    options.account.hold(this);
    if (options.credentialEvent) host.addEventListener(options.credentialEvent, this.#offerSignOut);
    const isDirty = () => this.#open?.panel.isDirty ?? false;
    new UnsavedChangesController(host, () => isDirty() && !this.#proof.isLeaving);
  }

  hostConnected() {
    removeLeftovers(this.host);
  }

  hostUpdate() {
    const { shown } = this.account;
    const before = this.#rows;
    const hasFocus = this.host.matches(':focus-within');
    this.#rows = shown ? this.options.rows(shown) : [];
    this.#tellOfLoss();
    this.#mayLoseFocus = hasFocus && (this.host.readonly === true || before.some(({ key }) => !this.#has(key)));
    if (this.host.readonly) this.#release();
    else if (this.#open && !this.#open.panel.isBusy && !this.#has(this.#open.key)) this.#gone = this.#release();
  }

  hostUpdated() {
    if (this.#isHidden) this.#open?.panel.closed();
    else this.#open?.panel.updated();
    const isGone = this.#open !== undefined && !this.#has(this.#open.key); // while it is busy
    if (this.#mayLoseFocus && (isGone || !this.host.matches(':focus-within'))) this.places.list?.focus();
  }

  render(): unknown {
    return this.account.render(() =>
      rowList({
        localize: this.localize,
        heading: this.options.heading?.(),
        empty: this.options.empty?.(),
        savedText: this.options.savedText?.(),
        rows: this.#rows,
        open: this.#open && { key: this.#open.key, content: this.#renderOpen(this.#open.panel) },
        isBusy: this.isBusy,
        isOpening: this.#isOpening,
        errorOf: (key) => (this.#opening?.key === key ? this.#opening.action.error : undefined),
        error: this.#error,
        status: this.#status,
        support: this.account.renderSupport(this.lastError),
        remedy: this.#proof.remedyFor(this.lastError, this.#open ?? this.#gone ?? this.#opening),
        press: (key, action) =>
          action.leadsTo ? this.leadTo(action.leadsTo) : this.open(key, action.part, action.open),
        escape: () => this.cancel(),
      }),
    );
  }

  /** What went wrong last, wherever that is said. */
  get lastError(): AccountError | undefined {
    return this.#open?.panel.error ?? this.#gone?.panel.error ?? this.#opening?.action.error;
  }

  /** Brings the user to the form of another element. */
  async leadTo(element: FormElement): Promise<void> {
    const { endpoint } = this.account.context;
    const { leadToForm } = await loadModule(() => import('../controllers/lead-to-form.js'));
    await leadToForm(this.host, element, { endpoint, lang: this.localize.lang });
  }

  /** Whether there is something to see even if there are no rows. */
  get isInUse(): boolean {
    return this.#open !== undefined || this.#isOpening || this.#error !== undefined || this.#status.text !== '';
  }

  /** What `open()` of an element does. `false` also when the code for it cannot be had. */
  async openTask(task?: string): Promise<boolean> {
    const module = await import('./open-task.js').catch(() => undefined);
    return module?.openTask(this, task) ?? false;
  }

  /** Opens a row with what `load` gives, as if that button in it had been pressed. Gives whether that came to something. */
  async open(key: string, part: string, load: () => Opened | Promise<Opened>): Promise<boolean> {
    if (this.isBusy) return false;
    if (this.#open?.panel.isDirty) {
      await this.focus();
      return false;
    }
    this.#release();
    this.#gone = undefined;
    this.#proof.forget();
    this.#status.clear();
    const { signal } = this.account;
    let isOpened = false;
    const action = new ActionController(this.host, async () => {
      try {
        const opened = await load();
        isOpened = opened !== undefined;
        return signal.aborted ? undefined : this.#take(opened, { key, part });
      } catch (cause) {
        if (signal.aborted) return undefined; // nobody waits for it any more
        throw cause;
      }
    });
    this.#opening = { key, part, action };
    await action.run();
    if (signal.aborted) return false;
    await (this.#open ? this.focus() : this.places.focusButton({ key, part }));
    return isOpened;
  }

  /** Opens a row that was open before the page was left, if it is still there. */
  async reopen({ key, part }: Place): Promise<void> {
    const row = this.#rows.find((each) => each.key === key);
    const action = row?.actions.find((each) => each.part === part);
    if (action?.open && !action.isDisabled) await this.open(key, part, action.open);
  }

  /** Says below the list why something did not come about that was begun elsewhere. */
  async refuse(error: AccountError): Promise<void> {
    await this.open('', '', () => Promise.reject(error));
  }

  /** Nothing is left for whoever comes next. */
  forget(): void {
    const { panel } = this.#open ?? {};
    if (panel?.isDirty || panel?.isBusy) this.#lostBy = panel.person.id;
    this.#release();
    this.#opening = this.#gone = undefined;
    this.#proof.forget();
    this.#status.clear();
  }

  /** Nobody has signed out here, and all the same another account is shown: it is said what became of the input. */
  #tellOfLoss(): void {
    const { account, localize } = this;
    if (account.shown && this.#lostBy && account.person.id !== this.#lostBy)
      this.#status.say(() => localize.codeText('other_user') ?? localize.text('error.aborted'), { isProblem: true });
    if (account.shown || account.isSignedOut) this.#lostBy = undefined;
  }

  readonly #offerSignOut = async (event: Event) => {
    const { signal } = this.account;
    const module = await import('./sign-out-offer.js').catch(() => undefined); // what was asked for is done
    if (!signal.aborted) module?.offerSignOut(this, event as LogtoUpdatedEvent);
  };

  /** Stands below what is said, until it is accepted, a row is opened, or the user has gone. */
  offer(offer: Offer): void {
    this.#status.offer = offer;
  }

  /** Says what came of an offer, which is gone then. */
  async accepted(offer: Offer, said: () => string): Promise<void> {
    if (this.#status.offer !== offer) return;
    this.#status.offer = undefined;
    await this.announce(said, { key: '', part: '' }); // its button is gone: to the list
  }

  /** A secret that the user has not kept yet is only hidden: it is there again with a session of the same user. */
  lock(): void {
    this.#status.offer = undefined;
    if (this.#open?.panel.isSecret && !this.#open.panel.isDirty) this.#release();
  }

  /** Closes what is open as the user wishes; not while something is on its way. */
  cancel(): void {
    if (this.#open && !this.isBusy) void this.close(this.#open.panel);
  }

  /** Closes the panel, says what was done, and gives the focus back to the button that opened it. */
  async close(panel: Panel<MessageKey>, said = nothingSaid): Promise<void> {
    const closed = this.#open?.panel === panel ? this.#release() : this.#gone;
    if (closed?.panel !== panel) return; // what it was about is not this user's any more
    this.#gone = undefined;
    this.#status.say(said, said === nothingSaid ? {} : { savedKey: closed.key });
    await this.places.focusButton(closed);
  }

  /** Closes it after a failure that nothing in it can mend, and says why below the list. */
  async abandon(panel: Panel<MessageKey>, error: AccountError): Promise<void> {
    if (this.#open?.panel !== panel) return;
    const { key, part } = this.#open;
    this.#release();
    this.#gone = { key, part, panel: { error } };
    this.#update();
    await this.places.focusButton({ key, part });
  }

  /** Shows another panel in place of this one. */
  async replace(panel: Panel<MessageKey>, next: () => Panel<MessageKey>): Promise<void> {
    if (this.#open?.panel !== panel) return;
    const { key, part } = this.#open;
    this.#release();
    this.#open = { key, part, panel: next() };
    this.#update();
    await this.focus();
  }

  /** Says what was done, and puts the focus on a button, as if it had been done there. */
  async announce(said: () => string, place: Place, options?: { isProblem?: boolean }): Promise<void> {
    this.#status.say(said, options);
    await this.places.focusButton(place);
  }

  /** To what needs attention in the open row. */
  async focus(): Promise<void> {
    await this.host.updateComplete;
    this.#open?.panel.focus();
  }

  /** What is in the list. */
  get all(): readonly Row[] {
    return this.#rows;
  }

  /** Which row is open. */
  get openKey(): string | undefined {
    return this.#open?.key;
  }

  /** Whether other rows have to wait. */
  get isBusy(): boolean {
    return this.#isOpening || (this.#open?.panel.isBusy ?? this.#status.offer?.isBusy ?? false);
  }

  get #isOpening(): boolean {
    return this.#opening?.action.pending ?? false;
  }

  /** Whether nobody may see what is open without a session. */
  get #isHidden(): boolean {
    return this.account.hasEnded && (this.#open?.panel.isSecret ?? false);
  }

  #renderOpen(panel: Panel<MessageKey>) {
    return this.#isHidden ? this.account.renderSignedOut() : panel.render();
  }

  /** What went wrong in a row that is not there any more. */
  get #error(): AccountError | undefined {
    if (this.#proof.error) return this.#proof.error;
    if (this.#gone) return this.#gone.panel.error;
    return this.#opening && !this.#has(this.#opening.key) ? this.#opening.action.error : undefined;
  }

  #take(opened: Opened, place: Place): Event | undefined {
    if (opened instanceof Panel) {
      this.#open = { ...place, panel: opened };
      return undefined;
    }
    opened?.apply?.();
    if (opened) this.#status.say(opened.said);
    return opened?.event;
  }

  /** Takes the open panel away. */
  #release(): Open | undefined {
    const open = this.#open;
    this.#open = undefined;
    open?.panel.closed();
    return open;
  }

  #has(key: string): boolean {
    return this.#rows.some((row) => row.key === key);
  }

  #update() {
    this.host.requestUpdate();
  }
}
