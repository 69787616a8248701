import { ApiError } from '../errors.js';
import { newId } from '../ids.js';
import type { Call } from '../router.js';
import { array, optional, string, variants } from '../schema.js';
import { isTotpCode, isTotpSecret } from '../totp.js';
import type { MfaVerification } from '../users.js';
import { findVerifiedRecord } from '../verification-records.js';

export type Binding =
  | { type: 'Totp'; secret: string; code?: string }
  | { type: 'BackupCode'; codes: string[] }
  | { type: 'WebAuthn'; newIdentifierVerificationRecordId: string; name?: string };

export const bindSchema = variants({
  WebAuthn: { newIdentifierVerificationRecordId: string(), name: optional(string()) },
  Totp: { secret: string(), code: optional(string()) },
  BackupCode: { codes: array(string()) },
});

/** The new factor, or why there cannot be one. */
export function bind(call: Call, binding: Binding): MfaVerification {
  const { mfaVerifications } = call.user;
  switch (binding.type) {
    case 'Totp':
      if (mfaVerifications.some(({ type }) => type === 'Totp')) throw new ApiError('user.totp_already_in_use');
      return replaceTotp(call, binding);
    case 'BackupCode':
      return bindBackupCodes(call, binding.codes);
    case 'WebAuthn': {
      const id = binding.newIdentifierVerificationRecordId;
      const { webAuthn } = findVerifiedRecord(call, id, 'WebAuthn');
      if (!webAuthn?.credential) throw new ApiError('verification_record.not_found');
      return { ...newFactor(call), type: 'WebAuthn', ...webAuthn.credential, name: binding.name };
    }
  }
}

/** An authenticator app. Logto also accepts it without a code, and checks a code only if there is one. */
export function replaceTotp(call: Call, { secret, code }: { secret: string; code?: string }): MfaVerification {
  if (!isTotpSecret(secret)) throw new ApiError('user.totp_secret_invalid');
  if (code && !isTotpCode(secret, code, call.now)) throw new ApiError('session.mfa.invalid_totp_code');
  return { ...newFactor(call), type: 'Totp', key: secret };
}

/** Passkeys may be added for either of two reasons. */
export function requireFactor({ tenant }: Call, type: MfaVerification['type']): void {
  const { mfa, passkeySignIn } = tenant.signInExperience;
  const isEnabled = mfa.factors.includes(type) || (type === 'WebAuthn' && passkeySignIn.enabled);
  if (!isEnabled) throw new ApiError('session.mfa.mfa_factor_not_enabled');
}

function bindBackupCodes(call: Call, codes: string[]): MfaVerification {
  const { mfaVerifications } = call.user;
  const hasCodeLeft = mfaVerifications.some(
    (verification) => verification.type === 'BackupCode' && verification.codes.some(({ usedAt }) => !usedAt),
  );
  if (hasCodeLeft) throw new ApiError('user.backup_code_already_in_use');
  if (mfaVerifications.every(({ type }) => type === 'BackupCode')) {
    throw new ApiError('session.mfa.backup_code_can_not_be_alone');
  }
  if (codes.length !== 10 || codes.some((code) => !/^[\da-f]{10}$/.test(code))) {
    throw new ApiError('user.wrong_backup_code_format');
  }
  return { ...newFactor(call), type: 'BackupCode', codes: codes.map((code) => ({ code })) };
}

const newFactor = ({ now }: Call) => ({ id: newId(), createdAt: new Date(now).toISOString() });
