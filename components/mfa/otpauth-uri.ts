interface OtpauthUri {
  /** The service, as the app shows it. */
  issuer: string;
  /** The account at the service. */
  account: string;
  /** Base32 */
  secret: string;
}

/**
 * The address that authenticator apps read from a QR code. What it leaves out (SHA-1, six digits, 30 seconds) is the
 * default of every app, and what Logto uses.
 *
 * Format: https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function otpauthUri({ issuer, account, secret }: OtpauthUri): string {
  const label = [issuer, account].map((text) => encodeURIComponent(text.replaceAll(':', ' '))).join(':');
  return `otpauth://totp/${label}?secret=${encodeURIComponent(secret)}&issuer=${encodeURIComponent(issuer)}`;
}

/** In groups of four, to be read and typed. */
export const groupedKey = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? '';
