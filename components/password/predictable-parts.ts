export type PredictableKind = 'repetition' | 'sequence' | 'words' | 'userInfo';

interface Predictable {
  repetitionAndSequence: boolean;
  /** Words and facts are found in any case. */
  words: readonly string[];
  userInfo: readonly string[];
}

/** So many of the same characters, or neighbours, are a repetition, or a sequence. */
const threshold = 3;
/** With more characters than these outside all predictable parts, a password is taken. */
const tolerance = 3;

/**
 * The kinds of predictable parts a password is refused for: none when enough of it is unpredictable, and otherwise every
 * kind that is in it, however small its part.
 *
 * Source: `PasswordPolicyChecker.check` in Logto's core-kit. Parts overlap; a character counts once.
 */
export function predictableKinds(password: string, predictable: Predictable): Set<PredictableKind> {
  const finders = findersOf(predictable);
  const kinds = new Set<PredictableKind>();
  let end = 0;
  let covered = 0;
  for (let start = 0; start < password.length; start += 1) {
    for (const [kind, lengthAt] of finders) {
      const length = lengthAt(password, start);
      if (length > 0) kinds.add(kind);
      end = Math.max(end, start + length);
    }
    if (start < end) covered += 1;
  }
  return covered > Math.max(1, password.length - tolerance) ? kinds : new Set();
}

type Finder = (password: string, start: number) => number;

function findersOf({ repetitionAndSequence, words, userInfo }: Predictable): [PredictableKind, Finder][] {
  return [
    ['repetition', repetitionAndSequence ? repetitionAt : () => 0],
    ['sequence', repetitionAndSequence ? sequenceAt : () => 0],
    ['words', longestOf(words)],
    ['userInfo', longestOf(userInfo)],
  ];
}

/** The length of a run that begins here; `A` does not repeat `a`. */
function repetitionAt(password: string, start: number): number {
  if (start > 0 && password[start - 1] === password[start]) return 0;
  let end = start + 1;
  while (end < password.length && password[end] === password[start]) end += 1;
  return end - start >= threshold ? end - start : 0;
}

/** The alphabet, the digits, and the rows and columns of a keyboard: forwards and backwards, all lowercase or all uppercase. */
const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol'];
const sequences = [...rows, ...columns]
  .flatMap((keys) => [keys, [...keys].reverse().join('')])
  .flatMap((keys) => [keys, keys.toUpperCase()]);

function sequenceAt(password: string, start: number): number {
  const isSequence = (length: number) => sequences.some((keys) => keys.includes(password.slice(start, start + length)));
  if (start + threshold > password.length || !isSequence(threshold)) return 0;
  let length = threshold;
  while (start + length < password.length && isSequence(length + 1)) length += 1;
  return length;
}

/** Finds the longest of the words that stands at a place. A word is as long as it is written, whatever its lowercase is. */
function longestOf(words: readonly string[]): Finder {
  const known = words
    .filter((word) => word !== '')
    .map((word) => ({ length: word.length, lowercase: word.toLowerCase() }))
    .sort((a, b) => b.length - a.length);
  const longest = known.reduce((most, { lowercase }) => Math.max(most, lowercase.length), 0);
  return (password, start) => {
    const rest = password.slice(start, start + longest).toLowerCase();
    return known.find(({ lowercase }) => rest.startsWith(lowercase))?.length ?? 0;
  };
}
