/** Every element, registered, and the classes and types behind them. */
import './account-provider/logto-account-provider.js';
import './access-tokens/logto-access-tokens.js';
import './account/logto-account.js';
import './connected-apps/logto-connected-apps.js';
import './data-export/logto-data-export.js';
import './delete-account/logto-delete-account.js';
import './email/logto-email.js';
import './mfa/logto-mfa.js';
import './organizations/logto-organizations.js';
import './passkeys/logto-passkeys.js';
import './password/logto-password.js';
import './phone/logto-phone.js';
import './profile/logto-profile.js';
import './sessions/logto-sessions.js';
import './sign-in/logto-sign-in.js';
import './sign-in-history/logto-sign-in-history.js';
import './social-links/logto-social-links.js';
import './trusted-devices/logto-trusted-devices.js';
import './user-button/logto-user-button.js';
import './username/logto-username.js';

export * from './elements.js';
