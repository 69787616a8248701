import { html } from 'lit';

import type { AccountError } from '../../src/api/account-error.js';
import { actionError } from '../../src/ui/status-templates.js';
import type { ProfileLocalize } from './field-label.js';

export interface FormFrame {
  id: string;
  localize: ProfileLocalize;
  label: string;
  content: unknown;
  error: AccountError | undefined;
  /** Finer words for the error, where there are some. */
  errorWords?: string | undefined;
  pending: boolean;
  submit: (event: Event) => void;
  cancel: () => void;
}

/** What every open row has: its label, a form named by it, the error, and the buttons to save and to cancel. */
export const formFrame = ({
  id,
  localize,
  label,
  content,
  error,
  errorWords,
  pending,
  submit,
  cancel,
}: FormFrame) => html`
  <span part="label" id="${id}-label">${label}</span>
  <form
    part="form"
    id=${id}
    aria-labelledby="${id}-label"
    aria-busy=${pending}
    novalidate
    @submit=${submit}
    @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && cancel()}
  >
    ${content} ${actionError(localize, error, errorWords)}
    <div class="actions">
      <button part="save primary" type="submit" aria-disabled=${pending}>
        ${localize.text(pending ? 'common.saving' : 'common.save')}
      </button>
      <button part="cancel" type="button" @click=${cancel}>${localize.text('common.cancel')}</button>
    </div>
  </form>
`;
