import { html, nothing } from 'lit';

import type { Account } from '../../src/api/account.js';
import { profileFormMessages } from '../../src/localize/messages/en/profile-forms.js';
import { withStoredFormatted } from './fields/typed-address.js';
import { problemOf, type FieldProblem } from './fields/field-rules.js';
import { changeOf, inputOf } from './fields/field-value.js';
import type { FieldInput, ProfileField } from './fields/profile-field.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { fieldInputs } from './field-inputs.js';
import { fieldDescription, fieldLabel, type ProfileMessageKey } from './field-label.js';
import { saveField } from './save-field.js';

/** The form of one field: checked when it is submitted, sent once, closed when Logto has confirmed it. */
export class FieldForm extends FormPanel<ProfileMessageKey, FieldInput> {
  readonly #field: ProfileField;
  /** Numbers are read as they were shown, also when the page changes its language meanwhile. */
  readonly #lang: string;
  /** As it was when the row was opened, or when the form was saved while more was typed. */
  #account: Account;
  #initial: FieldInput;
  #input: FieldInput;
  #sent: FieldInput;
  #problem: FieldProblem | undefined;

  constructor(rows: RowsController<ProfileMessageKey>, field: ProfileField) {
    super(rows);
    rows.localize.add(profileFormMessages);
    this.#account = this.person.account;
    this.#lang = rows.localize.lang;
    this.#field = withStoredFormatted(field, this.#account);
    this.#input = this.#sent = this.#initial = inputOf(this.#field, this.#account, this.#lang);
  }

  override get isDirty() {
    return JSON.stringify(this.#input) !== JSON.stringify(this.#initial);
  }

  protected override renderFields() {
    const { localize } = this.rows;
    const description = fieldDescription(localize, this.#field);
    return html`
      ${fieldInputs({
        localize,
        id: this.id,
        field: this.#field,
        input: this.#input,
        problem: this.#problem,
        change: (input) => this.#change(input),
      })}
      ${description ? html`<p class="hint" id="${this.id}-hint">${description}</p>` : nothing}
    `;
  }

  protected override read(form: HTMLFormElement) {
    if (hasBadInput(form)) this.#problem = { code: 'notADate' };
    return this.#problem ? undefined : this.#input;
  }

  protected override async save(input: FieldInput) {
    this.#sent = input;
    const account = this.#account;
    this.#problem = await problemOf(this.#field, input, {
      account,
      lang: this.#lang,
      onIgnoredPattern: this.#reportPattern,
    });
    if (this.#problem || changeOf(this.#field, input, account, this.#lang) === undefined) return undefined;
    return saveField(this.person, this.#field, input, this.#account, this.#lang);
  }

  protected override done(): Promise<void> {
    if (!this.#problem && this.#input === this.#sent) return super.done();
    if (!this.#problem) this.#startFrom(this.#sent);
    return this.rows.current.focus();
  }

  protected override said() {
    const { localize } = this.rows;
    return localize.text('common.saved', { field: fieldLabel(localize, this.#field) });
  }

  /** More was typed while this was saved, and is not saved yet. */
  #startFrom(saved: FieldInput) {
    this.#account = this.person.account;
    this.#initial = saved;
    this.update();
  }

  #change(input: FieldInput) {
    this.#input = input;
    this.#problem = undefined;
    this.startAnew();
  }

  readonly #reportPattern = () =>
    this.rows.account.context.report(
      `The pattern of the profile field "${this.#field.name}" cannot be checked, so any text is accepted.`,
    );
}

/** A date that is only half there reads as empty, and would delete what is stored. */
const hasBadInput = (form: HTMLFormElement) =>
  [...form.querySelectorAll('input')].some(({ validity }) => validity.badInput);
