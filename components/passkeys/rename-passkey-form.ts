import type { AccountClient } from '../../src/api/account-client.js';
import { AccountError } from '../../src/api/account-error.js';
import { renamePasskey, type MfaVerification } from '../../src/api/mfa.js';
import { proseIn } from '../../src/forms/fields.js';
import { mfaVerifications } from '../../src/second-factors/second-factors.js';
import { PasskeyForm } from './passkey-form.js';
import type { PasskeyRowsController } from './passkey-rows-controller.js';
import { LogtoPasskeysUpdatedEvent } from './passkeys-updated-event.js';

/** Gives a passkey another name. */
export class RenamePasskeyForm extends PasskeyForm {
  #saved = '';

  constructor(
    rows: PasskeyRowsController,
    private readonly passkey: MfaVerification,
    /** What it is called now, by the user or by us. */
    current: string,
  ) {
    super(rows, current);
  }

  protected override read(form: HTMLFormElement) {
    const name = proseIn(form, 'passkey-name');
    this.complain(name === '');
    return name || undefined;
  }

  protected override async save(name: string) {
    if (name === this.passkey.name) return undefined;
    this.#saved = name;
    const list = this.#list;
    const isThis = ({ id }: MfaVerification) => id === this.passkey.id;
    await this.person.write('passkey', (client, verification) => this.#rename(client, name, verification), {
      isDone: async () => (await list.reread()).some((each) => isThis(each) && each.name === name),
    });
    list.set((list.value ?? []).map((each) => (isThis(each) ? { ...each, name } : each)));
    return new LogtoPasskeysUpdatedEvent('changed', 'passkey');
  }

  protected override said() {
    return this.rows.localize.text('common.saved', { field: this.#saved });
  }

  async #rename(client: AccountClient, name: string, verification: string) {
    try {
      await renamePasskey(client, this.passkey.id, name, verification);
    } catch (cause) {
      if (AccountError.from(cause).code !== 'verification_record.not_found') throw cause;
      await this.#list.refresh();
      throw new AccountError('rejected', 'passkey.gone', { cause });
    }
  }

  get #list() {
    return this.person.resources.get(mfaVerifications);
  }
}
