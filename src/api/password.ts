import type { AccountClient } from './account-client.js';

/**
 * `POST /my-account/password`: sets or changes it. Needs a permission record when
 * `hasSecurityVerificationMethod` is true.
 */
export const setPassword = (client: AccountClient, password: string, verification?: string) =>
  client.send({ method: 'POST', path: 'my-account/password', json: { password }, verification });
