import { html } from 'lit';

import { AccountError } from '../../src/api/account-error.js';
import { addMfaVerification, getMfaVerifications } from '../../src/api/mfa.js';
import { startPasskeyRegistration, verifyPasskeyRegistration } from '../../src/api/verifications.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { createPasskey } from '../../src/passkeys/create-passkey.js';
import { mfaVerifications } from '../../src/state/second-factors.js';
import { deviceName } from '../../src/ui/device-name.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import { browserName } from '../../src/user-agent/browser-name.js';
import { passkeyForm } from './passkey-form.js';
import type { PasskeyPanelOptions } from './passkey-panel.js';
import { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

export interface AddPasskeyOptions extends PasskeyPanelOptions {
  /** Sends the user to Logto's own page; absent where the page wants it here. */
  goElsewhere: (() => void) | undefined;
}

/** Creates a passkey in this browser. Each step that has succeeded is not done again when a later one has failed. */
export async function addPasskeyPanel(options: AddPasskeyOptions): Promise<RowPanel> {
  const { host, localize, connection, rows, goElsewhere } = options;
  const { store, stepUp } = connection;
  const id = uniqueId();
  const prepare = () => startPasskeyRegistration(store.client);
  // Before the click that creates it: some browsers allow that only right in the click.
  let registration = await prepare();
  let preparedAt = Date.now();
  let credential: object | undefined;
  let isVerified = false;
  let hasAsked = false;
  const before = store.resources.get(mfaVerifications).value;
  const known = before && new Set(before.map((factor) => factor.id));
  let name = defaultName();

  const save = new ActionController(host, async () => {
    try {
      if (!credential && Date.now() - preparedAt > lifetime) await startAnew();
      const record = registration.verificationRecordId;
      credential ??= await createPasskey(registration.registrationOptions);
      if (!isVerified) await verifyPasskeyRegistration(store.client, { verificationRecordId: record, credential });
      isVerified = true;
      if (!(await wasAdded())) {
        hasAsked = true;
        await store.writingFactor('WebAuthn', () => stepUp.run((verification) => bind(record, verification)));
      }
    } catch (cause) {
      throw await afterFailure(AccountError.from(cause));
    }
    await store.resources.get(mfaVerifications).refresh();
    return new LogtoPasskeysUpdatedEvent();
  });

  /** Whether an answer was lost that said so: Logto would add the same passkey twice. */
  async function wasAdded(): Promise<boolean> {
    if (!hasAsked || !known) return false;
    const now = await getMfaVerifications(store.client);
    return now.some(({ id, type }) => type === 'WebAuthn' && !known.has(id));
  }

  const bind = (newIdentifierVerificationRecordId: string, verification: string) =>
    addMfaVerification(
      store.client,
      { type: 'WebAuthn', newIdentifierVerificationRecordId, name: name.trim() || defaultName() },
      verification,
    );

  /** Logto has forgotten what it asked, or does not take what it got: only a new one helps. */
  async function afterFailure(error: AccountError): Promise<AccountError> {
    const isTooOld = error.code === 'verification_record.not_found';
    const isRefused = error.code === 'session.mfa.webauthn_verification_failed';
    if (!isTooOld && !isRefused) return error;
    await startAnew();
    return isTooOld ? new AccountError('rejected', 'passkey.expired', { cause: error }) : error;
  }

  async function startAnew() {
    registration = await prepare();
    preparedAt = Date.now();
    credential = undefined;
    isVerified = hasAsked = false;
  }

  const submit = async () => {
    if (await save.run()) return rows.close(localize.text('passkeys.added'));
    return rows.focusForm();
  };

  function defaultName() {
    return deviceName(localize, browserName(navigator.userAgent)) ?? localize.text('passkeys.unnamed');
  }

  return {
    get isBusy() {
      return save.pending;
    },
    get error() {
      return save.error;
    },
    get isDirty() {
      return credential !== undefined;
    },
    render: () =>
      save.error?.code === 'passkey.wrong_place' && goElsewhere
        ? elsewhere(localize, goElsewhere, () => rows.cancel())
        : passkeyForm({
            localize,
            id,
            name,
            problem: undefined,
            error: save.error,
            errorWords:
              credential && save.error && isPassing(save.error) ? localize.text('passkeys.unsaved') : undefined,
            pending: save.pending,
            submitText: localize.text(
              save.pending ? 'passkeys.creating' : credential ? 'common.retry' : 'passkeys.create',
            ),
            change: (typed) => {
              name = typed;
              host.requestUpdate();
            },
            submit,
            cancel: () => rows.cancel(),
          }),
  };
}

const elsewhere = (localize: PasskeyPanelOptions['localize'], go: () => void, cancel: () => void) => html`
  <p role="alert">${localize.text('code.passkey.wrong_place')} ${localize.text('passkeys.elsewhere')}</p>
  <div class="actions">
    <button part="primary" type="button" @click=${go}>${localize.text('passkeys.goThere')}</button>
    <button part="cancel" type="button" @click=${cancel}>${localize.text('common.cancel')}</button>
  </div>
`;

/** Logto's ten minutes, with time for the ceremony; by the device's own clock, which may differ from Logto's. */
const lifetime = 9 * 60_000;

/** Whether the same may succeed the next time. */
const isPassing = ({ kind }: AccountError) =>
  ['network', 'timeout', 'rate-limited', 'unexpected', 'aborted'].includes(kind);
