/** A Chrome or Chromium that can be started. The fields have the names of puppeteer's launch options. */
export interface FoundBrowser {
  executablePath: string;
  /** Flags that it needs on this machine. */
  args: string[];
  /** Variables to add to its environment. */
  env: Record<string, string>;
  /** Where it was found: `CHROME_PATH`, `installed`, or the name and version of the npm package. */
  source: string;
}

/**
 * Finds a browser for the tests: the one that `CHROME_PATH` names, else a headless shell in `PATH`, else an installed
 * Chrome or Chromium, else the one that the npm package `@sparticuz/chromium` carries (Linux on x64 only).
 *
 * @throws One sentence that says what to do when there is none.
 */
export function findBrowser(): Promise<FoundBrowser>;

/** The same for what a headless shell cannot do, such as keeping a page for when the user comes back; `undefined` without one. */
export function findWholeBrowser(): FoundBrowser | undefined;
