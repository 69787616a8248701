import { cleanIdentifier } from '../../../src/text/invisible.js';

/**
 * A link as it is stored: `https://` in front where no scheme was typed. Anything else stays as it is, for
 * `isWebAddress` to judge.
 */
export function webAddress(typed: string): string {
  const text = cleanIdentifier(typed);
  if (isWebAddress(text)) return text;
  const completed = `https://${text.replace(/^\/\//, '')}`;
  return hasScheme(text) || !isPlausible(completed) ? text : completed;
}

/** Narrower than Logto, which takes any scheme: what is saved here may become a link, so no `javascript:`. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && urlOf(text) !== undefined;
}

/** A colon that only comes before a port (`example.com:8080`) begins no address. */
const hasScheme = (text: string) => /^[a-z][a-z\d+.-]*:(?!\d+(\/|\?|#|$))/i.test(text);

/** A host with a domain of letters, and nobody's name in front: not `12.5`, `readme` or `ada@example.com`. */
function isPlausible(text: string): boolean {
  const url = urlOf(text);
  return url !== undefined && !text.includes('@') && /\.(?!\d)[^.]{2,}\.?$/.test(url.hostname);
}

function urlOf(text: string): URL | undefined {
  try {
    return /\s/.test(text) ? undefined : new URL(text);
  } catch {
    return undefined;
  }
}
