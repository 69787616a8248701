import type { LitElement } from 'lit';

import type { Account } from '../../src/api/account.js';
import type { AccountConnection } from '../../src/context/account-connection.js';
import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { ProfileField } from '../../src/profile/profile-field.js';
import type { ProfileMessageKey } from './field-label.js';

/** What an open row is made from. */
export interface RowEditorOptions {
  host: LitElement;
  field: ProfileField;
  /** Begins the ids of the form: field names may be any text. */
  id: string;
  /** As it was when the row was opened. */
  account: Account;
  localize: LocalizeController<ProfileMessageKey>;
  connection: AccountConnection;
  close(saved: boolean): Promise<unknown>;
}

/** The form of an open row. It lives as long as the row is open, and keeps what was typed through every failure. */
export interface RowEditor {
  readonly isDirty: boolean;
  /** The content of the row: its label and the form. */
  render(): unknown;
  focus(): void;
}
