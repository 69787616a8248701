import type { Account } from '../api/account.js';
import type { AccountField, AccountSettings, FieldAccess } from '../settings/account-settings.js';

/** What the user may do with a field. `Unreadable`: it is switched on, yet Logto keeps the value back. */
export type EffectiveAccess = FieldAccess | 'Unreadable';

/** Where `GET /my-account` shows a field. The others have routes of their own. */
const accountKeys = {
  name: 'name',
  avatar: 'avatar',
  profile: 'profile',
  email: 'primaryEmail',
  phone: 'primaryPhone',
  password: 'hasPassword',
  username: 'username',
  social: 'identities',
  customData: 'customData',
} as const satisfies Partial<Record<AccountField, keyof Account>>;

/**
 * Logto leaves a key out of the account when its toggle is `Off` or its scope is missing. With settings the two are
 * told apart. Without, an absent key counts as `Off` and a present one as `Edit`, until a write is refused.
 */
export function accessTo(
  field: AccountField,
  account: Account,
  settings: AccountSettings | undefined,
): EffectiveAccess {
  const key = field in accountKeys ? accountKeys[field as keyof typeof accountKeys] : undefined;
  const isReadable = !key || account[key] !== undefined;
  if (!settings) return isReadable ? 'Edit' : 'Off';
  const access = settings.fields[field];
  return access !== 'Off' && !isReadable ? 'Unreadable' : access;
}
