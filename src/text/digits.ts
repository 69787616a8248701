import { cleanIdentifier } from './invisible.js';

/** The same text with the digits of any script as 0 to 9, and the signs of wide writing as those of ASCII. */
export const asciiDigits = (text: string): string =>
  narrow(text).replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));

/** The same text with the signs of wide writing as those of ASCII. */
export const narrow = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/**
 * A code that was sent to the user or made by an app: its digits alone, whatever separates them. Empty where there is
 * anything else: Logto's codes have digits only, and a wrong one costs a try.
 */
export function codeIn(text: string): string {
  const code = asciiDigits(cleanIdentifier(text)).replace(/[\s\p{Pd}\p{Pc}\u2212.·]/gu, '');
  return /^[0-9]+$/.test(code) ? code : '';
}

/** Unicode has the digits of each script in a row, from zero to nine. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value % 10;
}
