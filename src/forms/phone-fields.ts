import { html, nothing, type ReactiveElement } from 'lit';

import type { CredentialMessageKey, Localizer } from '../localize/localizer.js';
import type { phoneMessages } from '../localize/messages/en/phone.js';
import type { phoneFormMessages } from '../localize/messages/en/phone-form.js';
import { digitsOf, hasCountryCode, hasExtension } from '../phone/phone-fallback.js';
import type * as phoneNumbers from '../phone/phone-number.js';
import { plainPhone } from '../phone/plain-phone.js';
import { textField, textIn, type Entered, type Field } from './fields.js';

export type PhoneMessageKey = CredentialMessageKey | keyof typeof phoneMessages | keyof typeof phoneFormMessages;

type PhoneNumbers = typeof phoneNumbers;

interface PhoneField extends Pick<Field, 'id' | 'label' | 'problem' | 'isRefused' | 'onInput'> {
  /** What was entered before, by the name of the input. */
  entered?: Record<string, string>;
}

/** A number as it is dialled within a country, only the library knows: without it, the country code has to be there. */
function internationalDigits(text: string): { digits: string } | 'invalid' | 'ambiguous' {
  const digits = digitsOf(text);
  if (/^0|^$/.test(digits)) return 'invalid';
  return hasCountryCode(text) ? { digits } : 'ambiguous';
}

/** A phone number and its country. */
export class PhoneFields {
  /** What knows the numbers of all countries, once it is loaded. Without it any digits are taken: the code is the proof. */
  #numbers: PhoneNumbers | undefined;
  #isLoading = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly localize: Localizer<PhoneMessageKey>,
  ) {}

  render({ entered = {}, ...field }: PhoneField) {
    void this.#load();
    return html`
      ${this.#numbers ? this.#renderCountries(`${field.id}-country`, this.#numbers, entered['country']) : nothing}
      ${textField({
        ...field,
        value: entered['phone'] ?? '',
        name: 'phone',
        type: 'tel',
        autocomplete: 'tel',
        inputMode: 'tel',
      })}
    `;
  }

  /** What was entered, as Logto takes it: the country code and the number, digits only. Or what is wrong with it. */
  read(form: HTMLFormElement): Entered {
    const { localize } = this;
    const text = textIn(form, 'phone');
    if (text === '')
      return { problem: () => localize.text('problem.required', { field: localize.text('credential.phone') }) };
    if (hasExtension(text)) return { problem: () => localize.text('phone.problem.extension') };
    const country = textIn(form, 'country');
    const phone = this.#numbers?.parsePhone(text, country) ?? internationalDigits(text);
    if (typeof phone === 'object') return { value: phone.digits };
    const callingCode = this.#numbers?.countries(localize.lang).find(({ code }) => code === country)?.callingCode;
    return { problem: () => localize.text(`phone.problem.${phone}`, { code: `+${callingCode ?? 1}` }) };
  }

  /** A number for reading. */
  format(digits: string): string {
    return this.#numbers?.formatPhone(digits) ?? plainPhone(digits);
  }

  #renderCountries(id: string, { countries, defaultCountry }: PhoneNumbers, entered: string | undefined) {
    const { lang } = this.localize;
    const chosen = entered ?? defaultCountry([...navigator.languages, lang]);
    return html`
      <div class="field">
        <label class="field-label" for=${id}>${this.localize.text('phone.country')}</label>
        <select class="input" id=${id} name="country" autocomplete="country">
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
      this.#numbers = await import('../phone/phone-number.js');
      this.host.requestUpdate();
    } catch {
      // Without it the digits go to Logto as they are.
    } finally {
      this.#isLoading = false;
    }
  }
}
