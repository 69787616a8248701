import type { SnapshotHalf } from './snapshot-shape.js';

/** What the tenant lets the user do with a field, set in Logto Console. A field it does not name is `Off`. */
export type FieldAccess = 'Off' | 'ReadOnly' | 'Edit';

export const accountFields = [
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
 * A snapshot of the tenant's public settings: the bodies of two of Logto's public routes, as they are or with only what
 * the elements use, as the server entry and the command line tool give them.
 *
 * Logto sends both to anyone, but without CORS headers, so that a page at another origin cannot read them by itself.
 */
export interface AccountSettingsSnapshot {
  /** Body of `{endpoint}/api/.well-known/account-center` */
  accountCenter: unknown;
  /** Body of `{endpoint}/api/.well-known/sign-in-exp` */
  signInExperience?: unknown;
}

/** The part of a snapshot that the elements use, checked. */
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
  /** Social providers; not checked, see `connectorsOf`. */
  socialConnectors: unknown;
  /** Where the tenant lets users leave; not checked. */
  deleteAccountUrl: unknown;
  /** The people who run the service; not checked, see `serviceLinks`. */
  service: Record<'termsOfUseUrl' | 'privacyPolicyUrl' | 'supportWebsiteUrl' | 'supportEmail', unknown>;
  /** CSS colours. */
  brandColor: { light?: string; dark?: string };
  secondFactors: SecondFactorSettings;
  /** Whether users can sign in with a passkey alone; `undefined` when that is not known. */
  passkeySignIn: boolean | undefined;
  /** Origins, besides Logto's own site, at which browsers may use its passkeys; `undefined` when that is not known. */
  webauthnRelatedOrigins: readonly string[] | undefined;
}

/** What the tenant says about two-step verification; `undefined` where the snapshot does not say. */
interface SecondFactorSettings {
  /** The second factors it offers, as Logto names them (`Totp`, `WebAuthn`, `BackupCode`, …). */
  factors: readonly string[] | undefined;
  /** Whether it is asked for in any case, or as the user wishes. */
  isMandatory: boolean | undefined;
}

/** Gives the settings of a snapshot, or `undefined` when it is not one. Keys that are not known are ignored. */
export function parseSettings(snapshot: unknown): AccountSettings | undefined {
  const { accountCenter, signInExperience } = asRecord(snapshot);
  const center: SnapshotHalf<'accountCenter'> = asRecord(accountCenter);
  const { fields, profileFields, webauthnRelatedOrigins, deleteAccountUrl } = center;
  if (typeof fields !== 'object' || fields === null) return undefined;

  const signIn: SnapshotHalf<'signInExperience'> = asRecord(signInExperience);
  const {
    color,
    customProfileFieldCatalog,
    customProfileFields,
    usernamePolicy,
    passwordPolicy,
    mfa,
    passkeySignIn,
    socialConnectors,
    termsOfUseUrl,
    privacyPolicyUrl,
    supportWebsiteUrl,
    supportEmail,
  } = signIn;
  const { primaryColor, isDarkModeEnabled, darkPrimaryColor } = asRecord(color);
  return {
    fields: accessOf(asRecord(fields)),
    profileFields,
    catalogue: customProfileFieldCatalog ?? customProfileFields,
    usernamePolicy,
    passwordPolicy,
    socialConnectors,
    deleteAccountUrl,
    service: { termsOfUseUrl, privacyPolicyUrl, supportWebsiteUrl, supportEmail },
    brandColor: {
      ...(typeof primaryColor === 'string' && { light: primaryColor }),
      ...(typeof darkPrimaryColor === 'string' && isDarkModeEnabled === true && { dark: darkPrimaryColor }),
    },
    secondFactors: secondFactorsOf(mfa),
    passkeySignIn: signInExperience === undefined ? undefined : asRecord(passkeySignIn)['enabled'] === true,
    webauthnRelatedOrigins: textsOf(webauthnRelatedOrigins),
  };
}

function accessOf(fields: Record<string, unknown>): AccountSettings['fields'] {
  const all = accountFields.map((field) => [field, asAccess(fields[field])]);
  const access = Object.fromEntries(all) as AccountSettings['fields'];
  // Logto's rule: tenants from before passkeys had a toggle of their own.
  return fields['passkey'] === undefined ? { ...access, passkey: access.mfa } : access;
}

function secondFactorsOf(mfa: unknown): SecondFactorSettings {
  const { factors, policy } = asRecord(mfa);
  return {
    factors: textsOf(factors),
    isMandatory: typeof policy === 'string' ? policy.endsWith('Mandatory') : undefined,
  };
}

const textsOf = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;

const asRecord = (value: unknown) => Object(value) as Record<string, unknown>;

const asAccess = (value: unknown): FieldAccess => (value === 'ReadOnly' || value === 'Edit' ? value : 'Off');
