import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { Page } from 'puppeteer-core';

import {
  asEverybody,
  inPage,
  openCropper,
  openDialog,
  openForms,
  press,
  settle,
  showLists,
} from './accessibility-states.js';
import { startStage, type Stage } from './harness.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

const all = 'logto-account-provider';
const dialog = '.logto-dialog';
const cropper = 'logto-profile >>> dialog';

/** What WCAG 1.4.12 has people set. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Text twice as large, by the browser's own setting. */
const large = 'html { font-size: 200% }';

const windows = { narrow: [320, 700], wide: [1280, 800], zoomed: [320, 256], lying: [700, 320] } as const;

async function at(page: Page, size: keyof typeof windows): Promise<void> {
  const [width, height] = windows[size];
  await page.setViewport({ width, height });
  await settle(page);
}

/** Nothing is too small, beside the window, cut off, or below something else. */
async function looksRight(page: Page, selector: string, state: string): Promise<void> {
  const look = async (what: string) => {
    assert.deepEqual(await inPage(page, 'tooWide', selector), [], `${what}: beside the window`);
    assert.deepEqual(await inPage(page, 'lostTexts', selector), [], `${what}: cut off, or one upon the other`);
  };
  for (const size of ['narrow', 'zoomed', 'lying', 'wide'] as const) {
    await at(page, size);
    assert.ok((await inPage<number>(page, 'targetCount', selector)) > 2);
    assert.deepEqual(await inPage(page, 'tooSmall', selector), [], `${state}, ${size}: too small`);
    await look(`${state}, ${size}`);
    for (const css of size === 'wide' ? [spacing, large] : [spacing]) {
      await inPage(page, 'restyle', css);
      await settle(page);
      await look(`${state}, ${size}, ${css}`);
    }
    await inPage(page, 'restyle', '');
  }
}

test('rows, forms, errors, questions and lists have large enough targets and fit every window', () =>
  asEverybody(stage, async (visit) => {
    const { page } = visit;
    await looksRight(page, all, 'rows');
    await openForms(visit);
    await looksRight(page, all, 'forms');
    await showLists(visit);
    await press(visit, 'mfa', 'edit');
    await visit.screen.see('Code from the app');
    await looksRight(page, all, 'lists and the authenticator app');
    await press(visit, 'mfa', 'show');
    await visit.screen.part('logto-mfa', 'codes');
    await looksRight(page, 'logto-mfa', 'backup codes');
  }));

test('dialogs have large enough targets and fit every window, and the focused control is visible', () =>
  asEverybody(stage, async (visit) => {
    const { page, screen } = visit;
    await openDialog(visit);
    await looksRight(page, dialog, 'dialog');
    await screen.click('button', 'Use another way');
    await screen.find('button', 'With your password');
    await looksRight(page, dialog, 'ways');
    await page.keyboard.press('Escape');
    await screen.click('button', 'Change Picture');
    await openCropper(visit);
    await looksRight(page, cropper, 'cropper');
    for (const size of ['zoomed', 'narrow', 'lying'] as const) {
      await at(page, size);
      for (let count = 0; count < 8; count += 1) {
        await page.keyboard.press('Tab');
        await settle(page);
        const isAway = await page.evaluate(() => document.activeElement === document.body);
        if (!isAway) assert.ok(await inPage(page, 'isFocusSeen'), `${size}: ${await screen.focused()}`);
      }
    }
  }));

test('at 400 % zoom, Tab always shows the focused control', () =>
  asEverybody(stage, async (visit) => {
    const { page, screen } = visit;
    await openForms(visit);
    await at(page, 'zoomed');
    await page.evaluate(() => document.querySelector<HTMLElement>('main a')!.focus());
    const seen: string[] = [];
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement === document.body)) break;
      seen.push(await screen.focused());
      assert.ok(await inPage(page, 'isFocusSeen'), seen.at(-1));
    }
    assert.ok(seen.length > 40, seen.join());
  }));

test('the layout checks detect violations', () =>
  asEverybody(stage, async ({ page }) => {
    await inPage(page, 'restyle', 'button { all: unset !important; inline-size: 9px !important; block-size: 9px }');
    assert.notDeepEqual(await inPage(page, 'tooSmall', all), []);
    await inPage(page, 'restyle', '[part~="row"] { inline-size: 200vw }');
    assert.notDeepEqual(await inPage(page, 'tooWide', all), []);
    await inPage(page, 'restyle', '[part~="value"] { inline-size: 9px; overflow: hidden; white-space: nowrap }');
    assert.notDeepEqual(await inPage(page, 'lostTexts', all), []);
    await inPage(page, 'restyle', '[part~="value"] { margin-inline-start: -5em }');
    assert.notDeepEqual(await inPage(page, 'lostTexts', all), []);
  }));
