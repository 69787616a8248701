import { html, nothing } from 'lit';

import type { AccountError } from '../api/account-error.js';
import type { Account } from '../api/account.js';
import { type Field, passwordField, textField, usernameCompanion } from '../forms/fields.js';
import { formError } from '../forms/form.js';
import type { PhoneMessageKey } from '../forms/phone-fields.js';
import type { Localizer } from '../localize/localizer.js';
import type { verificationMessages } from '../localize/messages/en/verification.js';
import { plainPhone } from '../phone/plain-phone.js';
import { identifierOf } from '../identifiers/identifiers.js';
import { changing } from '../forms/light-dom-element.js';
import type { VerificationMethod } from '../verification/verification-attempt.js';

export type VerificationMessageKey = PhoneMessageKey | keyof typeof verificationMessages;
type VerificationLocalizer = Localizer<VerificationMessageKey>;

interface ChoiceStep {
  localize: VerificationLocalizer;
  methods: readonly VerificationMethod[];
  error: AccountError | undefined;
  pending: boolean;
  choose: (method: VerificationMethod) => void;
  cancel: () => void;
}

export const choiceStep = ({ localize, methods, error, pending, choose, cancel }: ChoiceStep) => html`
  ${methods.length > 1 ? html`<p>${changing(localize.text('verification.choose'))}</p>` : nothing}
  <ul class="choices" role="list">
    ${methods.map(
      (method) =>
        html`<li>
          <button class="choice" type="button" aria-disabled=${pending} @click=${() => choose(method)}>
            ${methodName(localize, method)}
          </button>
        </li>`,
    )}
  </ul>
  ${formError(localize, error)}
  <div class="actions">
    <button class="cancel" type="button" @click=${cancel}>${changing(localize.text('common.cancel'))}</button>
  </div>
`;

type StepField = Pick<Field, 'id' | 'problem' | 'isRefused' | 'onInput'>;

export const passwordFields = (localize: VerificationLocalizer, account: Account, field: StepField) => html`
  ${usernameCompanion(localize, identifierOf(account) ?? '')}
  ${passwordField(localize, {
    ...field,
    label: localize.text('credential.password'),
    autocomplete: 'current-password',
  })}
`;

export const emailField = (localize: VerificationLocalizer, field: StepField) =>
  textField({
    ...field,
    label: localize.text('verification.ownEmail'),
    name: 'email',
    type: 'email',
    autocomplete: 'email',
    inputMode: 'email',
  });

function methodName(localize: VerificationLocalizer, method: VerificationMethod) {
  const names = { password: 'byPassword', email: 'byEmail', phone: 'byPhone' } as const;
  const name = localize.text(`verification.${names[method.type]}`);
  if (method.type === 'password' || !method.value) return changing(name);
  const address = method.type === 'phone' ? plainPhone(method.value) : method.value;
  // One text: of two, Chromium joins the accessible name without the space between.
  return html`<bdi>${changing(`${name} ${localize.text('verification.toAddress', { address })}`)}</bdi>`;
}
