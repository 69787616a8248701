import type { AccountField } from '../settings/account-settings.js';

/**
 * Which writes Logto takes only with fresh proof of who the user is. `with-a-method`: only where the user has a password,
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
  organizations: 'always',
  invitations: 'never',
} as const satisfies Record<AccountField | LayerField, 'always' | 'with-a-method' | 'never'>;

/** What only an Account API layer of the page's own can write. */
export type LayerField = 'personalAccessTokens' | 'organizations' | 'invitations';

/** What can be written. */
export type WritableField = keyof typeof guardOf;

/** The id of the proof, as a write to the field gets it. */
export type VerificationFor<Field extends WritableField> = (typeof guardOf)[Field] extends 'always'
  ? string
  : string | undefined;
