import { listOf, getOwn } from '../../src/untrusted.js';
import type { PasswordCode, PasswordRejection } from './password-requirement.js';

/** Source: `PasswordRejectionCode` in Logto's core-kit, each after `password_rejected.`. */
const codes = new Map<unknown, PasswordCode>([
  ['too_short', 'tooShort'],
  ['too_long', 'tooLong'],
  ['character_types', 'characterTypes'],
  ['unsupported_characters', 'unsupportedCharacters'],
  ['restricted.repetition', 'repetition'],
  ['restricted.sequence', 'sequence'],
  ['restricted.words', 'words'],
  ['restricted.user_info', 'userInfo'],
  ['pwned', 'pwned'],
]);

/**
 * Why Logto refused a password: the `data` of its error `password.rejected`, each reason once. A reason that is not known
 * here is `other`; data that names none gives an empty list.
 */
export function rejectionsOf(data: unknown): PasswordRejection[] {
  const rejections = new Map<PasswordCode, PasswordRejection>();
  for (const issue of listOf(data)) {
    const { code, ...rest } = rejectionIn(issue);
    if (!rejections.has(code)) rejections.set(code, { code, ...rest });
  }
  return [...rejections.values()];
}

function rejectionIn(issue: unknown): PasswordRejection {
  const name = getOwn(issue, 'code');
  const code = (typeof name === 'string' && codes.get(name.replace(/^password_rejected\./, ''))) || 'other';
  const values = limitsIn(getOwn(issue, 'interpolation'));
  return Object.keys(values).length > 0 ? { code, values } : { code };
}

function limitsIn(interpolation: unknown): Record<string, number> {
  const limits = ['min', 'max'].map((key) => [key, getOwn(interpolation, key)] as const);
  return Object.fromEntries(limits.filter((limit): limit is [string, number] => Number.isFinite(limit[1])));
}
