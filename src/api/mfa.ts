import type { AccountClient } from './account-client.js';
import { expectShape, hasShape, isText } from './response-shape.js';

/** A second factor or passkey of the user. */
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

type NewMfaVerification =
  | { type: 'Totp'; secret: string; code: string } // Logto accepts a missing code, so the type asks for it
  | { type: 'BackupCode'; codes: string[] }
  | { type: 'WebAuthn'; newIdentifierVerificationRecordId: string; name?: string };

export interface BackupCode {
  code: string;
  /** ISO 8601 */
  usedAt?: string;
}

const path = 'my-account/mfa-verifications';
const knownTypes: readonly unknown[] = ['Totp', 'WebAuthn', 'BackupCode'];

/** `GET /my-account/mfa-verifications`: gated by the toggle `mfa`, for passkeys too. Types that are not known are left out. */
export async function getMfaVerifications(client: AccountClient): Promise<MfaVerification[]> {
  const body = await client.send<unknown>({ method: 'GET', path });
  const all = expectShape<MfaVerification[]>(body, (list) => Array.isArray(list));
  return all.filter((verification) => knownTypes.includes(verification?.type) && isText(verification.id));
}

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
export async function generateTotpSecret(client: AccountClient): Promise<string> {
  const body = await client.send<unknown>({ method: 'POST', path: `${path}/totp-secret/generate` });
  return expectShape<{ secret: string }>(body, ({ secret }) => isText(secret)).secret;
}

/** `PUT …/totp`: adds the authenticator app or replaces the one there is. */
export const setTotp = (client: AccountClient, body: { secret: string; code: string }, verification: string) =>
  client.send({ method: 'PUT', path: `${path}/totp`, json: body, verification });

/** `POST …/backup-codes/generate`: ten codes; nothing is stored yet. */
export async function generateBackupCodes(client: AccountClient): Promise<string[]> {
  const body = await client.send<unknown>({ method: 'POST', path: `${path}/backup-codes/generate` });
  return expectShape<{ codes: string[] }>(
    body,
    ({ codes }) => Array.isArray(codes) && codes.length > 0 && codes.every(isText),
  ).codes;
}

/** `GET …/backup-codes`: the codes of the oldest set, and when each was used. */
export async function getBackupCodes(client: AccountClient, verification: string): Promise<BackupCode[]> {
  const body = await client.send<unknown>({ method: 'GET', path: `${path}/backup-codes`, verification });
  return expectShape<{ codes: BackupCode[] }>(
    body,
    ({ codes }) =>
      Array.isArray(codes) && codes.every((entry) => hasShape<BackupCode>(entry, ({ code }) => isText(code))),
  ).codes;
}
