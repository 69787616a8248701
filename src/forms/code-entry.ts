import { html, nothing, type ReactiveElement } from 'lit';

import type { AccountError } from '../api/account-error.js';
import { ActionController } from '../controllers/action-controller.js';
import { Countdown, resendDelay } from './countdown.js';
import type { CredentialLocalizer } from '../localize/localizer.js';
import { codeField, codeFrom } from './fields.js';
import { changing } from './light-dom-element.js';
import { form } from './form.js';

interface CodeEntryOptions {
  host: ReactiveElement;
  /** Sends a code to the address. */
  send: (address: string) => Promise<void>;
  /** Checks the code, and gives the event that announces what it was for. */
  check: (code: string) => Promise<Event | undefined>;
  /** Called when it was right. */
  done?: () => unknown;
  /** Called when it was not taken. */
  refused?: (error: AccountError) => void;
  /** Puts the focus on what needs attention. */
  focus: () => unknown;
}

interface CodeForm {
  localize: CredentialLocalizer;
  /** Unique in the page. */
  id: string;
  /** Where the code went, for reading. */
  address: string;
  /** What the main button says, before and while the code is checked. */
  submitText: string;
  pendingText: string;
  /** Said in place of the field when the code is not needed any more. */
  confirmedText?: string | undefined;
  cancel: () => void;
  /** A less prominent button below, beside the one that sends another code. */
  more: unknown;
}

/** A code that is sent to an address and entered here: sent, sent again after a while, checked. */
export class CodeEntry {
  /** The address that the last code went to; `undefined` before there is one. */
  sentTo: string | undefined;
  readonly #countdown: Countdown;
  readonly #resend: ActionController;
  readonly #check: ActionController<[code: string]>;
  #wasResent = false;
  #wasResumed = false;
  #isMissing = false;

  constructor(private readonly options: CodeEntryOptions) {
    const { host, check } = options;
    this.#countdown = new Countdown(() => host.requestUpdate());
    this.#check = new ActionController(host, check);
    this.#resend = new ActionController(host, async () => {
      await this.send(this.sentTo ?? '');
      return undefined;
    });
  }

  get isPending(): boolean {
    return this.#resend.pending || this.#check.pending;
  }

  get error(): AccountError | undefined {
    return this.#check.error ?? this.#resend.error;
  }

  /** Whether a code for this address was sent just now. */
  isOnItsWayTo(address: string): boolean {
    return this.sentTo === address && this.#countdown.secondsLeft > 0;
  }

  /** Sends a code; rejects with an `AccountError`. */
  async send(address: string): Promise<void> {
    this.startAnew();
    await this.options.send(address);
    this.#wasResent = this.sentTo === address;
    this.#wasResumed = false;
    this.sentTo = address;
    this.#countdown.start(resendDelay);
  }

  /** Goes on with a code that was sent so many seconds ago, before the page was loaded. */
  resume(address: string, age: number): void {
    this.sentTo = address;
    this.#wasResumed = true;
    if (age < resendDelay) this.#countdown.start(resendDelay - age);
  }

  render({ localize, id, address, confirmedText, ...texts }: CodeForm) {
    const pending = this.isPending;
    return form({
      localize,
      fields: confirmedText
        ? html`<p>${changing(confirmedText)}</p>`
        : codeField(localize, {
            id,
            hint: localize.text(this.#hintKey, { address }),
            problem: this.#isMissing ? localize.text('problem.code') : undefined,
            error: this.#check.error,
            onInput: () => this.startAnew(),
          }),
      error: this.error,
      pending,
      submitText: this.#check.pending ? texts.pendingText : texts.submitText,
      submit: (event) => this.#submit(event, confirmedText === undefined),
      cancel: texts.cancel,
      more: html`${confirmedText ? nothing : this.#renderResend(localize)} ${texts.more}`,
    });
  }

  /** What was wrong with the last code is not said of the next. */
  startAnew(): void {
    this.#isMissing = this.#wasResent = false;
    this.#resend.clear();
    this.#check.clear();
    this.options.host.requestUpdate();
  }

  /** The code that was sent counts no more; what went wrong stays to be read. */
  forget(): void {
    this.sentTo = undefined;
    this.#wasResumed = false;
    this.stop();
    this.options.host.requestUpdate();
  }

  /** Counts no more. */
  stop(): void {
    this.#countdown.stop();
  }

  get #hintKey() {
    if (this.#wasResent) return 'credential.resent';
    return this.#wasResumed ? 'credential.codeStillGood' : 'credential.codeHint';
  }

  #renderResend(localize: CredentialLocalizer) {
    const { secondsLeft } = this.#countdown;
    const isOff = secondsLeft > 0 || this.isPending;
    return html`
      <button class="resend quiet" type="button" aria-disabled=${isOff} @click=${() => !isOff && this.#resend.run()}>
        ${changing(
          secondsLeft > 0
            ? localize.text('credential.resendIn', { count: secondsLeft })
            : localize.text('credential.resend'),
        )}
      </button>
    `;
  }

  async #submit(event: SubmitEvent, isNeeded: boolean) {
    event.preventDefault();
    const { host, done, refused, focus } = this.options;
    const code = isNeeded ? codeFrom(event.currentTarget as HTMLFormElement) : '';
    this.#isMissing = isNeeded && code === '';
    host.requestUpdate();
    if (this.#isMissing) return focus();
    if (await this.#check.run(code)) return done?.();
    if (this.#check.error) refused?.(this.#check.error);
    return focus();
  }
}
