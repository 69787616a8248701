import { html, svg, type TemplateResult } from 'lit';
import { generate } from 'lean-qr/nano';
import { toSvgPath } from 'lean-qr/extras/svg';

import type { AccountError } from '../../src/api/account-error.js';
import { addMfaVerification, setTotp, type MfaVerification } from '../../src/api/mfa.js';
import { CopyController } from '../../src/controllers/copy-controller.js';
import { codeField, codeFrom } from '../../src/forms/fields.js';
import { groupedKey, otpauthUri } from './otpauth-uri.js';
import { descriptionId } from '../../src/rows/panel.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import { mfaVerifications } from '../../src/second-factors/second-factors.js';
import { copyResult } from '../../src/controllers/copy-result.js';
import type { MfaMessageKey, MfaRowsController } from './mfa-rows-controller.js';
import { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

interface TotpOptions {
  /** Base32; nobody has stored it yet. */
  secret: string;
  issuer: string;
  /** How the app names the account. */
  accountName: string;
}

/** Sets up an authenticator app: the key as QR code and text, and the code that shows that the app has it. */
export class TotpPanel extends FormPanel<MfaMessageKey> {
  readonly #uri: string;
  readonly #qr: (label: string) => TemplateResult;
  readonly #copy: CopyController;
  /** The app that is replaced. */
  readonly #before: MfaVerification | undefined;
  #problem: 'format' | 'refused' | undefined;

  constructor(
    rows: MfaRowsController,
    private readonly options: TotpOptions,
  ) {
    super(rows);
    this.#uri = otpauthUri({ ...options, account: options.accountName });
    this.#qr = qrCode(this.#uri); // at once: what cannot be drawn must not open
    this.#copy = new CopyController(rows.host);
    this.#before = totpIn(this.#list.value);
  }

  override get isSecret() {
    return true;
  }

  override get isDirty() {
    return false;
  }

  override render() {
    const { localize } = this.rows;
    const { secret } = this.options;
    return html`
      <p id=${descriptionId}>${localize.text('mfa.scan')} ${this.#before ? localize.text('mfa.oldApp') : ''}</p>
      <a part="link" href=${this.#uri}>${localize.text('mfa.openApp')}</a>
      <div class="totp">
        ${this.#qr(localize.text('mfa.qr'))}
        <div class="totp-key">
          <span part="field-label" id="${this.id}-key">${localize.text('mfa.key')}</span>
          <code part="key" translate="no" aria-labelledby="${this.id}-key"
            ><bdi dir="ltr">${groupedKey(secret)}</bdi></code
          >
          <div class="actions">
            <button part="copy" type="button" @click=${() => this.#copy.copy(secret)}>
              ${localize.text('mfa.copyKey')}
            </button>
          </div>
          ${copyResult(localize, this.#copy.result)}
        </div>
      </div>
      ${super.render()}
    `;
  }

  protected override get form() {
    return { ...super.form, ...(this.#problem && { error: undefined }) };
  }

  protected override renderFields() {
    const { localize } = this.rows;
    const refused = () => localize.codeText('session.mfa.invalid_totp_code');
    return codeField(localize, {
      id: this.id,
      label: localize.text('mfa.codeFromApp'),
      hint: localize.text('mfa.codeHint'),
      isLive: false,
      problem: this.#problem === 'format' ? localize.text('mfa.codeProblem') : this.#problem && refused(),
      onInput: () => this.startAnew(),
    });
  }

  protected override read(form: HTMLFormElement) {
    const code = codeFrom(form);
    this.#problem = /^\d{6}$/.test(code) ? undefined : 'format';
    return this.#problem ? undefined : code;
  }

  protected override async save(code: string) {
    const { secret } = this.options;
    try {
      await this.person.write(
        'mfa',
        (client, verification) =>
          this.#before
            ? setTotp(client, { secret, code }, verification)
            : addMfaVerification(client, { type: 'Totp', secret, code }, verification),
        { factor: 'Totp', isDone: async () => isOther(totpIn(await this.#list.reread()), this.#before) },
      );
    } finally {
      await this.#list.refresh();
    }
    return new LogtoMfaUpdatedEvent(this.#before ? 'changed' : 'added', 'totp');
  }

  protected override said() {
    const { localize } = this.rows;
    return localize.text('common.saved', { field: localize.text('mfa.totp') });
  }

  protected override refused({ code }: AccountError) {
    if (code === 'session.mfa.invalid_totp_code') this.#problem = 'refused';
    this.update();
  }

  protected override startAnew() {
    this.#problem = undefined;
    super.startAnew();
  }

  get #list() {
    return this.person.resources.get(mfaVerifications);
  }
}

const totpIn = (factors: readonly MfaVerification[] | undefined) => factors?.find(({ type }) => type === 'Totp');

/** An app that is set up in place of another one is another factor. */
const isOther = (now: MfaVerification | undefined, before: MfaVerification | undefined) =>
  now !== undefined && (now.id !== before?.id || now.createdAt !== before.createdAt);

/** As a drawing of the page's own: no image has to be allowed, and it is sharp in print and at any size. */
function qrCode(text: string) {
  const code = generate(text);
  const path = toSvgPath(code);
  const quiet = 4; // modules of white that readers need around it
  const size = code.size + 2 * quiet;
  return (label: string) => html`
    <svg part="qr" role="img" aria-label=${label} viewBox="${-quiet} ${-quiet} ${size} ${size}">
      ${svg`<path d=${path} />`}
    </svg>
  `;
}
