import { newBackupCode, newId, randomBytes, toBase64Url } from './ids.js';
import { someBrowser } from './sessions.js';
import { newTotpSecret } from './totp.js';
import type { MfaVerification, User } from './users.js';

type Factor<Type extends MfaVerification['type']> = Extract<MfaVerification, { type: Type }>;

const createdAt = '2026-09-01T00:00:00.000Z';

/*
 * Each of these gives a user a factor that was added some time ago, on top of those that are there, and hands the same
 * user back. What the factor is like otherwise can be said with its own properties.
 */

export function withTotp(user: User, overrides: Partial<Factor<'Totp'>> = {}): User {
  return withFactor(user, { id: newId(), createdAt, type: 'Totp', key: newTotpSecret(), ...overrides });
}

export function withPasskey(user: User, overrides: Partial<Factor<'WebAuthn'>> = {}): User {
  return withFactor(user, {
    id: newId(),
    createdAt,
    type: 'WebAuthn',
    credentialId: toBase64Url(randomBytes(32)),
    publicKey: toBase64Url(randomBytes(77)),
    counter: 0,
    rpId: 'tenant.logto.example',
    transports: ['internal'],
    agent: someBrowser,
    ...overrides,
  });
}

/** @param options `used` is how many of the ten codes have been used already. */
export function withBackupCodes(
  user: User,
  { used = 0, ...overrides }: Partial<Factor<'BackupCode'>> & { used?: number } = {},
): User {
  const usedAt = '2026-09-02T00:00:00.000Z';
  const codes = Array.from({ length: 10 }, (_, index) => ({ code: newBackupCode(), ...(index < used && { usedAt }) }));
  return withFactor(user, { id: newId(), createdAt, type: 'BackupCode', codes, ...overrides });
}

function withFactor(user: User, factor: MfaVerification): User {
  user.mfaVerifications = [...user.mfaVerifications, factor];
  user.logtoConfig.mfa.enabled = true;
  return user;
}

/** A user who is not asked for the second factor at sign-in. */
export const skippingMfa = (user: User) => void (user.logtoConfig.mfa.skipMfaOnSignIn = true);
