/** The elements of the section “Profile” of an account page. */
import '../profile/logto-profile.js';
