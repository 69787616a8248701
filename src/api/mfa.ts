import type { AccountClient } from './account-client.js';

/** A second factor or passkey of the user. Types that are not known here may come; ignore them. */
export interface MfaVerification {
  id: string;
  /** ISO 8601 */
  createdAt: string;
  /** ISO 8601 */
  lastUsedAt?: string;
  type: 'Totp' | 'WebAuthn' | 'BackupCode';
  /** WebAuthn: the browser that registered it. */
  agent?: string;
  /** WebAuthn: the user's own name for it. */
  name?: string;
  /** BackupCode: how many are unused. */
  remainCodes?: number;
}

export type NewMfaVerification =
  | { type: 'Totp'; secret: string; code: string } // Logto accepts a missing code, so the type asks for it
  | { type: 'BackupCode'; codes: string[] }
  | { type: 'WebAuthn'; newIdentifierVerificationRecordId: string; name?: string };

const path = 'my-account/mfa-verifications';

/** `GET /my-account/mfa-verifications`: gated by the toggle `mfa`, for passkeys too. */
export const getMfaVerifications = (client: AccountClient) => client.send<MfaVerification[]>({ method: 'GET', path });

/** `POST /my-account/mfa-verifications` */
export const addMfaVerification = (client: AccountClient, body: NewMfaVerification, verification: string) =>
  client.send({ method: 'POST', path, json: body, verification });

/** `DELETE /my-account/mfa-verifications/:id` */
export const removeMfaVerification = (client: AccountClient, id: string, verification: string) =>
  client.send({ method: 'DELETE', path: `${path}/${encodeURIComponent(id)}`, verification });

/** `PATCH /my-account/mfa-verifications/:id/name`: passkeys only. */
export const renamePasskey = (client: AccountClient, id: string, name: string, verification: string) =>
  client.send({ method: 'PATCH', path: `${path}/${encodeURIComponent(id)}/name`, json: { name }, verification });

/** `POST …/totp-secret/generate`: the secret in Base32; nothing is stored yet. */
export const generateTotpSecret = (client: AccountClient) =>
  client.send<{ secret: string }>({ method: 'POST', path: `${path}/totp-secret/generate` });

/** `PUT …/totp`: adds the authenticator app or replaces the one there is. */
export const setTotp = (client: AccountClient, body: { secret: string; code: string }, verification: string) =>
  client.send({ method: 'PUT', path: `${path}/totp`, json: body, verification });

/** `POST …/backup-codes/generate`: ten codes; nothing is stored yet. */
export const generateBackupCodes = (client: AccountClient) =>
  client.send<{ codes: string[] }>({ method: 'POST', path: `${path}/backup-codes/generate` });

/** `GET …/backup-codes`: the stored codes and when each was used (ISO 8601). */
export const getBackupCodes = (client: AccountClient, verification: string) =>
  client.send<{ codes: { code: string; usedAt?: string }[] }>({
    method: 'GET',
    path: `${path}/backup-codes`,
    verification,
  });
