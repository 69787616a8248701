import type { AccountField } from './account-settings.js';

/** What a tag is about, and what it needs for that. */
export interface TagNeeds {
  /** The toggles the tag stands for. It is as editable as the most editable of them; without any, always. */
  readonly fields: readonly AccountField[];
  /** What Logto asks for on the routes that the tag uses, besides `openid`. */
  readonly scopes: readonly string[];
}

export const profileNeeds: TagNeeds = {
  fields: ['avatar', 'name', 'profile', 'customData'],
  scopes: ['profile', 'address', 'custom_data'],
};
export const usernameNeeds: TagNeeds = { fields: ['username'], scopes: ['profile'] };
export const emailNeeds: TagNeeds = { fields: ['email'], scopes: ['email'] };
export const phoneNeeds: TagNeeds = { fields: ['phone'], scopes: ['phone'] };
export const passwordNeeds: TagNeeds = { fields: ['password'], scopes: ['profile'] };

/** The scopes are also for what else the user can sign in with. */
export const mfaNeeds: TagNeeds = { fields: ['mfa'], scopes: ['identities', 'profile', 'email', 'phone'] };
export const passkeysNeeds: TagNeeds = { fields: ['passkey'], scopes: ['identities'] };

/** The scopes are also for what else the user can sign in with. */
export const socialLinksNeeds: TagNeeds = { fields: ['social'], scopes: ['identities', 'profile', 'email', 'phone'] };
export const sessionsNeeds: TagNeeds = { fields: ['session'], scopes: ['urn:logto:scope:sessions'] };
export const connectedAppsNeeds: TagNeeds = { fields: ['session'], scopes: ['urn:logto:scope:sessions'] };
export const trustedDevicesNeeds: TagNeeds = { fields: ['trustedDevice'], scopes: ['urn:logto:scope:trusted_devices'] };
export const deleteAccountNeeds: TagNeeds = { fields: [], scopes: [] };
