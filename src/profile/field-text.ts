import { addressText } from './address.js';
import { isoDateOf } from './date-format.js';
import { numberIn } from './number-text.js';
import type { ProfileAccount, ProfileField } from './profile-field.js';
import { storedPart, storedValue, textIn, tickIn } from './stored-value.js';
import { own } from '../untrusted.js';

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

/** An address as it is formatted, or its parts; a name in the tenant's order of its parts. */
function compositeText(field: ProfileField, parts: ProfileField[], account: ProfileAccount, locale: string): string {
  if (field.type === 'Address') {
    const address = own(account.profile, 'address');
    return textIn(own(address, 'formatted')) || addressText(address);
  }
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
    case 'Number': {
      const number = numberIn(text);
      return number === undefined ? text : numberText(number, locale);
    }
    case 'Locale':
      return languageName(text, locale);
    case 'Date': {
      const iso = isoDateOf(text, field.dateFormat);
      return iso === undefined ? text : dateText(iso, locale);
    }
    default:
      return text;
  }
}

/** British English rather than en-GB; what is no language tag stays as it is. */
function languageName(text: string, locale: string): string {
  try {
    return new Intl.DisplayNames(known(locale), { type: 'language' }).of(text) ?? text;
  } catch {
    return text;
  }
}

function numberText(number: number, locale: string): string {
  return new Intl.NumberFormat(known(locale), { maximumFractionDigits: 20 }).format(number); // by default it rounds to 3
}

/** A day is the same day everywhere, so it is read and written in one time zone. */
function dateText(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(known(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
}

/** The language, or the browser's own where the tag is none that `Intl` takes. */
function known(locale: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
