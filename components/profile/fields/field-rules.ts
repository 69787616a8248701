import { isFound } from './field-pattern.js';
import { inputOf, partInput } from './field-value.js';
import type { FieldInput, ProfileAccount, ProfileField, ProfileToggle } from './profile-field.js';
import { isKeptExactly, numberText, tickIn } from './stored-value.js';
import { isWebAddress, typedNumber, typedValue } from './typed-value.js';
import { isBlank } from '../../../src/text/invisible.js';
import { dateTextOf, firstDayOf, isDateInputFormat, isDateText, isoFormat } from './date-format.js';
import { timeZoneOf } from './time-zones.js';
import { knownLanguage } from './known-language.js';

/** Why an input cannot be saved, for the UI to put into words. */
export interface FieldProblem {
  code:
    | 'required'
    | 'tooShort'
    | 'tooLong'
    | 'tooLongSymbols'
    | 'notANumber'
    | 'leadingZeros'
    | 'notExact'
    | 'tooSmall'
    | 'tooLarge'
    | 'notADate'
    | 'shortYear'
    | 'inFuture'
    | 'notAUrl'
    | 'pattern'
    | 'notAnOption'
    | 'notATimeZone'
    | 'notALocale';
  /** The rule that was missed, under the field's own word for it: `minLength`, `maxValue`, `dateFormat`, … */
  values?: Record<string, string | number>;
  /** The part of a composite that has the problem. */
  part?: string;
}

interface ProblemOptions {
  /** The account as it is. A value that is stored already is only refused for being empty, whatever the rules say now. */
  account?: ProfileAccount;
  /** The language in which the input was typed; numbers are written in it. English when left out. */
  lang?: string;
  /** Called when a field's pattern cannot be run, and so refuses nothing: a mistake its developer should hear of. */
  onIgnoredPattern?: (field: ProfileField, cause: unknown) => void;
}

/**
 * What the database columns hold. Source: Logto answers 422 `entity.value_too_long` beyond; and where a text has more UTF-16
 * units than that, though fewer characters, every later answer about this user is a 500.
 */
const columnLength: Partial<Record<ProfileToggle, number>> = { name: 128, avatar: 2048 };

/** The first reason why an input cannot be saved; `undefined` when it can. Nothing is wrong with an optional empty one. */
export async function problemOf(
  field: ProfileField,
  input: FieldInput,
  options: ProblemOptions = {},
): Promise<FieldProblem | undefined> {
  const stored = options.account && inputOf(field, options.account, options.lang);
  if (field.parts) return compositeProblem(field, field.parts, input, stored, options);
  if (field.type === 'Checkbox') return field.required && tickIn(input) !== true ? { code: 'required' } : undefined;
  return plainProblem(field, typeof input === 'string' ? input : '', stored, options);
}

/** The most UTF-16 units a field takes: the tenant's limit, or the place it is stored in; `undefined` for no limit. */
export function maxLengthOf(field: ProfileField): number | undefined {
  const limits = [field.maxLength, columnLength[field.toggle]].filter((limit) => limit !== undefined);
  return limits.length > 0 ? Math.min(...limits) : undefined;
}

/** A composite nobody filled in is empty, whatever its parts require; in one that has something, they count. */
async function compositeProblem(
  field: ProfileField,
  parts: ProfileField[],
  input: FieldInput,
  stored: FieldInput | undefined,
  options: ProblemOptions,
): Promise<FieldProblem | undefined> {
  const before = (part: ProfileField) => (stored === undefined ? undefined : partInput(part, stored));
  const texts = parts.map((part) => partInput(part, input) ?? before(part) ?? '');
  const isEmpty = texts.every(isBlank);
  if (isEmpty && !field.required) return undefined;
  for (const [index, part] of parts.entries()) {
    const problem = await plainProblem(part, texts[index] ?? '', before(part), options);
    if (problem) return { ...problem, part: part.name };
  }
  return isEmpty ? { code: 'required' } : undefined;
}

