import { addressText, mergedAddress } from './address.js';
import { dateTextOf, isDateInputFormat, isoDateOf } from './date-format.js';
import { numberIn } from './number-text.js';
import type { AccountChange, FieldInput, ProfileAccount, ProfileField } from './profile-field.js';
import { storedPart, storedValue, textIn, tickIn } from './stored-value.js';
import { isBlank, isRecord, own } from '../untrusted.js';

/**
 * What to put into the form. A stored value the form could not hold (a word where a number or a date belongs)
 * starts empty, and stays stored until the user enters something.
 */
export function inputOf(field: ProfileField, account: ProfileAccount): FieldInput {
  if (!field.parts) return plainInput(field, storedValue(field, account));
  const inputs = field.parts.map((part) => [part.name, String(plainInput(part, storedPart(field, part, account)))]);
  return Object.fromEntries(inputs) as Record<string, string>;
}

/** Whether the user has a value. A checkbox is set once it was answered, either way. */
export function isSet(field: ProfileField, account: ProfileAccount): boolean {
  if (field.type === 'Checkbox') return tickIn(storedValue(field, account)) !== undefined;
  if (!field.parts) return textIn(storedValue(field, account)) !== '';
  if (field.type === 'Address' && addressText(own(account.profile, 'address')) !== '') return true;
  return field.parts.some((part) => textIn(storedPart(field, part, account)) !== '');
}

/**
 * What to send so that the account holds the input; `undefined` when it already does.
 *
 * Ask `problemOf` first: an input that cannot be stored as what the field is (no number, no such day) changes nothing.
 * A checkbox that was never answered counts as changed by either answer.
 */
export function changeOf(field: ProfileField, input: FieldInput, account: ProfileAccount): AccountChange | undefined {
  if (field.parts) return compositeChange(field, field.parts, input, account);
  const value = wireValue(field, input, storedValue(field, account));
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
  const text = isRecord(input) ? own(input, part.name) : undefined;
  return typeof text === 'string' ? text : undefined;
}

function compositeChange(
  field: ProfileField,
  parts: ProfileField[],
  input: FieldInput,
  account: ProfileAccount,
): AccountChange | undefined {
  const edited: Record<string, string> = {};
  for (const part of parts) {
    const text = partInput(part, input);
    const value = text === undefined ? undefined : wireValue(part, text, storedPart(field, part, account));
    if (value !== undefined) edited[part.name] = String(value);
  }
  if (Object.keys(edited).length === 0) return undefined;
  if (field.type !== 'Address') return { profile: edited };
  const keepFormatted = parts.some(({ name }) => name === 'formatted');
  return { profile: { address: mergedAddress(own(account.profile, 'address'), edited, keepFormatted) } };
}

function plainInput(field: ProfileField, stored: unknown): string | boolean {
  const text = textIn(stored);
  if (field.type === 'Checkbox') return tickIn(stored) ?? field.defaultChecked ?? false;
  if (field.type === 'Number') return numberIn(text) === undefined ? '' : text;
  const isDateInput = field.type === 'Date' && isDateInputFormat(field.dateFormat);
  return isDateInput ? (isoDateOf(text, field.dateFormat) ?? '') : text;
}

/** The value to store, `''` to clear it; `undefined` when that is stored already or the input cannot be stored. */
function wireValue(field: ProfileField, input: FieldInput, stored: unknown): string | number | boolean | undefined {
  if (field.type === 'Checkbox') {
    const tick = tickIn(input);
    return tick === tickIn(stored) ? undefined : tick;
  }
  if (typeof input !== 'string') return undefined;
  const text = isBlank(input) ? '' : input;
  if (text === plainInput(field, stored)) return undefined;
  if (text === '') return '';
  const value = storable(field, text);
  return value === stored ? undefined : value;
}

function storable(field: ProfileField, text: string): string | number | undefined {
  switch (field.type) {
    case 'Text':
    case 'Select':
    case 'Regex':
      return text;
    case 'Number': {
      const number = numberIn(text);
      return field.toggle === 'customData' || number === undefined ? number : text.trim();
    }
    case 'Date':
      return isDateInputFormat(field.dateFormat) ? dateTextOf(text.trim(), field.dateFormat) : text.trim();
    default:
      return text.trim();
  }
}
