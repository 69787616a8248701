import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import type { AxeResults } from 'axe-core';
import type { Browser, HTTPRequest, Page } from 'puppeteer-core';

import { fixWorld } from './fixed-world.js';
import type { Look } from './looks.js';

/** Where the stories' tenant is: its requests never leave the page. */
const endpoint = 'https://tenant.logto.example';
/** Where their Account API layer is, at the page's own origin. */
const layer = '/account-api';

/** When all stories happen. */
const now = Date.UTC(2026, 10, 20, 12);

const height = 700;
/** Milliseconds after which a request counts as one that is never answered, which some stories are about. */
const patience = 300;
/** Milliseconds without a request, after which no other one is expected. */
const quiet = 40;

/** Milliseconds after which an element counts as loading permanently. */
const longestLoading = 5000;

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A page in which one story is shown after the other, all in the same look. */
export class StoryPage {
  #problems: string[] = [];
  #isOpen = false;
  readonly #pending = new Map<HTTPRequest, number>();
  #lastRequest = 0;

  private constructor(
    readonly page: Page,
    readonly origin: string,
    readonly look: Look,
  ) {
    const isCall = (url: string) => [`${endpoint}/`, `${origin}${layer}/`].some((start) => url.startsWith(start));
    page.on('pageerror', (error) => this.#problems.push(`error: ${String(error)}`));
    page.on('console', (message) => {
      // The browser's own note that a tenant said no, which some stories are about.
      const isFailedCall = message.text().startsWith('Failed to load resource') && isCall(message.location().url ?? '');
      if (message.type() === 'error' && !isFailedCall) this.#problems.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      this.#pending.set(request, (this.#lastRequest = performance.now()));
      const url = request.url();
      const isKnown = [`${origin}/`, `${endpoint}/`, 'data:', 'blob:', 'about:'].some((start) => url.startsWith(start));
      if (!isKnown) this.#problems.push(`request: ${url}`);
    });
    page.on('response', (response) => {
      const url = new URL(response.url());
      if (url.origin === endpoint && !response.fromServiceWorker()) this.#problems.push(`left the page: ${url}`);
      if (url.origin === origin && response.status() >= 400 && !isCall(url.href))
        this.#problems.push(`missing: ${url}`);
    });
    const isOver = (request: HTTPRequest) => {
      this.#pending.delete(request);
      this.#lastRequest = performance.now();
    };
    page.on('requestfinished', isOver);
    page.on('requestfailed', isOver);
  }

  /** With separate storage and a separate service worker. */
  static async open(browser: Browser, origin: string, look: Look): Promise<StoryPage> {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.setViewport({ width: look.width, height });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    // Several pages have the focus at once.
    await (await page.createCDPSession()).send('Emulation.setFocusEmulationEnabled', { enabled: true });
    // The compiler gives functions their names by a function that the page lacks.
    await page.evaluateOnNewDocument(`{ const __name = (named) => named; (${fixWorld.toString()})(${now}); }`);
    return new StoryPage(page, origin, look);
  }

  async close(): Promise<void> {
    await this.page.browserContext().close();
  }

  /** Shows a story, and waits until it has been rendered, played and has everything from the tenant that it gets. */
  async show(id: string): Promise<void> {
    const { page, look } = this;
    this.#problems = [];
    if (this.#isOpen) {
      await page.setViewport({ width: look.width, height });
      await page.evaluate(select, id);
    } else {
      // Storybook's own check for accessibility would do the same work again.
      const globals = [...Object.entries(look.globals).map(([name, value]) => `${name}:${value}`), 'a11y.manual:!true'];
      await page.evaluateOnNewDocument(`beginStory('${id}')`);
      await page.goto(`${this.origin}/iframe.html?id=${id}&viewMode=story&globals=${globals.join(';')}`);
      await page.evaluate(axe);
      await page.addStyleTag({ content: '* { caret-color: transparent !important }' });
      this.#isOpen = true;
    }
    const phase = await page.waitForFunction(phaseOf, { polling: 'raf' }, id);
    assert.equal(await phase.jsonValue(), 'finished', `The story was not played to its end. ${this.problems().join()}`);
    await this.settle();
    // Some stories are about an element that never has its account.
    const isLoaded = await page
      .waitForFunction(hasLoaded, { polling: 'raf', timeout: longestLoading })
      .catch(() => undefined);
    if (isLoaded) await this.settle();
  }

  /** Waits until all requests have ended and the page has rendered. */
  async settle(): Promise<void> {
    do {
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    } while (await this.#isBusy());
    await this.page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  }

  async #isBusy(): Promise<boolean> {
    const time = performance.now();
    if (time - this.#lastRequest > quiet && [...this.#pending.values()].every((since) => time - since > patience))
      return false;
    await new Promise((resolve) => setTimeout(resolve, quiet / 2));
    return true;
  }

  /** Errors, complaints, and requests to anyone but Storybook and the tenant, since the story began. */
  problems(): string[] {
    return this.#problems;
  }

  /** A picture of all of the page. */
  async picture(): Promise<Uint8Array> {
    const { page, look } = this;
    const isTall = page.viewport()?.height !== height;
    if (isTall) await page.setViewport({ width: look.width, height });
    const content = await page.evaluate(() => document.documentElement.scrollHeight);
    // Beyond the viewport, a page that reads from right to left is photographed in the wrong place.
    if (content > height) await page.setViewport({ width: look.width, height: content });
    if (isTall || content > height) await this.settle();
    return page.screenshot({ captureBeyondViewport: false, optimizeForSpeed: true });
  }

  /** How many pixels of the page are beside the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** What axe finds, by those of its rules that matter in this look. */
  async violations(): Promise<string[]> {
    const results = await this.page.evaluate(
      (runOnly) =>
        (globalThis as never as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
          { include: ['#storybook-root'] },
          { runOnly, resultTypes: ['violations'] },
        ),
      this.look.rules,
    );
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary ?? ''}`),
    );
  }
}

/** The globals of a story's page. */
interface StoryGlobals {
  beginStory(id: string): void;
  __STORYBOOK_ADDONS_CHANNEL__: { emit(event: string, payload: object): void };
  __STORYBOOK_PREVIEW__?: { currentRender?: { id?: string; phase?: string } };
}

const select = (id: string) => {
  const { beginStory, __STORYBOOK_ADDONS_CHANNEL__: channel } = globalThis as never as StoryGlobals;
  beginStory(id);
  channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' });
};

/** Whether every element on the page shows an account, or why it has none. */
const hasLoaded = () =>
  [...document.querySelectorAll('*')].every(
    (element) =>
      !element.localName.startsWith('logto-') ||
      (element.matches(':defined') &&
        !element.matches(':state(loading)') &&
        // The account page is ready before its sections are.
        !element.shadowRoot?.querySelector('[part~="loading"]')?.checkVisibility()),
  );

const phaseOf = (id: string) => {
  const render = (globalThis as never as StoryGlobals).__STORYBOOK_PREVIEW__?.currentRender;
  return render?.id === id && ['finished', 'errored', 'aborted'].find((end) => end === render.phase);
};
