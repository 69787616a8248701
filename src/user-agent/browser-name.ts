import bowser from 'bowser';

/** What a browser says of itself, in names; parts that it does not say are `undefined`. */
export interface BrowserName {
  browser: string | undefined;
  system: string | undefined;
}

export function browserName(userAgent: string): BrowserName {
  if (userAgent.trim() === '') return { browser: undefined, system: undefined };
  const { browser, os } = bowser.parse(userAgent);
  return { browser: browser.name || undefined, system: os.name || undefined };
}
