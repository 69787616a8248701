import {
  accessTokensRequirements,
  connectedAppsRequirements,
  dataExportRequirements,
  deleteAccountRequirements,
  emailRequirements,
  mfaRequirements,
  organizationsRequirements,
  passkeysRequirements,
  passwordRequirements,
  phoneRequirements,
  profileRequirements,
  sessionsRequirements,
  signInHistoryRequirements,
  socialLinksRequirements,
  trustedDevicesRequirements,
  usernameRequirements,
  type ElementRequirements,
} from './element-requirements.js';

/** By element, also for one that stands in the page and is not loaded yet. */
export const requirementsByElement = {
  'logto-sign-in': { fields: [], scopes: ['profile'] },
  'logto-user-button': { fields: [], scopes: ['profile', 'email'] },
  'logto-profile': profileRequirements,
  'logto-username': usernameRequirements,
  'logto-email': emailRequirements,
  'logto-phone': phoneRequirements,
  'logto-password': passwordRequirements,
  'logto-mfa': mfaRequirements,
  'logto-passkeys': passkeysRequirements,
  'logto-social-links': socialLinksRequirements,
  'logto-sessions': sessionsRequirements,
  'logto-sign-in-history': signInHistoryRequirements,
  'logto-connected-apps': connectedAppsRequirements,
  'logto-trusted-devices': trustedDevicesRequirements,
  'logto-organizations': organizationsRequirements,
  'logto-access-tokens': accessTokensRequirements,
  'logto-data-export': dataExportRequirements,
  'logto-delete-account': deleteAccountRequirements,
} satisfies Record<string, ElementRequirements>;

/** The elements in each section of `<logto-account>`, in order. */
export const sectionElements = {
  profile: ['logto-profile', 'logto-organizations'],
  security: [
    'logto-username',
    'logto-email',
    'logto-phone',
    'logto-password',
    'logto-mfa',
    'logto-passkeys',
    'logto-social-links',
    'logto-access-tokens',
    'logto-data-export',
    'logto-delete-account',
  ],
  devices: ['logto-sessions', 'logto-sign-in-history', 'logto-connected-apps', 'logto-trusted-devices'],
} as const satisfies Record<string, readonly (keyof typeof requirementsByElement)[]>;
