import { PhoneFields, type PhoneMessageKey } from '../../src/forms/phone-fields.js';
import type { Identifier } from '../../src/identifier-rows/identifier-row.js';
import type { ResumedCode } from '../../src/verification/sent-code.js';
import { NewIdentifierForm, type AddressField } from '../../src/identifier-rows/new-identifier-form.js';
import type { Localizer } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { phoneFormMessages } from '../../src/localize/messages/en/phone-form.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

/** The form of `<logto-phone>`. */
export class PhoneForm extends NewIdentifierForm {
  readonly #localize: Localizer<PhoneMessageKey>;
  readonly #phone: PhoneFields;

  constructor(rows: RowsController<PhoneMessageKey>, identifier: Identifier, resumed?: ResumedCode) {
    super(rows, identifier, resumed);
    rows.localize.add({ ...credentialFormMessages, ...phoneFormMessages });
    this.#localize = rows.localize;
    this.#phone = new PhoneFields(rows.host, rows.localize);
  }

  protected override renderAddress(field: AddressField) {
    return this.#phone.render({ ...field, label: this.#localize.text('phone.new') });
  }

  protected override readAddress(form: HTMLFormElement) {
    return this.#phone.read(form);
  }

  protected override format(digits: string) {
    return this.#phone.format(digits);
  }
}
