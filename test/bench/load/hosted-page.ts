import type { Browser, Cookie, Page } from 'puppeteer-core';

import { inNewBrowser } from '../tools/browser.js';
import type { Subject } from './subjects.js';

/** A page of a real Logto that shows people their account, and somebody to look at it as. */
export interface HostedPage {
  url: string;
  user: string;
  password: string;
}

const patience = 60_000;

/** The hosted page as it is for somebody who has been there before. What is waited for is the name they sign in with. */
export async function hostedSubject(browser: Browser, { url, user, password }: HostedPage): Promise<Subject> {
  const { cookies, storage } = await inNewBrowser(browser, async (page) => {
    await page.goto(url, { timeout: patience });
    await signIn(page, { url, user, password });
    const kept: Cookie[] = await page.browserContext().cookies();
    return { cookies: kept, storage: await page.evaluate(() => ({ ...localStorage })) };
  });
  return { name: 'Logto’s hosted page, signed in', path: url, tag: 'body', texts: [user], storage, cookies };
}

const passwordField = 'input[type="password"]';
const nameField = 'input:is([name="identifier"], [name="username"], [type="text"], [type="email"])';

/** Goes through the tenant's pages, whether they ask for a name and a password at once or one after the other. */
async function signIn(page: Page, { url, user, password }: HostedPage) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 500))) {
    try {
      if (page.url().startsWith(url) && (await page.$(`::-p-text(${user})`))) return;
      const hasPassword = (await page.$(passwordField)) !== null;
      await fill(page, nameField, user, !hasPassword);
      await fill(page, passwordField, password, true);
    } catch {
      // One page follows another, and there is nothing to ask.
    }
  }
  throw new Error(`Nobody could sign in: the browser is at ${page.url()}.`);
}

async function fill(page: Page, selector: string, value: string, isLast: boolean) {
  const field = await page.$(selector);
  if (!(await field?.isVisible()) || (await page.$eval(selector, (input) => (input as HTMLInputElement).value))) return;
  await field!.type(value);
  if (isLast) await field!.press('Enter');
}
