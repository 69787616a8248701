import { html, nothing, type ReactiveElement } from 'lit';

import type { Account } from '../../src/api/account.js';
import type { Identifier } from '../../src/api/verifications.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { CountdownController, resendDelay } from '../../src/controllers/countdown-controller.js';
import { LightDomController } from '../../src/controllers/light-dom-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { verificationMessages } from '../../src/localize/messages/en/verification.js';
import { digitsOf } from '../../src/phone/phone-fallback.js';
import { isEmailAddress } from '../../src/policies/email-address.js';
import { resendButton } from '../../src/ui/form-actions.js';
import { submittedPassword, submittedText } from '../../src/ui/light-fields.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';
import type { VerificationMethod } from '../../src/verification/verification-methods.js';
import {
  addressStep,
  choiceStep,
  codeStep,
  passwordStep,
  type VerificationMessageKey,
  type VerificationStep,
} from './verification-steps.js';

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
  dialog.close();
}

class VerificationDialog {
  readonly #id = uniqueId();
  readonly #localize: LocalizeController<VerificationMessageKey>;
  readonly #countdown: CountdownController;
  readonly #light: LightDomController;
  readonly #send: ActionController<[Identifier]>;
  readonly #verify: ActionController<[() => Promise<void>]>;
  #step: Step;
  #problem: string | undefined;
  #isOpen = true;
  #wasResent = false;
  #sentTo: string | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly attempt: VerificationAttempt,
    private readonly account: Account,
  ) {
    this.#step = attempt.methods[0]?.type === 'password' ? { name: 'password' } : { name: 'choose' };
    this.#localize = new LocalizeController(host, {
      ...credentialMessages,
      ...credentialFormMessages,
      ...verificationMessages,
    });
    this.#countdown = new CountdownController(host);
    this.#send = new ActionController(host, async (identifier) => {
      this.#verify.clear();
      this.#problem = undefined;
      await attempt.sendCode(identifier);
      this.#sentTo = identifier.value;
      this.#wasResent = this.#step.name === 'code';
      this.#countdown.start(resendDelay);
      return undefined;
    });
    this.#verify = new ActionController(host, async (verify) => {
      await verify();
      return undefined;
    });
    this.#light = new LightDomController(host, {
      className: 'logto-dialog',
      content: () => (this.#isOpen ? this.#render() : undefined),
    });
  }

  async open() {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = this.#light.container as HTMLDialogElement;
    dialog.setAttribute('aria-labelledby', `${this.#id}-title`);
    dialog.setAttribute('aria-describedby', `${this.#id}-text`);
    // Escape: told at once, so that nothing is pending any more when the focus is back.
    dialog.addEventListener('cancel', () => this.attempt.cancel());
    // Whatever else closes a dialog.
    dialog.addEventListener('close', () => this.#isOpen && this.attempt.cancel());
    dialog.showModal();
    this.#focusFirst(); // by itself it would choose the companion for password managers
  }

  close() {
    this.#isOpen = false;
    (this.#light.container as HTMLDialogElement | undefined)?.close(); // gives the focus back
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      putCursorBack();
      for (const controller of [this.#localize, this.#countdown, this.#light]) this.host.removeController(controller);
      this.#localize.hostDisconnected();
      this.#countdown.hostDisconnected();
    });
  }

  #render() {
    const text = this.attempt.wasRefused ? 'verification.refused' : 'verification.explanation';
    return html`
      <h2 id="${this.#id}-title">${this.#localize.text('verification.title')}</h2>
      <p id="${this.#id}-text" class="hint">${this.#localize.text(text)}</p>
      ${this.#renderStep()}
    `;
  }

  #renderStep() {
    const step = this.#step;
    switch (step.name) {
      case 'choose':
        return choiceStep({
          ...this.#common,
          methods: this.attempt.methods,
          choose: (method) => this.#choose(method),
        });
      case 'password':
        return passwordStep({ ...this.#common, submit: (event) => this.#submitPassword(event) }, this.account);
      case 'address':
        return addressStep({ ...this.#common, submit: (event) => this.#submitAddress(event, step.type) }, step.type);
      case 'code':
        return codeStep(
          {
            ...this.#common,
            submit: (event) => this.#submitCode(event),
            more: [this.#resendButton(step.identifier), this.#otherWayButton()],
          },
          step.identifier,
          this.#wasResent,
        );
    }
  }

  get #common(): VerificationStep {
    return {
      localize: this.#localize,
      id: this.#id,
      problem: this.#problem,
      error: this.#verify.error ?? this.#send.error,
      pending: this.#verify.pending || this.#send.pending,
      startAnew: () => this.#startAnew(),
      submit: () => undefined,
      cancel: () => this.attempt.cancel(),
      more: this.#otherWayButton(),
    };
  }

  #resendButton(identifier: Identifier) {
    return resendButton({
      localize: this.#localize,
      secondsLeft: this.#countdown.secondsLeft,
      pending: this.#send.pending,
      resend: () => this.#send.run(identifier),
    });
  }

  #otherWayButton() {
    if (this.attempt.methods.length === 1 && this.#step.name === 'password') return nothing;
    return html`<button type="button" class="quiet" @click=${() => this.#goTo({ name: 'choose' })}>
      ${this.#localize.text('verification.otherWay')}
    </button>`;
  }

  #choose(method: VerificationMethod) {
    if (method.type === 'password') return this.#goTo({ name: 'password' });
    if (!method.value) return this.#goTo({ name: 'address', type: method.type });
    return this.#sendTo({ type: method.type, value: method.value });
  }

  #submitPassword(event: Event) {
    event.preventDefault();
    const password = submittedPassword(event, 'password');
    if (!password) return this.#complain('problem.required', 'credential.password');
    return this.#verify.run(() => this.attempt.verifyPassword(password));
  }

  #submitAddress(event: Event, type: Identifier['type']) {
    event.preventDefault();
    const typed = submittedText(event, type);
    const value = type === 'email' ? typed : digitsOf(typed);
    if (!value) return this.#complain('problem.required', `credential.${type}`);
    if (type === 'email' && !isEmailAddress(value)) return this.#complain('problem.email');
    return this.#sendTo({ type, value });
  }

  #submitCode(event: Event) {
    event.preventDefault();
    const code = submittedText(event, 'code');
    if (!code) return this.#complain('problem.code');
    return this.#verify.run(() => this.attempt.verifyCode(code));
  }

  async #sendTo(identifier: Identifier) {
    const isOnItsWay = this.#countdown.secondsLeft > 0 && this.#sentTo === identifier.value;
    if (isOnItsWay || (await this.#send.run(identifier))) this.#goTo({ name: 'code', identifier });
  }

  #goTo(step: Step) {
    this.#startAnew();
    this.#step = step;
    this.#focusFirst();
  }

  #focusFirst() {
    this.#focus('form input:not([tabindex]), .choices button');
  }

  #complain(key: 'problem.required' | 'problem.email' | 'problem.code', field?: CredentialMessageKey) {
    this.#problem = this.#localize.text(key, field && { field: this.#localize.text(field) });
    this.host.requestUpdate();
    this.#focus('[aria-invalid="true"]');
  }

  #focus(selector: string) {
    void this.host.updateComplete.then(() => this.#light.container?.querySelector<HTMLElement>(selector)?.focus());
  }

  #startAnew() {
    this.#problem = undefined;
    this.#wasResent = false;
    this.#send.clear();
    this.#verify.clear();
    this.host.requestUpdate();
  }
}

/** Chromium gives a field the focus back without the cursor: that stays where the dialog was. */
function putCursorBack(): void {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  if (!(active instanceof HTMLInputElement)) return;
  if (active.selectionStart === null) return active.select(); // an email field takes no position
  active.setSelectionRange(active.value.length, active.value.length);
}
