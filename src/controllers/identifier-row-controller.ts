import type { ReactiveElement } from 'lit';

import type { AccountClient } from '../api/account-client.js';
import type { Account } from '../api/account.js';
import type { AccountConnection } from '../context/account-connection.js';
import { isLastIdentifier } from '../state/identifiers.js';
import type { CredentialLocalizer } from '../localize/localizer.js';
import { uniqueId } from '../ui/unique-id.js';
import { addressStep, codeStep } from '../ui/new-identifier-form.js';
import { CredentialRowController } from './credential-row-controller.js';
import { NewIdentifierController } from './new-identifier-controller.js';

export interface IdentifierField {
  id: string;
  problem: string | undefined;
  onInput: () => void;
  /** What was entered before, by the name of the input: a typo is corrected, not typed anew. */
  entered: Record<string, string>;
}

/** What an email address and a phone number do not have in common. */
export interface IdentifierRowOptions {
  type: 'email' | 'phone';
  accountKey: 'primaryEmail' | 'primaryPhone';
  localize: CredentialLocalizer;
  connection: () => AccountConnection;
  label: () => string;
  /** The fields of the first step; `problem` is what is wrong with what was entered, in words. */
  fields: (field: IdentifierField) => unknown;
  /** What was entered, as Logto takes it, or what is wrong with it in words. */
  read: (event: Event) => { value: string } | { problem: string };
  /** A stored address for reading. */
  format: (value: string) => string;
  /** A new address for reading, while its form is open. */
  formatNew?: (value: string) => string;
  bind: (client: AccountClient, address: string, record: string, verification: string) => Promise<unknown>;
  unbind: (client: AccountClient, verification: string) => Promise<unknown>;
  updated: () => Event;
}

/** The row of an address that Logto can send a code to: add, change with a code, remove. */
export class IdentifierRowController {
  readonly #id = uniqueId();
  readonly #row: CredentialRowController;
  readonly #next: NewIdentifierController;
  #problem: string | undefined;
  #entered: Record<string, string> = {};

  constructor(
    private readonly host: ReactiveElement & { readonly: boolean },
    private readonly options: IdentifierRowOptions,
  ) {
    const { type, connection, bind, unbind, updated } = options;
    this.#next = new NewIdentifierController(host, {
      type,
      connection,
      bind,
      bound: (value) => {
        connection().store.confirm({ [options.accountKey]: value, hasSecurityVerificationMethod: true });
        return updated();
      },
    });
    this.#row = new CredentialRowController(host, {
      form: () => this.#renderForm(),
      isPending: () => this.#next.send.pending || this.#next.confirm.pending,
      reset: () => {
        this.#entered = {};
        this.#reset();
      },
      remove: async () => {
        const { stepUp, store } = connection();
        await store.writing(type, () => stepUp.run((verification) => unbind(store.client, verification)));
        store.confirm({ [options.accountKey]: null });
        void store.refresh().catch(() => undefined); // Logto may have no other way left to verify the user
        return updated();
      },
    });
  }

  render(account: Account, canEdit: boolean) {
    const { localize, accountKey, format, label } = this.options;
    const value = account[accountKey] || undefined;
    return this.#row.render({
      localize,
      label: label(),
      userId: account.id,
      value,
      ...(value && { valueText: format(value) }),
      canEdit,
      isLast: isLastIdentifier(account, accountKey),
      removed: localize.text('credential.removed', { field: label() }),
    });
  }

  #renderForm() {
    const { type, localize, fields, format, formatNew = format } = this.options;
    const { send, confirm, sentTo } = this.#next;
    if (sentTo === undefined)
      return addressStep({
        localize,
        fields: fields({
          id: `${this.#id}-address`,
          problem: this.#problem,
          onInput: () => this.#startAnew(),
          entered: this.#entered,
        }),
        // The second step's error, when it led back here: an address that somebody else has.
        send: { pending: send.pending, error: send.error ?? confirm.error },
        submit: (event) => this.#submitAddress(event),
        cancel: () => this.#row.cancel(),
      });
    return codeStep({
      localize,
      id: `${this.#id}-code`,
      address: formatNew(sentTo),
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
      cancel: () => this.#row.cancel(),
    });
  }

  async #submitAddress(event: Event) {
    event.preventDefault();
    const entered = this.options.read(event);
    this.#entered = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement)) as Record<string, string>;
    this.#problem = 'problem' in entered ? entered.problem : this.#problemWith(entered.value);
    this.host.requestUpdate();
    if (this.#problem || 'problem' in entered) return this.#row.focusForm();
    if (await this.#next.send.run(entered.value)) await this.#row.focusForm();
  }

  async #submitCode(code: string) {
    const { localize, label } = this.options;
    this.#problem = code || this.#next.isVerified ? undefined : localize.text('problem.code');
    this.host.requestUpdate();
    if (this.#problem) return this.#row.focusForm();
    if (await this.#next.confirm.run(code)) {
      this.#next.reset();
      return this.#row.close(localize.text('common.saved', { field: label() }));
    }
    // Another address is needed, or the proof of this one is too old: neither is mended by another code.
    const { error } = this.#next.confirm;
    const isAboutAddress = error?.code.endsWith('_already_in_use') || error?.code.includes('email_blocklist');
    if (isAboutAddress || error?.code === 'verification_record.not_found') this.#next.forget();
    return this.#row.focusForm();
  }

  #problemWith(value: string): string | undefined {
    const { state } = this.options.connection().store;
    const current = state.status === 'ready' ? state.account[this.options.accountKey] : undefined;
    return value === current ? this.options.localize.text('problem.sameAddress') : undefined;
  }

  #back() {
    this.#reset();
    void this.#row.focusForm();
  }

  #reset() {
    this.#problem = undefined;
    this.#next.reset();
  }

  #startAnew() {
    this.#problem = undefined;
    this.#next.send.clear();
    this.#next.confirm.clear();
    this.host.requestUpdate();
  }
}
