import { getMfaVerifications } from '../api/mfa.js';
import { getLogtoConfigs, getMfaSettings } from '../api/sign-in-preferences.js';
import { defineResource } from '../state/account-resource.js';

/** The user's second factors and passkeys. Logto checks `mfa` for both. */
export const mfaVerifications = defineResource({ field: 'mfa', read: getMfaVerifications });

/** Whether the user wants to be asked for a second factor. */
export const mfaSettings = defineResource({ field: 'mfa', read: getMfaSettings });

/** What the user wants at sign-in. Logto checks `passkey`, so this tells whether it is on where nothing else does. */
export const signInPreferences = defineResource({ field: 'passkey', read: getLogtoConfigs });
