import { html, nothing } from 'lit';

import type { AccountError } from '../../src/api/account-error.js';
import type { Account } from '../../src/api/account.js';
import type { Identifier } from '../../src/api/verifications.js';
import type { CredentialMessageKey, Localizer } from '../../src/localize/localizer.js';
import type { verificationMessages } from '../../src/localize/messages/en/verification.js';
import { identifierOf } from '../../src/state/identifiers.js';
import { plainPhone } from '../../src/phone/phone-fallback.js';
import { actionError } from '../../src/ui/status-templates.js';
import { formActions } from '../../src/ui/form-actions.js';
import { codeField, lightField, passwordField, usernameCompanion } from '../../src/ui/light-fields.js';
import type { VerificationMethod } from '../../src/verification/verification-methods.js';

export type VerificationMessageKey = CredentialMessageKey | keyof typeof verificationMessages;

/** What every step of the dialog needs. */
export interface VerificationStep {
  localize: Localizer<VerificationMessageKey>;
  /** Begins all ids of the dialog. */
  id: string;
  /** What is wrong with what was entered, in words. */
  problem: string | undefined;
  error: AccountError | undefined;
  pending: boolean;
  startAnew: () => void;
  submit: (event: Event) => void;
  cancel: () => void;
  /** Quiet buttons below. */
  more: unknown;
}

export interface ChoiceStep extends Pick<VerificationStep, 'localize' | 'error' | 'pending' | 'cancel'> {
  methods: readonly VerificationMethod[];
  choose: (method: VerificationMethod) => void;
}

export const choiceStep = ({ localize, methods, error, pending, choose, cancel }: ChoiceStep) => html`
  ${methods.length > 1 ? html`<p>${localize.text('verification.choose')}</p>` : nothing}
  <ul class="choices" role="list">
    ${methods.map(
      (method) =>
        html`<li>
          <button type="button" aria-disabled=${pending} @click=${() => choose(method)}>
            ${methodName(localize, method)}
          </button>
        </li>`,
    )}
  </ul>
  ${actionError(localize, error)}
  <div class="actions">
    <button type="button" @click=${cancel}>${localize.text('common.cancel')}</button>
  </div>
`;

export const passwordStep = (step: VerificationStep, account: Account) =>
  stepForm(step, 'verification.confirm', [
    usernameCompanion(identifierOf(account) ?? ''),
    passwordField(step.localize, {
      id: `${step.id}-password`,
      label: step.localize.text('credential.password'),
      autocomplete: 'current-password',
      problem: step.problem,
      isRefused: step.error?.code === 'session.invalid_credentials',
      onInput: step.startAnew,
    }),
  ]);

export const addressStep = (step: VerificationStep, type: Identifier['type']) => {
  const kind = type === 'email' ? 'email' : 'tel';
  return stepForm(
    step,
    'verification.sendCode',
    lightField({
      id: `${step.id}-address`,
      label: step.localize.text(type === 'email' ? 'verification.ownEmail' : 'verification.ownPhone'),
      name: type,
      type: kind,
      autocomplete: kind,
      inputMode: kind,
      problem: step.problem,
      onInput: step.startAnew,
    }),
  );
};

export const codeStep = (step: VerificationStep, identifier: Identifier, wasResent: boolean) =>
  stepForm(
    step,
    'verification.confirm',
    codeField(step.localize, {
      id: `${step.id}-code`,
      hint: step.localize.text(wasResent ? 'credential.resent' : 'credential.codeHint', {
        address: addressOf(identifier),
      }),
      problem: step.problem,
      isRefused: step.error?.code.startsWith('verification_code.') ?? false,
      onInput: step.startAnew,
    }),
  );

const stepForm = (step: VerificationStep, submitKey: keyof typeof verificationMessages, fields: unknown) => html`
  <form novalidate aria-busy=${step.pending} @submit=${step.submit}>
    ${fields} ${actionError(step.localize, step.error)}
    ${formActions({
      localize: step.localize,
      submit: step.localize.text(step.pending ? 'credential.working' : submitKey),
      pending: step.pending,
      cancel: step.cancel,
      more: step.more,
    })}
  </form>
`;

function methodName(localize: VerificationStep['localize'], method: VerificationMethod) {
  const names = { password: 'byPassword', email: 'byEmail', phone: 'byPhone' } as const;
  const name = localize.text(`verification.${names[method.type]}`);
  if (method.type === 'password' || !method.value) return name;
  const address = addressOf({ type: method.type, value: method.value });
  // One text: of two, Chromium joins the accessible name without the space between.
  return html`<bdi>${`${name} ${localize.text('verification.toAddress', { address })}`}</bdi>`;
}

const addressOf = ({ type, value }: Identifier) => (type === 'phone' ? plainPhone(value) : value);
