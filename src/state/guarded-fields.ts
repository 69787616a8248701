import type { AccountField } from '../settings/account-settings.js';

/**
 * Which writes, and which readings of a layer, are taken only with fresh proof of who the user is. `with-a-method`: only where the user has a password,
 * an email address or a phone to prove it with. Source: the Account API of Logto, where a write without proof answers
 * `verification_record.permission_denied`; and that of the layer of the page's own.
 */
export const guardOf = {
  name: 'never',
  avatar: 'never',
  profile: 'never',
  customData: 'never',
  username: 'always',
  email: 'always',
  phone: 'always',
  mfa: 'always',
  passkey: 'always',
  session: 'always',
  trustedDevice: 'always',
  password: 'with-a-method',
  social: 'with-a-method',
  personalAccessTokens: 'always',
  personalAccessTokenName: 'never',
  organizations: 'always',
  invitations: 'never',
  signInHistory: 'always',
  dataExport: 'always',
  deleteAccount: 'always',
} as const satisfies Record<AccountField | LayerField, 'always' | 'with-a-method' | 'never'>;

/** What only an Account API layer of the page's own can write, or show to its owner. */
export type LayerField =
  | 'personalAccessTokens'
  | 'personalAccessTokenName'
  | 'organizations'
  | 'invitations'
  | 'signInHistory'
  | 'dataExport'
  | 'deleteAccount';

/** What can be written. */
export type WritableField = keyof typeof guardOf;

/** The id of the proof, as a write to the field gets it. */
export type VerificationFor<Field extends WritableField> = (typeof guardOf)[Field] extends 'always'
  ? string
  : string | undefined;
