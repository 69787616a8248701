import { cleanIdentifier } from './invisible.js';

/**
 * The BCP 47 tag of a language, as `Intl` takes it, however it was written: `de_DE`, `DE-de`, `de_DE.UTF-8`. `undefined`
 * where it is none.
 */
export function languageTag(text: string): string | undefined {
  const [first = ''] = cleanIdentifier(text).split(/[.,;@]/);
  const parts = first.split(/[\p{Pd}_]/u);
  for (let count = parts.length; count > 0; count -= 1) {
    const tag = canonical(parts.slice(0, count).join('-'));
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}
