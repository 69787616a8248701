import { catalogueField } from './catalogue-field.js';
import type { ProfileField } from './profile-field.js';
import { standardField, standardOrder } from './standard-fields.js';
import { keyIn, listOf, getOwn } from '../../../src/untrusted.js';

/** The two public settings of a tenant that decide about profile fields, as the server sent them. */
interface ProfileSettings {
  /** `account-center.profileFields`: the choice and its order, `[{ name }]`. */
  profileFields?: unknown;
  /** `sign-in-exp.customProfileFieldCatalog`, or `customProfileFields` in older versions: what the fields are. */
  catalogue?: unknown;
}

/**
 * The fields of a profile in the order to show them: avatar and name, then what the tenant chose.
 *
 * A tenant that lists avatar or name itself decides their place too. One that chose nothing gets the standard
 * fields and then everything else in its catalogue. Without settings there are only the standard fields.
 * Nothing in the settings can make this throw or take one field down with another.
 */
export function profileFieldsOf(settings: ProfileSettings | undefined): readonly ProfileField[] {
  const known = settings && fieldsBySettings.get(settings);
  const fields = known ?? readFields(settings);
  if (settings) fieldsBySettings.set(settings, fields);
  return fields;
}

/** Each profile asks for its fields several times per render, and parsing the settings is slow. */
const fieldsBySettings = new WeakMap<ProfileSettings, readonly ProfileField[]>();

function readFields(settings: ProfileSettings | undefined): ProfileField[] {
  const catalogue = catalogueOf(settings?.catalogue);
  const chosen = listOf(settings?.profileFields).flatMap((entry) => keyIn(getOwn(entry, 'name')) ?? []);
  const names = chosen.length > 0 ? withAvatarAndName(chosen) : [...standardOrder, ...catalogue.keys()];
  const fields = [...new Set(names)].flatMap((name) => catalogue.get(name) ?? standardField(name) ?? []);
  return fields.filter(({ parts }) => parts?.length !== 0); // the tenant switched every part off
}

/** The readable entries by name; the first of several with one name counts. */
function catalogueOf(entries: unknown): Map<string, ProfileField> {
  const catalogue = new Map<string, ProfileField>();
  for (const field of listOf(entries).flatMap((entry) => catalogueField(entry) ?? [])) {
    if (!catalogue.has(field.name)) catalogue.set(field.name, field);
  }
  return catalogue;
}

function withAvatarAndName(chosen: string[]): string[] {
  return [...['avatar', 'name'].filter((name) => !chosen.includes(name)), ...chosen];
}
