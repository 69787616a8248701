/** What can be done with a phone number without the library that knows the countries' numbers. */

/** The digits of any script as 0 to 9, without the invisible marks that come along when a number is pasted. */
export function asciiDigits(text: string): string {
  const digits = text.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return digits.replace(/\p{Cf}/gu, '');
}

/** Unicode has the digits of each script in a row, from zero to nine. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value % 10;
}

/**
 * The digits of a number that is written with its country code (`+49 …`, `0049 …`), as Logto takes it. A number without
 * country code keeps its first 0, which no country code has.
 */
export function digitsOf(text: string): string {
  const typed = asciiDigits(text).replace(/[^+0-9()]/g, '');
  const abroad = /^\(?(\+|00)/.test(typed) ? typed.replace('(0)', '') : typed;
  return abroad.replace(/[^0-9]/g, '').replace(/^00/, '');
}

/** A number from Logto for reading, such as +12025550101; what is no number stays as it is. */
export function plainPhone(digits: string): string {
  return /^[0-9]+$/.test(digits) ? `+${digits}` : digits;
}
