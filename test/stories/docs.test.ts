import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';

import { startBrowser } from './browser.js';
import { openStorybook } from './storybook.js';

const storybook = await openStorybook();
const { browser } = await startBrowser();
const ids = new Set([...storybook.stories, ...storybook.docs].map(({ id }) => id));

after(async () => {
  await browser.close();
  await storybook.close();
});

describe('documentation pages in Storybook', { concurrency: 3 }, () => {
  for (const { id, title } of storybook.docs)
    it(`${title} has content, embeds existing stories, and links to existing pages`, async () => {
      const page = await browser.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      try {
        await page.goto(`${storybook.inFolder}/iframe.html?id=${id}&viewMode=docs`);
        await page.waitForSelector('.sbdocs-content h1');
        const frames = await page.$$eval('iframe[id^="iframe--"]', (all) => all.map(({ src }) => src));
        const links = await page.$$eval('>>> a[href*="path=/"]', (all) => all.map(({ href }) => href));
        const empty = await page.$$eval('api-reference, flow-facts, token-table', (all) =>
          all.filter(({ shadowRoot }) => !shadowRoot?.querySelector('td, dd')).map(({ localName }) => localName),
        );
        assert.deepEqual(empty, [], 'Nothing in it');
        assert.ok(frames.length > 0 || title.startsWith('Guides/'), 'There is no story');
        const named = (address: string) => /(?:path=\/\w+\/|[?&]id=)([\w-]+)/.exec(address)?.[1] ?? address;
        assert.deepEqual(
          [...frames, ...links].map(named).filter((id) => !ids.has(id)),
          [],
        );
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    });
});
