import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { actionRow, type Row } from './action-row.js';
import type { RowPanel } from './row-panel.js';
import { actionError } from './status-templates.js';

/** What is open in a list, and what was said last. */
export interface OpenRows {
  panelOf(key: string): RowPanel | undefined;
  errorOf(key: string): AccountError | undefined;
  readonly isBusy: boolean;
  readonly isStarting: boolean;
  readonly strayError: AccountError | undefined;
  readonly status: string;
  /** Whether that is bad news. */
  readonly isProblem: boolean;
  keepWithin(keys: readonly string[]): void;
}

/** A heading, rows with actions, and a last word on what was done. */
export function rowList(localize: CommonLocalizer, heading: string, rows: readonly Row[], open: OpenRows) {
  open.keepWithin(rows.map(({ key }) => key));
  const { isBusy, isStarting } = open;
  return html`
    <slot name="heading"><h2 part="heading">${heading}</h2></slot>
    <ul part="list" role="list" tabindex="-1" aria-label=${heading}>
      ${repeat(
        rows,
        ({ key }) => key,
        (row) =>
          actionRow(localize, {
            ...row,
            panel: open.panelOf(row.key),
            error: open.errorOf(row.key) ?? row.error,
            isBusy,
            isStarting,
          }),
      )}
    </ul>
    ${actionError(localize, open.strayError)}
    <p part=${open.isProblem ? 'status error' : 'status'} role="status">${open.status}</p>
  `;
}
