import type { ProfileAccount, ProfileField } from './profile-field.js';
import { getOwn } from '../../../src/untrusted.js';
import { isBlank } from '../../../src/text/invisible.js';
import { languageTag } from '../../../src/text/language-tag.js';

/** What the account has for a field that is no composite, whatever it may be; `undefined` for nothing. */
export function storedValue(field: ProfileField, account: ProfileAccount): unknown {
  return getOwn(
    field.toggle === 'name' || field.toggle === 'avatar' ? account : getOwn(account, field.toggle),
    field.name,
  );
}

/** What the account has for a part of a composite. Logto keeps a full name's parts beside the other claims. */
export function storedPart(field: ProfileField, part: ProfileField, account: ProfileAccount): unknown {
  const profile = getOwn(account, 'profile');
  return getOwn(field.type === 'Address' ? getOwn(profile, 'address') : profile, part.name);
}

/** A stored value as text. What cannot be text (an object, a list) is `''`, like nothing at all. */
export function textIn(stored: unknown): string {
  if (typeof stored === 'string') return isBlank(stored) ? '' : stored;
  return typeof stored === 'boolean' || Number.isFinite(stored) ? String(stored) : '';
}

/** A stored tick: Logto keeps a boolean in the custom data, claims can only be text. */
export function tickIn(stored: unknown): boolean | undefined {
  if (stored === true || stored === 'true') return true;
  return stored === false || stored === 'false' ? false : undefined;
}

/** The number a text says as it is stored, with `.` before decimals; `undefined` where it says none. */
export function numberIn(text: string): number | undefined {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Whether a number is kept as it is where numbers are those of JSON: 0.1 is, and no other than 9007199254740992 is that. */
export const isKeptExactly = (text: string): boolean => decimalOf(text) === decimalOf(String(Number(text)));

/** A stored number as the language writes it, with all of its digits. */
export function numberText(text: string, lang: string, { useGrouping = true } = {}): string {
  const most = 21; // significant digits that `Intl` can tell apart
  const [digits = ''] = decimalOf(text).split('e');
  if (digits.length > most) return text;
  const format = new Intl.NumberFormat(languageTag(lang), { useGrouping, maximumSignificantDigits: most });
  return format.format(text.trim().replace(/^\+/, '') as Intl.StringNumericLiteral);
}

/** Digits without zeros around them, and the power of ten: the same for every way to write a number. */
function decimalOf(text: string): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^\s*([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?\s*$/i.exec(text) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0e0';
  const power = Number(exponent) - fraction.length + (digits.length - significant.length);
  return `${significant}e${power}${sign === '-' ? '-' : ''}`;
}
