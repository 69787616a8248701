import type { ReactiveElement } from 'lit';

import type { AccountClient } from '../api/account-client.js';
import type { Account } from '../api/account.js';
import type { AccountConnection } from '../context/account-connection.js';
import type { CredentialLocalizer } from '../localize/localizer.js';
import { isLastIdentifier } from '../state/identifiers.js';
import { CredentialRowController, type CredentialForm } from './credential-row-controller.js';

/** What an email address and a phone number do not have in common. */
export interface IdentifierRowOptions {
  type: 'email' | 'phone';
  accountKey: 'primaryEmail' | 'primaryPhone';
  localize: CredentialLocalizer;
  connection: () => AccountConnection;
  label: () => string;
  /** A stored address for reading. */
  format: (value: string) => string;
  loadForm: (open: OpenIdentifierRow) => Promise<CredentialForm>;
  unbind: (client: AccountClient, verification: string) => Promise<unknown>;
  updated: () => Event;
}

/** What a form for a new address is made from. */
export interface OpenIdentifierRow extends IdentifierRowOptions {
  host: ReactiveElement;
  row: CredentialRowController;
}

/** The row of an address that Logto can send a code to: add, change with a code, remove. */
export class IdentifierRowController {
  readonly #row: CredentialRowController;

  constructor(
    host: ReactiveElement & { readonly: boolean },
    private readonly options: IdentifierRowOptions,
  ) {
    const { type, connection, loadForm, unbind, updated } = options;
    this.#row = new CredentialRowController(host, {
      loadForm: (row) => loadForm({ ...options, host, row }),
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
}
