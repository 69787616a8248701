import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { decode } from 'fast-png';
import type { ElementHandle, Page } from 'puppeteer-core';

import { asEverybody, openCropper, openDialog, openForms, press, showLists } from './accessibility-states.js';
import { accountPage } from './account-visit.js';
import { startStage, type Stage, type Visit } from './harness.js';
import type { Contrast } from './pages/contrast.js';
import { addStyle } from './strict-csp.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** Lets the browser say what people have set in their system; Puppeteer knows only some of it by name. */
async function prefer(page: Page, features: Record<string, string>): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  });
  for (const [name, value] of Object.entries(features))
    assert.ok(await page.evaluate((query) => matchMedia(query).matches, `(${name}: ${value})`));
}

const margin = 6;

/** A screenshot of an element and its surroundings. */
async function picture(page: Page, element: ElementHandle): Promise<Uint8Array> {
  const clip = await element.evaluate((each, around) => {
    const { x, y, width, height } = each.getBoundingClientRect();
    return { x: x + scrollX - around, y: y + scrollY - around, width: width + 2 * around, height: height + 2 * around };
  }, margin);
  return page.screenshot({ clip, captureBeyondViewport: false, optimizeForSpeed: true });
}

/** How many pixels are different. */
function difference(one: Uint8Array, other: Uint8Array): number {
  const [first, second] = [decode(one), decode(other)];
  assert.deepEqual([first.width, first.height], [second.width, second.height]);
  let count = 0;
  for (let at = 0; at < first.data.length; at += first.channels)
    if ([0, 1, 2].some((channel) => Math.abs(first.data[at + channel]! - second.data[at + channel]!) > 48)) count += 1;
  return count;
}

/** One control of each kind in a part of the page, shadow roots included. */
async function kindsIn(page: Page, selector: string): Promise<[string, ElementHandle][]> {
  const start = (await page.$(selector))!;
  const list = await start.evaluateHandle(controlsIn);
  const kinds = new Map<string, ElementHandle>();
  for (const handle of (await list.getProperties()).values()) {
    const element = handle.asElement() as ElementHandle;
    const kind = await element.evaluate((each) =>
      [each.localName, each.getAttribute('type'), each.getAttribute('part') ?? each.className]
        .filter(Boolean)
        .join(' '),
    );
    if (!kinds.has(kind)) kinds.set(kind, element);
  }
  return [...kinds];
}

/** Runs in the page. */
function controlsIn(start: Element): Element[] {
  const roots: (Element | ShadowRoot)[] = [start, ...(start.shadowRoot ? [start.shadowRoot] : [])];
  const found = new Set<Element>();
  for (const root of roots)
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      const { width, height } = element.getBoundingClientRect();
      const isReached = (element as HTMLElement).tabIndex >= 0 && !element.matches(':disabled, [aria-hidden]');
      if (isReached && width > 1 && height > 1 && element.checkVisibility()) found.add(element);
    }
  return [...found];
}

/** Every kind of control looks different with the focus: a line of at least one pixel around most of it. */
async function showsFocus(page: Page, selector: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [kind, element] of await kindsIn(page, selector)) {
    await page.keyboard.press('Shift'); // with the keyboard in use, the focus is visible
    await element.evaluate((each) => each.scrollIntoView({ block: 'center' }));
    await element.evaluate((each) => (each as HTMLElement).blur());
    const without = await picture(page, element);
    await element.evaluate((each) => (each as HTMLElement).focus({ preventScroll: true }));
    const width = await element.evaluate((each) => each.getBoundingClientRect().width);
    const changed = difference(without, await picture(page, element));
    assert.ok(changed > width, `${kind}: ${changed} pixels`);
    seen.push(kind);
  }
  return seen;
}

const quietly = (visit: Visit) => addStyle(visit, '* { caret-color: transparent !important }');

test('with forced colors, the focus is visible on every kind of control', () =>
  asEverybody(stage, async (visit) => {
    const { page, screen } = visit;
    await quietly(visit);
    await openDialog(visit);
    await prefer(page, { 'forced-colors': 'active' });
    assert.equal((await showsFocus(page, '.logto-dialog')).length, 5);
    await page.keyboard.press('Escape');
    await openForms(visit);
    await showLists(visit);
    await press(visit, 'mfa', 'show');
    await screen.part('logto-mfa', 'codes');
    for (const scheme of ['light', 'dark']) {
      await prefer(page, { 'forced-colors': 'active', 'prefers-color-scheme': scheme });
      const kinds = await showsFocus(page, 'logto-account-provider');
      assert.ok(kinds.length > 15, kinds.join(', '));
    }
    await screen.find('textbox', 'Website').then((field) => field.focus());
    await page.keyboard.press('Escape'); // unsaved input keeps its row open
    await screen.click('button', 'Change Picture');
    await openCropper(visit);
    assert.equal((await showsFocus(page, 'logto-profile >>> dialog')).length, 4);
  }));

