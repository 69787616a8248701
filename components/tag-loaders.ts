/** Each tag by name, registered when it is needed. */
export const tagLoaders = {
  'logto-sign-in': () => import('./sign-in/logto-sign-in.js'),
  'logto-profile': () => import('./profile/logto-profile.js'),
  'logto-username': () => import('./username/logto-username.js'),
  'logto-email': () => import('./email/logto-email.js'),
  'logto-phone': () => import('./phone/logto-phone.js'),
  'logto-password': () => import('./password/logto-password.js'),
  'logto-mfa': () => import('./mfa/logto-mfa.js'),
  'logto-passkeys': () => import('./passkeys/logto-passkeys.js'),
  'logto-social-links': () => import('./social-links/logto-social-links.js'),
  'logto-sessions': () => import('./sessions/logto-sessions.js'),
  'logto-connected-apps': () => import('./connected-apps/logto-connected-apps.js'),
  'logto-trusted-devices': () => import('./trusted-devices/logto-trusted-devices.js'),
  'logto-delete-account': () => import('./delete-account/logto-delete-account.js'),
} as const;

export type TagName = keyof typeof tagLoaders;
