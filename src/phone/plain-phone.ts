/** A number from Logto for reading, such as +12025550101; what is no number stays as it is. */
export function plainPhone(digits: string): string {
  return /^[0-9]+$/.test(digits) ? `+${digits}` : digits;
}

/** Country codes of one and of two digits; all others have three. */
const parts = /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[0-9]{3})([0-9]*)$/;

/**
 * The same in groups that the eye can hold, such as +1 202 555 0101, without the library that knows how each country
 * writes its own.
 */
export function readablePhone(digits: string): string {
  const [, code, rest = ''] = parts.exec(digits) ?? [];
  return code ? `+${code} ${rest.replace(/[0-9]{3}(?=[0-9]{2})/g, '$& ')}`.trim() : plainPhone(digits);
}
