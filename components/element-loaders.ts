/** What an account page loads: a bundler makes a few files of it, and dozens where each element is loaded by itself. */
export const sectionLoaders = {
  profile: () => import('./sections/profile.js'),
  security: () => import('./sections/security.js'),
  devices: () => import('./sections/devices.js'),
} as const;

/** Each element of an account page by name, registered when it is needed. */
export const elementLoaders = {
  'logto-sign-in': () => import('./sign-in/logto-sign-in.js'),
  'logto-profile': sectionLoaders.profile,
  'logto-username': sectionLoaders.security,
  'logto-email': sectionLoaders.security,
  'logto-phone': sectionLoaders.security,
  'logto-password': sectionLoaders.security,
  'logto-mfa': sectionLoaders.security,
  'logto-passkeys': sectionLoaders.security,
  'logto-social-links': sectionLoaders.security,
  // Without an Account API layer of the page's own there are none of these.
  'logto-organizations': () => import('./organizations/logto-organizations.js'),
  'logto-access-tokens': () => import('./access-tokens/logto-access-tokens.js'),
  'logto-sign-in-history': () => import('./sign-in-history/logto-sign-in-history.js'),
  'logto-data-export': () => import('./data-export/logto-data-export.js'),
  'logto-delete-account': sectionLoaders.security,
  'logto-sessions': sectionLoaders.devices,
  'logto-connected-apps': sectionLoaders.devices,
  'logto-trusted-devices': sectionLoaders.devices,
} as const;

export type ElementName = keyof typeof elementLoaders;
