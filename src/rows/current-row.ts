import type { AccountError } from '../api/account-error.js';
import { ActionController } from '../controllers/action-controller.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { Panel } from './panel.js';
import type { Opened, Place } from './row.js';
import { nothingSaid } from './row-status.js';
import type { RowsController } from './rows-controller.js';

interface Open extends Place {
  panel: Panel<MessageKey>;
}

/**
 * The one row of a list that is open: what stands in it, from the press of its button until it closes, and what went
 * wrong on the way.
 *
 * - Escape and “Cancel” close it, unless something is on its way whose outcome the user would not see.
 * - With unsaved input it stays open: another row that is pressed meanwhile gives it the focus back.
 */
export class CurrentRow {
  #open: Open | undefined;
  /** The button that was pressed, until the next one is. */
  #opening: (Place & { action: ActionController }) | undefined;
  /** What went with its row before it could be closed, or was closed by a failure that nothing in it can mend. */
  #gone: (Place & { panel: Pick<Panel<MessageKey>, 'error'> }) | undefined;

  constructor(private readonly rows: RowsController) {}

  get panel(): Panel<MessageKey> | undefined {
    return this.#open?.panel;
  }

  get key(): string | undefined {
    return this.#open?.key;
  }

  /** The button that led to what is shown last. */
  get place(): Place | undefined {
    return this.#open ?? this.#gone ?? this.#opening;
  }

  get isDirty(): boolean {
    return this.panel?.isDirty ?? false;
  }

  get isOpening(): boolean {
    return this.#opening?.action.pending ?? false;
  }

  /** Whether other rows have to wait. */
  get isBusy(): boolean {
    return this.isOpening || (this.panel?.isBusy ?? this.rows.status.offer?.isBusy ?? false);
  }

  /** What went wrong last, wherever that is said. */
  get lastError(): AccountError | undefined {
    return this.panel?.error ?? this.#gone?.panel.error ?? this.#opening?.action.error;
  }

  /** Why this row could not be opened. */
  errorOf(key: string): AccountError | undefined {
    return this.#opening?.key === key ? this.#opening.action.error : undefined;
  }

  /** What went wrong in a row that is not there any more. */
  get errorOfGone(): AccountError | undefined {
    if (this.#gone) return this.#gone.panel.error;
    return this.#opening && !this.rows.has(this.#opening.key) ? this.#opening.action.error : undefined;
  }

  /** Opens a row with what `load` gives, as if that button in it had been pressed. Gives whether that came to something. */
  async open(place: Place, load: () => Opened | Promise<Opened>): Promise<boolean> {
    const { rows } = this;
    if (this.isBusy) return false;
    if (this.isDirty) {
      await this.focus();
      return false;
    }
    this.forget();
    const { signal } = rows.account;
    let isOpened = false;
    const action = new ActionController(rows.host, async () => {
      try {
        const opened = await load();
        isOpened = opened !== undefined;
        return signal.aborted ? undefined : this.#take(opened, place);
      } catch (cause) {
        if (signal.aborted) return undefined; // nobody waits for it any more
        throw cause;
      }
    });
    this.#opening = { ...place, action };
    await action.run();
    if (signal.aborted) return false;
    await (this.#open ? this.focus() : rows.places.focusButton(place));
    return isOpened;
  }

  /** Closes what is open as the user wishes; not while something is on its way. */
  cancel(): void {
    if (this.#open && !this.isBusy) void this.close(this.#open.panel);
  }

  /** Closes the panel, says what was done, and gives the focus back to the button that opened it. */
  async close(panel: Panel<MessageKey>, said = nothingSaid): Promise<void> {
    const closed = this.panel === panel ? this.release() : this.#gone;
    if (closed?.panel !== panel) return; // what it was about is not this user's any more
    this.#gone = undefined;
    this.rows.status.say(said, said === nothingSaid ? {} : { savedKey: closed.key });
    await this.rows.places.focusButton(closed);
  }

  /** Closes it after a failure that nothing in it can mend, and says why below the list. */
  async abandon(panel: Panel<MessageKey>, error: AccountError): Promise<void> {
    if (this.#open?.panel !== panel) return;
    const { key, part } = this.#open;
    this.release();
    this.#gone = { key, part, panel: { error } };
    this.rows.host.requestUpdate();
    await this.rows.places.focusButton({ key, part });
  }

  /** Shows another panel in place of this one. */
  async replace(panel: Panel<MessageKey>, next: () => Panel<MessageKey>): Promise<void> {
    if (this.#open?.panel !== panel) return;
    const { key, part } = this.#open;
    this.release();
    this.#open = { key, part, panel: next() };
    this.rows.host.requestUpdate();
    await this.focus();
  }

  /** To what needs attention in it. */
  async focus(): Promise<void> {
    await this.rows.host.updateComplete;
    this.panel?.focus();
  }

  render(): unknown {
    return this.#isHidden ? this.rows.account.renderSignedOut() : this.panel?.render();
  }

  /** After each rendering of the list. */
  updated(): void {
    if (this.#isHidden) this.panel?.closed();
    else this.panel?.updated();
  }

  /** Takes the panel away when its row is gone, unless something is on its way. */
  followRows(): void {
    if (this.#open && !this.#open.panel.isBusy && !this.rows.has(this.#open.key)) this.#gone = this.release();
  }

  /** Takes the panel away, without a word. */
  release(): Open | undefined {
    const open = this.#open;
    this.#open = undefined;
    open?.panel.closed();
    return open;
  }

  /** Nothing of it is left, and nothing that was said about it. */
  forget(): void {
    this.release();
    this.#opening = this.#gone = undefined;
    this.rows.proof.missing?.forget();
    this.rows.status.clear();
  }

  /** Whether nobody may see it without a session. */
  get #isHidden(): boolean {
    return this.rows.account.hasEnded && (this.panel?.isSecret ?? false);
  }

  #take(opened: Opened, place: Place): Event | undefined {
    if (opened instanceof Panel) {
      this.#open = { ...place, panel: opened };
      return undefined;
    }
    opened?.apply?.();
    if (opened) this.rows.status.say(opened.said);
    return opened?.event;
  }
}
