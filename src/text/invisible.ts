/** What nobody sees in a text, and text without it. */

/** Default-ignorable and format characters, controls, halves of surrogate pairs: Logto cannot even store some of them. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\u2028\u2029\ufff9-\ufffb]/u;

export const isInvisible = (character: string): boolean => invisible.test(character);

/** A blank of Braille is one, though Unicode calls it a symbol. */
const isSpace = (character: string): boolean => /[\s\u2800]/.test(character);

/** Whether there is nothing to see. */
export function isBlank(text: string): boolean {
  return [...text].every((character) => isSpace(character) || isInvisible(character));
}

/** An address, a number or a username, in which no invisible character means anything. */
export function cleanIdentifier(text: string): string {
  return trimmed([...text].filter((character) => !isInvisible(character) && !/\p{Cf}/u.test(character)).join(''));
}

/** Without blanks around it. */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isSpace(text.charAt(start))) start += 1;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
