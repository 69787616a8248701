import { setPrimaryEmail } from '../../src/api/primary-identifiers.js';
import type { CredentialForm } from '../../src/controllers/credential-row-controller.js';
import type { OpenIdentifierRow } from '../../src/controllers/identifier-row-controller.js';
import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import { NewIdentifierForm } from '../../src/controllers/new-identifier-form.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import type { emailMessages } from '../../src/localize/messages/en/email.js';
import { isEmailAddress } from '../../src/policies/email-address.js';
import { lightField, submittedText } from '../../src/ui/light-fields.js';

export type EmailMessageKey = CredentialMessageKey | keyof typeof emailMessages;

/** The form of `<logto-email>`. */
export function emailForm(open: OpenIdentifierRow, localize: LocalizeController<EmailMessageKey>): CredentialForm {
  localize.add(credentialFormMessages);
  return new NewIdentifierForm(open, {
    fields: ({ entered, ...field }) =>
      lightField({
        ...field,
        value: entered['email'] ?? '',
        label: localize.text('email.new'),
        name: 'email',
        type: 'email',
        autocomplete: 'email',
        inputMode: 'email',
      }),
    read: (event) => {
      const value = submittedText(event, 'email');
      const field = localize.text('credential.email');
      if (value === '') return { problem: localize.text('problem.required', { field }) };
      return isEmailAddress(value) ? { value } : { problem: localize.text('problem.email') };
    },
    format: (email) => email,
    bind: (client, email, newIdentifierVerificationRecordId, verification) =>
      setPrimaryEmail(client, { email, newIdentifierVerificationRecordId }, verification),
  });
}
