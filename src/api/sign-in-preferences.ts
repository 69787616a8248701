import type { AccountClient } from './account-client.js';
import { expectShape } from './response-shape.js';

export interface MfaSettings {
  /** The user has turned two-step verification off. */
  skipMfaOnSignIn: boolean;
}

/** `GET /my-account/mfa-settings` */
export const getMfaSettings = async (client: AccountClient) =>
  asMfaSettings(await client.send<unknown>({ method: 'GET', path: 'my-account/mfa-settings' }));

/** `PATCH /my-account/mfa-settings` */
export const patchMfaSettings = async (client: AccountClient, patch: MfaSettings, verification: string) =>
  asMfaSettings(
    await client.send<unknown>({ method: 'PATCH', path: 'my-account/mfa-settings', json: patch, verification }),
  );

export interface LogtoConfigs {
  /** `skipped`: do not suggest a passkey at sign-in. */
  passkeySignIn?: { skipped: boolean };
}

/** `GET /my-account/logto-configs`: gated by `passkey`, or by `mfa` where that is unset. */
export const getLogtoConfigs = async (client: AccountClient) =>
  asLogtoConfigs(await client.send<unknown>({ method: 'GET', path: 'my-account/logto-configs' }));

/** `PATCH /my-account/logto-configs` */
export const patchLogtoConfigs = async (client: AccountClient, patch: LogtoConfigs, verification: string) =>
  asLogtoConfigs(
    await client.send<unknown>({ method: 'PATCH', path: 'my-account/logto-configs', json: patch, verification }),
  );

const asMfaSettings = (body: unknown) =>
  expectShape<MfaSettings>(body, ({ skipMfaOnSignIn }) => typeof skipMfaOnSignIn === 'boolean');

const asLogtoConfigs = (body: unknown) => expectShape<LogtoConfigs>(body, (configs) => !Array.isArray(configs));
