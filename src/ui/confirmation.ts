import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import { questionId } from './question-id.js';
import { actionError } from './status-templates.js';

/** A question before something that cannot be undone. */
export interface Confirmation {
  localize: CommonLocalizer;
  question: string;
  /** What else to think about. */
  warnings?: readonly string[];
  action: { pending: boolean; error: AccountError | undefined };
  /** Finer words for the error, where there are some. */
  errorWords?: string | undefined;
  confirm: () => void;
  /** What the button says that does it, before and while it is done. */
  confirmText: string;
  pendingText: string;
  /** Whether it takes something away. */
  isDanger: boolean;
  cancel: () => void;
  cancelText: string;
}

export function confirmation(ask: Confirmation) {
  const confirmText = ask.action.pending ? ask.pendingText : ask.confirmText;
  return html`
    ${ask.question ? html`<p id=${questionId}>${ask.question}</p>` : nothing}
    ${ask.warnings?.map((warning) => html`<p part="warning">${warning}</p>`)}
    ${actionError(ask.localize, ask.action.error, ask.errorWords)}
    <div class="actions" aria-busy=${ask.action.pending}>
      ${
        ask.isDanger
          ? html`<button part="confirm danger" type="button" aria-disabled=${ask.action.pending} @click=${ask.confirm}>
              ${confirmText}
            </button>`
          : html`<button part="confirm primary" type="button" aria-disabled=${ask.action.pending} @click=${ask.confirm}>
              ${confirmText}
            </button>`
      }
      <button
        part="cancel"
        type="button"
        aria-describedby=${ask.question ? questionId : nothing}
        aria-disabled=${ask.action.pending}
        @click=${ask.cancel}
      >
        ${ask.cancelText}
      </button>
    </div>
  `;
}
