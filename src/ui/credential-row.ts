import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import { confirmation } from './confirmation.js';
import type { CredentialLocalizer } from '../localize/localizer.js';
import { actionError } from './status-templates.js';

export type CredentialRowMode = 'closed' | 'open' | 'confirming';

/** One way to sign in: its value, and what can be done with it. */
export interface CredentialRow {
  localize: CredentialLocalizer;
  label: string;
  /** `undefined` when there is none. */
  value: string | undefined;
  /** For reading, in place of the value itself. */
  valueText?: string;
  mode: CredentialRowMode;
  canEdit: boolean;
  /** Whether it can be removed at all, like an email and unlike a password. */
  isRemovable: boolean;
  /** The user could not sign in any more without it. */
  isLast: boolean;
  /** The form is on its way, or could not be had. */
  opening: { pending: boolean; error: AccountError | undefined };
  removal: { pending: boolean; error: AccountError | undefined };
  /** What was done last, for everyone to read and to hear. */
  status: string;
  open: () => void;
  askToRemove: () => void;
  remove: () => void;
  cancel: () => void;
}

export const credentialRow = (row: CredentialRow) => html`
  <slot name="heading"></slot>
  <div part="list">
    <div part="row">
      <span part="label">${row.label}</span>
      ${
        row.mode === 'closed'
          ? closed(row)
          : html`<div part="form">${row.mode === 'open' ? html`<slot name="form"></slot>` : removalQuestion(row)}</div>`
      }
    </div>
  </div>
  <p part="status" role="status">${row.status}</p>
`;

function closed(row: CredentialRow) {
  const { localize, label, value, valueText } = row;
  return html`
    ${
      value === undefined
        ? html`<div part="value"><span class="unset">${localize.text('common.notSet')}</span></div>`
        : html`<div part="value"><bdi>${valueText ?? value}</bdi></div>`
    }
    ${
      row.canEdit
        ? html`<div part="actions" class="row-actions">
            <button
              part="edit"
              class="quiet"
              type="button"
              aria-label=${localize.text(value === undefined ? 'credential.addField' : 'common.editField', { field: label })}
              aria-disabled=${row.opening.pending}
              @click=${row.open}
            >
              ${localize.text(value === undefined ? 'credential.add' : 'common.edit')}
            </button>
            ${row.isRemovable && value !== undefined ? removeButton(row) : nothing}
          </div>`
        : nothing
    }
    ${
      row.canEdit && row.isRemovable && row.isLast
        ? html`<p part="hint" id="last">${localize.text('credential.lastOne')}</p>`
        : nothing
    }
    ${actionError(localize, row.opening.error)}
  `;
}

const removeButton = ({ localize, label, isLast, askToRemove }: CredentialRow) =>
  html`<button
    part="remove"
    class="quiet"
    type="button"
    aria-label=${localize.text('credential.removeField', { field: label })}
    aria-disabled=${isLast}
    aria-describedby=${isLast ? 'last' : nothing}
    @click=${() => !isLast && askToRemove()}
  >
    ${localize.text('credential.remove')}
  </button>`;

const removalQuestion = ({ localize, value, valueText, removal, remove, cancel }: CredentialRow) =>
  confirmation({
    localize,
    question: localize.text('credential.confirmRemoval', { value: valueText ?? value ?? '' }),
    action: removal,
    confirm: remove,
    confirmText: localize.text('credential.remove'),
    pendingText: localize.text('credential.removing'),
    isDanger: true,
    cancel,
    cancelText: localize.text('common.keep'),
  });
