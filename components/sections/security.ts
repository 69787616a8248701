/** The elements of the section “Security” of an account page, and what stands above them. */
import '../delete-account/logto-delete-account.js';
import '../mfa/logto-mfa.js';
import '../passkeys/logto-passkeys.js';
import '../password/logto-password.js';
import '../social-links/logto-social-links.js';

export { SecuritySummary } from '../account/security-summary.js';
