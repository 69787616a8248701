const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** An id as Logto makes them: 21 characters for most things, 12 for users and connectors. */
export function newId(length = 21): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** A six-digit verification code. */
export function newCode(): string {
  return Array.from(randomBytes(6), (byte) => byte % 10).join('');
}

/** One of a set of ten, each good for one sign-in without the second factor. */
export function newBackupCode(): string {
  return Array.from(randomBytes(5), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Unguessable bytes for WebAuthn and TOTP. */
export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Base64 as URLs and WebAuthn use it. */
export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** The text in a base64url string; throws when it is none. */
export function fromBase64Url(text: string): string {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