async function plainProblem(
  field: ProfileField,
  text: string,
  stored: FieldInput | undefined,
  { onIgnoredPattern, lang }: ProblemOptions,
): Promise<FieldProblem | undefined> {
  if (isBlank(text)) return field.required ? { code: 'required' } : undefined;
  if (text === stored) return undefined;
  const value = typedValue(field, text, lang);
  const problem = lengthProblem(field, value) ?? typeProblem(field, value, { typed: text, lang });
  if (problem || field.pattern === undefined) return problem;
  const found = await isFound(field.pattern, value, (cause) => onIgnoredPattern?.(field, cause));
  return found === false ? { code: 'pattern' } : undefined;
}

/** In UTF-16 units, as Logto and its pages count. Where a reader counts fewer, the words have to say why. */
function lengthProblem(field: ProfileField, text: string): FieldProblem | undefined {
  const { length } = text;
  const { minLength = 0 } = field;
  const maxLength = maxLengthOf(field) ?? Infinity;
  if (length < minLength) return { code: 'tooShort', values: { minLength } };
  if (length <= maxLength) return undefined;
  return { code: [...text].length > maxLength ? 'tooLong' : 'tooLongSymbols', values: { maxLength } };
}

/**
 * Why a text that is not empty cannot be a value of the field's type, after `typedValue` has given it its spelling; a
 * number is judged as it was typed. Length and pattern are judged elsewhere.
 */
function typeProblem(
  field: ProfileField,
  text: string,
  { typed, lang }: { typed: string; lang: string | undefined },
): FieldProblem | undefined {
  switch (field.type) {
    case 'Number':
      return numberProblem(field, typed, lang);
    case 'Date':
      return dateProblem(field, text);
    case 'Select':
      return field.options?.some(({ value }) => value === text) ? undefined : { code: 'notAnOption' };
    case 'Url':
    case 'Avatar':
      return isWebAddress(text) ? undefined : { code: 'notAUrl' };
    case 'TimeZone':
      return timeZoneOf(text) !== undefined ? undefined : { code: 'notATimeZone' };
    case 'Locale':
      return knownLanguage(text) !== undefined ? undefined : { code: 'notALocale' };
    default:
      return undefined;
  }
}

function numberProblem(field: ProfileField, typed: string, lang: string | undefined): FieldProblem | undefined {
  const number = typedNumber(typed, lang);
  if ('problem' in number) {
    const hasDigits = number.problem === 'notANumber' && /\p{Nd}/u.test(typed);
    return { code: number.problem, ...(hasDigits && { values: { example: numberText('1234.5', lang ?? 'en') } }) };
  }
  const { minValue, maxValue, toggle } = field;
  const value = Number(number.text);
  if (minValue !== undefined && value < minValue) return { code: 'tooSmall', values: { minValue } };
  if (maxValue !== undefined && value > maxValue) return { code: 'tooLarge', values: { maxValue } };
  // Custom data are JSON; claims are text and keep every digit.
  return toggle === 'customData' && !isKeptExactly(number.text) ? { code: 'notExact' } : undefined;
}

/** The form holds `yyyy-MM-dd` where it can, and text in the tenant's format where it cannot. */
function dateProblem({ name, toggle, dateFormat }: ProfileField, text: string): FieldProblem | undefined {
  const isWhole = isDateInputFormat(dateFormat);
  const isDate = isWhole ? dateTextOf(text, dateFormat) !== undefined : isDateText(text, dateFormat);
  if (!isDate) return { code: 'notADate', values: { dateFormat: dateFormat ?? isoFormat } };
  // Two digits that somebody typed for a year: which century, only they know.
  if (isWhole && text < '0100') return { code: 'shortYear' };
  const day = isWhole ? text : firstDayOf(text, dateFormat);
  const isBirthdate = name === 'birthdate' && toggle === 'profile';
  return isBirthdate && day !== undefined && day > today() ? { code: 'inFuture' } : undefined;
}

/** Where the user is. */
function today(): string {
  const now = new Date();
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  return [pad(now.getFullYear(), 4), pad(now.getMonth() + 1, 2), pad(now.getDate(), 2)].join('-');
}
