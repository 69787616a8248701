import type { FoundBrowser } from './browser.mjs';

/** The Chromium of the npm package `@sparticuz/chromium`, unpacked; `undefined` where it does not run. */
export function unpackChromium(): Promise<Omit<FoundBrowser, 'args'> | undefined>;
