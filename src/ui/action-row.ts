import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { questionId } from './question-id.js';
import type { RowPanel } from './row-panel.js';
import { actionError } from './status-templates.js';

/** A button of a row. */
export interface RowAction {
  /** Its part: `edit`, `remove`, … */
  part: string;
  text: string;
  /** The text with what it is about, for those who hear it alone. */
  label: string;
  /** Whether it cannot be done; a hint says why. */
  isDisabled?: boolean;
  run: () => void;
}

/** A row of a list: its name and value, and what can be done about it; or what is being done. */
export interface ActionRow {
  /** Unique in the list, and no id of Logto's. */
  key: string;
  /** Absent where the value says it all. */
  label?: unknown;
  value: unknown;
  /** Whether there is nothing to show yet. */
  isUnset?: boolean;
  hint?: string | undefined;
  warning?: string | undefined;
  actions: readonly RowAction[];
  panel: RowPanel | undefined;
  /** Why it could not be opened. */
  error: AccountError | undefined;
  /** Whether its buttons have to wait. */
  isBusy: boolean;
  /** Whether that is because something is being opened. */
  isStarting: boolean;
}

/** A row as a tag describes it; whether it is open, the list knows. */
export type Row = Omit<ActionRow, 'panel' | 'isBusy' | 'isStarting' | 'error'> & Partial<Pick<ActionRow, 'error'>>;

export const actionRow = (localize: CommonLocalizer, row: ActionRow) => html`
  <li part="row" data-row=${row.key}>
    ${row.label ? html`<span part="label" id="label-${row.key}">${row.label}</span>` : nothing}
    ${
      row.panel
        ? html`<div
            part="form"
            role="group"
            tabindex="-1"
            aria-labelledby="label-${row.key}"
            aria-describedby=${questionId}
          >
            ${row.panel.render()}
          </div>`
        : closed(localize, row)
    }
  </li>
`;

const closed = (
  localize: CommonLocalizer,
  { label, value, isUnset, hint, warning, actions, error, isBusy, isStarting }: ActionRow,
) => html`
  ${value === '' ? nothing : html`<div part="value" class=${classesOf(label, isUnset)}>${value}</div>`}
  ${
    actions.length > 0
      ? html`<div part="actions" class="row-actions" aria-busy=${isStarting}>
          ${actions.map(({ part, text, label, isDisabled = false, run }) => {
            const isOff = isBusy || isDisabled;
            return html`<button
              part=${part}
              class="quiet"
              type="button"
              aria-label=${label}
              aria-disabled=${isOff}
              @click=${() => !isOff && run()}
            >
              ${text}
            </button>`;
          })}
        </div>`
      : nothing
  }
  ${warning ? html`<p part="warning">${warning}</p>` : nothing} ${hint ? html`<p part="hint">${hint}</p>` : nothing}
  ${error ? html`<div class="row-error">${actionError(localize, error)}</div>` : nothing}
`;

const classesOf = (label: unknown, isUnset = false) =>
  [isUnset && 'unset', !label && 'whole'].filter(Boolean).join(' ');
