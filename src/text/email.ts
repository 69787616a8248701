import { narrow } from './digits.js';
import { cleanIdentifier, trimmed } from './invisible.js';

/**
 * An email address as it is typed or copied: out of a link (`mailto:…`), out of a list of recipients (`Ada <…>,`), or in
 * the wide signs of an East Asian keyboard.
 */
export function emailIn(text: string): string {
  const typed = narrow(cleanIdentifier(text)).replace(/[\u3002\uff61]/g, '.');
  const [, inBrackets] = /<([^<>]*)>[\s,;]*$/.exec(typed) ?? [];
  const address = (inBrackets ?? typed).replace(/^mailto:([^?]*).*$/i, '$1');
  return trimmed(address.replace(/[\s,;]+$/, ''));
}
