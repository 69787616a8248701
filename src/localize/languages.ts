import { languageTag } from '../text/language-tag.js';
import type { Message, Messages } from './messages/messages.js';

/** A tenant has one label for all languages. A page may have words for each, by the name of the field. */
type ProfileWords =
  | `profile.${'field' | 'description' | 'placeholder'}.${string}`
  | `profile.option.${string}.${string}`;

/**
 * Words for some or all keys. A page may also have words for error codes of Logto that are not known here, and for what the
 * tenant calls profile fields: `profile.field.team`, `profile.description.team`, `profile.placeholder.team`, and
 * `profile.option.team.red` for the option with the value `red`. A part of an address or a full name has a key of its own
 * after that of the field: `profile.field.address.postalCode`.
 */
export type Translation = Partial<Messages> & Partial<Record<`code.${string}` | ProfileWords, Message>>;

/** Every language but English, which is the source and comes with each element. */
const loaders: Record<string, () => Promise<{ messages: Translation }>> = {
  ar: () => import('./messages/ar.js'),
  cs: () => import('./messages/cs.js'),
  de: () => import('./messages/de.js'),
  es: () => import('./messages/es.js'),
  fa: () => import('./messages/fa.js'),
  fr: () => import('./messages/fr.js'),
  it: () => import('./messages/it.js'),
  ja: () => import('./messages/ja.js'),
  ko: () => import('./messages/ko.js'),
  nl: () => import('./messages/nl.js'),
  pl: () => import('./messages/pl.js'),
  'pt-BR': () => import('./messages/pt-BR.js'),
  'pt-PT': () => import('./messages/pt-PT.js'),
  ru: () => import('./messages/ru.js'),
  th: () => import('./messages/th.js'),
  tr: () => import('./messages/tr.js'),
  uk: () => import('./messages/uk.js'),
  'zh-CN': () => import('./messages/zh-CN.js'),
  'zh-TW': () => import('./messages/zh-TW.js'),
};

/** The languages that come with the library, as BCP 47 tags. */
export const languages: readonly string[] = ['en', ...Object.keys(loaders)];

const loaded = new Map<string, Translation>();
const pageMessages = new Map<string, Translation>();
const listeners = new Set<() => void>();

/**
 * Gives the elements words of your own: for single keys of a language, or for a language that the library does not speak.
 * They hold for every element of this copy of the library, at once, and go before the library's own words.
 *
 * @param lang BCP 47 tag. Words for `de` also hold for `de-AT`, unless there are others for that.
 * @param messages Words by key. Where there is no word, the library's own stays.
 */
export function addMessages(lang: string, messages: Translation): void {
  const tag = languageTag(lang);
  if (tag === undefined) throw new RangeError(`"${lang}" is not a language tag.`);
  pageMessages.set(tag, { ...pageMessages.get(tag), ...messages });
  listeners.forEach((listener) => listener());
}

/** Calls back when a page has added words. Gives the function that stops it. */
export function observeMessages(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** The words for a key: the page's, then the library's; `undefined` when only English has them. */
export const translated = (lang: string, key: string): Message | undefined =>
  pageMessage(lang, key) ?? loaded.get(translationFor(lang) ?? '')?.[key as keyof Translation];

/** The words that the page itself has for a key in this language. */
export const pageMessage = (lang: string, key: string): Message | undefined =>
  [...parentsOf(lang), translationFor(lang) ?? '']
    .map((tag) => pageMessages.get(tag)?.[key as keyof Translation])
    .find((message) => message !== undefined);

/**
 * Loads the translation once; without a network, English stays.
 *
 * @returns Settles when there is nothing more to wait for; `undefined` where there is nothing to load.
 */
export function loadTranslation(lang: string): Promise<void> | undefined {
  const tag = translationFor(lang);
  const load = tag && loaders[tag];
  if (!load || loaded.has(tag)) return undefined;
  return load().then(
    ({ messages }) => void loaded.set(tag, messages),
    () => undefined, // the next element with this language tries again
  );
}

/** `de-Latn-AT`, `de-Latn`, `de`. */
const parentsOf = (lang: string) =>
  lang.split('-').map((_, index, parts) => parts.slice(0, parts.length - index).join('-'));

const matches = new Map<string, string | undefined>();

function translationFor(lang: string): string | undefined {
  if (!matches.has(lang)) matches.set(lang, matchLanguage(lang));
  return matches.get(lang);
}

/** Which of the library's translations a reader of this language understands best, by script and region. */
function matchLanguage(lang: string): string | undefined {
  if (Object.hasOwn(loaders, lang)) return lang;
  if (/^en\b/.test(lang)) return undefined; // the usual case, and the first use of `Intl` is slow
  const { language, script, region } = new Intl.Locale(lang).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  if (language === 'pt') return region === 'BR' ? 'pt-BR' : 'pt-PT';
  return language in loaders ? language : undefined;
}
