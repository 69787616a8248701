import type { AccountClient } from '../api/account-client.js';
import type { AccountError } from '../api/account-error.js';
import { addressStep, codeStep } from '../ui/new-identifier-steps.js';
import { uniqueId } from '../ui/unique-id.js';
import type { CredentialForm } from './credential-row-controller.js';
import type { OpenIdentifierRow } from './identifier-row-controller.js';
import { NewIdentifierController } from './new-identifier-controller.js';

export interface IdentifierField {
  id: string;
  problem: string | undefined;
  isRefused: boolean;
  onInput: () => void;
  /** What was entered before, by the name of the input: a typo is corrected, not typed anew. */
  entered: Record<string, string>;
}

export interface NewIdentifierFormOptions {
  /** The fields of the first step; `problem` is what is wrong with what was entered, in words. */
  fields: (field: IdentifierField) => unknown;
  /** What was entered, as Logto takes it, or what is wrong with it in words. */
  read: (event: Event) => { value: string } | { problem: string };
  /** The new address for reading. */
  format: (value: string) => string;
  bind: (client: AccountClient, address: string, record: string, verification: string) => Promise<unknown>;
}

/** The form for a new address, in two steps: the address, and the code that was sent to it. */
export class NewIdentifierForm implements CredentialForm {
  readonly #id = uniqueId();
  readonly #next: NewIdentifierController;
  #problem: string | undefined;
  #entered: Record<string, string> = {};

  constructor(
    private readonly open: OpenIdentifierRow,
    private readonly options: NewIdentifierFormOptions,
  ) {
    const { host, type, accountKey, connection, updated } = open;
    this.#next = new NewIdentifierController(host, {
      type,
      connection,
      bind: options.bind,
      bound: (value) => {
        connection().store.confirm({ [accountKey]: value, hasSecurityVerificationMethod: true });
        return updated();
      },
    });
  }

  get isPending(): boolean {
    return this.#next.send.pending || this.#next.confirm.pending;
  }

  reset() {
    this.#entered = {};
    this.#startOver();
  }

  render() {
    const { type, localize, row } = this.open;
    const { send, confirm, sentTo } = this.#next;
    if (sentTo === undefined)
      return addressStep({
        localize,
        fields: this.options.fields({
          id: `${this.#id}-address`,
          problem: this.#problem,
          isRefused: isAboutAddress(send.error ?? confirm.error),
          onInput: () => this.#startAnew(),
          entered: this.#entered,
        }),
        // The second step's error, when it led back here: an address that somebody else has.
        send: { pending: send.pending, error: send.error ?? confirm.error },
        submit: (event) => this.#submitAddress(event),
        cancel: () => row.cancel(),
      });
    return codeStep({
      localize,
      id: `${this.#id}-code`,
      address: this.options.format(sentTo),
      problem: this.#problem,
      isVerified: this.#next.isVerified,
      wasResent: this.#next.wasResent,
      secondsLeft: this.#next.countdown.secondsLeft,
      send,
      confirm,
      startAnew: () => this.#startAnew(),
      submit: (code) => this.#submitCode(code),
      resend: () => send.run(sentTo),
      back: () => this.#back(),
      backLabel: localize.text(type === 'email' ? 'credential.otherAddress' : 'credential.otherNumber'),
      cancel: () => row.cancel(),
    });
  }

  async #submitAddress(event: Event) {
    event.preventDefault();
    const { host, row } = this.open;
    const entered = this.options.read(event);
    this.#entered = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>;
    this.#problem = 'problem' in entered ? entered.problem : this.#problemWith(entered.value);
    host.requestUpdate();
    if (this.#problem || 'problem' in entered) return row.focusForm();
    if (await this.#next.send.run(entered.value)) await row.focusForm();
  }

  async #submitCode(code: string) {
    const { host, row, localize, label } = this.open;
    this.#problem = code || this.#next.isVerified ? undefined : localize.text('problem.code');
    host.requestUpdate();
    if (this.#problem) return row.focusForm();
    if (await this.#next.confirm.run(code)) {
      this.#next.reset();
      return row.close(localize.text('common.saved', { field: label() }));
    }
    // Another address is needed, or the proof of this one is too old: neither is mended by another code.
    const { error } = this.#next.confirm;
    if (isAboutAddress(error) || error?.code === 'verification_record.not_found') this.#next.forget();
    return row.focusForm();
  }

  #problemWith(value: string): string | undefined {
    const { connection, accountKey, localize } = this.open;
    const { state } = connection().store;
    const current = state.status === 'ready' ? state.account[accountKey] : undefined;
    return value === current ? localize.text('problem.sameAddress') : undefined;
  }

  #back() {
    if (this.isPending) return; // its outcome would be nobody's
    this.#startOver();
    void this.open.row.focusForm();
  }

  #startOver() {
    this.#problem = undefined;
    this.#next.reset();
  }

  #startAnew() {
    this.#problem = undefined;
    this.#next.send.clear();
    this.#next.confirm.clear();
    this.open.host.requestUpdate();
  }
}

const isAboutAddress = (error: AccountError | undefined): boolean =>
  error !== undefined && (error.code.endsWith('_already_in_use') || error.code.includes('email_blocklist'));
