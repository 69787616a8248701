import { dateTextOf, firstDayOf, isDateInputFormat, isDateText, isoFormat } from './date-format.js';
import type { FieldProblem } from './field-problem.js';
import { knownLanguage } from './known-language.js';
import { isKeptExactly, numberText } from './stored-number.js';
import { typedNumber } from './typed-number.js';
import type { ProfileField } from './profile-field.js';
import { timeZoneOf } from './time-zones.js';
import { isWebAddress } from './web-address.js';

/**
 * Why a text that is not empty cannot be a value of the field's type, after `typedValue` has given it its spelling; a
 * number is judged as it was typed. Length and pattern are judged elsewhere.
 */
export function typeProblem(
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
