import type { ProfileField } from './profile-field.js';
import { addressParts } from './standard-fields.js';
import { textIn } from './stored-value.js';
import { getOwn } from '../../../src/untrusted.js';
import { languageTag } from '../../../src/text/language-tag.js';

/**
 * An address in one line: its parts in the tenant's order, as Logto's own page joins them; `''` without any.
 *
 * `formatted` follows from the parts, so it is not shown where it may be of yesterday: only where the tenant asks for it,
 * where the tenant did not say which parts there are and it says something that they do not, and where it is all there is.
 *
 * A country that is stored by its code is shown by its name. `formatted` is stored with the code, and left as it is.
 */
export function addressText(field: ProfileField, address: unknown, locale: string): string {
  const parts = joined(field, address);
  const formatted = formattedOf(address);
  if (words(formatted).join(' ') === words(parts).join(' ')) return withCountryNamed(formatted, address, locale); // perhaps in lines
  const named = partsOf(field, address)
    .map((part) => shown(part, locale))
    .join(', ');
  if (asksForFormatted(field) || (field.hasUsualParts && saysMore(address)))
    return withFormatted(field, address, locale);
  return named || (isOnlyFormatted(address) ? formatted : '');
}

/** Whether the tenant, or the form, has a field for the address as a whole. */
export const asksForFormatted = ({ parts }: ProfileField) => parts?.some(({ name }) => name === 'formatted') ?? false;

/** The address as a whole, as it is stored. */
export const formattedOf = (address: unknown) => textIn(getOwn(address, 'formatted'));

interface Part {
  name: string;
  text: string;
}

const partsIn = (names: readonly string[], address: unknown): Part[] =>
  names
    .filter((name) => name !== 'formatted')
    .map((name) => ({ name, text: textIn(getOwn(address, name)) }))
    .filter(({ text }) => text !== '');

const partTexts = (names: readonly string[], address: unknown) => partsIn(names, address).map(({ text }) => text);

/** Those that the tenant has enabled, in its order. */
const partsOf = ({ parts = [] }: ProfileField, address: unknown) =>
  partsIn(
    parts.map(({ name }) => name),
    address,
  );

const shown = ({ name, text }: Part, locale: string) => (name === 'country' ? countryName(text, locale) : text);

/** The same lines, with the name of the country where its code stands. */
function withCountryNamed(formatted: string, address: unknown, locale: string): string {
  const code = textIn(getOwn(address, 'country'));
  const name = countryName(code, locale);
  const place = name === code ? -1 : formatted.lastIndexOf(code);
  return place < 0 ? formatted : formatted.slice(0, place) + name + formatted.slice(place + code.length);
}

/** Source: `buildAddressProfileValue` in Logto's account app: the enabled parts in the tenant's order. */
export const joined = (field: ProfileField, address: unknown) =>
  partsOf(field, address)
    .map(({ text }) => text)
    .join(', ');

/** The whole, and what it does not say. */
function withFormatted(field: ProfileField, address: unknown, locale: string): string {
  const formatted = formattedOf(address);
  const missing = partsOf(field, address).filter(
    (part) => !has(formatted, part.text) && !has(formatted, shown(part, locale)),
  );
  return [formatted, ...missing.map((part) => shown(part, locale))].filter((text) => text !== '').join(', ');
}

/** Whether the address is stored as a whole, in no parts. */
export const isOnlyFormatted = (address: unknown) =>
  formattedOf(address) !== '' && partTexts(addressParts, address).length === 0;

/** Whether the whole has words that are in no part, in whatever order and however separated. */
export function saysMore(address: unknown): boolean {
  const known = new Set(partTexts(addressParts, address).flatMap(words));
  return words(formattedOf(address)).some((word) => !known.has(word));
}

const has = (text: string, part: string) => ` ${words(text).join(' ')} `.includes(` ${words(part).join(' ')} `);

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** Two letters that ISO 3166 gives to no country, though browsers have a name for some: reserved ones, and those for private use. */
const notACountry = /^(?:A[AC]|C[PQ]|DG|E[AUZ]|IC|Q[M-Z]|TA|UN|X[A-Z]|ZZ)$/;

/** United Kingdom rather than GB, in the given language. What is no code of a country stays as it is. */
export function countryName(text: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(text) || notACountry.test(text)) return text;
  const isCurrent = new Intl.Locale(`und-${text}`).region === text; // a code that was given up is another one today
  const names = new Intl.DisplayNames(languageTag(locale), { type: 'region', fallback: 'none' });
  return (isCurrent && names.of(text)) || text;
}
