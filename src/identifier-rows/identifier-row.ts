import type { AccountClient } from '../api/account-client.js';
import type { Account } from '../api/account.js';
import type { VerifiedAddress } from '../api/primary-identifiers.js';
import type { ValueAction } from '../events.js';
import type { CredentialMessageKey } from '../localize/localizer.js';
import { isRemembered } from '../redirect/remembered.js';
import { codeTask } from '../redirect/tasks.js';
import { credentialRow } from '../rows/credential-row.js';
import type { Panel } from '../rows/panel.js';
import type { Row } from '../rows/row.js';
import type { RowsController } from '../rows/rows-controller.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { isLastIdentifier } from '../identifiers/identifiers.js';
import type { Person } from '../state/person.js';
import type { ResumedCode } from '../verification/sent-code.js';

/** What an email address and a phone number do not have in common. */
export interface Identifier {
  type: 'email' | 'phone';
  accountKey: 'primaryEmail' | 'primaryPhone';
  label: () => string;
  icon: string;
  /** A stored address for reading. */
  format: (value: string) => string;
  /** Most visits change nothing, so the form is loaded when the row is opened; or opened again at the code. */
  loadForm: (resumed?: ResumedCode) => Promise<Panel<MessageKey>>;
  /** Makes a verified address the user's. */
  bind: (client: AccountClient, address: VerifiedAddress, verification: string) => Promise<unknown>;
  unbind: (client: AccountClient, verification: string) => Promise<unknown>;
  updated: (action: ValueAction) => Event;
}

/** The row of an address that Logto can send a code to: add, change with a code, remove. */
export function identifierRow(
  rows: RowsController<CredentialMessageKey>,
  identifier: Identifier,
  account: Account,
): Row {
  const { type, accountKey, label, icon, format, loadForm } = identifier;
  const value = account[accountKey] || undefined;
  const text = value && format(value);
  return credentialRow(rows, {
    label,
    icon,
    value: text,
    canEdit: rows.account.accessTo(type) === 'Edit',
    isLast: isLastIdentifier(account, accountKey),
    edit: () => loadForm(),
    remove: (person) => removeIdentifier(person, identifier),
  });
}

async function removeIdentifier(person: Person, { type, accountKey, unbind, updated }: Identifier): Promise<Event> {
  const isDone = async () => (await person.reread())[accountKey] === null;
  await person.write(type, unbind, { isDone });
  person.merge({ [accountKey]: null });
  void person.refresh().catch(() => undefined); // Logto may have no other way left to verify the user
  return updated('removed');
}

/** Opens the row of an address again at its code, when the page was loaded anew while the user fetched that. */
export function reopenAtCode(rows: RowsController<CredentialMessageKey>, identifier: Identifier): void {
  let hasLooked = false;
  const hostUpdated = async () => {
    if (hasLooked || !rows.account.ready) return;
    hasLooked = true;
    if (!isRemembered(codeTask(identifier.type))) return;
    const module = await import('./reopen-code-step.js').catch(() => undefined); // the next load may bring it
    module?.reopenCodeStep(rows, identifier);
  };
  rows.host.addController({ hostUpdated: () => void hostUpdated() });
}
