/** Makes the pictures of the README from a story, in light and dark: `npm run pictures`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { repositoryRoot } from '../tools/pages.js';
import { startBrowser } from './browser.js';
import { readPng } from './pictures.js';
import { smallPng } from './small-png.js';
import { StoryPage } from './story-page.js';
import { openStorybook } from './storybook.js';

const story = 'theming-looks--cards-security';
const size = { width: 1000, height: 700 };

const folder = join(repositoryRoot, 'docs/images');
mkdirSync(folder, { recursive: true });

const storybook = await openStorybook();
const { browser, differs } = await startBrowser();
if (differs) throw new Error(`${differs}.`);
for (const scheme of ['light', 'dark']) {
  const globals = { scheme, language: 'en', text: '100' };
  const look = { name: scheme, globals, width: size.width, isHalved: false, rules: [] };
  const shown = await StoryPage.open(browser, storybook.origin, look);
  await shown.show(story);
  const png = await shown.page.screenshot({ clip: { x: 0, y: 0, ...size } });
  writeFileSync(join(folder, `account-${scheme}.png`), smallPng(readPng(png), {}));
  await shown.close();
}
await browser.close();
await storybook.close();
