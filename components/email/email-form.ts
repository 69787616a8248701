import { emailFrom, textField, type Entered } from '../../src/forms/fields.js';
import type { Identifier } from '../../src/identifier-rows/identifier-row.js';
import type { ResumedCode } from '../../src/verification/sent-code.js';
import { NewIdentifierForm, type AddressField } from '../../src/identifier-rows/new-identifier-form.js';
import type { CredentialMessageKey, Localizer } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import type { emailMessages } from '../../src/localize/messages/en/email.js';
import { isEmailAddress, maxEmailLength } from '../../src/identifiers/email-address.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

export type EmailMessageKey = CredentialMessageKey | keyof typeof emailMessages;

/** The form of `<logto-email>`. */
export class EmailForm extends NewIdentifierForm {
  readonly #localize: Localizer<EmailMessageKey>;

  constructor(rows: RowsController<EmailMessageKey>, identifier: Identifier, resumed?: ResumedCode) {
    super(rows, identifier, resumed);
    this.#localize = rows.localize;
    rows.localize.add(credentialFormMessages);
  }

  protected override renderAddress({ entered = {}, ...field }: AddressField) {
    return textField({
      ...field,
      value: entered['email'] ?? '',
      label: this.#localize.text('email.new'),
      name: 'email',
      type: 'email',
      autocomplete: 'email',
      inputMode: 'email',
    });
  }

  protected override readAddress(form: HTMLFormElement): Entered {
    const localize = this.#localize;
    const value = emailFrom(form);
    if (value === '')
      return { problem: () => localize.text('problem.required', { field: localize.text('credential.email') }) };
    if (!isEmailAddress(value)) return { problem: () => localize.text('problem.email') };
    if (value.length <= maxEmailLength) return { value };
    return { problem: () => localize.text('problem.tooLong', { count: maxEmailLength }) };
  }

  protected override format(email: string) {
    return email;
  }
}
