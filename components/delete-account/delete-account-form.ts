import { html, nothing } from 'lit';

import { calendarDate } from '../../src/localize/calendar-date.js';
import { proseIn, textField } from '../../src/forms/fields.js';
import type { deleteAccountMessages } from '../../src/localize/messages/en/delete-account.js';
import { cleanText } from '../../src/text/clean-text.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

/** Milliseconds. */
const day = 24 * 3600_000;

export type DeleteAccountMessageKey = keyof typeof deleteAccountMessages;

export interface DeleteAccountOptions {
  /** What the user types, so that nobody deletes an account by a slip. */
  word: () => string;
  /** Whether the user is sent to another page for it. */
  isElsewhere: boolean;
  /** For how many days the user cannot sign in before it happens. */
  graceDays: number;
  /** Does it; gives whether it is done here and now. */
  run: () => Promise<boolean>;
}

/** Asks for a word before the account is deleted. */
export class DeleteAccountForm extends FormPanel<DeleteAccountMessageKey> {
  #isMismatch = false;
  #isDone = false;

  constructor(
    rows: RowsController<DeleteAccountMessageKey>,
    private readonly options: DeleteAccountOptions,
  ) {
    super(rows);
  }

  /** The word is nothing to lose. */
  override get isDirty() {
    return false;
  }

  protected override get form() {
    const { localize } = this.rows;
    const submitText = localize.text(this.isBusy ? 'deleteAccount.pending' : 'deleteAccount.delete');
    // Why the service does not delete the account it says itself, as text.
    const reason = typeof this.error?.data === 'string' ? cleanText(this.error.data) : '';
    return { ...super.form, kind: 'confirm danger' as const, submitText, errorText: reason || undefined };
  }

  protected override renderFields() {
    const { localize } = this.rows;
    const word = this.options.word();
    return html`
      <p>
        ${localize.text('deleteAccount.question')}
        ${this.options.isElsewhere ? localize.text('deleteAccount.elsewhere') : nothing}
      </p>
      ${this.#renderGracePeriod()}
      ${textField({
        id: this.id,
        label: localize.text('deleteAccount.type', { word }),
        name: 'confirmation',
        type: 'text',
        autocomplete: 'off',
        problem: this.#isMismatch ? localize.text('deleteAccount.mismatch', { word }) : undefined,
        onInput: () => this.startAnew(),
      })}
    `;
  }

  #renderGracePeriod() {
    const { graceDays } = this.options;
    if (graceDays === 0) return nothing;
    const { localize } = this.rows;
    const date = calendarDate(Date.now() + graceDays * day, localize.lang);
    return html`<p>${localize.text('deleteAccount.later', { date })}</p>`;
  }

  protected override read(form: HTMLFormElement) {
    const typed = proseIn(form, 'confirmation');
    this.#isMismatch = !isSame(typed, this.options.word(), this.rows.localize.lang);
    return this.#isMismatch ? undefined : typed;
  }

  protected override async save() {
    this.#isDone = await this.options.run();
    return undefined;
  }

  protected override said() {
    return this.#isDone ? this.rows.localize.text('deleteAccount.done') : '';
  }

  protected override done() {
    return this.close(() => this.said());
  }

  protected override startAnew() {
    this.#isMismatch = false;
    super.startAnew();
  }
}

/** Whatever the case, in the letters of the language; without the marks that came along when the word was copied. */
const isSame = (typed: string, word: string, lang: string) =>
  typed.localeCompare(cleanText(word), lang, { sensitivity: 'accent' }) === 0;
