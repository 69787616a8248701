import bowser from 'bowser';

import type { DeviceKind } from './device-icon.js';

/** What a browser or an app says of itself, in names; parts that it does not say are `undefined`. */
interface BrowserName {
  browser: string | undefined;
  system: string | undefined;
}

export function browserName(userAgent: string): BrowserName {
  if (userAgent.trim() === '') return { browser: undefined, system: undefined };
  const { browser, os } = bowser.parse(userAgent);
  const isBrowser = /^(Mozilla|Opera)\//.test(userAgent);
  // Bowser calls whatever it does not know by the beginning of its text.
  const name = isBrowser ? browser.name?.replace(/^Mozilla$/, '') : productOf(userAgent);
  return { browser: name || undefined, system: os.name || undefined };
}

/** What it runs on, as far as it says so. */
export function deviceKind(userAgent: string): DeviceKind | undefined {
  const kind = bowser.parse(userAgent || ' ').platform.type;
  return kind === 'mobile' || kind === 'tablet' || kind === 'desktop' ? kind : undefined;
}

/** The name of an app or a command line: what stands before the slash and its version, as RFC 9110 has it. */
function productOf(userAgent: string): string | undefined {
  const [, product = ''] = /^([^\p{C}/()<>]{1,60})\//u.exec(userAgent) ?? [];
  return product.replaceAll('%20', ' ').trim() || undefined;
}