test('with forced colors, pressed, current, invalid and disabled states differ in more than color', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 4\d\d/);
    const { page, screen } = visit;
    await visit.enter(accountPage);
    await quietly(visit);
    await prefer(page, { 'forced-colors': 'active' });
    await screen.click('link', 'Security');
    await screen.click('button', 'Change Password');
    const security = await screen.find('link', 'Security');
    const current = await picture(page, security);
    await security.evaluate((each) => each.removeAttribute('aria-current'));
    assert.ok(difference(current, await picture(page, security)) > 40, 'the section that one is in has a line');

    const show = await screen.find('button', 'Show password');
    await show.click();
    await screen.find('textbox', 'New password').then((field) => field.focus());
    await page.mouse.move(0, 0);
    const pressed = await picture(page, show);
    await show.evaluate((each) => each.setAttribute('aria-pressed', 'false'));
    assert.ok(difference(pressed, await picture(page, show)) > 100, 'a pressed button has a frame');

    await screen.fill('New password', '');
    await page.keyboard.press('Enter');
    await screen.see('New password is required.');
  }));

/** How a button is drawn. */
const lookOf = (button: ElementHandle) =>
  button.evaluate((each) => {
    const { color, backgroundColor, outlineColor, outlineWidth } = getComputedStyle(each);
    return { color, backgroundColor, outlineColor, outlineWidth };
  });

for (const name of ['Cancel', 'Save'])
  test(`with forced colors, “${name}” looks different while it waits`, () =>
    asEverybody(stage, async ({ page, screen }) => {
      await prefer(page, { 'forced-colors': 'active' });
      await screen.click('button', 'Change Name');
      const button = await screen.find('button', name);
      const free = await lookOf(button);
      await button.evaluate((each) => each.setAttribute('aria-disabled', 'true'));
      assert.notEqual((await lookOf(button)).color, free.color);
    }));

/** The ring around a button that has the focus. */
async function ringAround({ page, screen }: Visit, name: string) {
  await page.keyboard.press('Shift');
  const button = await screen.find('button', name);
  await button.focus();
  const { outlineColor, outlineWidth } = await lookOf(button);
  return { outlineColor, outlineWidth };
}

test('with forced colors, the focus ring of primary buttons has a system color, too', () =>
  asEverybody(stage, async (visit) => {
    await prefer(visit.page, { 'forced-colors': 'active' });
    await visit.screen.click('button', 'Change Name');
    const text = await visit.page.$eval('body', (body) => getComputedStyle(body).color);
    assert.deepEqual(await ringAround(visit, 'Save'), { outlineColor: text, outlineWidth: '2px' });
  }));

test('with prefers-contrast: more, the focus ring of primary buttons is as strong as that of others', () =>
  asEverybody(stage, async (visit) => {
    await prefer(visit.page, { 'prefers-contrast': 'more' });
    await visit.screen.click('button', 'Change Name');
    assert.deepEqual(await ringAround(visit, 'Save'), await ringAround(visit, 'Cancel'));
  }));

const contrastsIn = (page: Page, selector: string) =>
  page.evaluate(`import('/test/e2e/pages/contrast.ts').then((it) => it.contrastsIn('${selector}'))`) as Promise<
    Contrast[]
  >;

/** The least contrast of each kind. */
const least = (found: Contrast[], kind: Contrast['kind']) =>
  found.filter((each) => each.kind === kind).sort((one, other) => one.ratio - other.ratio)[0]!;

test('without a theme, texts, lines and focus have enough contrast in light and dark mode, and more with prefers-contrast: more', () =>
  asEverybody(stage, async (visit) => {
    const { page } = visit;
    await openForms(visit);
    for (const scheme of ['light', 'dark']) {
      await page.evaluate((value) => (document.documentElement.style.colorScheme = value), scheme);
      await page.evaluate(() => (document.documentElement.style.background = 'Canvas'));
      await prefer(page, { 'prefers-color-scheme': scheme });
      await page.keyboard.press('Shift');
      const usual = await contrastsIn(page, 'logto-account-provider');
      for (const kind of ['text', 'line', 'focus'] as const) {
        const { what, ratio } = least(usual, kind);
        assert.ok(ratio >= (kind === 'text' ? 4.5 : 3), `${scheme}: ${kind} of ${what} has ${ratio.toFixed(2)}`);
      }
      await prefer(page, { 'prefers-color-scheme': scheme, 'prefers-contrast': 'more' });
      await page.keyboard.press('Shift');
      const more = await contrastsIn(page, 'logto-account-provider');
      for (const kind of ['line', 'focus'] as const) {
        const [{ ratio: before }, { what, ratio }] = [least(usual, kind), least(more, kind)];
        assert.ok(ratio >= before, `${scheme}: ${kind} of ${what} has ${ratio.toFixed(2)}, no more than ${before}`);
      }
    }
  }));

test('with prefers-reduced-motion nothing moves, and nothing ever blinks', () =>
  stage.visit(async (visit) => {
    const { page, logto, screen } = visit;
    const moving = () =>
      page.$$eval('logto-account-provider *', (elements) =>
        elements
          .flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? [])
          .map((animation) => {
            const { duration, iterations } = animation.effect!.getComputedTiming();
            return { duration: Number(duration), iterations };
          }),
      );
    await visit.enter();
    logto.intercept(() => new Promise(() => undefined));
    await page.reload();
    await screen.part('logto-profile', 'loading');
    const usual = await moving();
    assert.ok(usual.length > 0 && usual.every(({ iterations }) => iterations === 1), 'what is loading appears once');
    await prefer(page, { 'prefers-reduced-motion': 'reduce' });
    await page.reload();
    await screen.part('logto-profile', 'loading');
    assert.deepEqual(
      (await moving()).filter(({ duration }) => duration > 0),
      [],
    );
  }));
