import type { Page } from 'puppeteer-core';

/** Has the page be given a file, once it asks for one, by what `press` presses. */
export async function chooseFile(page: Page, file: string, press: () => Promise<unknown>): Promise<void> {
  const chooser = page.waitForFileChooser();
  // Only when the browser has answered again does it ask us, and not the user.
  await page.evaluate(() => undefined);
  await press();
  await (await chooser).accept([file]);
}
