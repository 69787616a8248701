import { html, nothing } from 'lit';

import type { AccountError } from '../../src/api/account-error.js';
import { actionError } from '../../src/ui/status-templates.js';
import type { PasskeyLocalizer } from './passkey-panel.js';

export interface PasskeyForm {
  localize: PasskeyLocalizer;
  /** Unique in the tag. */
  id: string;
  name: string;
  problem: string | undefined;
  error: AccountError | undefined;
  errorWords: string | undefined;
  pending: boolean;
  /** What the main button says. */
  submitText: string;
  change: (name: string) => void;
  submit: () => unknown;
  cancel: () => void;
}

/** The name of a passkey, and a button. */
export function passkeyForm(form: PasskeyForm) {
  const { localize, id, problem, pending } = form;
  const submit = (event: Event) => {
    event.preventDefault();
    return form.submit();
  };
  return html`
    <form
      novalidate
      aria-busy=${pending}
      @submit=${submit}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && form.cancel()}
    >
      <div class="field">
        <label part="field-label" for=${id}>${localize.text('passkeys.name')}</label>
        <input
          part="input"
          id=${id}
          type="text"
          autocomplete="off"
          .value=${form.name}
          aria-invalid=${problem ? 'true' : 'false'}
          aria-describedby="${id}-hint ${id}-problem"
          @input=${({ target }: Event) => form.change((target as HTMLInputElement).value)}
        />
        <p part="hint" id="${id}-hint">${localize.text('passkeys.nameHint')}</p>
        ${problem ? html`<p part="error" id="${id}-problem">${problem}</p>` : nothing}
      </div>
      ${actionError(localize, form.error, form.errorWords)}
      <div class="actions">
        <button part="save primary" type="submit" aria-disabled=${pending}>${form.submitText}</button>
        <button part="cancel" type="button" aria-disabled=${pending} @click=${form.cancel}>
          ${localize.text('common.cancel')}
        </button>
      </div>
    </form>
  `;
}
