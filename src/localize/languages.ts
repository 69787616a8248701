import type { Messages } from './messages/messages.js';

type Translation = Partial<Messages>;

/** Every language but English, which is the source and comes with each tag. */
const loaders: Record<string, () => Promise<Translation>> = {
  de: async () => (await import('./messages/de.js')).german,
};

const loaded = new Map<string, Translation>();

/** `de-AT`, then `de`; `undefined` when the library does not speak it. */
const closest = (lang: string) => [lang, lang.split('-')[0] ?? ''].find((tag) => tag in loaders);

export const translationFor = (lang: string): Translation | undefined => loaded.get(closest(lang) ?? '');

/** Loads the translation once; without one, or without a network, English stays. */
export async function loadTranslation(lang: string): Promise<void> {
  const tag = closest(lang);
  const load = tag && loaders[tag];
  if (!load || loaded.has(tag)) return;
  try {
    loaded.set(tag, await load());
  } catch {
    // The words are there in English, and the next element with this language tries again.
  }
}
