import { html, nothing } from 'lit';

import { isForGood, type AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { changing } from './light-dom-element.js';
import { errorText } from '../status/status-templates.js';

export interface Form {
  localize: CommonLocalizer;
  fields: unknown;
  error?: AccountError | undefined;
  /** Finer words for the error, where there are some. */
  errorText?: string | undefined;
  pending: boolean;
  /** What the main button says. */
  submitText: string;
  /** What the main button does. */
  kind?: 'save primary' | 'save quiet' | 'confirm primary' | 'confirm danger';
  submit: (event: SubmitEvent) => void;
  cancel: () => void;
  /** Quiet buttons below. */
  more?: unknown;
}

/**
 * A form that stands in the page itself. It can be sent until it is refused for good. What it consists of has classes of
 * the same names as the parts of the elements. By its method it goes nowhere, not even when a copy of it is sent that
 * nobody listens to.
 */
export const form = ({ localize, pending, submit, kind = 'save primary', more, ...rest }: Form) => html`
  <form method="dialog" novalidate aria-busy=${pending} @submit=${submit}>
    ${rest.fields} ${formError(localize, rest.error, rest.errorText)}
    <div class="actions">
      ${
        rest.error && isForGood(rest.error)
          ? nothing
          : html`<button class=${kind} type="submit" aria-disabled=${pending}>${changing(rest.submitText)}</button>`
      }
      <button class="cancel" type="button" aria-disabled=${pending} @click=${rest.cancel}>
        ${changing(localize.text('common.cancel'))}
      </button>
    </div>
    ${more ? html`<div class="more">${more}</div>` : nothing}
  </form>
`;

/** Why an action failed, announced at once; nothing when it did not. */
export const formError = (localize: CommonLocalizer, error: AccountError | undefined, text?: string) =>
  error ? html`<p class="error" role="alert">${changing(text ?? errorText(localize, error))}</p>` : nothing;
