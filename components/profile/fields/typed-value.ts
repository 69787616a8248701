import { asciiDigits } from '../../../src/text/digits.js';
import { cleanText } from '../../../src/text/clean-text.js';
import { cleanIdentifier } from '../../../src/text/invisible.js';
import type { ProfileField } from './profile-field.js';
import { timeZoneOf } from './time-zones.js';
import { languageTag } from '../../../src/text/language-tag.js';
import { knownLanguage } from './known-language.js';
import { numberIn } from './stored-value.js';

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

/** A number that was typed: as JSON writes it, or why it is none. */
type TypedNumber = { text: string } | { problem: 'notANumber' | 'leadingZeros' };

/**
 * The number in a text as the language writes it, in the digits of any script: what `Intl.NumberFormat` makes of a number
 * is read as that number. What could be two numbers (`45.000` where neither a group nor a fraction begins with a point)
 * is none, and zeros in front make it something else than a number.
 */
export function typedNumber(typed: string, lang = 'en'): TypedNumber {
  const plain = asciiDigits(cleanIdentifier(typed)).replace(/[\p{Pd}\u2212]/gu, '-');
  const [, sign = '', amount = '', exponent = ''] = /^([+-]?)\s*(.*?)(?:e([+-]?\d{1,9}))?$/i.exec(plain) ?? [];
  const [whole, fraction, ...rest] = partsOf(amount, lang);
  const digits = whole === undefined ? undefined : ungrouped(whole);
  const isNumber = digits !== undefined && /^\d*$/.test(fraction ?? '') && digits + (fraction ?? '') !== '';
  if (!isNumber || rest.length > 0) return { problem: 'notANumber' };
  if (/^0\d/.test(digits)) return { problem: 'leadingZeros' };
  const text = `${sign === '-' ? '-' : ''}${digits || '0'}${fraction ? `.${fraction}` : ''}${exponent && `e${exponent}`}`;
  return numberIn(text) === undefined ? { problem: 'notANumber' } : { text };
}

/** Before and after the sign of decimals; one part without one, more than two where it is no number. */
function partsOf(amount: string, lang: string): string[] {
  const marks = marksOf(lang);
  const isDecimal = (mark: string) => marks.decimal.has(mark);
  const text = amount.replaceAll('\u060c', ',');
  const own = text.split(new RegExp(`[${[...marks.decimal].map((mark) => `\\${mark}`).join('')}]`));
  if (own.length > 1) return own;
  // A point or a comma that means nothing in this language.
  for (const mark of ['.', ','])
    if (!isDecimal(mark) && !marks.group.has(mark) && text.split(mark).length === 2) {
      const [before = '', after = ''] = text.split(mark);
      const isClear = after.length !== 3 || !/^[1-9]\d{0,2}$/.test(before);
      return isClear ? [before, after] : ['', '', ''];
    }
  return [text];
}

/** Digits in groups, of three or as in India; the same sign between all of them. */
function ungrouped(whole: string): string | undefined {
  const text = whole.replace(/[\s'’‘`´ʼ]/g, (mark) => (/\s/.test(mark) ? ' ' : "'"));
  const [mark, ...others] = new Set(text.match(/[^\d]/g));
  if (mark === undefined) return text;
  const [first = '', ...groups] = text.split(mark);
  const areThrees = /^\d{1,3}$/.test(first) && groups.every((group) => group.length === 3);
  const areIndian =
    /^\d{1,2}$/.test(first) && groups.slice(0, -1).every((group) => group.length === 2) && groups.at(-1)?.length === 3;
  const isMark = [' ', "'", '.', ',', '\u066c'].includes(mark);
  return others.length === 0 && isMark && (areThrees || areIndian) ? first + groups.join('') : undefined;
}

/** The signs of the language, with its own digits and with those of ASCII. */
function marksOf(lang: string): Record<'decimal' | 'group', Set<string>> {
  const tag = languageTag(lang);
  const marks = { decimal: new Set(['\u066b']), group: new Set<string>() };
  for (const options of [{}, { numberingSystem: 'latn' }])
    for (const { type, value } of new Intl.NumberFormat(tag, options).formatToParts(1234567.5))
      if (type === 'decimal' || type === 'group') marks[type].add(value.replace('\u060c', ','));
  return marks;
}

/**
 * A link as it is stored: `https://` in front where no scheme was typed. Anything else stays as it is, for
 * `isWebAddress` to judge.
 */
function webAddress(typed: string): string {
  const text = cleanIdentifier(typed);
  if (isWebAddress(text)) return text;
  const completed = `https://${text.replace(/^\/\//, '')}`;
  return hasScheme(text) || !isPlausible(completed) ? text : completed;
}

/** Narrower than Logto, which takes any scheme: what is saved here may become a link, so no `javascript:`. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && urlOf(text) !== undefined;
}

/** A colon that only comes before a port (`example.com:8080`) begins no address. */
const hasScheme = (text: string) => /^[a-z][a-z\d+.-]*:(?!\d+(\/|\?|#|$))/i.test(text);

/** A host with a domain of letters, and nobody's name in front: not `12.5`, `readme` or `ada@example.com`. */
function isPlausible(text: string): boolean {
  const url = urlOf(text);
  return url !== undefined && !text.includes('@') && /\.(?!\d)[^.]{2,}\.?$/.test(url.hostname);
}

function urlOf(text: string): URL | undefined {
  try {
    return /\s/.test(text) ? undefined : new URL(text);
  } catch {
    return undefined;
  }
}
