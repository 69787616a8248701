import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import { isMisconfiguration } from '../api/misconfiguration.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { icon } from '../look/icon.js';
import { errorText } from './status-templates.js';

const problemIcon = 'M3.5 12a8.5 8.5 0 1 0 17 0 8.5 8.5 0 1 0-17 0M12 8v4.7M12 16v.1';

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
  const canRetry = isPassing && !isMisconfiguration(error);
  return html`
    <p part="error" class="failure" role="status">${icon(problemIcon)}<span>${errorText(localize, error)}</span></p>
    ${
      canRetry
        ? html`<button part="retry" type="button" aria-disabled=${isRetrying} @click=${retry}>
            ${localize.text(isRetrying ? 'common.loading' : 'common.retry')}
          </button>`
        : nothing
    }
  `;
}
