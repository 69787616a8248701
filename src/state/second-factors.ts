import { getMfaVerifications, type MfaVerification } from '../api/mfa.js';
import { getLogtoConfigs, getMfaSettings, type LogtoConfigs, type MfaSettings } from '../api/sign-in-preferences.js';
import type { ResourceDefinition } from './account-resource.js';

/** The user's second factors and passkeys. Logto checks `mfa` for both. */
export const mfaVerifications: ResourceDefinition<MfaVerification[]> = { field: 'mfa', read: getMfaVerifications };

/** Whether the user wants to be asked for a second factor. */
export const mfaSettings: ResourceDefinition<MfaSettings> = { field: 'mfa', read: getMfaSettings };

/** What the user wants at sign-in. Logto checks `passkey`, so this tells whether it is on where nothing else does. */
export const signInPreferences: ResourceDefinition<LogtoConfigs> = { field: 'passkey', read: getLogtoConfigs };
