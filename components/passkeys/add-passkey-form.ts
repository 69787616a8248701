import { html } from 'lit';

import { AccountError } from '../../src/api/account-error.js';
import { addMfaVerification, getMfaVerifications } from '../../src/api/mfa.js';
import { startPasskeyRegistration, verifyPasskeyRegistration } from '../../src/api/verifications.js';
import { changing } from '../../src/forms/light-dom-element.js';
import { proseIn } from '../../src/forms/fields.js';
import { form } from '../../src/forms/form.js';
import { createPasskey } from './create-passkey.js';
import { mfaVerifications } from '../../src/second-factors/second-factors.js';
import { deviceName } from '../../src/device/device-name.js';
import { browserName } from '../../src/device/browser-name.js';
import { PasskeyForm } from './passkey-form.js';
import type { PasskeyRowsController } from './passkey-rows-controller.js';
import { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

type Registration = Awaited<ReturnType<typeof startPasskeyRegistration>>;

interface AddPasskeyOptions {
  /** Made before the click that creates the passkey: some browsers allow that only right in the click. */
  registration: Registration;
  /** Sends the user to Logto's own page; absent where the page wants it here. */
  goElsewhere: (() => void) | undefined;
}

/** Creates a passkey in this browser. Each step that has succeeded is not done again when a later one has failed. */
export class AddPasskeyForm extends PasskeyForm {
  #registration: Registration;
  #preparedAt = Date.now();
  #credential: object | undefined;
  #isVerified = false;
  #hasAsked = false;
  /** Whether the user has left the browser's dialog without a passkey. */
  #wasDeclined = false;
  readonly #goElsewhere: (() => void) | undefined;
  /** The factors that were there before; `undefined` when Logto does not list them. */
  readonly #known: ReadonlySet<string> | undefined;

  constructor(rows: PasskeyRowsController, { registration, goElsewhere }: AddPasskeyOptions) {
    super(rows, defaultName(rows));
    this.#registration = registration;
    this.#goElsewhere = goElsewhere;
    const before = this.#list.value;
    this.#known = before && new Set(before.map(({ id }) => id));
  }

  override get isDirty() {
    return this.#credential !== undefined || super.isDirty;
  }

  protected override renderForm() {
    if (this.error?.code === 'passkey.wrong_place' && this.#goElsewhere) return this.#renderElsewhere();
    return super.renderForm();
  }

  protected override get form() {
    const { localize } = this.rows;
    const isUnsaved = this.#credential && this.error && isPassing(this.error);
    const submitKey = this.#credential ? 'common.retry' : 'passkeys.create';
    return {
      ...super.form,
      // The same again would end the same way.
      kind: this.error?.code === 'passkey.already_registered' ? ('save quiet' as const) : ('save primary' as const),
      errorText: isUnsaved ? localize.text('passkeys.unsaved') : undefined,
      submitText: localize.text(this.isBusy ? 'passkeys.creating' : submitKey),
    };
  }

  protected override read(form: HTMLFormElement) {
    return proseIn(form, 'passkey-name') || defaultName(this.rows);
  }

  protected override renderFields() {
    const hint = this.#wasDeclined ? this.rows.localize.text('passkeys.declined') : '';
    return html`${super.renderFields()}
      <p class="hint" role="status">${changing(hint)}</p>`;
  }

  protected override async save(name: string) {
    const { client } = this.person;
    this.#wasDeclined = false;
    try {
      if (!this.#credential && Date.now() - this.#preparedAt > lifetime) await this.#prepareAnew();
      const { verificationRecordId, registrationOptions } = this.#registration;
      this.#credential ??= await createPasskey(registrationOptions);
      if (!this.#isVerified)
        await verifyPasskeyRegistration(client, { verificationRecordId, credential: this.#credential });
      this.#isVerified = true;
      if (!(await this.#wasAdded())) await this.#bind(name, verificationRecordId);
    } catch (cause) {
      const error = AccountError.from(cause);
      this.#wasDeclined = error.kind === 'aborted' && !this.#credential;
      throw await this.#afterFailure(error);
    }
    await this.#list.refresh();
    return new LogtoPasskeysUpdatedEvent('added', 'passkey');
  }

  protected override said() {
    return this.rows.localize.text('passkeys.added');
  }

  /** What has been created stays created. */
  protected override startAnew() {
    this.update();
  }

  #renderElsewhere() {
    const { localize } = this.rows;
    return form({
      ...super.form,
      fields: html`<p role="alert">
        ${changing(`${localize.codeText('passkey.wrong_place')} ${localize.text('passkeys.elsewhere')}`)}
      </p>`,
      error: undefined,
      kind: 'confirm primary',
      submitText: localize.text('passkeys.goThere'),
      submit: (event) => {
        event.preventDefault();
        this.#goElsewhere?.();
      },
    });
  }

  async #bind(name: string, newIdentifierVerificationRecordId: string) {
    this.#hasAsked = true;
    await this.person.write(
      'passkey',
      (client, verification) =>
        addMfaVerification(client, { type: 'WebAuthn', newIdentifierVerificationRecordId, name }, verification),
      { factor: 'WebAuthn' },
    );
  }

  /** Whether an answer was lost that said so: Logto would add the same passkey twice. */
  async #wasAdded(): Promise<boolean> {
    if (!this.#hasAsked || !this.#known) return false;
    const now = await getMfaVerifications(this.person.client);
    return now.some(({ id, type }) => type === 'WebAuthn' && !this.#known?.has(id));
  }

  /** Logto has forgotten what it asked, or does not take what it got: only a new one helps. */
  async #afterFailure(error: AccountError): Promise<AccountError> {
    const isTooOld = error.code === 'verification_record.not_found';
    const isRefused = error.code === 'session.mfa.webauthn_verification_failed';
    if (!isTooOld && !isRefused) return error;
    await this.#prepareAnew();
    return isTooOld ? new AccountError('rejected', 'passkey.expired', { cause: error }) : error;
  }

  async #prepareAnew() {
    this.#registration = await startPasskeyRegistration(this.person.client);
    this.#preparedAt = Date.now();
    this.#credential = undefined;
    this.#isVerified = this.#hasAsked = false;
  }

  get #list() {
    return this.person.resources.get(mfaVerifications);
  }
}

const defaultName = ({ localize }: PasskeyRowsController) =>
  deviceName(localize, browserName(navigator.userAgent)) ?? localize.text('passkeys.unnamed');

/** Logto's ten minutes, with time for the ceremony; by the device's own clock, which may differ from Logto's. */
const lifetime = 9 * 60_000;

/** Whether the same may succeed the next time. */
const isPassing = ({ kind }: AccountError) =>
  ['network', 'timeout', 'rate-limited', 'unexpected', 'aborted'].includes(kind);
