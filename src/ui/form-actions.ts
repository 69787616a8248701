import { html, nothing } from 'lit';

import type { CredentialLocalizer } from '../localize/localizer.js';

export interface FormActions {
  localize: CredentialLocalizer;
  /** What the main button says. */
  submit: string;
  pending: boolean;
  cancel: () => void;
  /** Quiet buttons below. */
  more?: unknown;
}

/** The buttons of a form: the one that Enter presses, and the way out. */
export const formActions = ({ localize, submit, pending, cancel, more }: FormActions) => html`
  <div class="actions">
    <button type="submit" aria-disabled=${pending}>${submit}</button>
    <button type="button" aria-disabled=${pending} @click=${cancel}>${localize.text('common.cancel')}</button>
  </div>
  ${more ? html`<div class="more">${more}</div>` : nothing}
`;

export interface ResendButton {
  localize: CredentialLocalizer;
  secondsLeft: number;
  pending: boolean;
  resend: () => void;
}

/** Sends another code, once the last one has had time to arrive. */
export const resendButton = ({ localize, secondsLeft, pending, resend }: ResendButton) => html`
  <button
    type="button"
    class="quiet"
    aria-disabled=${secondsLeft > 0 || pending}
    @click=${() => secondsLeft === 0 && !pending && resend()}
  >
    ${
      secondsLeft > 0
        ? localize.text('credential.resendIn', { count: secondsLeft })
        : localize.text('credential.resend')
    }
  </button>
`;
