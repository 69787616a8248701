/** The elements of the section “Profile” of an account page. */
import '../email/logto-email.js';
import '../phone/logto-phone.js';
import '../profile/logto-profile.js';
import '../username/logto-username.js';
