import { languageTag } from '../../../src/text/language-tag.js';

/** The BCP 47 tag of a language that exists, as OpenID Connect wants it; `undefined` for a word that only looks like one. */
export function knownLanguage(text: string): string | undefined {
  const tag = languageTag(text);
  const name =
    tag && new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(new Intl.Locale(tag).language);
  return name ? tag : undefined;
}
