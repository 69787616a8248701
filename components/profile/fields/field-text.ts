import { addressText } from './address.js';
import { dateFormat } from '../../../src/localize/date-format.js';
import { isoDateOf } from './date-format.js';
import { languageTag } from '../../../src/text/language-tag.js';
import { knownLanguage } from './known-language.js';
import type { ProfileAccount, ProfileField } from './profile-field.js';
import { numberIn, numberText, storedPart, storedValue, textIn, tickIn } from './stored-value.js';
import { timeZoneOf } from './time-zones.js';
import { getOwn } from '../../../src/untrusted.js';

/**
 * What a row shows of the user's value, in the given language; `undefined` where there is none.
 *
 * An option is shown by the tenant's label, or by its value, which the UI may have a word for. A checkbox has no text:
 * see `tickOf`. A value that is not what its field says (a word for a date) is shown as it is.
 */
export function textOf(field: ProfileField, account: ProfileAccount, locale: string): string | undefined {
  if (field.type === 'Checkbox') return undefined;
  return (
    (field.parts
      ? compositeText(field, field.parts, account, locale)
      : plainText(field, storedValue(field, account), locale)) || undefined
  );
}

/** The user's answer to a checkbox, for the UI's words for yes and no; `undefined` where there was none. */
export function tickOf(field: ProfileField, account: ProfileAccount): boolean | undefined {
  return tickIn(storedValue(field, account));
}

/** Whether the user has given a value, or an answer. */
export const hasValue = (field: ProfileField, account: ProfileAccount): boolean =>
  (field.type === 'Checkbox' ? tickOf(field, account) : textOf(field, account, 'en')) !== undefined;

/** An address or a name in the tenant's order of its parts. */
function compositeText(field: ProfileField, parts: ProfileField[], account: ProfileAccount, locale: string): string {
  if (field.type === 'Address') return addressText(field, getOwn(account.profile, 'address'), locale);
  return parts
    .map((part) => plainText(part, storedPart(field, part, account), locale))
    .filter((text) => text !== '')
    .join(' ');
}

function plainText(field: ProfileField, stored: unknown, locale: string): string {
  const text = textIn(stored);
  switch (field.type) {
    case 'Select':
      return field.options?.find(({ value }) => value === text)?.label ?? text;
    case 'Number':
      return numberIn(text) === undefined ? text : numberText(text, locale);
    case 'TimeZone':
      return timeZoneOf(text) ?? text;
    case 'Locale':
      return languageName(text, locale);
    case 'Date': {
      const iso = isoDateOf(text, field.dateFormat);
      return iso === undefined ? (partialDateText(text, locale) ?? text) : dateText(iso, locale);
    }
    default:
      return text;
  }
}

/** British English rather than en-GB; what is no language stays as it is. */
function languageName(text: string, locale: string): string {
  const tag = knownLanguage(text);
  return (tag && new Intl.DisplayNames(languageTag(locale), { type: 'language' }).of(tag)) ?? text;
}

/** A day is the same day everywhere, so it is read and written in one time zone. */
function dateText(iso: string, locale: string): string {
  return dateFormat(languageTag(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/**
 * A birthdate without its year (`0000-05-14`), or the year alone (`1990`), as OpenID Connect allows them. In the calendar
 * in which they are stored: half a date is no date in another one.
 */
function partialDateText(text: string, locale: string): string | undefined {
  const [, year = '', day] = /^(\d{4})(-\d\d-\d\d)?$/.exec(text) ?? [];
  const isYearless = year === '0000';
  if (year === '' || isYearless === (day === undefined)) return undefined;
  const iso = isoDateOf(isYearless ? `2000${day}` : `${year}-01-01`); // in a leap year there are all days
  const options = isYearless ? ({ month: 'long', day: 'numeric' } as const) : ({ year: 'numeric' } as const);
  const format = dateFormat(languageTag(locale), { ...options, calendar: 'gregory', timeZone: 'UTC' });
  return iso && format.format(new Date(iso));
}
