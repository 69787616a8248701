import { html, nothing } from 'lit';

import { setPrimaryPhone } from '../../src/api/primary-identifiers.js';
import type { CredentialForm } from '../../src/controllers/credential-row-controller.js';
import type { OpenIdentifierRow } from '../../src/controllers/identifier-row-controller.js';
import type { LocalizeController } from '../../src/controllers/localize-controller.js';
import { NewIdentifierForm, type IdentifierField } from '../../src/controllers/new-identifier-form.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import type { phoneMessages } from '../../src/localize/messages/en/phone.js';
import { digitsOf, plainPhone } from '../../src/phone/phone-fallback.js';
import type * as phoneNumbers from '../../src/phone/phone-number.js';
import { lightField, submittedText } from '../../src/ui/light-fields.js';

export type PhoneMessageKey = CredentialMessageKey | keyof typeof phoneMessages;

type PhoneNumbers = typeof phoneNumbers;

/** The form of `<logto-phone>`. */
export function phoneForm(open: OpenIdentifierRow, localize: LocalizeController<PhoneMessageKey>): CredentialForm {
  localize.add(credentialFormMessages);
  const fields = new PhoneFields(open, localize);
  return new NewIdentifierForm(open, {
    fields: (field) => fields.render(field),
    read: (event) => fields.read(event),
    format: (digits) => fields.format(digits),
    bind: (client, phone, newIdentifierVerificationRecordId, verification) =>
      setPrimaryPhone(client, { phone, newIdentifierVerificationRecordId }, verification),
  });
}

/** A phone number and its country. */
class PhoneFields {
  /** What knows the numbers of all countries, once it is loaded. Without it any digits are taken: the code is the proof. */
  #numbers: PhoneNumbers | undefined;
  #isLoading = false;

  constructor(
    private readonly open: OpenIdentifierRow,
    private readonly localize: LocalizeController<PhoneMessageKey>,
  ) {}

  render({ entered, ...field }: IdentifierField) {
    void this.#load();
    return html`
      ${this.#numbers ? this.#renderCountries(`${field.id}-country`, this.#numbers, entered['country']) : nothing}
      ${lightField({
        ...field,
        label: this.localize.text('phone.new'),
        value: entered['phone'] ?? '',
        name: 'phone',
        type: 'tel',
        autocomplete: 'tel',
        inputMode: 'tel',
      })}
    `;
  }

  read(event: Event): { value: string } | { problem: string } {
    const text = submittedText(event, 'phone');
    const field = this.localize.text('credential.phone');
    if (text === '') return { problem: this.localize.text('problem.required', { field }) };
    const phone = this.#numbers?.parsePhone(text, submittedText(event, 'country')) ?? { digits: digitsOf(text) };
    if (typeof phone === 'string') return { problem: this.localize.text(`phone.problem.${phone}`) };
    // No country code begins with 0: this is a number as it is dialled within a country, which only the library knows.
    return /^0|^$/.test(phone.digits)
      ? { problem: this.localize.text('phone.problem.invalid') }
      : { value: phone.digits };
  }

  format(digits: string): string {
    return this.#numbers?.formatPhone(digits) ?? plainPhone(digits);
  }

  #renderCountries(id: string, { countries, defaultCountry }: PhoneNumbers, entered: string | undefined) {
    const { lang } = this.localize;
    const chosen = entered ?? defaultCountry([...navigator.languages, lang]);
    return html`
      <div class="field">
        <label for=${id}>${this.localize.text('phone.country')}</label>
        <select id=${id} name="country" autocomplete="country">
          ${countries(lang).map(
            ({ code, name, callingCode }) =>
              html`<option value=${code} ?selected=${code === chosen}>${name} (+${callingCode})</option>`,
          )}
        </select>
      </div>
    `;
  }

  async #load() {
    if (this.#numbers || this.#isLoading) return;
    this.#isLoading = true;
    try {
      this.#numbers = await import('../../src/phone/phone-number.js');
      this.open.host.requestUpdate();
    } catch {
      // Without it the digits go to Logto as they are.
    } finally {
      this.#isLoading = false;
    }
  }
}
