import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { RowOutcome, RowPanel } from '../ui/row-panel.js';
import { ActionController } from './action-controller.js';
import { LightDomController } from './light-dom-controller.js';
import { UnsavedChangesController } from './unsaved-changes-controller.js';

type Opened = RowPanel | RowOutcome | undefined;
type Opening = Opened | Promise<Opened>;

interface OpenRow {
  key: string;
  /** The part of the button that opened it. */
  opener: string;
  panel: RowPanel;
}

/**
 * The open row of a list, one at a time: what it shows, what was said about it last, and where the focus goes. Nothing
 * of it outlives the tag, the user or the session: it may be a secret.
 */
export class OpenRowController implements ReactiveController {
  /** What was done last, for everyone to read and to hear. */
  status = '';
  /** Whether that is bad news. */
  isProblem = false;
  #open: OpenRow | undefined;
  /** The one that went with its row, before it could be closed. */
  #vanished: OpenRow | undefined;
  /** The row that was asked for last. */
  #asked = '';
  #isAskedThere = true;
  #strayError: AccountError | undefined;
  #userId = '';
  /** Counts how often everything was forgotten: what was asked for before is nobody's. */
  #era = 0;
  #isShown = false;
  readonly #keys = new Map<string, string>();
  readonly #light: LightDomController;
  readonly #start: ActionController<[string, string, () => Opening]>;

  constructor(private readonly host: ReactiveElement & { readonly: boolean }) {
    host.addController(this);
    this.#light = new LightDomController(host, {
      slot: 'form',
      className: 'logto-form',
      content: () => this.#open?.panel.renderForm?.(),
      escape: () => this.cancel(),
    });
    new UnsavedChangesController(host, () => this.#open?.panel.isDirty ?? false);
    this.#start = new ActionController(host, async (key, opener, load) => {
      const era = this.#era;
      const opened = await load();
      if (!opened || era !== this.#era) return undefined;
      if ('render' in opened) {
        this.#open = { key, opener, panel: opened };
        return undefined;
      }
      opened.apply?.();
      this.#say(opened.done);
      return opened.event;
    });
  }

  /** Called by the template, so that an open row is gone with the user, and with the permission to change anything. */
  belongsTo(userId: string) {
    if (this.#userId !== userId) this.#forget();
    if (this.host.readonly) this.#open = undefined;
    this.#userId = userId;
    this.#isShown = true;
  }

  /** Called by the template with the rows that there are: what was open in another one is told below the list. */
  keepWithin(keys: readonly string[]) {
    this.#isAskedThere = this.#asked === '' || keys.includes(this.#asked);
    if (!this.#open || this.#open.panel.isBusy || keys.includes(this.#open.key)) return;
    this.#strayError = this.#open.panel.error;
    this.#vanished = this.#open;
    this.#open = undefined;
  }

  hostUpdate() {
    this.#isShown = false;
  }

  hostUpdated() {
    if (!this.#isShown) this.#forget();
  }

  hostDisconnected() {
    this.host.requestUpdate();
  }

  /** Names the row of something by a number of our own: Logto's ids have no place in the page. */
  keyOf(id: string): string {
    const key = this.#keys.get(id) ?? `row-${this.#keys.size + 1}`;
    this.#keys.set(id, key);
    return key;
  }

  panelOf(key: string): RowPanel | undefined {
    return this.#open?.key === key ? this.#open.panel : undefined;
  }

  /** Why a row could not be opened. */
  errorOf(key: string): AccountError | undefined {
    return this.#asked === key ? this.#start.error : undefined;
  }

  /** What went wrong in a row that is not there any more. */
  get strayError(): AccountError | undefined {
    return this.#strayError ?? (this.#isAskedThere ? undefined : this.#start.error);
  }

  /** Whether there is something to see even if there are no rows. */
  get isInUse(): boolean {
    return this.#open !== undefined || this.isStarting || this.strayError !== undefined || this.status !== '';
  }

  get isStarting(): boolean {
    return this.#start.pending;
  }

  /** Whether other rows have to wait. */
  get isBusy(): boolean {
    return this.#start.pending || (this.#open?.panel.isBusy ?? false);
  }

  /** Opens a row with what `load` gives; another one that is open is closed. `undefined`: all is done already. */
  async open(key: string, opener: string, load: () => Opening) {
    if (this.isBusy) return;
    this.#open = this.#vanished = undefined;
    this.#asked = key;
    this.#isAskedThere = true;
    this.#strayError = undefined;
    this.#say('');
    if (!(await this.#start.run(key, opener, load)) || !this.#open) return this.#focusButton(key, opener);
    await this.host.updateComplete;
    this.#find('[part~="form"]')?.focus();
  }

  /** Closes the row as the user wishes; not while something is on its way, whose outcome they would not see. */
  cancel(): void {
    if (!this.isBusy) void this.close();
  }

  /** Closes the row, says what was done, and gives the focus back to the button that opened it. */
  async close(status = '') {
    const closed = this.#open ?? this.#vanished;
    if (!closed) return; // what it was about is not this user's any more
    this.#open = this.#vanished = undefined;
    this.#say(status);
    this.host.requestUpdate();
    await this.#focusButton(closed.key, closed.opener);
  }

  /** Closes the row after a failure that nothing in it can mend, and says why below the list. */
  async abandon(error: AccountError) {
    await this.close();
    this.#strayError = error;
    this.host.requestUpdate();
  }

  /** Says what was done, and puts the focus on a button, as if it had been done there. */
  async announce(status: string, key: string, part: string, { isProblem = false } = {}) {
    this.#say(status, isProblem);
    this.host.requestUpdate();
    await this.#focusButton(key, part);
  }

  /** Shows another panel in the open row. */
  async replace(panel: RowPanel) {
    if (!this.#open) return;
    this.#open = { ...this.#open, panel };
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#find('[part~="form"]')?.focus();
  }

  /** After a step of a form: to what needs attention. */
  async focusForm() {
    await this.host.updateComplete;
    const roots = [this.#light.container, this.#find('[part~="form"]')];
    const wanted = ['[aria-invalid="true"]', 'input:not([readonly])', '[type="submit"]', 'button'];
    const found = wanted.flatMap((selector) => roots.map((root) => root?.querySelector<HTMLElement>(selector)));
    (found.find(Boolean) ?? this.#find('[part~="list"]'))?.focus();
  }

  async #focusButton(key: string, part: string) {
    await this.host.updateComplete;
    const row = `[data-row="${CSS.escape(key)}"]`;
    const button = this.#find(`${row} [part~="${part}"]`) ?? this.#find(`${row} button`);
    (button ?? this.#find('[part~="list"]'))?.focus();
  }

  #say(status: string, isProblem = false) {
    this.status = status;
    this.isProblem = isProblem;
  }

  #find(selector: string) {
    return this.host.renderRoot.querySelector<HTMLElement>(selector);
  }

  #forget() {
    this.#era += 1;
    this.#open = this.#vanished = undefined;
    this.#asked = '';
    this.#isAskedThere = true;
    this.#strayError = undefined;
    this.#keys.clear();
    this.#say('');
  }
}
