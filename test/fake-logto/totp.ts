import { Secret, TOTP } from 'otpauth';

/** A secret for an authenticator app: 20 bytes in Base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Stricter than the library, which takes spaces as well. */
export function isTotpSecret(secret: string): boolean {
  return /^[A-Z2-7]+$/i.test(secret);
}

/** Whether an authenticator app shows this code now, or did so or will within half a minute. */
export function isTotpCode(secret: string, code: string, now: number): boolean {
  return TOTP.validate({ secret: Secret.fromBase32(secret), token: code, timestamp: now, window: 1 }) !== null;
}

/** What an authenticator app shows at that time. */
export function totpCode(secret: string, time: number): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: time });
}
