import { isInvisible, trimmed } from './invisible.js';

/** What is typed or pasted, as it is checked, compared and sent: without what nobody sees. */

/** Scripts whose letters join, or are kept from it by an invisible character. */
const joining =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Mongolian}\\p{Script=Nko}\\p{Script=Adlam}\\p{Script=Devanagari}' +
  '\\p{Script=Bengali}\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}' +
  '\\p{Script=Kannada}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Script=Myanmar}';

/** Where an invisible character changes what is seen: which ones, after what, and before what. */
const meaningful: { which: RegExp; after: RegExp; before?: RegExp }[] = [
  { which: /[\u200c\u200d]/, after: new RegExp(`^[${joining}]`, 'u'), before: new RegExp(`^[${joining}]`, 'u') },
  // A consonant that stands alone at the end of a word, as Malayalam writes it.
  { which: /[\u200c\u200d]/, after: new RegExp(`^(?=[${joining}])\\p{Mn}`, 'u') },
  {
    which: /\u200d/,
    after: /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u{e007f}]/u,
    before: /^\p{Extended_Pictographic}/u,
  },
  { which: /[\ufe0e\ufe0f]/, after: /^\p{Extended_Pictographic}/u },
  { which: /\ufe0f/, after: /^[#*0-9]/, before: /^\u20e3/ },
  { which: /[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]/u, after: /^\p{Script=Han}/u },
  { which: /[\u180b-\u180f]/, after: /^\p{Script=Mongolian}/u },
  { which: /[\u{e0020}-\u{e007f}]/u, after: /^[\u{1f3f4}\u{e0020}-\u{e007e}]/u }, // flags of regions
];

/** A name, or any other text that a person reads: an invisible character stays only where it joins what is seen. */
export function cleanText(text: string): string {
  const characters = [...text]; // by code points: some engines fail at `$` after one that takes two units
  const kept: string[] = [];
  characters.forEach((character, index) => {
    const [before = '', after = ''] = [kept.at(-1), characters[index + 1]];
    if (!isInvisible(character) || isMeant(character, before, after)) kept.push(character);
  });
  return trimmed(kept.join(''));
}

function isMeant(character: string, before: string, after: string): boolean {
  if (/[\n\r\t]/.test(character)) return true;
  return meaningful.some(
    (place) => place.which.test(character) && place.after.test(before) && (place.before?.test(after) ?? true),
  );
}
