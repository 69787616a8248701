import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import { actionError } from './status-templates.js';
import type { CredentialLocalizer } from '../localize/localizer.js';
import { formActions, resendButton } from './form-actions.js';
import { codeField, submittedText } from './light-fields.js';

interface Action {
  readonly pending: boolean;
  readonly error: AccountError | undefined;
}

export interface AddressStep {
  localize: CredentialLocalizer;
  fields: unknown;
  send: Action;
  submit: (event: Event) => void;
  cancel: () => void;
}

/** The first step to a new address: where the code goes. */
export const addressStep = ({ localize, fields, send, submit, cancel }: AddressStep) => html`
  <form novalidate aria-busy=${send.pending} @submit=${submit}>
    ${fields} ${actionError(localize, send.error)}
    ${formActions({
      localize,
      submit: localize.text(send.pending ? 'credential.working' : 'credential.continue'),
      pending: send.pending,
      cancel,
    })}
  </form>
`;

export interface CodeStep {
  localize: CredentialLocalizer;
  id: string;
  /** For reading. */
  address: string;
  problem: string | undefined;
  /** Only binding is left: the code is not asked for again. */
  isVerified: boolean;
  wasResent: boolean;
  secondsLeft: number;
  send: Action;
  confirm: Action;
  startAnew: () => void;
  submit: (code: string) => void;
  resend: () => void;
  /** Leads back to the first step. */
  back: () => void;
  backLabel: string;
  cancel: () => void;
}

/** The second step: the code that came there. */
export function codeStep(step: CodeStep) {
  const { localize, send, confirm, secondsLeft } = step;
  const isPending = send.pending || confirm.pending;
  const submit = (event: Event) => {
    event.preventDefault();
    step.submit(submittedText(event, 'code'));
  };
  return html`
    <form novalidate aria-busy=${isPending} @submit=${submit}>
      ${
        step.isVerified
          ? html`<p>${localize.text('credential.confirmed', { address: step.address })}</p>`
          : codeField(localize, {
              id: step.id,
              hint: localize.text(step.wasResent ? 'credential.resent' : 'credential.codeHint', {
                address: step.address,
              }),
              problem: step.problem,
              isRefused: confirm.error?.code.startsWith('verification_code.') ?? false,
              onInput: step.startAnew,
            })
      }
      ${actionError(localize, confirm.error ?? send.error)}
      ${formActions({
        localize,
        submit: localize.text(confirm.pending ? 'common.saving' : 'common.save'),
        pending: isPending,
        cancel: step.cancel,
        more: html`
          ${step.isVerified ? nothing : resendButton({ localize, secondsLeft, pending: isPending, resend: step.resend })}
          <button type="button" class="quiet" aria-disabled=${isPending} @click=${step.back}>${step.backLabel}</button>
        `,
      })}
    </form>
  `;
}
