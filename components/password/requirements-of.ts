import type { Account } from '../../src/api/account.js';
import {
  checkPassword,
  parsePasswordPolicy,
  type PasswordRejection,
  type PasswordRequirement,
} from './password-policy.js';

interface PasswordInput {
  password: string;
  /** Not checked, and absent where the settings are not known. */
  policy: unknown;
  account: Account | undefined;
  /** What Logto said about the last password: it stays to be read while a better one is typed. */
  rejections: readonly PasswordRejection[];
}

/** What is asked of a password, and what of it is there already. */
export function requirementsOf({ password, policy, account, rejections }: PasswordInput): PasswordRequirement[] {
  const known = check(password, policy, account);
  const isNew = ({ code }: PasswordRejection) => known.every((requirement) => requirement.code !== code);
  const all = [...known, ...rejections.filter(isNew).map((rejection) => ({ ...rejection, isMet: undefined }))];
  // Nothing is missing yet before anything is typed.
  return password === '' ? all.map((requirement) => ({ ...requirement, isMet: undefined })) : all;
}

/** The same, after Logto has refused the password. */
export function rejectedRequirements(
  requirements: readonly PasswordRequirement[],
  rejections: readonly PasswordRejection[],
): PasswordRequirement[] {
  const others = requirements.filter(({ code }) => rejections.every((rejection) => rejection.code !== code));
  return [...others, ...rejections.map((rejection) => ({ ...rejection, isMet: false }))];
}

function check(password: string, rawPolicy: unknown, account: Account | undefined): PasswordRequirement[] {
  const policy = parsePasswordPolicy(rawPolicy);
  if (!policy) return [];
  const { name, username, primaryEmail, primaryPhone } = account ?? {};
  const user = { name, username, email: primaryEmail, phone: primaryPhone };
  const isHidden = Object.values(user).includes(undefined);
  return checkPassword(policy, password, user).map((requirement) =>
    // Logto knows what is hidden here, and may find it in the password.
    isHidden && requirement.code === 'userInfo' && requirement.isMet
      ? { ...requirement, isMet: undefined }
      : requirement,
  );
}
