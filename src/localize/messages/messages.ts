import type { accessTokenFormMessages } from './en/access-token-form.js';
import type { accessTokenMessages } from './en/access-tokens.js';
import type { accountMessages } from './en/account.js';
import type { commonMessages } from './en/common.js';
import type { connectedAppMessages } from './en/connected-apps.js';
import type { credentialFormMessages } from './en/credential-forms.js';
import type { credentialMessages } from './en/credentials.js';
import type { dataExportMessages } from './en/data-export.js';
import type { deleteAccountMessages } from './en/delete-account.js';
import type { deviceMessages } from './en/device.js';
import type { emailMessages } from './en/email.js';
import type { errorCodeMessages } from './en/error-codes.js';
import type { mfaMessages } from './en/mfa.js';
import type { organizationMessages } from './en/organizations.js';
import type { passkeyMessages } from './en/passkeys.js';
import type { passwordFormMessages } from './en/password-form.js';
import type { passwordMessages } from './en/password.js';
import type { phoneFormMessages } from './en/phone-form.js';
import type { phoneMessages } from './en/phone.js';
import type { profileFormMessages } from './en/profile-forms.js';
import type { profileMessages } from './en/profile.js';
import type { secondStepMessages } from './en/second-step.js';
import type { securitySummaryMessages } from './en/security-summary.js';
import type { sessionMessages } from './en/sessions.js';
import type { signInMessages } from './en/sign-in.js';
import type { signInHistoryMessages } from './en/sign-in-history.js';
import type { socialLinkMessages } from './en/social-links.js';
import type { trustedDeviceMessages } from './en/trusted-devices.js';
import type { userButtonMessages } from './en/user-button.js';
import type { usernameFormMessages } from './en/username-form.js';
import type { usernameMessages } from './en/username.js';
import type { verificationMessages } from './en/verification.js';

/** A sentence with `{placeholders}`, or one per plural form of `{count}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

type English = typeof commonMessages &
  typeof accessTokenFormMessages &
  typeof accessTokenMessages &
  typeof accountMessages &
  typeof connectedAppMessages &
  typeof dataExportMessages &
  typeof deleteAccountMessages &
  typeof deviceMessages &
  typeof sessionMessages &
  typeof signInHistoryMessages &
  typeof socialLinkMessages &
  typeof trustedDeviceMessages &
  typeof credentialFormMessages &
  typeof credentialMessages &
  typeof emailMessages &
  typeof errorCodeMessages &
  typeof mfaMessages &
  typeof organizationMessages &
  typeof passkeyMessages &
  typeof passwordFormMessages &
  typeof passwordMessages &
  typeof phoneFormMessages &
  typeof phoneMessages &
  typeof profileFormMessages &
  typeof profileMessages &
  typeof secondStepMessages &
  typeof securitySummaryMessages &
  typeof signInMessages &
  typeof userButtonMessages &
  typeof usernameFormMessages &
  typeof usernameMessages &
  typeof verificationMessages;

export type MessageKey = keyof English;

/** English is the source: its keys are the only ones there are. */
export type Messages = Record<MessageKey, Message>;
