import { charactersOf } from './password-characters.js';
import type { PasswordPolicy } from './password-policy.js';
import type { PasswordCode, PasswordRequirement } from './password-requirement.js';
import { type PredictableKind, predictableKinds } from './predictable-parts.js';

/** What Logto knows of the user and does not want to find in the password; the phone number in digits, as it is stored. */
export type PasswordUser = Partial<Record<'name' | 'username' | 'email' | 'phone', string | null>>;

/**
 * What the tenant asks of a password, and whether this one has it, to be shown while it is typed: always in the same
 * order. A limit that hardly anyone meets is only there once it is broken: too long, and unsupported characters.
 *
 * The verdict is Logto's: no requirement is unmet where its own check would take the password. What a password must not
 * have is left out for an empty one, so that a list does not begin with ticks.
 */
export function checkPassword(
  policy: PasswordPolicy,
  password: string,
  user: PasswordUser = {},
): PasswordRequirement[] {
  return [...lengthRequirements(policy, password), ...characterRequirements(policy, password)].concat(
    predictableRequirements(policy, password, user),
    policy.rejectsPwned ? [{ code: 'pwned', isMet: undefined }] : [],
  );
}

function lengthRequirements({ minLength, maxLength }: PasswordPolicy, { length }: string): PasswordRequirement[] {
  const isTooLong = length > maxLength;
  return [
    { code: 'tooShort', values: { min: minLength }, isMet: length >= minLength },
    ...(isTooLong ? [{ code: 'tooLong' as const, values: { max: maxLength }, isMet: false }] : []),
  ];
}

/** One type is no requirement: every password has one. Logto does not count the types beside unsupported characters. */
function characterRequirements({ characterTypes: min }: PasswordPolicy, password: string): PasswordRequirement[] {
  const { types, hasUnsupported } = charactersOf(password);
  const hasEnough = types >= min || (hasUnsupported ? undefined : false);
  return [
    ...(min > 1 ? [{ code: 'characterTypes' as const, values: { min }, isMet: hasEnough }] : []),
    ...(hasUnsupported ? [{ code: 'unsupportedCharacters' as const, isMet: false }] : []),
  ];
}

function predictableRequirements(policy: PasswordPolicy, password: string, user: PasswordUser): PasswordRequirement[] {
  const { rejectsRepetitionAndSequence, rejectedWords, rejectsUserInfo } = policy;
  const asked: [PredictableKind & PasswordCode, boolean][] = [
    ['repetition', rejectsRepetitionAndSequence],
    ['sequence', rejectsRepetitionAndSequence],
    ['words', rejectedWords.length > 0],
    ['userInfo', rejectsUserInfo],
  ];
  const found = predictableKinds(password, {
    repetitionAndSequence: rejectsRepetitionAndSequence,
    words: rejectedWords,
    userInfo: rejectsUserInfo ? userInfo(user) : [],
  });
  return asked
    .filter(([, isAsked]) => isAsked)
    .map(([code]) => ({ code, isMet: password === '' ? undefined : !found.has(code) }));
}

/** Source: `PasswordPolicyChecker.userInfoLength` in Logto's core-kit; a name counts with and without its spaces, and each part. */
function userInfo({ name, username, email, phone }: PasswordUser): string[] {
  const names = name ? [name, name.replaceAll(/\s+/g, ''), ...name.split(' ')] : [];
  return [...names, username ?? '', email?.split('@')[0] ?? '', phone ?? ''];
}
