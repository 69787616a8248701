import { html } from 'lit';

import type { CredentialMessageKey } from '../localize/localizer.js';
import { loadModule } from '../load-module.js';
import type { Person } from '../state/person.js';
import type { RowsController } from './rows-controller.js';
import type { Opened, Row, RowAction } from './row.js';

type Remove = (person: Person) => Promise<Event>;

interface CredentialRow {
  label: () => string;
  icon: string;
  /** For reading; absent when there is none. Written from left to right in every language. */
  value?: string | undefined;
  /** What is said in its place where nobody may read it, as with a password. */
  state?: string | undefined;
  canEdit: boolean;
  /** The user could not sign in any more without it. */
  isLast?: boolean;
  edit: () => Opened | Promise<Opened>;
  /** Absent where it cannot be removed at all, like a password. */
  remove?: Remove;
}

/** The row of one way to sign in. */
export function credentialRow(
  rows: RowsController<CredentialMessageKey>,
  { label, icon, value, state, canEdit, ...row }: CredentialRow,
): Row {
  const { localize } = rows;
  const { isLast = false, edit, remove } = row;
  const isUnset = value === undefined && state === undefined;
  const change: RowAction = {
    part: 'edit',
    text: localize.text(isUnset ? 'credential.add' : 'common.edit'),
    label: localize.text(isUnset ? 'credential.addField' : 'common.editField', { field: label() }),
    open: edit,
    task: '',
  };
  const removal: RowAction[] =
    remove && value !== undefined
      ? [
          {
            part: 'remove',
            text: localize.text('credential.remove'),
            label: localize.text('credential.removeField', { field: label() }),
            isDisabled: isLast,
            open: () => askToRemove(rows, { label, value, remove }),
          },
        ]
      : [];
  return {
    key: 'value',
    label: label(),
    icon,
    badge: state === undefined ? undefined : { text: state, tone: 'success' },
    value: isUnset ? localize.text('common.notSet') : value === undefined ? '' : html`<bdi dir="ltr">${value}</bdi>`,
    isUnset,
    hint: canEdit && remove && isLast ? localize.text('credential.lastOne') : undefined,
    actions: canEdit ? [change, ...removal] : [],
  };
}

async function askToRemove(
  rows: RowsController<CredentialMessageKey>,
  { label, value, remove }: { label: () => string; value: string; remove: Remove },
) {
  const { localize } = rows;
  const { person } = rows.account;
  const { Question } = await loadModule(() => import('./question.js'));
  return new Question(rows, {
    text: () => ({
      question: localize.text('credential.confirmRemoval', { value }),
      confirm: localize.text('credential.remove'),
      pending: localize.text('credential.removing'),
      cancel: localize.text('common.keep'),
    }),
    run: () => remove(person),
    said: () => localize.text('credential.removed', { field: label() }),
  });
}
