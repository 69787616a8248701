import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

import { badge } from '../look/badge.js';
import { icon } from '../look/icon.js';
import { actionError } from '../status/status-templates.js';
import { descriptionId } from './panel.js';
import type { Place, Row, RowAction } from './row.js';
import type { RowsController } from './rows-controller.js';

/** A heading, rows with buttons, and what was done last. A single value is a row without list and heading. */
export function rowList(rows: RowsController) {
  const { account, current, localize, options, all } = rows;
  const { isProblem, text, offer } = rows.status;
  const heading = options.heading?.();
  const empty = options.empty?.();
  const isList = heading !== undefined;
  const remedy = rows.proof.missing?.remedyFor(current.lastError, current.place);
  return html`
    <slot name="heading">${isList ? html`<h2 part="heading">${heading}</h2>` : nothing}</slot>
    ${
      all.length === 0 && empty
        ? html`<p part="notice">${empty}</p>`
        : html`<div part="list" role=${isList ? 'list' : nothing} tabindex="-1" aria-label=${heading ?? nothing}>
            ${repeat(
              all,
              ({ key }) => key,
              (row, index) =>
                html`<div part="row" role=${isList ? 'listitem' : nothing}>
                  ${row.label ? labelOf(row, index) : nothing}
                  ${row.key === current.key ? openRow(rows, index) : closedRow(rows, row, index)}
                </div>`,
            )}
          </div>`
    }
    ${actionError(localize, rows.error)} ${account.renderSupport(current.lastError)}
    ${remedy ? html`<button class="lead" type="button" @click=${remedy.press}>${remedy.text}</button>` : nothing}
    ${
      options.savedText && !isProblem
        ? html`<p class="visually-hidden" role="status">${text}</p>`
        : html`<p part=${isProblem ? 'status error' : 'status'} role="status">${text}</p>`
    }
    ${offer && !current.panel ? offer.render() : nothing}
  `;
}

const labelOf = ({ icon: path, label }: Row, index: number) =>
  html`<span part="label" id="label-${index}">${path ? icon(path) : nothing}<span>${label}</span></span>`;

const openRow = ({ current }: RowsController, index: number) =>
  html`<div
    part="form"
    role="group"
    aria-labelledby="label-${index}"
    aria-describedby=${descriptionId}
    @keydown=${(event: KeyboardEvent) => isEscape(event) && current.cancel()}
  >
    ${current.render()}
  </div>`;

/** Not the one that ends the composition of a character. */
const isEscape = ({ key, isComposing }: KeyboardEvent) => key === 'Escape' && !isComposing;

function closedRow(rows: RowsController, row: Row, index: number) {
  const { current, localize, options, status } = rows;
  const { badge: state, value, warning, hint, actions } = row;
  const error = current.errorOf(row.key) ?? row.error;
  const savedText = status.savedKey === row.key ? options.savedText?.() : undefined;
  return html`
    ${
      value === '' && !state
        ? nothing
        : html`<div part="value" class=${row.isUnset ? 'unset' : nothing}>
            ${state ? badge(state) : nothing} ${value}
          </div>`
    }
    ${
      actions.length > 0
        ? html`<div part="actions" class="row-actions" aria-busy=${current.isOpening}>
            ${savedText ? html`<span part="status" aria-hidden="true">${savedText}</span>` : nothing}
            ${actions.map((action) => rowButton(rows, row, action, index))}
          </div>`
        : nothing
    }
    ${warning ? html`<p part="warning">${warning}</p>` : nothing}
    ${hint ? html`<p part="hint" id="hint-${index}">${hint}</p>` : nothing}
    ${error ? html`<div class="row-error">${actionError(localize, error)}</div>` : nothing}
  `;
}

function rowButton(rows: RowsController, { key, hint }: Row, action: RowAction, index: number) {
  const { part } = action;
  const isOff = rows.current.isBusy || action.isDisabled;
  const press = () => (action.leadsTo ? rows.leadTo(action.leadsTo) : rows.current.open({ key, part }, action.open));
  return html`<button
    part=${part}
    class="quiet"
    type="button"
    aria-label=${action.label}
    aria-disabled=${isOff ? 'true' : 'false'}
    aria-describedby=${action.isDisabled && hint ? `hint-${index}` : nothing}
    @click=${() => !isOff && press()}
  >
    ${action.text}
  </button>`;
}

/** Finds in what the list has rendered what the focus goes to. */
export class RowPlaces {
  constructor(private readonly rows: RowsController) {}

  get list(): HTMLElement | undefined {
    return this.#find('[part~="list"]');
  }

  /** Where the open panel is. */
  get form(): HTMLElement | undefined {
    return this.#find('[part~="form"]');
  }

  /** The button in the page; another one of the row where that is gone. */
  buttonAt({ key, part }: Place): HTMLElement | undefined {
    const row = this.list?.children[this.rows.all.findIndex((each) => each.key === key)];
    return (
      row?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? row?.querySelector<HTMLElement>('button') ?? undefined
    );
  }

  /** After the next rendering, which may bring it back. Without a row to the list. */
  async focusButton(place: Place): Promise<void> {
    await this.rows.host.updateComplete;
    (this.buttonAt(place) ?? this.list)?.focus();
  }

  #find(selector: string): HTMLElement | undefined {
    return this.rows.host.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }
}
