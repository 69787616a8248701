import { randomBytes } from './ids.js';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const period = 30_000;

/** A secret for an authenticator app: 20 bytes in Base32. */
export function newTotpSecret(): string {
  return Array.from(randomBytes(32), (byte) => alphabet[byte % 32]).join('');
}

export function isTotpSecret(secret: string): boolean {
  return /^[A-Z2-7]+$/i.test(secret);
}

/** Whether an authenticator app shows this code now, or did so or will within half a minute. */
export async function isTotpCode(secret: string, code: string, now: number): Promise<boolean> {
  const codes = await Promise.all([now - period, now, now + period].map((time) => totpCode(secret, time)));
  return codes.includes(code);
}

/** What an authenticator app shows at that time (RFC 6238: SHA-1, six digits, 30 seconds). */
export async function totpCode(secret: string, time: number): Promise<string> {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(Math.floor(time / period)));
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const key = await crypto.subtle.importKey('raw', fromBase32(secret), algorithm, false, ['sign']);
  const digest = new DataView(await crypto.subtle.sign(algorithm, key, counter.buffer));
  const number = digest.getUint32(digest.getUint8(19) & 0xf) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

function fromBase32(text: string): Uint8Array<ArrayBuffer> {
  const bits = [...text.toUpperCase()].map((char) => alphabet.indexOf(char).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => parseInt(byte, 2));
}
