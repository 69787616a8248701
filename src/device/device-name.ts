import type { DeviceLocalizer } from '../localize/localizer.js';

/** A browser in words, such as "Firefox on Windows"; `undefined` when it does not say what it is. */
export function deviceName(
  localize: DeviceLocalizer,
  { browser, system }: { browser: string | undefined; system: string | undefined },
): string | undefined {
  return browser && system ? localize.text('device.browserOnSystem', { browser, system }) : (browser ?? system);
}
