import { dateTextOf, isDateInputFormat, isoDateOf } from './date-format.js';
import type { AccountChange, FieldInput, ProfileAccount, ProfileField } from './profile-field.js';
import { numberIn, numberText, storedPart, storedValue, textIn, tickIn } from './stored-value.js';
import { timeZoneOf } from './time-zones.js';
import { mergedAddress } from './typed-address.js';
import { typedValue } from './typed-value.js';
import { isRecord, getOwn } from '../../../src/untrusted.js';
import { isBlank } from '../../../src/text/invisible.js';

/**
 * What to put into the form. A stored value the form could not hold (a word where a number or a date belongs)
 * starts empty, and stays stored until the user enters something. Numbers are written in the language.
 */
export function inputOf(field: ProfileField, account: ProfileAccount, lang?: string): FieldInput {
  if (!field.parts) return plainInput(field, storedValue(field, account), lang);
  const inputs = field.parts.map((part) => [
    part.name,
    String(plainInput(part, storedPart(field, part, account), lang)),
  ]);
  return Object.fromEntries(inputs) as Record<string, string>;
}

/**
 * What to send so that the account holds the input; `undefined` when it already does.
 *
 * Ask `problemOf` first: an input that cannot be stored as what the field is (no number, no such day) changes nothing.
 * A checkbox that was never answered counts as changed by either answer.
 *
 * @param lang The language in which numbers were typed; English when left out.
 */
export function changeOf(
  field: ProfileField,
  input: FieldInput,
  account: ProfileAccount,
  lang?: string,
): AccountChange | undefined {
  if (field.parts) return compositeChange(field, field.parts, input, account, lang);
  const value = wireValue(field, input, storedValue(field, account), lang);
  if (value === undefined) return undefined;
  const cleared = value === '';
  switch (field.toggle) {
    case 'name':
      return { name: cleared ? null : String(value) };
    case 'avatar':
      return { avatar: cleared ? null : String(value) };
    case 'profile':
      return { profile: { [field.name]: String(value) } };
    case 'customData':
      return { customData: { [field.name]: cleared ? undefined : value } };
  }
}

/** The input of one part of a composite; a part the form does not have is left as it is. */
export function partInput(part: ProfileField, input: FieldInput): string | undefined {
  const text = isRecord(input) ? getOwn(input, part.name) : undefined;
  return typeof text === 'string' ? text : undefined;
}

function compositeChange(
  field: ProfileField,
  parts: ProfileField[],
  input: FieldInput,
  account: ProfileAccount,
  lang: string | undefined,
): AccountChange | undefined {
  const edited: Record<string, string> = {};
  for (const part of parts) {
    const text = partInput(part, input);
    const value = text === undefined ? undefined : wireValue(part, text, storedPart(field, part, account), lang);
    if (value !== undefined) edited[part.name] = String(value);
  }
  if (Object.keys(edited).length === 0) return undefined;
  if (field.type !== 'Address') return { profile: edited };
  return { profile: { address: mergedAddress(field, getOwn(account.profile, 'address'), edited) } };
}

function plainInput(field: ProfileField, stored: unknown, lang = 'en'): string | boolean {
  const text = textIn(stored);
  if (field.type === 'Checkbox') return tickIn(stored) ?? field.defaultChecked ?? false;
  if (field.type === 'Number')
    return numberIn(text) === undefined ? '' : numberText(text, lang, { useGrouping: false });
  if (field.type === 'TimeZone') return timeZoneOf(text) ?? text;
  const isDateInput = field.type === 'Date' && isDateInputFormat(field.dateFormat);
  return isDateInput ? (isoDateOf(text, field.dateFormat) ?? '') : text;
}

/** The value to store, `''` to clear it; `undefined` when that is stored already or the input cannot be stored. */
function wireValue(
  field: ProfileField,
  input: FieldInput,
  stored: unknown,
  lang: string | undefined,
): string | number | boolean | undefined {
  if (field.type === 'Checkbox') {
    const tick = tickIn(input);
    return tick === tickIn(stored) ? undefined : tick;
  }
  if (typeof input !== 'string' || input === plainInput(field, stored, lang)) return undefined;
  if (isBlank(input)) return plainInput(field, stored, lang) === '' ? undefined : '';
  const value = storable(field, input, lang);
  return value === stored ? undefined : value;
}

function storable(field: ProfileField, typed: string, lang: string | undefined): string | number | undefined {
  const value = typedValue(field, typed, lang);
  if (field.type === 'Number') return field.toggle === 'customData' ? numberIn(value) : value;
  return field.type === 'Date' && isDateInputFormat(field.dateFormat) ? dateTextOf(value, field.dateFormat) : value;
}
