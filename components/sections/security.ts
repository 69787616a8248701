/** The elements of the section “Security” of an account page, and what stands above them. */
import '../delete-account/logto-delete-account.js';
import '../email/logto-email.js';
import '../mfa/logto-mfa.js';
import '../passkeys/logto-passkeys.js';
import '../password/logto-password.js';
import '../phone/logto-phone.js';
import '../social-links/logto-social-links.js';
import '../username/logto-username.js';

export { SecuritySummary } from '../account/security-summary.js';
