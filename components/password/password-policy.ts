import { isRecord, listOf, getOwn } from '../../src/untrusted.js';

export { checkPassword, type PasswordUser } from './password-check.js';
export { rejectionsOf } from './password-rejections.js';
export type { PasswordCode, PasswordRejection, PasswordRequirement } from './password-requirement.js';

/** What a tenant asks of a new password. */
export interface PasswordPolicy {
  /** In UTF-16 code units, as Logto counts. */
  minLength: number;
  maxLength: number;
  /** How many of the four types (lowercase, uppercase, digits, symbols) there must be. */
  characterTypes: number;
  rejectsRepetitionAndSequence: boolean;
  rejectsUserInfo: boolean;
  rejectsPwned: boolean;
  rejectedWords: readonly string[];
}

/**
 * The `passwordPolicy` of the sign-in experience; `undefined` when there is none. Tenants store only what they changed:
 * a part that is missing, or that Logto itself would not take, has Logto's default.
 *
 * Source: `passwordPolicyGuard` in Logto's core-kit.
 */
export function parsePasswordPolicy(value: unknown): PasswordPolicy | undefined {
  if (!isRecord(value)) return undefined;
  const rejects = getOwn(value, 'rejects');
  return {
    ...lengthsIn(getOwn(value, 'length')),
    characterTypes: wholeNumber(getOwn(getOwn(value, 'characterTypes'), 'min'), 4) ?? 1,
    rejectsRepetitionAndSequence: flag(getOwn(rejects, 'repetitionAndSequence')) ?? true,
    rejectsUserInfo: flag(getOwn(rejects, 'userInfo')) ?? true,
    rejectsPwned: flag(getOwn(rejects, 'pwned')) ?? true,
    rejectedWords: listOf(getOwn(rejects, 'words')).filter(
      (word) => typeof word === 'string' && word !== '',
    ) as string[],
  };
}

/** Two limits that no password can meet are both dropped: nobody can tell which one was meant. */
function lengthsIn(length: unknown): Pick<PasswordPolicy, 'minLength' | 'maxLength'> {
  const minLength = wholeNumber(getOwn(length, 'min')) ?? 8;
  const maxLength = wholeNumber(getOwn(length, 'max')) ?? 256;
  return minLength <= maxLength ? { minLength, maxLength } : { minLength: 8, maxLength: 256 };
}

function wholeNumber(value: unknown, max = Number.MAX_SAFE_INTEGER): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max ? value : undefined;
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
