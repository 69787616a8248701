import { getCountries, getCountryCallingCode, isSupportedCountry } from 'libphonenumber-js/min';

import { languageTag } from '../text/language-tag.js';

export interface Country {
  /** Two letters, such as DE. */
  code: string;
  name: string;
  /** Digits only, such as 49. Some countries share one. */
  callingCode: string;
}

/** All countries with phone numbers, named and sorted as the language does. */
export function countries(lang: string): Country[] {
  const language = languageTag(lang) ?? 'en';
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const { compare } = new Intl.Collator(language);
  return getCountries()
    .map((code) => ({ code, name: names.of(code) ?? code, callingCode: getCountryCallingCode(code) }))
    .sort((a, b) => compare(a.name, b.name));
}

/**
 * The country of the first language that has one: its region, or else the country where most people speak it. Languages
 * are in the order of the user's liking, as in `navigator.languages`.
 */
export function defaultCountry(languages: readonly string[]): string {
  return languages.flatMap(countriesOf).find((code) => isSupportedCountry(code)) ?? 'US';
}

function countriesOf(lang: string): string[] {
  try {
    const locale = new Intl.Locale(lang);
    const language = new Intl.Locale(locale.language);
    return [locale.maximize().region, language.maximize().region].filter((code) => code !== undefined);
  } catch {
    return [];
  }
}
