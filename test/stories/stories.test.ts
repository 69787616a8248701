import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, it } from 'node:test';

import { getStorySortParameter } from 'storybook/internal/csf-tools';

import { repositoryRoot } from '../tools/pages.js';
import { jobs } from '../tools/results.mjs';
import {
  differenceFrom,
  forgetDifferences,
  howToUpdate,
  isUpdate,
  keep,
  leftOver,
  pictureName,
  remove,
} from './baselines.js';
import { startBrowser } from './browser.js';
import { looks, type Look } from './looks.js';
import { StoryPage } from './story-page.js';
import { openStorybook, type StoryEntry } from './storybook.js';

/** How many stories are shown at once: while one waits, another one is drawn. */
const concurrency = 4 * jobs + 1;

/** Milliseconds to wait before another look at a story that seems to be different, or not yet at rest. */
const secondLooks = [150, 400, 1000, 2500];

/** The same while pictures are made anew: on a busy machine, what has not been drawn yet is at rest for a while, too. */
const looksWhenMadeAnew = [500, 1000, 2500];

const storybook = await openStorybook();
const only = process.env['ONLY_STORIES'] ?? '';
const stories = storybook.stories.filter(({ title }) => title.startsWith(only));
const { browser, differs } = await startBrowser();
forgetDifferences();

after(async () => {
  await browser.close();
  await storybook.close();
});

describe('the stories', () => {
  it('are all listed in the sidebar’s sort order', () => {
    const titles = new Set([...storybook.stories, ...storybook.docs].map(({ title }) => title));
    const preview = readFileSync(`${repositoryRoot}stories/.storybook/preview.ts`, 'utf8');
    const { order } = getStorySortParameter(preview) as { order: (string | string[])[] };
    const listed = order.flatMap((entry, index) =>
      Array.isArray(entry) ? entry.map((title) => `${String(order[index - 1])}/${title}`) : entry,
    );
    const groups = order.filter((_, index) => Array.isArray(order[index + 1]));
    assert.deepEqual(new Set(listed.filter((title) => !groups.includes(title))), titles);
  });

  it('match their pictures, and no picture is left over', { skip: differs }, () => {
    const pictured = storybook.stories.filter(hasPicture);
    const names = pictured.flatMap(({ id }) => looks.map((look) => pictureName(id, look)));
    const old = leftOver(new Set(names));
    if (isUpdate) old.forEach(remove);
    else assert.deepEqual(old, []);
  });
});

for (const look of looks)
  describe(`the stories, ${look.name}`, { concurrency }, () => {
    const pages = pagesWith(look);
    after(() => pages.close());

    for (const story of stories) {
      const isCompared = !differs && hasPicture(story);
      const { id, title, name } = story;
      const looksSame = isCompared ? ', looks as it did' : '';
      it(`${title}, ${name}, ${look.name}: renders without errors, is accessible${looksSame}`, () =>
        pages.use(async (page) => {
          await page.show(id);
          const difference = isCompared ? await differenceOf(page, id) : undefined;
          assert.equal(await page.overflow(), 0, 'The page can be scrolled sideways');
          assert.deepEqual(await page.violations(), []);
          assert.deepEqual(page.problems(), []);
          assert.equal(difference, undefined, howToUpdate);
        }));
    }
  });

/** Stories with this tag are tools, not states of an element. */
function hasPicture({ tags }: StoryEntry): boolean {
  return !tags?.includes('no-picture');
}

/** What is different, at second sight as well. While pictures are made anew nothing is. */
async function differenceOf(page: StoryPage, id: string): Promise<string | undefined> {
  let picture = await page.picture();
  let difference = differenceFrom(id, page.look, picture);
  for (const wait of isUpdate ? looksWhenMadeAnew : secondLooks) {
    if (!difference) return undefined;
    await new Promise((resolve) => setTimeout(resolve, wait));
    await page.settle();
    const before = picture;
    picture = await page.picture();
    if (!isUpdate) difference = differenceFrom(id, page.look, picture);
    else if (Buffer.compare(before, picture) === 0) return void keep(id, page.look, picture);
  }
  return isUpdate ? 'It does not come to rest.' : difference;
}

/** Pages that are used again, as long as nothing went wrong in them. */
function pagesWith(look: Look) {
  const free: StoryPage[] = [];
  return {
    async use(task: (page: StoryPage) => Promise<void>): Promise<void> {
      const page = free.pop() ?? (await StoryPage.open(browser, storybook.origin, look));
      try {
        await task(page);
        free.push(page);
      } catch (error) {
        await page.close();
        throw error;
      }
    },
    close: () => Promise.all(free.map((page) => page.close())),
  };
}
