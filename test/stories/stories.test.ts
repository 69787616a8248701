import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';

import type { AxeResults } from 'axe-core';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { findBrowser } from '../tools/browser.mjs';
import { repositoryRoot } from '../tools/pages.js';
import { openStorybook, type Storybook } from './storybook.js';

/** Where the stories' tenant is: its requests never leave the page. */
const endpoint = 'https://tenant.logto.example';

/** The looks in which every story has to be accessible. */
const looks = [
  { theme: 'light', direction: 'ltr', language: 'en', width: 'wide' },
  { theme: 'dark', direction: 'rtl', language: 'de', width: 'narrow' },
] as const;

const axeSource = readFileSync(`${repositoryRoot}node_modules/axe-core/axe.min.js`, 'utf8');

const storybook: Storybook = await openStorybook();
let browser: Browser;

before(async () => {
  const { executablePath, args, env } = await findBrowser();
  browser = await puppeteer.launch({ executablePath, args, env: { ...process.env, ...env } });
});

after(async () => {
  await browser?.close();
  await storybook.close();
});

describe('the stories', () => {
  it('are there', () => {
    const titles = new Set(storybook.stories.map(({ title }) => title));
    for (const title of [
      'Account provider',
      'Sign-in',
      'Profile',
      'Username',
      'Email',
      'Phone',
      'Password',
      'Two-step verification',
      'Passkeys',
      'Social accounts',
      'Sessions',
      'Connected apps',
      'Trusted devices',
      'Delete account',
      'Step-up',
    ])
      assert.ok(titles.has(title), title);
  });

  for (const { id, title, name } of storybook.stories)
    for (const look of looks)
      it(`${title}, ${name}, ${Object.values(look).join(' ')}: shows without a problem and is accessible`, async () => {
        const page = await browser.newPage();
        try {
          const problems = collectProblems(page);
          await show(page, id, look);
          await takeScreenshot(page, `${id}--${look.theme}`);
          assert.equal(await overflow(page), 0, 'The page can be scrolled sideways');
          assert.deepEqual(await violations(page), []);
          assert.deepEqual(problems, []);
        } finally {
          await page.close();
        }
      });
});

/** Opens a story as a page of its own and waits until it has been rendered and played. */
async function show(page: Page, id: string, look: Record<string, string>) {
  await page.setViewport({ width: look['width'] === 'narrow' ? 375 : 900, height: 700 });
  // Storybook's own check for accessibility would do the same work again.
  const globals = [...Object.entries(look).map(([name, value]) => `${name}:${value}`), 'a11y.manual:!true'];
  await page.goto(`${storybook.origin}/iframe.html?id=${id}&viewMode=story&globals=${globals.join(';')}`);
  const phase = await page.waitForFunction(() => {
    const { currentRender } = (
      globalThis as never as { __STORYBOOK_PREVIEW__?: { currentRender?: { phase?: string } } }
    ).__STORYBOOK_PREVIEW__ ?? { currentRender: undefined };
    return ['finished', 'errored', 'aborted'].find((end) => end === currentRender?.phase);
  });
  assert.equal(await phase.jsonValue(), 'finished', 'The story was not rendered to its end');
  // A story is done before its account is there; in some the account never comes.
  const isLoaded = () => document.querySelector(':state(loading)') === null;
  await page.waitForFunction(isLoaded, { timeout: 1000 }).catch(() => undefined);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

/** Fills while the page lives: errors, complaints, and requests to anyone but Storybook and the tenant. */
function collectProblems(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`error: ${String(error)}`));
  page.on('console', (message) => {
    // The browser's own note that a tenant said no, which some stories are about.
    const isFailedCall =
      message.text().startsWith('Failed to load resource') && message.location().url?.startsWith(endpoint);
    if (message.type() === 'error' && !isFailedCall) problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const isKnown = [`${storybook.origin}/`, `${endpoint}/`, 'data:', 'blob:'].some((start) => url.startsWith(start));
    if (!isKnown) problems.push(`request: ${url}`);
  });
  page.on('response', (response) => {
    const { origin } = new URL(response.url());
    if (origin === endpoint && !response.fromServiceWorker()) problems.push(`left the page: ${response.url()}`);
    if (origin === storybook.origin && response.status() >= 400) problems.push(`missing: ${response.url()}`);
  });
  return problems;
}

/** How many pixels of the page are beside the screen. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(() =>
    (globalThis as never as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
      { include: ['#storybook-root'] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    ),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary ?? ''}`),
  );
}

/** Takes a picture, when the environment variable SCREENSHOTS names a folder for it. */
async function takeScreenshot(page: Page, name: string) {
  const folder = process.env['SCREENSHOTS'];
  if (!folder) return;
  const [width, height] = await page.evaluate(() => [innerWidth, document.documentElement.scrollHeight] as const);
  await page.setViewport({ width, height });
  // Beyond the viewport, a page that reads from right to left is photographed in the wrong place.
  await page.screenshot({ path: `${folder}/${name}.png`, captureBeyondViewport: false });
}
