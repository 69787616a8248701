import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import { recordLifetime, sendNewIdentifierCode, verifyCode } from '../api/verifications.js';
import { valueAction } from '../events.js';
import { CodeEntry } from '../forms/code-entry.js';
import type { Entered, Field } from '../forms/fields.js';
import { form, type Form } from '../forms/form.js';
import type { CredentialMessageKey } from '../localize/localizer.js';
import { codeTask } from '../redirect/tasks.js';
import { FormPanel } from '../rows/form-panel.js';
import type { RowsController } from '../rows/rows-controller.js';
import type { Identifier } from './identifier-row.js';
import { changing } from '../forms/light-dom-element.js';
import { CodeOnItsWay, type ResumedCode } from '../verification/sent-code.js';

export interface AddressField extends Pick<Field, 'id' | 'problem' | 'isRefused' | 'onInput'> {
  /** What was entered before, by the name of the input: a typo is corrected, not typed anew. */
  entered?: Record<string, string>;
}

/**
 * The form for a new email address or phone number, in two steps: the address, to which Logto sends a code, then the code.
 * The user proves who they are before the first code is sent, so that nothing comes between the code and the end.
 */
export abstract class NewIdentifierForm extends FormPanel<CredentialMessageKey> {
  readonly #code: CodeEntry;
  #sent: CodeOnItsWay | undefined;
  #isClosed = false;
  #entered: Record<string, string> = {};
  #problem: (() => string) | undefined;

  constructor(
    rows: RowsController<CredentialMessageKey>,
    private readonly identifier: Identifier,
    resumed?: ResumedCode,
  ) {
    super(rows);
    this.#code = new CodeEntry({
      host: rows.host,
      send: (address) => this.#send(address),
      check: (code) => this.#bind(code),
      done: () => this.close(() => this.said()),
      refused: (error) => isBeyondCode(error) && this.#forgetCode(),
      focus: () => rows.current.focus(),
    });
    if (!resumed) return;
    const { expiresAt, ...sent } = resumed;
    this.#sent = new CodeOnItsWay(codeTask(identifier.type), this.person, sent, expiresAt);
    this.#code.resume(sent.value, this.#sent.age);
  }

  protected abstract renderAddress(field: AddressField): unknown;

  protected abstract readAddress(form: HTMLFormElement): Entered;

  /** The new address for reading. */
  protected abstract format(address: string): string;

  /** Makes the verified address the user's. */
  protected abstract bind(
    client: AccountClient,
    address: string,
    recordId: string,
    verification: string,
  ): Promise<unknown>;

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
    this.#isClosed = true;
    this.#code.stop();
    this.#sent?.forget();
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
      confirmedText: this.#sent?.isVerified ? localize.text('credential.confirmed', { address }) : undefined,
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
    this.#sent?.forget();
  }

  async #send(value: string) {
    await this.person.verify();
    const { type } = this.identifier;
    const sentAt = Date.now();
    const { verificationRecordId: recordId } = await sendNewIdentifierCode(this.person.client, { type, value });
    this.#sent?.forget();
    if (this.#isClosed) return;
    this.#sent = new CodeOnItsWay(codeTask(type), this.person, { type, value, recordId }, sentAt + recordLifetime);
  }

  /** A code is taken once. Should only binding fail, the next try does not send it again. */
  async #bind(code: string): Promise<Event> {
    const { person, identifier } = this;
    const { type, accountKey, updated } = identifier;
    const sent = this.#sent;
    if (!sent) throw new AccountError('rejected', 'verification_code.not_found');
    const { value, recordId } = sent;
    const before = person.account[accountKey];
    const isDone = async () => (await person.reread())[accountKey] === value;
    const bindIt = () =>
      person.write(type, (client, verification) => this.bind(client, value, recordId, verification), { isDone });
    let isBound = false;
    if (!sent.isVerified)
      await sent.lost.recover(
        'code',
        () => verifyCode(person.client, { identifier: { type, value }, verificationId: recordId, code }),
        { isDone: async () => (isBound = await succeedsWithRecord(bindIt)) },
      );
    sent.wasTaken();
    if (!isBound) await bindIt();
    person.merge({ [accountKey]: value, hasSecurityVerificationMethod: true });
    return updated(valueAction(before, value));
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

/** Whether Logto has verified the code although its answer was lost: only then it takes the record. */
async function succeedsWithRecord(bind: () => Promise<unknown>): Promise<boolean> {
  try {
    await bind();
    return true;
  } catch (cause) {
    if (AccountError.from(cause).code !== 'verification_record.not_found') throw cause;
    return false;
  }
}
