/** What the tenant lets the user do with a field, set in Logto Console. A field it does not name is `Off`. */
export type FieldAccess = 'Off' | 'ReadOnly' | 'Edit';

const accountFields = [
  'name',
  'avatar',
  'profile',
  'email',
  'phone',
  'password',
  'username',
  'social',
  'customData',
  'mfa',
  'passkey',
  'session',
  'trustedDevice',
] as const;

export type AccountField = (typeof accountFields)[number];

/**
 * A snapshot of the tenant's public settings: the bodies of two of Logto's public routes, as they are.
 *
 * Logto sends both to anyone, but without CORS headers, so that a page at another origin cannot read them by itself.
 */
export interface AccountSettingsSnapshot {
  /** Body of `{endpoint}/api/.well-known/account-center` */
  accountCenter: unknown;
  /** Body of `{endpoint}/api/.well-known/sign-in-exp` */
  signInExperience?: unknown;
}

/** The part of a snapshot that the tags use, checked. */
export interface AccountSettings {
  fields: Record<AccountField, FieldAccess>;
  /** Order and choice of profile fields; not checked, see `profileFieldsOf`. */
  profileFields: unknown;
  /** What the tenant's own profile fields look like; not checked, see `profileFieldsOf`. */
  catalogue: unknown;
  /** Not checked, see `parseUsernamePolicy`. */
  usernamePolicy: unknown;
  /** Not checked, see `parsePasswordPolicy`. */
  passwordPolicy: unknown;
  /** CSS colours. */
  brandColor: { light?: string; dark?: string };
}

/** Gives the settings of a snapshot, or `undefined` when it is not one. Keys that are not known are ignored. */
export function parseSettings(snapshot: unknown): AccountSettings | undefined {
  const { accountCenter, signInExperience } = asRecord(snapshot);
  const { fields, profileFields } = asRecord(accountCenter);
  if (typeof fields !== 'object' || fields === null) return undefined;

  const { color, customProfileFieldCatalog, customProfileFields, usernamePolicy, passwordPolicy } =
    asRecord(signInExperience);
  const { primaryColor, isDarkModeEnabled, darkPrimaryColor } = asRecord(color);
  return {
    fields: Object.fromEntries(
      accountFields.map((field) => [field, asAccess(asRecord(fields)[field])]),
    ) as AccountSettings['fields'],
    profileFields,
    catalogue: customProfileFieldCatalog ?? customProfileFields,
    usernamePolicy,
    passwordPolicy,
    brandColor: {
      ...(typeof primaryColor === 'string' && { light: primaryColor }),
      ...(typeof darkPrimaryColor === 'string' && isDarkModeEnabled === true && { dark: darkPrimaryColor }),
    },
  };
}

const asRecord = (value: unknown) => Object(value) as Record<string, unknown>;

const asAccess = (value: unknown): FieldAccess => (value === 'ReadOnly' || value === 'Edit' ? value : 'Off');
