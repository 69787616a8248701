import type { AccountClient } from './account-client.js';

export interface MfaSettings {
  /** The user has turned two-step verification off. */
  skipMfaOnSignIn: boolean;
}

/** `GET /my-account/mfa-settings` */
export const getMfaSettings = (client: AccountClient) =>
  client.send<MfaSettings>({ method: 'GET', path: 'my-account/mfa-settings' });

/** `PATCH /my-account/mfa-settings` */
export const patchMfaSettings = (client: AccountClient, patch: MfaSettings, verification: string) =>
  client.send<MfaSettings>({ method: 'PATCH', path: 'my-account/mfa-settings', json: patch, verification });

export interface LogtoConfigs {
  mfa?: { enabled?: boolean; skipped?: boolean; skipMfaOnSignIn?: boolean };
  /** `skipped`: do not suggest a passkey at sign-in. */
  passkeySignIn?: { skipped: boolean };
}

/** `GET /my-account/logto-configs`: gated by `passkey`, or by `mfa` where that is unset. */
export const getLogtoConfigs = (client: AccountClient) =>
  client.send<LogtoConfigs>({ method: 'GET', path: 'my-account/logto-configs' });

/** `PATCH /my-account/logto-configs` */
export const patchLogtoConfigs = (client: AccountClient, patch: LogtoConfigs, verification: string) =>
  client.send<LogtoConfigs>({ method: 'PATCH', path: 'my-account/logto-configs', json: patch, verification });
