import { asciiDigits } from '../../../src/text/digits.js';
import { cleanText } from '../../../src/text/clean-text.js';
import { cleanIdentifier } from '../../../src/text/invisible.js';
import { knownLanguage } from './known-language.js';
import { typedNumber } from './typed-number.js';
import type { ProfileField } from './profile-field.js';
import { timeZoneOf } from './time-zones.js';
import { webAddress } from './web-address.js';

/**
 * What was typed, as it is checked and stored: without invisible characters and blanks around it, in the spelling that
 * the type of the field has. What is not of that type is only cleaned.
 *
 * @param lang The language in which a number was typed.
 */
export function typedValue(field: ProfileField, typed: string, lang?: string): string {
  switch (field.type) {
    case 'Select':
      return typed;
    case 'Number': {
      const number = typedNumber(typed, lang);
      return 'text' in number ? number.text : cleanIdentifier(typed);
    }
    case 'Date':
      return asciiDigits(cleanIdentifier(typed));
    case 'Url':
      return webAddress(typed);
    case 'Avatar':
      return typed.includes('/') ? webAddress(typed) : cleanIdentifier(typed); // `me.png` is a file, and no host
    case 'TimeZone':
      return timeZoneOf(typed) ?? cleanIdentifier(typed);
    case 'Locale':
      return knownLanguage(typed) ?? cleanIdentifier(typed);
    default:
      return cleanText(typed);
  }
}
