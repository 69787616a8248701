/** Every tag, registered, and the classes and types behind them. */
import './account-provider/logto-account-provider.js';
import './profile/logto-profile.js';
import './sign-in/logto-sign-in.js';

export { LogtoAccountProvider, LogtoStatusChangedEvent } from './account-provider/account-provider-element.js';
export { LogtoProfile } from './profile/profile-element.js';
export { LogtoProfileUpdatedEvent } from './profile/profile-updated-event.js';
export { LogtoSignIn } from './sign-in/sign-in-element.js';
export { AccountError, type AccountErrorKind } from '../src/api/account-error.js';
export { LogtoAccessChangedEvent, LogtoErrorEvent } from '../src/events.js';
export type { AccountSettingsSnapshot, FieldAccess } from '../src/settings/account-settings.js';
export type { AccountStatus } from '../src/state/account-store.js';
export type { LogtoClientLike } from './account-provider/logto-client-session.js';
export type { GetAccessToken } from './account-provider/token-function-session.js';
