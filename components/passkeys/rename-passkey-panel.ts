import { AccountError } from '../../src/api/account-error.js';
import { renamePasskey, type MfaVerification } from '../../src/api/mfa.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { mfaVerifications } from '../../src/state/second-factors.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import { passkeyForm } from './passkey-form.js';
import type { PasskeyPanelOptions } from './passkey-panel.js';
import { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

export interface RenamePasskeyOptions extends PasskeyPanelOptions {
  passkey: MfaVerification;
  /** What it is called now, by the user or by us. */
  current: string;
}

/** Gives a passkey another name. */
export function renamePasskeyPanel(options: RenamePasskeyOptions): RowPanel {
  const { host, localize, connection, rows, passkey, current } = options;
  const { store, stepUp } = connection;
  const id = uniqueId();
  let name = current;
  let problem: string | undefined;

  const list = store.resources.get(mfaVerifications);

  const save = new ActionController(host, async (sent: string) => {
    await list.write(async () => {
      await store.writing('passkey', () => stepUp.run((verification) => rename(sent, verification)));
      return (list.value ?? []).map((each) => (each.id === passkey.id ? { ...each, name: sent } : each));
    });
    return new LogtoPasskeysUpdatedEvent();
  });

  async function rename(sent: string, verification: string) {
    try {
      await renamePasskey(store.client, passkey.id, sent, verification);
    } catch (cause) {
      if (AccountError.from(cause).code !== 'verification_record.not_found') throw cause;
      await list.refresh();
      throw new AccountError('rejected', 'passkey.gone', { cause });
    }
  }

  const submit = async () => {
    const sent = name.trim();
    problem = sent ? undefined : localize.text('problem.required', { field: localize.text('passkeys.name') });
    host.requestUpdate();
    if (problem) return rows.focusForm();
    const isChanged = sent !== passkey.name;
    if (!isChanged || (await save.run(sent)))
      return rows.close(isChanged ? localize.text('common.saved', { field: sent }) : '');
    return rows.focusForm();
  };

  return {
    get isBusy() {
      return save.pending;
    },
    get error() {
      return save.error;
    },
    get isDirty() {
      return name !== current;
    },
    render: () =>
      passkeyForm({
        localize,
        id,
        name,
        problem,
        error: save.error,
        errorWords: undefined,
        pending: save.pending,
        submitText: localize.text(save.pending ? 'common.saving' : 'common.save'),
        change: (typed) => {
          name = typed;
          problem = undefined;
          save.clear();
          host.requestUpdate();
        },
        submit,
        cancel: () => rows.cancel(),
      }),
  };
}
