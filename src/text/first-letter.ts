import { isBlank } from './invisible.js';

/** What a reader takes for the first letter of a name, as a capital: a flag or a letter with its accents is one. */
export function firstLetter(name: string, lang: string): string {
  const first = firstOf(fromFirstSeen(name));
  const capital = first.toLocaleUpperCase(lang);
  return firstOf(capital) === capital ? capital : first; // ß has none of its own
}

/** What comes before belongs to no letter. */
function fromFirstSeen(name: string): string {
  const characters = [...name];
  const first = characters.findIndex((character) => !isBlank(character));
  return first < 0 ? '' : characters.slice(first).join('');
}

/** A Latin letter without combining marks: most names, and the first use of `Intl` is slow. */
const plainStart = /^[A-Za-z\u00c0-\u02af](?=[ -\u02af]|$)/;

function firstOf(text: string): string {
  const [plain] = plainStart.exec(text) ?? [];
  if (plain) return plain;
  if (!('Segmenter' in Intl)) return [...text][0] ?? '';
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text);
  return first?.segment ?? '';
}
