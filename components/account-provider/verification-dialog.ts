import { html, nothing, type ReactiveElement } from 'lit';

import type { Account } from '../../src/api/account.js';
import type { Identifier } from '../../src/api/verifications.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { CountdownController } from '../../src/controllers/countdown-controller.js';
import { LightDomController } from '../../src/controllers/light-dom-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { verificationMessages } from '../../src/localize/messages/en/verification.js';
import { digitsOf, plainPhone } from '../../src/phone/phone-fallback.js';
import { credentialError } from '../../src/ui/credential-error.js';
import { formActions, resendButton } from '../../src/ui/form-actions.js';
import {
  codeField,
  lightField,
  passwordField,
  submittedPassword,
  submittedText,
  uniqueId,
  usernameCompanion,
} from '../../src/ui/light-fields.js';
import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';
import type { VerificationMethod } from '../../src/verification/verification-methods.js';

/** Seconds until another code may be asked for. */
const resendDelay = 60;

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
  readonly #localize: LocalizeController<keyof typeof credentialMessages | keyof typeof verificationMessages>;
  readonly #countdown: CountdownController;
  readonly #light: LightDomController;
  #step: Step;
  #problem: string | undefined;
  #isOpen = true;
  #wasResent = false;

  readonly #send: ActionController<[Identifier]>;
  readonly #verify: ActionController<[() => Promise<void>]>;

  constructor(
    private readonly host: ReactiveElement,
    private readonly attempt: VerificationAttempt,
    private readonly account: Account,
  ) {
    this.#localize = new LocalizeController(host, { ...credentialMessages, ...verificationMessages });
    this.#countdown = new CountdownController(host);
    this.#light = new LightDomController(host, {
      className: 'logto-dialog',
      content: () => (this.#isOpen ? this.#render() : undefined),
    });
    this.#send = new ActionController(host, async (identifier) => {
      await attempt.sendCode(identifier);
      this.#wasResent = this.#step.name === 'code';
      this.#countdown.start(resendDelay);
      return undefined;
    });
    this.#verify = new ActionController(host, async (verify) => {
      await verify();
      return undefined;
    });
    this.#step = attempt.methods[0]?.type === 'password' ? { name: 'password' } : { name: 'choose' };
  }

  async open() {
    this.host.requestUpdate();
    await this.host.updateComplete;
    const dialog = this.#light.container as HTMLDialogElement;
    dialog.setAttribute('aria-labelledby', `${this.#id}-title`);
    dialog.setAttribute('aria-describedby', `${this.#id}-text`);
    dialog.addEventListener('cancel', () => this.attempt.cancel());
    dialog.addEventListener('close', () => this.#isOpen && this.attempt.cancel());
    dialog.showModal();
  }

  close() {
    this.#isOpen = false;
    (this.#light.container as HTMLDialogElement | undefined)?.close(); // gives the focus back
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
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
    switch (this.#step.name) {
      case 'choose':
        return this.#renderChoice();
      case 'password':
        return this.#renderPassword();
      case 'address':
        return this.#renderAddress(this.#step.type);
      case 'code':
        return this.#renderCode(this.#step.identifier);
    }
  }

  #renderChoice() {
    return html`
      <p>${this.#localize.text('verification.choose')}</p>
      <ul class="choices">
        ${this.attempt.methods.map(
          (method) =>
            html`<li>
              <button type="button" aria-disabled=${this.#send.pending} @click=${() => this.#choose(method)}>
                ${this.#nameOf(method)}
              </button>
            </li>`,
        )}
      </ul>
      ${credentialError(this.#localize, this.#send.error)}
      <div class="actions">
        <button type="button" @click=${() => this.attempt.cancel()}>${this.#localize.text('common.cancel')}</button>
      </div>
    `;
  }

  #renderPassword() {
    const { username, primaryEmail, primaryPhone } = this.account;
    const submit = (event: Event) => {
      event.preventDefault();
      const password = submittedPassword(event, 'password');
      if (!password) return this.#complain('problem.required', 'credential.password');
      return this.#verify.run(() => this.attempt.verifyPassword(password));
    };
    return html`
      <form novalidate aria-busy=${this.#verify.pending} @submit=${submit}>
        ${usernameCompanion(username ?? primaryEmail ?? primaryPhone ?? '')}
        ${passwordField(this.#localize, {
          id: `${this.#id}-password`,
          label: this.#localize.text('credential.password'),
          autocomplete: 'current-password',
          problem: this.#problem,
          onInput: this.#startAnew,
        })}
        ${credentialError(this.#localize, this.#verify.error)} ${this.#renderActions('verification.confirm')}
      </form>
    `;
  }

  #renderAddress(type: Identifier['type']) {
    const isEmail = type === 'email';
    const submit = (event: Event) => {
      event.preventDefault();
      const typed = submittedText(event, type);
      const value = isEmail ? typed : digitsOf(typed);
      if (!value) return this.#complain('problem.required', isEmail ? 'credential.email' : 'credential.phone');
      return this.#sendTo({ type, value });
    };
    return html`
      <form novalidate aria-busy=${this.#send.pending} @submit=${submit}>
        ${lightField({
          id: `${this.#id}-address`,
          label: this.#localize.text(isEmail ? 'verification.ownEmail' : 'verification.ownPhone'),
          name: type,
          type: isEmail ? 'email' : 'tel',
          autocomplete: isEmail ? 'email' : 'tel',
          inputMode: isEmail ? 'email' : 'tel',
          problem: this.#problem,
          onInput: this.#startAnew,
        })}
        ${credentialError(this.#localize, this.#send.error)} ${this.#renderActions('verification.sendCode')}
      </form>
    `;
  }

  #renderCode(identifier: Identifier) {
    const submit = (event: Event) => {
      event.preventDefault();
      const code = submittedText(event, 'code');
      if (!code) return this.#complain('problem.code');
      return this.#verify.run(() => this.attempt.verifyCode(code));
    };
    return html`
      <form novalidate aria-busy=${this.#verify.pending} @submit=${submit}>
        ${codeField(this.#localize, {
          id: `${this.#id}-code`,
          hint: this.#localize.text(this.#wasResent ? 'credential.resent' : 'credential.codeHint', {
            address: addressOf(identifier),
          }),
          problem: this.#problem,
          onInput: this.#startAnew,
        })}
        ${credentialError(this.#localize, this.#verify.error ?? this.#send.error)}
        ${this.#renderActions(
          'verification.confirm',
          resendButton({
            localize: this.#localize,
            secondsLeft: this.#countdown.secondsLeft,
            pending: this.#send.pending,
            resend: () => this.#send.run(identifier),
          }),
        )}
      </form>
    `;
  }

  #renderActions(submit: keyof typeof verificationMessages, more: unknown = nothing) {
    const isPending = this.#verify.pending || this.#send.pending;
    const hasChoice = this.attempt.methods.length > 1 || this.#step.name !== 'password';
    return formActions({
      localize: this.#localize,
      submit: this.#localize.text(isPending ? 'credential.working' : submit),
      pending: isPending,
      cancel: () => this.attempt.cancel(),
      more: html`
        ${more}
        ${
          hasChoice
            ? html`<button type="button" class="quiet" @click=${() => this.#goTo({ name: 'choose' })}>
                ${this.#localize.text('verification.otherWay')}
              </button>`
            : nothing
        }
      `,
    });
  }

  #nameOf(method: VerificationMethod) {
    const names = { password: 'byPassword', email: 'byEmail', phone: 'byPhone' } as const;
    const name = this.#localize.text(`verification.${names[method.type]}`);
    if (method.type === 'password' || !method.value) return name;
    const address = addressOf({ type: method.type, value: method.value });
    return html`${name} <bdi>${this.#localize.text('verification.toAddress', { address })}</bdi>`;
  }

  #choose(method: VerificationMethod) {
    if (method.type === 'password') return this.#goTo({ name: 'password' });
    if (!method.value) return this.#goTo({ name: 'address', type: method.type });
    return this.#sendTo({ type: method.type, value: method.value });
  }

  async #sendTo(identifier: Identifier) {
    if (await this.#send.run(identifier)) this.#goTo({ name: 'code', identifier });
  }

  #goTo(step: Step) {
    this.#startAnew();
    this.#step = step;
    void this.host.updateComplete.then(() =>
      this.#light.container?.querySelector<HTMLElement>('form input:not([tabindex]), .choices button')?.focus(),
    );
  }

  #complain(key: 'problem.required' | 'problem.code', field?: keyof typeof credentialMessages) {
    this.#problem = this.#localize.text(key, field && { field: this.#localize.text(field) });
    this.host.requestUpdate();
  }

  readonly #startAnew = () => {
    this.#problem = undefined;
    this.#wasResent = false;
    this.#send.clear();
    this.#verify.clear();
    this.host.requestUpdate();
  };
}

const addressOf = ({ type, value }: Identifier) => (type === 'phone' ? plainPhone(value) : value);
