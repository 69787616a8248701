import { html, nothing, type ReactiveElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

import type { Account } from '../api/account.js';
import type { Identifier } from '../api/verifications.js';
import { ActionController } from '../controllers/action-controller.js';
import { LocalizeController } from '../controllers/localize-controller.js';
import { CodeEntry } from '../forms/code-entry.js';
import { emailFrom, type Entered, passwordIn } from '../forms/fields.js';
import { form } from '../forms/form.js';
import { PhoneFields } from '../forms/phone-fields.js';
import { credentialFormMessages } from '../localize/messages/en/credential-forms.js';
import { phoneFormMessages } from '../localize/messages/en/phone-form.js';
import { verificationMessages } from '../localize/messages/en/verification.js';
import { isEmailAddress } from '../identifiers/email-address.js';
import { changing, uniqueId } from '../forms/light-dom-element.js';
import type { VerificationAttempt, VerificationMethod } from '../verification/verification-attempt.js';
import { ModalDialog } from './modal-dialog.js';
import { choiceStep, emailField, passwordFields, type VerificationMessageKey } from './verification-steps.js';

type Step =
  | { name: 'choose' }
  | { name: 'password' }
  | { name: 'address'; type: Identifier['type'] }
  | { name: 'code'; identifier: Identifier };

/** Shows an attempt in a modal dialog that stands in the page itself; returns when the attempt has ended. */
export async function showVerificationDialog(host: ReactiveElement, attempt: VerificationAttempt, account: Account) {
  const dialog = new VerificationDialog(host, attempt, account);
  await dialog.open();
  await attempt.ended;
  await dialog.close();
}

/** What the user has begun before the page was loaded anew, else the easiest way. */
function firstStep({ sentCode, methods }: VerificationAttempt): Step {
  if (sentCode) return { name: 'code', identifier: sentCode.identifier };
  return methods[0]?.type === 'password' ? { name: 'password' } : { name: 'choose' };
}

class VerificationDialog {
  readonly #id = uniqueId();
  readonly #localize: LocalizeController<VerificationMessageKey>;
  readonly #phone: PhoneFields;
  readonly #modal: ModalDialog;
  readonly #code: CodeEntry;
  readonly #send: ActionController<[Identifier]>;
  readonly #verify: ActionController<[password: string]>;
  /** Where the next code goes. */
  #identifier: Identifier | undefined;
  #step: Step;
  #problem: (() => string) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly attempt: VerificationAttempt,
    private readonly account: Account,
  ) {
    this.#localize = new LocalizeController(host, {
      ...credentialFormMessages,
      ...phoneFormMessages,
      ...verificationMessages,
    });
    this.#phone = new PhoneFields(host, this.#localize);
    this.#code = new CodeEntry({
      host,
      send: async () => this.#identifier && attempt.sendCode(this.#identifier),
      check: async (code) => {
        await attempt.verifyCode(code);
        return undefined;
      },
      focus: () => this.#modal.focus('[aria-invalid="true"]'),
    });
    const { sentCode } = attempt;
    if (sentCode) this.#code.resume(sentCode.identifier.value, sentCode.age);
    this.#step = firstStep(attempt);
    this.#identifier = sentCode?.identifier;
    this.#send = new ActionController(host, async (identifier) => {
      this.#identifier = identifier;
      await this.#code.send(identifier.value);
      return undefined;
    });
    this.#verify = new ActionController(host, async (password) => {
      await attempt.verifyPassword(password);
      return undefined;
    });
    this.#modal = new ModalDialog(host, {
      id: this.#id,
      content: () => this.#render(),
      left: () => attempt.cancel(),
    });
  }

  async open() {
    await this.#modal.open();
    this.#focusFirst(); // by itself it would choose the companion for password managers
  }

  async close() {
    await this.#modal.close();
    this.#code.stop();
    this.host.removeController(this.#localize);
    this.#localize.hostDisconnected();
  }

  #render() {
    const { wasRefused, reason } = this.attempt;
    const text = this.#localize.text(wasRefused ? 'verification.refused' : 'verification.explanation');
    // Each step has fields of its own: what was typed in one is not in the next.
    return html`
      <h2 id="${this.#id}-title">${changing(this.#localize.text('verification.title'))}</h2>
      <p id="${this.#id}-text" class="hint">${changing(reason ? `${reason()} ${text}` : text)}</p>
      ${keyed(this.#step, this.#renderStep())}
    `;
  }

  #renderStep() {
    const step = this.#step;
    switch (step.name) {
      case 'choose':
        return choiceStep({
          localize: this.#localize,
          methods: this.attempt.methods,
          error: this.#send.error,
          pending: this.#send.pending,
          choose: (method) => this.#choose(method),
          cancel: () => this.attempt.cancel(),
        });
      case 'password': {
        const isRefused = this.#verify.error?.code === 'session.invalid_credentials';
        const fields = passwordFields(this.#localize, this.account, { ...this.#field('password'), isRefused });
        return this.#renderForm(this.#verify, fields, 'verification.confirm', (form) => this.#submitPassword(form));
      }
      case 'address': {
        const field = this.#field('address');
        const label = this.#localize.text('verification.ownPhone');
        const fields =
          step.type === 'email' ? emailField(this.#localize, field) : this.#phone.render({ ...field, label });
        return this.#renderForm(this.#send, fields, 'verification.sendCode', (form) =>
          this.#submitAddress(form, step.type),
        );
      }
      case 'code':
        return this.#code.render({
          localize: this.#localize,
          id: `${this.#id}-code`,
          address: this.#format(step.identifier),
          submitText: this.#localize.text('verification.confirm'),
          pendingText: this.#localize.text('credential.working'),
          cancel: () => this.attempt.cancel(),
          more: this.#otherWayButton(),
        });
    }
  }

  #renderForm(
    action: Pick<ActionController, 'pending' | 'error'>,
    fields: unknown,
    submitKey: 'verification.confirm' | 'verification.sendCode',
    submit: (form: HTMLFormElement) => unknown,
  ) {
    return form({
      localize: this.#localize,
      fields,
      error: action.error,
      pending: action.pending,
      submitText: this.#localize.text(action.pending ? 'credential.working' : submitKey),
      submit: (event) => {
        event.preventDefault();
        submit(event.currentTarget as HTMLFormElement);
      },
      cancel: () => this.attempt.cancel(),
      more: this.#otherWayButton(),
    });
  }

  #field(name: string) {
    return { id: `${this.#id}-${name}`, problem: this.#problem?.(), onInput: () => this.#startAnew() };
  }

  #otherWayButton() {
    if (this.attempt.methods.length === 1 && this.#step.name === 'password') return nothing;
    return html`<button class="back quiet" type="button" @click=${() => this.#goTo({ name: 'choose' })}>
      ${changing(this.#localize.text('verification.otherWay'))}
    </button>`;
  }

  #choose(method: VerificationMethod) {
    if (method.type === 'password') return this.#goTo({ name: 'password' });
    if (!method.value) return this.#goTo({ name: 'address', type: method.type });
    return this.#sendTo({ type: method.type, value: method.value });
  }

  #submitPassword(form: HTMLFormElement) {
    const password = passwordIn(form, 'password');
    return password ? this.#verify.run(password) : this.#complain(this.#required('credential.password'));
  }

  #submitAddress(form: HTMLFormElement, type: Identifier['type']) {
    const entered = type === 'email' ? this.#readEmail(form) : this.#phone.read(form);
    return 'problem' in entered ? this.#complain(entered.problem) : this.#sendTo({ type, value: entered.value });
  }

  /**
   * Logto sends a code to what is typed and then compares it with the account's letter by letter. Nearly all addresses
   * are stored in lower case; whoever's is not, and is refused therefore, is taken at their word the second time.
   */
  #readEmail(form: HTMLFormElement): Entered {
    const typed = emailFrom(form);
    if (!typed) return { problem: this.#required('credential.email') };
    if (!isEmailAddress(typed)) return { problem: () => this.#localize.text('problem.email') };
    return { value: this.attempt.wasRefused ? typed : typed.toLowerCase() };
  }

  async #sendTo(identifier: Identifier) {
    if (this.#code.isOnItsWayTo(identifier.value) || (await this.#send.run(identifier)))
      this.#goTo({ name: 'code', identifier });
  }

  #goTo(step: Step) {
    this.#startAnew();
    this.#step = step;
    this.#focusFirst();
  }

  #focusFirst() {
    this.#modal.focus('form input:not([tabindex]), .choices button');
  }

  #required(field: 'credential.password' | 'credential.email') {
    return () => this.#localize.text('problem.required', { field: this.#localize.text(field) });
  }

  #complain(problem: () => string) {
    this.#problem = problem;
    this.host.requestUpdate();
    this.#modal.focus('[aria-invalid="true"]');
  }

  #startAnew() {
    this.#problem = undefined;
    this.#send.clear();
    this.#verify.clear();
    this.#code.startAnew();
  }

  #format({ type, value }: Identifier): string {
    return type === 'phone' ? this.#phone.format(value) : value;
  }
}
