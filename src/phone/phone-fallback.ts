import { cleanIdentifier } from '../text/invisible.js';
import { asciiDigits } from '../text/digits.js';

/** What can be done with a phone number without the library that knows the countries' numbers. */

/**
 * The digits of a number that is written with its country code (`+49 …`, `0049 …`), as Logto takes it. A number without
 * country code keeps its first 0, which no country code has.
 */
export function digitsOf(text: string): string {
  const typed = asciiDigits(cleanIdentifier(text)).replace(/[^+0-9()]/g, '');
  const abroad = /^\(?(\+|00)/.test(typed) ? typed.replace('(0)', '') : typed;
  return abroad.replace(/[^0-9]/g, '').replace(/^00/, '');
}

/** Whether a number is written with its country code. */
export const hasCountryCode = (text: string): boolean => /^\(?(\+|00)/.test(asciiDigits(cleanIdentifier(text)));
