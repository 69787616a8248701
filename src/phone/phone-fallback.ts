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

/**
 * A number, and after a word or a sign another one, which is dialled once somebody has answered: `… ext. 5`, `… x5`,
 * `…;ext=5`, `… #5`, `…,,5`, `… 5#`.
 */
const withExtension =
  /^[^\p{L}\d#~;]*(?:\d[^\p{L}\d#~;]*){5,}(?:(?:[\p{L}#~;]|,,)[\p{L}\p{M}\s.:=;,()-]*\d{1,7}[\s#)]*|(?<=[\s-]\d{1,3})#\s*)$/u;

/** Whether a text is the number of a switchboard and an extension, which no code can reach. */
export function hasExtension(text: string): boolean {
  const typed = asciiDigits(cleanIdentifier(text)).replace(/^tel:/i, '');
  return withExtension.test(typed);
}

/** Whether a number is written with its country code. */
export const hasCountryCode = (text: string): boolean => /^\(?(\+|00)/.test(asciiDigits(cleanIdentifier(text)));
