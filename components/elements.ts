/** The classes, events, words and types behind the elements. Importing them registers nothing. */
export { LogtoAccountProvider } from './account-provider/account-provider-element.js';
export { LogtoAccountChangedEvent } from './account-provider/account-changed-event.js';
export { LogtoStatusChangedEvent } from './account-provider/status-changed-event.js';
export type { PublicAccount } from './account-provider/public-account.js';
export type { LogtoClientLike } from '../src/session/client-session.js';
export type { GetAccessToken } from '../src/session/token-function-session.js';
export { LogtoVerificationRequiredEvent } from './account-provider/verification-required-event.js';
export { LogtoAccessTokens } from './access-tokens/access-tokens-element.js';
export { LogtoAccessTokensUpdatedEvent } from './access-tokens/access-tokens-updated-event.js';
export { LogtoAccount } from './account/account-element.js';
export type { AccountRouting } from './account/section-address.js';
export { LogtoConnectedApps } from './connected-apps/connected-apps-element.js';
export { LogtoConnectedAppsUpdatedEvent } from './connected-apps/connected-apps-updated-event.js';
export { LogtoDataExport } from './data-export/data-export-element.js';
export { LogtoDeleteAccount } from './delete-account/delete-account-element.js';
export { LogtoDeleteAccountRequestedEvent } from './delete-account/delete-account-requested-event.js';
export { LogtoEmail } from './email/email-element.js';
export { LogtoEmailUpdatedEvent } from './email/email-updated-event.js';
export { LogtoMfa } from './mfa/mfa-element.js';
export { LogtoMfaUpdatedEvent, type MfaItem } from './mfa/mfa-updated-event.js';
export { LogtoOrganizations } from './organizations/organizations-element.js';
export { LogtoOrganizationsUpdatedEvent, type OrganizationsItem } from './organizations/organizations-updated-event.js';
export { LogtoPasskeys } from './passkeys/passkeys-element.js';
export { LogtoPasskeysUpdatedEvent, type PasskeysItem } from './passkeys/passkeys-updated-event.js';
export { LogtoPassword } from './password/password-element.js';
export { LogtoPasswordUpdatedEvent } from './password/password-updated-event.js';
export { LogtoPhone } from './phone/phone-element.js';
export { LogtoPhoneUpdatedEvent } from './phone/phone-updated-event.js';
export { LogtoProfile } from './profile/profile-element.js';
export { LogtoProfileUpdatedEvent } from './profile/profile-updated-event.js';
export { LogtoSessions } from './sessions/sessions-element.js';
export { LogtoSessionsUpdatedEvent } from '../src/events.js';
export { LogtoSignIn } from './sign-in/sign-in-element.js';
export { LogtoSignInHistory } from './sign-in-history/sign-in-history-element.js';
export { LogtoSocialLinks } from './social-links/social-links-element.js';
export { LogtoSocialLinksUpdatedEvent } from './social-links/social-links-updated-event.js';
export { LogtoTrustedDevices } from './trusted-devices/trusted-devices-element.js';
export { LogtoTrustedDevicesUpdatedEvent } from './trusted-devices/trusted-devices-updated-event.js';
export { LogtoUserButton } from './user-button/user-button-element.js';
export { LogtoUsername } from './username/username-element.js';
export { LogtoUsernameUpdatedEvent } from './username/username-updated-event.js';
export { AccountError, type AccountErrorKind } from '../src/api/account-error.js';
export {
  type ElementAccess,
  LogtoAccessChangedEvent,
  LogtoErrorEvent,
  LogtoUpdatedEvent,
  type UpdateAction,
  type ValueAction,
} from '../src/events.js';
export { addMessages, languages, type Translation } from '../src/localize/languages.js';
export type { Message, MessageKey } from '../src/localize/messages/messages.js';
export type { TaskMode } from '../src/redirect/tasks.js';
export type { SignInOptions } from '../src/context/account-context.js';
export type { AccountSettingsSnapshot, FieldAccess } from '../src/settings/account-settings.js';
export type { SocialConnector } from '../src/settings/social-connectors.js';
export type { AccountStatus } from '../src/state/account-state.js';
export type { VerificationAttempt, VerificationMethod } from '../src/verification/verification-attempt.js';
