/**
 * Phone numbers of all countries. It is heavy: load it with `import()` where a number is typed or read, and use
 * `phone-fallback.ts` until it is there.
 */
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type PhoneNumber,
  validatePhoneNumberLength,
} from 'libphonenumber-js/min';

import { cleanIdentifier } from '../text/invisible.js';
import { asciiDigits } from '../text/digits.js';
import { plainPhone } from './plain-phone.js';

export { countries, defaultCountry, type Country } from './countries.js';

export interface Phone {
  /** The country code and the number, digits only, as Logto takes it. */
  digits: string;
  /** The country whose number it is, which need not be the one that was chosen; some numbers have none. */
  country?: string;
  /** The number for reading: +49 30 901820. */
  international: string;
}

/**
 * The number in a text: with a country code (`+49 …`, `0049 …`), or as it is dialled in the country. `incomplete` when
 * more digits are needed; `ambiguous` when it may begin with a country code and has no plus, for a code must not go to a
 * stranger.
 *
 * A number is taken when its length fits its country, even where no such number is known to be given out: numbering
 * plans change, Logto takes any digits, and the code that is sent to it is the proof.
 */
export function parsePhone(text: string, country: string): Phone | 'incomplete' | 'invalid' | 'ambiguous' {
  const typed = dialled(text);
  if (!/^\+?[0-9]*$/.test(typed)) return 'invalid';
  // 00 leads abroad from most countries; where it does not (0011 does from Australia), the country knows better.
  const abroad = typed.replace(/^00/, '+');
  const reading = [abroad, typed].find((each) => parsed(each, country)?.isValid()) ?? abroad;
  const number = parsed(reading, country);
  if (isAmbiguous(typed, number, country)) return 'ambiguous';
  return number?.isPossible() ? phoneOf(number) : whyNot(reading, country);
}

/** Whether it is a number of another country, or another one of this country, once there is a plus in front. */
function isAmbiguous(typed: string, number: PhoneNumber | undefined, country: string): boolean {
  if (!/^[1-9]/.test(typed)) return false; // as it is dialled, and not otherwise
  const abroad = parsed(`+${typed}`);
  if (!abroad?.isValid() || abroad.number === number?.number) return false;
  const code = countryCode(country);
  return !number?.isPossible() || (code !== undefined && typed.startsWith(getCountryCallingCode(code)));
}

/** A number from Logto for reading, with exactly its digits; what is no number stays as it is. */
export function formatPhone(digits: string): string {
  const plain = plainPhone(digits);
  if (plain === digits) return digits;
  const international = parsed(plain)?.formatInternational() ?? plain;
  return international.replace(/[^+0-9]/g, '') === plain ? international : plain;
}

/** What would be typed on a phone: no link scheme, and nothing that only separates digits. */
function dialled(text: string): string {
  return asciiDigits(cleanIdentifier(text))
    .replace(/^tel:/i, '')
    .replace(/[\s\p{Pd}\u2212.·/()[\]]/gu, '');
}

function parsed(text: string, country?: string): PhoneNumber | undefined {
  return parsePhoneNumberFromString(text, { defaultCountry: countryCode(country), extract: false });
}

function whyNot(text: string, country: string): 'incomplete' | 'invalid' {
  if (text === '' || text === '+') return 'incomplete';
  const reason = validatePhoneNumberLength(text, { defaultCountry: countryCode(country) });
  return reason === 'TOO_SHORT' ? 'incomplete' : 'invalid';
}

function phoneOf(number: PhoneNumber): Phone {
  const { country } = number;
  return { digits: number.number.slice(1), ...(country && { country }), international: number.formatInternational() };
}

function countryCode(country: string | undefined): CountryCode | undefined {
  return country !== undefined && isSupportedCountry(country) ? country : undefined;
}
