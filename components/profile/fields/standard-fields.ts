import { isoFormat } from './date-format.js';
import type { ProfileField, ProfileFieldType, ProfileToggle } from './profile-field.js';

/** The parts of a full name. Source: `fullnameKeys` in Logto's schemas. */
const fullnameParts = ['givenName', 'middleName', 'familyName'];

/** The parts of an address, the whole first. Source: `userProfileAddressKeys` in Logto's schemas. */
export const addressParts = ['formatted', 'streetAddress', 'locality', 'region', 'postalCode', 'country'];

/** What every field is unless the tenant says otherwise, in the order we show it. */
const definitions: Record<string, Omit<ProfileField, 'name' | 'toggle' | 'required' | 'parts'>> = {
  avatar: { type: 'Avatar' },
  name: { type: 'Text' },
  fullname: { type: 'Fullname' },
  nickname: { type: 'Text' },
  preferredUsername: { type: 'Text' },
  birthdate: { type: 'Date', dateFormat: isoFormat }, // as OpenID Connect prescribes
  gender: { type: 'Select', options: ['female', 'male', 'prefer_not_to_say'].map((value) => ({ value })) }, // Logto's `Gender`
  website: { type: 'Url' },
  profile: { type: 'Url' },
  address: { type: 'Address' },
  zoneinfo: { type: 'TimeZone' },
  locale: { type: 'Locale' },
  givenName: { type: 'Text' },
  middleName: { type: 'Text' },
  familyName: { type: 'Text' },
};

/** The fields to show where the tenant chose none. `fullname` stands for its three parts. */
export const standardOrder = Object.keys(definitions).filter((name) => !fullnameParts.includes(name));

/** Our definition of a standard claim (or of `name`, `avatar`, `fullname`); `undefined` for any other name. */
export function standardField(name: string): ProfileField | undefined {
  const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
  if (!definition) return undefined;
  const field = { name, toggle: toggleOf(name, definition.type), required: false, ...structuredClone(definition) };
  return isComposite(definition.type)
    ? { ...field, parts: standardParts(definition.type), hasUsualParts: true }
    : field;
}

/** A composite's parts unless the tenant says otherwise. An address is asked for in pieces, not as a whole as well. */
export function standardParts(type: ProfileFieldType): ProfileField[] {
  const names = partNames(type) ?? [];
  return names.filter((name) => name !== 'formatted').map(standardPart);
}

/** A composite's part as it is unless the tenant says otherwise. */
export function standardPart(name: string): ProfileField {
  return { name, toggle: 'profile', type: 'Text', required: false };
}

/**
 * Where Logto keeps a field's value: `name` and `avatar` at the user, standard claims and composites in the
 * profile, everything else in the custom data. A `fullname` that is no composite is not a claim.
 * Source: `getProfileFieldControlKey` in Logto's account app.
 */
export function toggleOf(name: string, type: ProfileFieldType): ProfileToggle {
  if (name === 'name' || name === 'avatar') return name;
  const isClaim = name !== 'fullname' && Object.hasOwn(definitions, name);
  return isClaim || isComposite(type) ? 'profile' : 'customData';
}

export function isComposite(type: ProfileFieldType): boolean {
  return partNames(type) !== undefined;
}

/** The names a composite's parts can have; `undefined` for every other type. */
export function partNames(type: ProfileFieldType): string[] | undefined {
  return type === 'Fullname' ? fullnameParts : type === 'Address' ? addressParts : undefined;
}
