import type { SignInExperience } from './tenant-types.js';
import type { User } from './users.js';

type Policy = SignInExperience['passwordPolicy'];

/** Why Logto rejects a password; its reasons become translation keys in a page. */
export interface PasswordIssue {
  code: `password_rejected.${string}`;
  interpolation?: { min?: number; max?: number };
}

const symbols = ' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';
const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol'];
const sequences = [...rows, ...columns].flatMap((keys) => [keys, [...keys].reverse().join('')]);

/** A handful of passwords that everybody knows, in place of the service that Logto asks. */
const knownPasswords = new Set(['password1!', 'qwerty123!', 'letmein123', 'correct-horse-1', 'p@ssw0rd1']);

/** All that is wrong with a password; nothing when it may be used. */
export function passwordIssues(password: string, policy: Policy, user: User): PasswordIssue[] {
  return [
    ...lengthIssues(password, policy.length),
    ...characterIssues(password, policy.characterTypes.min),
    ...(policy.rejects.pwned && knownPasswords.has(password.toLowerCase())
      ? [{ code: 'password_rejected.pwned' as const }]
      : []),
    ...restrictedIssues(password, policy.rejects, user),
  ];
}

function lengthIssues({ length }: string, { min, max }: Policy['length']): PasswordIssue[] {
  if (length < min) return [{ code: 'password_rejected.too_short', interpolation: { min } }];
  if (length > max) return [{ code: 'password_rejected.too_long', interpolation: { max } }];
  return [];
}

function characterIssues(password: string, min: number): PasswordIssue[] {
  const kinds = new Set([...password].map(kindOf));
  if (kinds.has(undefined)) return [{ code: 'password_rejected.unsupported_characters' }];
  return kinds.size < min ? [{ code: 'password_rejected.character_types', interpolation: { min } }] : [];
}

function kindOf(character: string): string | undefined {
  if (/[a-z]/.test(character)) return 'lowercase';
  if (/[A-Z]/.test(character)) return 'uppercase';
  if (/\d/.test(character)) return 'digit';
  return symbols.includes(character) ? 'symbol' : undefined;
}

/**
 * Predictable parts. Logto tolerates them as long as at least three characters of the password are in none, and
 * otherwise tells all kinds it found, in the order in which they come in the password.
 */
function restrictedIssues(password: string, rejects: Policy['rejects'], user: User): PasswordIssue[] {
  const infos = rejects.userInfo ? userInfo(user) : [];
  const finders: [string, (rest: string) => number][] = [
    ['repetition', (rest) => (rejects.repetitionAndSequence ? repetitionLength(rest) : 0)],
    ['sequence', (rest) => (rejects.repetitionAndSequence ? sequenceLength(rest) : 0)],
    ['words', (rest) => longestStart(rest, rejects.words)],
    ['user_info', (rest) => longestStart(rest, infos)],
  ];
  const predictable = new Set<number>();
  const found = new Set<string>();
  for (let start = 0; start < password.length; start += 1) {
    for (const [kind, lengthOf] of finders) {
      const length = lengthOf(password.slice(start).toLowerCase());
      if (length > 0) found.add(kind);
      for (let index = start; index < start + length; index += 1) predictable.add(index);
    }
  }
  if (predictable.size <= Math.max(1, password.length - 3)) return [];
  return [...found].map((kind) => ({ code: `password_rejected.restricted.${kind}` as const }));
}

/** Three of the same are a repetition. */
function repetitionLength(rest: string): number {
  const length = [...rest].findIndex((character) => character !== rest[0]);
  const repeated = length === -1 ? rest.length : length;
  return repeated >= 3 ? repeated : 0;
}

/** Three neighbours in the alphabet or on a keyboard are a sequence. */
function sequenceLength(rest: string): number {
  let length = 1;
  while (length < rest.length && sequences.some((keys) => keys.includes(rest.slice(0, length + 1)))) length += 1;
  return length >= 3 ? length : 0;
}

function longestStart(rest: string, words: string[]): number {
  const lengths = words
    .filter((word) => word !== '' && rest.startsWith(word.toLowerCase()))
    .map(({ length }) => length);
  return Math.max(0, ...lengths);
}

function userInfo({ name, username, primaryEmail, primaryPhone }: User): string[] {
  const names = name ? [name, name.replaceAll(/\s+/g, ''), ...name.split(/\s+/)] : [];
  return [...names, username ?? '', primaryEmail?.split('@')[0] ?? '', primaryPhone ?? ''];
}
