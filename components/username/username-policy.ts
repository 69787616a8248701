import { getOwn } from '../../src/untrusted.js';
import { isBlank } from '../../src/text/invisible.js';

/** The characters there can be in a username; a tenant may take some away. */
type UsernameCharacters = 'lowercase' | 'uppercase' | 'numbers' | 'underscore';

export interface UsernamePolicy {
  minLength: number;
  maxLength: number;
  /** Never without one that a username can begin with. */
  allowedChars: Record<UsernameCharacters, boolean>;
}

export interface UsernameProblem {
  code: 'required' | 'tooShort' | 'tooLong' | 'startsWithDigit' | 'characters';
  /** `min` or `max` of the length; `character` is the first that may not be there. */
  values?: Record<string, string | number>;
}

/** What a hint has to say, without what goes without saying. */
interface UsernameRules {
  characters: UsernameCharacters[];
  /** Digits are allowed, but a username cannot begin with one. */
  cannotStartWithDigit: boolean;
  minLength?: number;
  maxLength?: number;
}

/** Source: `usernameRegEx` (`^[A-Z_a-z]\w*$`) in Logto's core-kit: there are no others in any tenant. */
const characterClasses: Record<UsernameCharacters, RegExp> = {
  lowercase: /[a-z]/,
  uppercase: /[A-Z]/,
  numbers: /[0-9]/,
  underscore: /_/,
};

const classNames = ['lowercase', 'uppercase', 'numbers', 'underscore'] as const;

/** Source: `defaultUsernamePolicy` in Logto's core-kit, and the length of the database column. */
const [shortest, longest] = [1, 128];

/**
 * The `usernamePolicy` of the sign-in experience. Logto's own rules hold where there is none, as before Logto had such
 * policies, and for each part that Logto itself would not take.
 */
export function parseUsernamePolicy(value: unknown): UsernamePolicy {
  const minLength = lengthIn(getOwn(value, 'minLength')) ?? shortest;
  const maxLength = lengthIn(getOwn(value, 'maxLength')) ?? longest;
  const lengths = minLength <= maxLength ? { minLength, maxLength } : { minLength: shortest, maxLength: longest };
  return { ...lengths, allowedChars: allowedIn(getOwn(value, 'allowedChars')) };
}

function lengthIn(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= shortest && Number(value) <= longest ? Number(value) : undefined;
}

function allowedIn(value: unknown): UsernamePolicy['allowedChars'] {
  const allow = (isAllowed: (name: UsernameCharacters) => boolean) => ({
    lowercase: isAllowed('lowercase'),
    uppercase: isAllowed('uppercase'),
    numbers: isAllowed('numbers'),
    underscore: isAllowed('underscore'),
  });
  const allowed = allow((name) => getOwn(value, name) !== false);
  const canBegin = allowed.lowercase || allowed.uppercase || allowed.underscore;
  return canBegin ? allowed : allow(() => true);
}

/**
 * The first reason why Logto would refuse a new username. A character that cannot be there comes before a length that
 * more typing changes.
 *
 * Source: `validateUsernameAgainstPolicy` in Logto's core-kit.
 */
export function usernameProblem(policy: UsernamePolicy, username: string): UsernameProblem | undefined {
  if (isBlank(username)) return { code: 'required' };
  const character = [...username].find((each) => !isAllowed(policy, each));
  if (character !== undefined) return { code: 'characters', values: { character } };
  if (characterClasses.numbers.test(username.charAt(0))) return { code: 'startsWithDigit' };
  if (username.length < policy.minLength) return { code: 'tooShort', values: { min: policy.minLength } };
  return username.length > policy.maxLength ? { code: 'tooLong', values: { max: policy.maxLength } } : undefined;
}

function isAllowed({ allowedChars }: UsernamePolicy, character: string): boolean {
  return classNames.some((name) => allowedChars[name] && characterClasses[name].test(character));
}

/** The rules as a hint beside an input has them. */
export function usernameRules({ minLength, maxLength, allowedChars }: UsernamePolicy): UsernameRules {
  return {
    characters: classNames.filter((name) => allowedChars[name]),
    cannotStartWithDigit: allowedChars.numbers,
    ...(minLength > shortest && { minLength }),
    ...(maxLength < longest && { maxLength }),
  };
}
