import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';

/** A quiet bar in place of a tag whose account is on its way. */
export const loadingPlaceholder = (localize: CommonLocalizer) =>
  html`<p part="loading" aria-busy="true"><span class="visually-hidden">${localize.text('common.loading')}</span></p>`;

interface Failure {
  error: AccountError;
  isRetrying?: boolean;
}

/** Why there is nothing to see, and a way to try again where that can help. */
export function loadFailure(
  localize: CommonLocalizer,
  { error, isRetrying = false }: Failure,
  retry: () => Promise<void>,
) {
  const isPassing = ['network', 'timeout', 'rate-limited', 'unexpected'].includes(error.kind);
  const canRetry = isPassing && error.code !== 'invalid_endpoint';
  return html`
    <p part="error" role="status">${localize.text(`error.${error.kind}`)}</p>
    ${
      canRetry
        ? html`<button part="retry" type="button" aria-disabled=${isRetrying} @click=${retry}>
            ${localize.text(isRetrying ? 'common.loading' : 'common.retry')}
          </button>`
        : nothing
    }
  `;
}

/** Why an action failed, announced at once, in the words for Logto's code where we have some; nothing when it did not. */
export const actionError = (localize: CommonLocalizer, error: AccountError | undefined, words?: string) =>
  error
    ? html`<p part="error" role="alert">
        ${words ?? localize.codeText(error.code) ?? localize.text(`error.${error.kind}`)}
      </p>`
    : nothing;
