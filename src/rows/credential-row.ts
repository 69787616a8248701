import { html, nothing } from 'lit';

import type { CredentialMessageKey } from '../localize/localizer.js';
import { loadModule } from '../load-module.js';
import type { Removal } from './removal-question.js';
import type { RowsController } from './rows-controller.js';
import type { Opened, Row, RowAction } from './row.js';

export interface CredentialRow {
  label: () => string;
  /** For reading; `undefined` when there is none. */
  value: string | undefined;
  /** The value is words of the language, not an address or a username, which are written from left to right. */
  isWords?: boolean;
  canEdit: boolean;
  /** The user could not sign in any more without it. */
  isLast?: boolean;
  edit: () => Opened | Promise<Opened>;
  /** Absent where it cannot be removed at all, like a password. */
  remove?: Removal['run'];
}

/** The row of one way to sign in. */
export function credentialRow(
  rows: RowsController<CredentialMessageKey>,
  { label, value, isWords, canEdit, ...row }: CredentialRow,
): Row {
  const { localize } = rows;
  const { isLast = false, edit, remove } = row;
  const isUnset = value === undefined;
  const change: RowAction = {
    part: 'edit',
    text: localize.text(isUnset ? 'credential.add' : 'common.edit'),
    label: localize.text(isUnset ? 'credential.addField' : 'common.editField', { field: label() }),
    open: edit,
  };
  const removal: RowAction[] =
    remove && !isUnset
      ? [
          {
            part: 'remove',
            text: localize.text('credential.remove'),
            label: localize.text('credential.removeField', { field: label() }),
            isDisabled: isLast,
            open: async () => {
              const { removalQuestion } = await loadModule(() => import('./removal-question.js'));
              return removalQuestion(rows, { value, label, run: remove });
            },
          },
        ]
      : [];
  return {
    key: 'value',
    label: label(),
    value: isUnset ? localize.text('common.notSet') : html`<bdi dir=${isWords ? nothing : 'ltr'}>${value}</bdi>`,
    isUnset,
    hint: canEdit && remove && isLast ? localize.text('credential.lastOne') : undefined,
    actions: canEdit ? [change, ...removal] : [],
  };
}
