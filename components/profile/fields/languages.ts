import { knownLanguage } from './known-language.js';

/** Languages that browsers and systems are commonly set to, and the regions where one of them is written in its own way. */
const common =
  'af am ar ar-EG ar-MA ar-SA as az be bg bn bs ca cs cy da de de-AT de-CH de-DE el en en-AU en-CA en-GB en-IE en-IN ' +
  'en-NZ en-SG en-US en-ZA es es-419 es-AR es-CL es-CO es-ES es-MX es-PE es-US et eu fa fi fil fr fr-BE fr-CA fr-CH ' +
  'fr-FR ga gl gu ha he hi hr hu hy id ig is it it-CH it-IT ja ka kk km kn ko ky lb lo lt lv mk ml mn mr ms mt my nb ' +
  'ne nl nl-BE nl-NL nn or pa pl ps pt pt-BR pt-PT ro ru rw sd si sk sl so sq sr sr-Latn sv sv-FI sw ta te th ti tk tr ' +
  'tt ug uk ur uz vi xh yo zh-CN zh-Hans zh-Hant zh-HK zh-TW zu';

/** The tags of languages to choose from, sorted by the names that they give themselves. */
export function languageTags(more: readonly string[] = []): string[] {
  const tags = new Set([...common.split(' '), ...more.flatMap((tag) => knownLanguage(tag) ?? [])]);
  const { compare } = new Intl.Collator('en');
  return [...tags]
    .map((tag) => ({ tag, name: ownName(tag) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ tag }) => tag);
}

/** What the language calls itself: Deutsch (Österreich) for `de-AT`. */
export function ownName(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
}
