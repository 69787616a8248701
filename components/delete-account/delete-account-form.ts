import { html, nothing } from 'lit';

import { proseIn, textField } from '../../src/forms/fields.js';
import type { deleteAccountMessages } from '../../src/localize/messages/en/delete-account.js';
import { cleanText } from '../../src/text/clean-text.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

export type DeleteAccountMessageKey = keyof typeof deleteAccountMessages;

export interface DeleteAccountOptions {
  /** What the user types, so that nobody deletes an account by a slip. */
  word: () => string;
  /** Whether the user is sent to another page for it. */
  isElsewhere: boolean;
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
    return { ...super.form, kind: 'confirm danger' as const, submitText };
  }

  protected override renderFields() {
    const { localize } = this.rows;
    const word = this.options.word();
    return html`
      <p>
        ${localize.text('deleteAccount.question')}
        ${this.options.isElsewhere ? localize.text('deleteAccount.elsewhere') : nothing}
      </p>
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
