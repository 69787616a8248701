import type { Localizer } from '../../src/localize/localizer.js';
import type { profileFormMessages } from '../../src/localize/messages/en/profile-forms.js';
import { profileMessages } from '../../src/localize/messages/en/profile.js';
import type { FieldOption, ProfileField } from './fields/profile-field.js';

export type ProfileMessageKey = keyof typeof profileMessages | keyof typeof profileFormMessages;
export type ProfileLocalize = Localizer<ProfileMessageKey>;

/** The tenant's own words, else ours for a standard claim, else the name. */
export const fieldLabel = (localize: ProfileLocalize, { name, label }: ProfileField): string =>
  label ?? wordFor(localize, `profile.field.${name}`) ?? name;

/** The tenant's own words for an option, else ours for a standard value, else the value. */
export const optionLabel = (localize: ProfileLocalize, { value, label }: FieldOption): string =>
  label ?? wordFor(localize, `profile.option.${value}`) ?? value;

const wordFor = (localize: ProfileLocalize, key: string) =>
  Object.hasOwn(profileMessages, key) ? localize.text(key as ProfileMessageKey) : undefined;
