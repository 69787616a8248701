import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { AccountError } from '../api/account-error.js';
import { CodeEntry } from '../forms/code-entry.js';
import type { Entered, Field } from '../forms/fields.js';
import { form, type Form } from '../forms/form.js';
import type { CredentialMessageKey } from '../localize/localizer.js';
import { FormPanel } from '../rows/form-panel.js';
import type { RowsController } from '../rows/rows-controller.js';
import type { Identifier } from './identifier-row.js';
import { changing } from '../forms/light-dom-element.js';
import type { ResumedCode } from '../verification/sent-code.js';
import { NewIdentifier } from './new-identifier.js';

export interface AddressField extends Pick<Field, 'id' | 'problem' | 'isRefused' | 'onInput'> {
  /** What was entered before, by the name of the input: a typo is corrected, not typed anew. */
  entered?: Record<string, string>;
}

/** The form for a new email address or phone number, in two steps: the address, to which Logto sends a code, then the code. */
export abstract class NewIdentifierForm extends FormPanel<CredentialMessageKey> {
  readonly #new: NewIdentifier;
  readonly #code: CodeEntry;
  #entered: Record<string, string> = {};
  #problem: (() => string) | undefined;

  constructor(
    rows: RowsController<CredentialMessageKey>,
    private readonly identifier: Identifier,
    resumed?: ResumedCode,
  ) {
    super(rows);
    this.#new = new NewIdentifier(this.person, identifier, resumed);
    this.#code = new CodeEntry({
      host: rows.host,
      send: (address) => this.#new.sendCode(address),
      check: (code) => this.#new.bind(code),
      done: () => this.close(() => this.said()),
      refused: (error) => isBeyondCode(error) && this.#forgetCode(),
      focus: () => rows.current.focus(),
    });
    const { sentCode } = this.#new;
    if (sentCode) this.#code.resume(sentCode.value, sentCode.age);
  }

  protected abstract renderAddress(field: AddressField): unknown;

  protected abstract readAddress(form: HTMLFormElement): Entered;

  /** The new address for reading. */
  protected abstract format(address: string): string;

  override get isBusy(): boolean {
    return super.isBusy || this.#code.isPending;
  }

  override get isDirty(): boolean {
    return this.inputs.some(({ localName, value }) => localName === 'input' && value !== '');
  }

  /** Also of the second step, when it led back to the first one: an address that somebody else has. */
  override get error(): AccountError | undefined {
    return super.error ?? this.#code.error;
  }

  override closed(): void {
    super.closed();
    this.#code.stop();
    this.#new.close();
  }

  protected override renderForm() {
    const { sentTo } = this.#code;
    const step = sentTo === undefined ? form(this.form) : this.#renderCode(sentTo);
    return keyed(sentTo === undefined, step); // what was typed in one step is not in the next
  }

  protected override get form(): Form {
    const { localize } = this.rows;
    const submitText = localize.text(this.isBusy ? 'credential.working' : 'credential.continue');
    return { ...super.form, submitText };
  }

  protected override renderFields() {
    return this.renderAddress({
      id: `${this.id}-address`,
      problem: this.#problem?.(),
      isRefused: isAboutAddress(this.error),
      onInput: () => this.startAnew(),
      entered: this.#entered,
    });
  }

  protected override read(form: HTMLFormElement) {
    this.#code.startAnew();
    const entered = this.readAddress(form);
    this.#entered = Object.fromEntries(new FormData(form)) as Record<string, string>;
    this.#problem = 'problem' in entered ? entered.problem : this.#problemWith(entered.value);
    return this.#problem || 'problem' in entered ? undefined : entered.value;
  }

  protected override async save(address: string) {
    await this.#code.send(address);
    return undefined;
  }

  /** On to the code. */
  protected override done() {
    return this.rows.current.focus();
  }

  protected override said() {
    return this.rows.localize.text('common.saved', { field: this.identifier.label() });
  }

  protected override startAnew() {
    this.#problem = undefined;
    this.#code.startAnew();
    super.startAnew();
  }

  #renderCode(sentTo: string) {
    const { localize } = this.rows;
    const address = this.format(sentTo);
    const backKey = this.identifier.type === 'email' ? 'credential.otherAddress' : 'credential.otherNumber';
    return this.#code.render({
      localize,
      id: `${this.id}-code`,
      address,
      submitText: localize.text('common.save'),
      pendingText: localize.text('common.saving'),
      confirmedText: this.#new.isVerified ? localize.text('credential.confirmed', { address }) : undefined,
      cancel: () => this.rows.current.cancel(),
      more: html`<button class="back quiet" type="button" aria-disabled=${this.isBusy} @click=${this.#back}>
        ${changing(localize.text(backKey))}
      </button>`,
    });
  }

  readonly #back = () => {
    if (this.isBusy) return; // its outcome would be nobody's
    this.#forgetCode();
    this.startAnew();
    void this.rows.current.focus();
  };

  #forgetCode() {
    this.#code.forget();
    this.#new.forget();
  }

  #problemWith(value: string): (() => string) | undefined {
    const { account, localize } = this.rows;
    const isSame = value.toLowerCase() === account.ready?.account[this.identifier.accountKey]?.toLowerCase();
    return isSame ? () => localize.text('problem.sameAddress') : undefined;
  }
}

const isAboutAddress = (error: AccountError | undefined): boolean =>
  error !== undefined && (error.code.endsWith('_already_in_use') || error.code.includes('email_blocklist'));

/** Another address is needed, or the proof of this one is too old: neither is mended by another code. */
const isBeyondCode = (error: AccountError) => isAboutAddress(error) || error.code === 'verification_record.not_found';
