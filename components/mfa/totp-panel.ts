import { html, svg } from 'lit';
import { generate } from 'lean-qr/nano';
import { toSvgPath } from 'lean-qr/extras/svg';

import { addMfaVerification, setTotp } from '../../src/api/mfa.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { CopyController } from '../../src/controllers/copy-controller.js';
import { groupedKey, otpauthUri } from '../../src/mfa/otpauth-uri.js';
import { mfaVerifications } from '../../src/state/second-factors.js';
import { copyResult } from '../../src/ui/copy-result.js';
import { formActions } from '../../src/ui/form-actions.js';
import { codeField, submittedText } from '../../src/ui/light-fields.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { actionError } from '../../src/ui/status-templates.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import type { MfaPanelOptions } from './mfa-panel.js';
import { LogtoMfaUpdatedEvent } from './mfa-updated-event.js';

export interface TotpPanelOptions extends MfaPanelOptions {
  /** Base32; nobody has stored it yet. */
  secret: string;
  issuer: string;
  /** How the app names the account. */
  accountName: string;
  isReplacement: boolean;
  /** Said when it is done. */
  done: () => string;
}

/** Sets up an authenticator app: the key as QR code and text, and the code that shows that the app has it. */
export function totpPanel(options: TotpPanelOptions): RowPanel {
  const { host, localize, connection, rows, secret, isReplacement } = options;
  const id = uniqueId();
  const uri = otpauthUri({ ...options, account: options.accountName });
  // At once: what cannot be drawn must not open.
  const qr = qrCode(uri);
  const copy = new CopyController(host);
  let problem: 'format' | 'refused' | undefined;

  const save = new ActionController(host, async (code: string) => {
    const { store, stepUp } = connection;
    try {
      await store.writingFactor('Totp', () =>
        stepUp.run((verification) =>
          isReplacement
            ? setTotp(store.client, { secret, code }, verification)
            : addMfaVerification(store.client, { type: 'Totp', secret, code }, verification),
        ),
      );
    } finally {
      await store.resources.get(mfaVerifications).refresh();
    }
    return new LogtoMfaUpdatedEvent('totp');
  });

  const submit = async (event: Event) => {
    event.preventDefault();
    const code = submittedText(event, 'code').replace(/\s/g, '');
    problem = /^\d{6}$/.test(code) ? undefined : 'format';
    host.requestUpdate();
    if (!problem && (await save.run(code))) return rows.close(options.done());
    if (save.error?.code === 'session.mfa.invalid_totp_code') problem = 'refused';
    host.requestUpdate();
    return rows.focusForm();
  };

  const startAnew = () => {
    problem = undefined;
    save.clear();
    host.requestUpdate();
  };

  return {
    get isBusy() {
      return save.pending;
    },
    get error() {
      return save.error;
    },
    render: () => html`
      <p>${localize.text('mfa.scan')} ${isReplacement ? localize.text('mfa.oldApp') : ''}</p>
      <a part="link" href=${uri}>${localize.text('mfa.openApp')}</a>
      <div class="totp">
        ${qr(localize.text('mfa.qr'))}
        <div class="totp-key">
          <span part="field-label" id="${id}-key">${localize.text('mfa.key')}</span>
          <code part="key" translate="no" aria-labelledby="${id}-key"><bdi dir="ltr">${groupedKey(secret)}</bdi></code>
          <div class="actions">
            <button part="copy" type="button" @click=${() => copy.copy(secret)}>${localize.text('mfa.copyKey')}</button>
          </div>
          ${copyResult(localize, copy.result)}
        </div>
      </div>
      <slot name="form"></slot>
    `,
    renderForm: () => html`
      <form novalidate aria-busy=${save.pending} @submit=${submit}>
        ${codeField(localize, {
          id,
          label: localize.text('mfa.codeFromApp'),
          hint: localize.text('mfa.codeHint'),
          isLive: false,
          problem:
            problem && localize.text(problem === 'format' ? 'mfa.codeProblem' : 'code.session.mfa.invalid_totp_code'),
          onInput: startAnew,
        })}
        ${problem ? '' : actionError(localize, save.error)}
        ${formActions({
          localize,
          submit: localize.text(save.pending ? 'common.saving' : 'common.save'),
          pending: save.pending,
          cancel: () => rows.cancel(),
        })}
      </form>
    `,
  };
}

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
