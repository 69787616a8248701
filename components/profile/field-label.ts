import type { Localizer, PageLocalizer } from '../../src/localize/localizer.js';
import type { profileFormMessages } from '../../src/localize/messages/en/profile-forms.js';
import { profileMessages } from '../../src/localize/messages/en/profile.js';
import type { FieldOption, ProfileField } from './fields/profile-field.js';

export type ProfileMessageKey = keyof typeof profileMessages | keyof typeof profileFormMessages;
export type ProfileLocalize = Localizer<ProfileMessageKey> & PageLocalizer;

/** The page's words for this language, else the tenant's own, else ours for a standard claim, else the name. */
export const fieldLabel = (localize: ProfileLocalize, field: ProfileField): string =>
  pageTextOf(localize, 'field', field) ?? labelFor(localize, `profile.field.${field.name}`, field.label, field.name);

/** The same for an option of a field; the page's words are looked up by its value. */
export const optionLabel = (localize: ProfileLocalize, field: ProfileField, { value, label }: FieldOption): string =>
  pageTextOf(localize, 'option', field, `.${value}`) ?? labelFor(localize, `profile.option.${value}`, label, value);

export const fieldDescription = (localize: ProfileLocalize, field: ProfileField) =>
  pageTextOf(localize, 'description', field) ?? field.description;

export const fieldPlaceholder = (localize: ProfileLocalize, field: ProfileField) =>
  pageTextOf(localize, 'placeholder', field) ?? field.placeholder;

/** Those for a part of this one field go before those for such a part of any. */
function pageTextOf(localize: ProfileLocalize, kind: string, { name, of }: ProfileField, end = ''): string | undefined {
  const inField = of === undefined ? undefined : localize.pageText(`profile.${kind}.${of}.${name}${end}`);
  return inField ?? localize.pageText(`profile.${kind}.${name}${end}`);
}

function labelFor(localize: ProfileLocalize, key: string, label: string | undefined, name: string): string {
  if (!Object.hasOwn(profileMessages, key)) return label ?? name;
  const isOwn = label !== undefined && (localize.lang.startsWith('en') || !isUsual(key as UsualKey, label, name));
  return isOwn ? label : localize.text(key as ProfileMessageKey);
}

type UsualKey = keyof typeof profileMessages;

/**
 * A label is one text for all languages. Where it is no more than what Logto or we call it in English anyway, nobody meant to
 * rename it, and readers of other languages get their own word.
 */
const isUsual = (key: UsualKey, label: string, name: string) =>
  [profileMessages[key], name, ...(logtoLabels[key] ?? [])].some((usual) => folded(usual) === folded(label));

const folded = (text: string) => text.trim().toLowerCase();

/** Source: `profile.ts` in the English of Logto's sign-in pages and of its console, where ours is another word. */
const logtoLabels: Partial<Record<UsualKey, readonly string[]>> = {
  'profile.field.avatar': ['Avatar'],
  'profile.field.givenName': ['Given name'],
  'profile.field.familyName': ['Family name'],
  'profile.field.profile': ['Profile'],
  'profile.field.birthdate': ['Birthdate', 'Date of birth'],
  'profile.field.zoneinfo': ['Timezone'],
  'profile.field.formatted': ['Address'],
  'profile.field.streetAddress': ['Street address'],
  'profile.field.region': ['State/Province', 'State'],
  'profile.field.postalCode': ['Zip code'],
};
