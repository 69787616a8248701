import { dateTextOf, isDateInputFormat, isDateText, isoFormat } from './date-format.js';
import type { FieldProblem } from './field-problem.js';
import { numberIn } from './number-text.js';
import type { ProfileField } from './profile-field.js';

/** Why a text that is not empty cannot be a value of the field's type. Length and pattern are judged elsewhere. */
export function typeProblem(field: ProfileField, text: string): FieldProblem | undefined {
  switch (field.type) {
    case 'Number':
      return numberProblem(field, numberIn(text));
    case 'Date':
      return isDate(text.trim(), field.dateFormat)
        ? undefined
        : { code: 'not-a-date', values: { dateFormat: field.dateFormat ?? isoFormat } };
    case 'Select':
      return field.options?.some(({ value }) => value === text) ? undefined : { code: 'not-an-option' };
    case 'Url':
    case 'Avatar':
      return isWebAddress(text.trim()) ? undefined : { code: 'not-a-url' };
    case 'TimeZone':
      return isTimeZone(text.trim()) ? undefined : { code: 'not-a-time-zone' };
    case 'Locale':
      return isLocale(text.trim()) ? undefined : { code: 'not-a-locale' };
    default:
      return undefined;
  }
}

function numberProblem({ minValue, maxValue }: ProfileField, number: number | undefined): FieldProblem | undefined {
  if (number === undefined) return { code: 'not-a-number' };
  if (minValue !== undefined && number < minValue) return { code: 'too-small', values: { minValue } };
  return maxValue !== undefined && number > maxValue ? { code: 'too-large', values: { maxValue } } : undefined;
}

/** The form holds `yyyy-MM-dd` where it can, and text in the tenant's format where it cannot. */
function isDate(text: string, dateFormat?: string): boolean {
  return isDateInputFormat(dateFormat) ? dateTextOf(text, dateFormat) !== undefined : isDateText(text, dateFormat);
}

/** Narrower than Logto, which takes any scheme: what is saved here may become a link, so no `javascript:`. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && doesNotThrow(() => new URL(text));
}

/** A name of the IANA time zone database, as OpenID Connect wants it; an offset such as `+01:00`, which newer engines take, is none. */
function isTimeZone(text: string): boolean {
  return !/^[+-]/.test(text) && doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: text }));
}

function isLocale(text: string): boolean {
  return doesNotThrow(() => Intl.getCanonicalLocales(text));
}

function doesNotThrow(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch {
    return false;
  }
}
