import { languageTag } from '../../../src/text/language-tag.js';

/** Two letters that ISO 3166 gives to no country, though browsers have a name for some: reserved ones, and those for private use. */
const notACountry = /^(?:A[AC]|C[PQ]|DG|E[AUZ]|IC|Q[M-Z]|TA|UN|X[A-Z]|ZZ)$/;

/** United Kingdom rather than GB, in the given language. What is no code of a country stays as it is. */
export function countryName(text: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(text) || notACountry.test(text)) return text;
  const isCurrent = new Intl.Locale(`und-${text}`).region === text; // a code that was given up is another one today
  const names = new Intl.DisplayNames(languageTag(locale), { type: 'region', fallback: 'none' });
  return (isCurrent && names.of(text)) || text;
}
