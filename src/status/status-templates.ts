import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';

interface Expected {
  rows?: number;
  hasHeading?: boolean;
}

/** A bar in place of an element whose account is on its way, as high as what probably comes. */
export const loadingPlaceholder = (localize: CommonLocalizer, { rows = 0, hasHeading = false }: Expected = {}) =>
  html`<p part="loading" class=${hasHeading ? 'below-heading' : nothing} aria-busy="true">
    <span class="visually-hidden">${localize.text('common.loading')}</span>
    ${Array.from({ length: rows }, () => html`<span class="expected-row"></span>`)}
  </p>`;

/** Why an action failed, in the words for Logto's code where we have some. */
export const errorText = (localize: CommonLocalizer, { code, kind }: AccountError): string =>
  (code === kind ? undefined : localize.codeText(code)) ?? localize.text(`error.${kind}`);

/** The same, announced at once; nothing when it did not. */
export const actionError = (localize: CommonLocalizer, error: AccountError | undefined, text?: string) =>
  error ? html`<p part="error" role="alert">${text ?? errorText(localize, error)}</p>` : nothing;
