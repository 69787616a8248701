import type { LayerProof } from '../api/layer-proof.js';
import type { AccountField } from '../settings/account-settings.js';

type Guard = 'always' | 'by-layer' | 'with-a-method' | 'never';

/**
 * Which writes, and which readings of a layer, are taken only with fresh proof of who the user is. `with-a-method`: only
 * where the user has a password, an email address or a phone to prove it with. `by-layer`: by the layer of the page's own,
 * which takes a fresh sign-in of those who have none of these. Source: the Account API of Logto, where a write without proof answers
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
  personalAccessTokens: 'by-layer',
  personalAccessTokenName: 'never',
  organizations: 'by-layer',
  invitations: 'never',
  signInHistory: 'by-layer',
  dataExport: 'by-layer',
  deleteAccount: 'by-layer',
} as const satisfies Record<AccountField | LayerField, Guard>;

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

/** The proof, as a write to the field gets it. */
export type VerificationFor<Field extends WritableField> = (typeof guardOf)[Field] extends 'always'
  ? string
  : (typeof guardOf)[Field] extends 'by-layer'
    ? LayerProof
    : string | undefined;
