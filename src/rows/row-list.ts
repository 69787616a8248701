import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { badge } from '../look/badge.js';
import { icon } from '../look/icon.js';
import { actionError } from '../status/status-templates.js';
import { descriptionId } from './description-id.js';
import type { Remedy } from './missing-proof.js';
import type { RowStatus } from './row-status.js';
import type { Row, RowAction } from './row.js';

export interface RowList {
  localize: CommonLocalizer;
  heading: string | undefined;
  /** What stands in place of the list when there are no rows. */
  empty: string | undefined;
  /** What stands in the row that was saved last, in place of the status below the list. */
  savedText: string | undefined;
  rows: readonly Row[];
  /** The row that is open, and what stands in it. */
  open: { key: string; content: unknown } | undefined;
  /** Whether the buttons have to wait. */
  isBusy: boolean;
  /** Whether that is because something is being opened. */
  isOpening: boolean;
  /** Why a row could not be opened. */
  errorOf: (key: string) => AccountError | undefined;
  /** What went wrong in a row that is not there any more. */
  error: AccountError | undefined;
  /** What was done last, for everyone to read and to hear. What may follow from it waits while a row is open. */
  status: RowStatus;
  /** Leads to the people who run the service, where only they can help. */
  support: unknown;
  /** What the user has to do before what failed; absent where there is no such thing. */
  remedy: Remedy | undefined;
  press: (key: string, action: RowAction) => void;
  escape: () => void;
}

/** A heading, rows with buttons, and a last word on what was done. A single value is a row without list and heading. */
export function rowList(list: RowList) {
  const { localize, heading, empty, rows, error, open, savedText } = list;
  const { isProblem, text, offer } = list.status;
  const isList = heading !== undefined;
  return html`
    <slot name="heading">${isList ? html`<h2 part="heading">${heading}</h2>` : nothing}</slot>
    ${
      rows.length === 0 && empty
        ? html`<p part="notice">${empty}</p>`
        : html`<div part="list" role=${isList ? 'list' : nothing} tabindex="-1" aria-label=${heading ?? nothing}>
            ${repeat(
              rows,
              ({ key }) => key,
              (row, index) =>
                html`<div part="row" role=${isList ? 'listitem' : nothing}>
                  ${row.label ? labelOf(row, index) : nothing}
                  ${row.key === open?.key ? openRow(list, index) : closedRow(list, row, index)}
                </div>`,
            )}
          </div>`
    }
    ${actionError(localize, error)} ${list.support}
    ${
      list.remedy
        ? html`<button class="lead" type="button" @click=${list.remedy.press}>${list.remedy.text}</button>`
        : nothing
    }
    ${
      savedText && !isProblem
        ? html`<p class="visually-hidden" role="status">${text}</p>`
        : html`<p part=${isProblem ? 'status error' : 'status'} role="status">${text}</p>`
    }
    ${offer && !open ? offer.render() : nothing}
  `;
}

const labelOf = ({ icon: path, label }: Row, index: number) =>
  html`<span part="label" id="label-${index}">${path ? icon(path) : nothing}<span>${label}</span></span>`;

const openRow = ({ open, escape }: RowList, index: number) =>
  html`<div
    part="form"
    role="group"
    aria-labelledby="label-${index}"
    aria-describedby=${descriptionId}
    @keydown=${(event: KeyboardEvent) => isEscape(event) && escape()}
  >
    ${open?.content}
  </div>`;

/** Not the one that ends the composition of a character. */
const isEscape = ({ key, isComposing }: KeyboardEvent) => key === 'Escape' && !isComposing;

function closedRow(list: RowList, row: Row, index: number) {
  const { localize, errorOf } = list;
  const { badge: state, value, warning, hint, actions } = row;
  const error = errorOf(row.key) ?? row.error;
  return html`
    ${
      value === '' && !state
        ? nothing
        : html`<div part="value" class=${classesOf(row)}>${state ? badge(state) : nothing} ${value}</div>`
    }
    ${
      actions.length > 0
        ? html`<div part="actions" class="row-actions" aria-busy=${list.isOpening}>
            ${
              list.savedText && list.status.savedKey === row.key
                ? html`<span part="status" aria-hidden="true">${list.savedText}</span>`
                : nothing
            }
            ${actions.map((action) => rowButton(list, row, action, index))}
          </div>`
        : nothing
    }
    ${warning ? html`<p part="warning">${warning}</p>` : nothing}
    ${hint ? html`<p part="hint" id="hint-${index}">${hint}</p>` : nothing}
    ${error ? html`<div class="row-error">${actionError(localize, error)}</div>` : nothing}
  `;
}

function rowButton({ isBusy, press }: RowList, { key, hint }: Row, action: RowAction, index: number) {
  const isOff = isBusy || action.isDisabled;
  return html`<button
    part=${action.part}
    class="quiet"
    type="button"
    aria-label=${action.label}
    aria-disabled=${isOff ? 'true' : 'false'}
    aria-describedby=${action.isDisabled && hint ? `hint-${index}` : nothing}
    @click=${() => !isOff && press(key, action)}
  >
    ${action.text}
  </button>`;
}

const classesOf = ({ label, isUnset }: Row) => [isUnset && 'unset', !label && 'whole'].filter(Boolean).join(' ');
