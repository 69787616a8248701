/** The elements of the section “Devices and apps” of an account page. */
import '../connected-apps/logto-connected-apps.js';
import '../sessions/logto-sessions.js';
import '../trusted-devices/logto-trusted-devices.js';
