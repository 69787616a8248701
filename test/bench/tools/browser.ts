import puppeteer, { PredefinedNetworkConditions, type Browser, type Page } from 'puppeteer-core';

import { findBrowser } from '../../tools/browser.mjs';

/** What a phone in a poor place has. */
export const slowNetwork = PredefinedNetworkConditions['Slow 4G'];
export const slowProcessor = 4;

/** A browser that reaches nothing but this machine, and one host if it is named. */
export async function launch(host?: string): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const reachable = ['localhost', '127.0.0.1', ...(host ? [host] : [])];
  return puppeteer.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: [
      ...args,
      '--lang=en',
      `--host-resolver-rules=${['MAP * ~NOTFOUND', ...reachable.map((each) => `EXCLUDE ${each}`)].join(', ')}`,
      '--ignore-certificate-errors', // of the site, which signs its own
    ],
  });
}

/** Runs something in a page of a browser that has never been anywhere. */
export async function inNewBrowser<Result>(browser: Browser, run: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1024, height: 900 });
    // Functions that are sent to the page name their inner ones by a helper of the compiler.
    await page.evaluateOnNewDocument('globalThis.__name = (value) => value');
    return await run(page);
  } finally {
    await context.close();
  }
}

/** What is in use after everything has been thrown away that nobody can reach. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  for (let time = 0; time < 2; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
