/** The scopes the account API knows. Without `openid` no token gets past the door. */
export const accountScopes = [
  'openid',
  'offline_access',
  'profile',
  'email',
  'phone',
  'address',
  'custom_data',
  'identities',
  'urn:logto:scope:sessions',
  'urn:logto:scope:trusted_devices',
];
