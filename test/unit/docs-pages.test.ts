import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { guides } from '../tools/guides.js';

const folder = 'stories/docs/guides';

test('every guide is a Storybook page with its title', () => {
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .map((page) => [/guide\('(.+?)'\)/.exec(page)?.[1], /title="Guides\/(.+?)"/.exec(page)?.[1]]);
  const written = [...guides]
    .filter(([path]) => path !== 'README.md')
    .map(([path, text]) => [/docs\/(.+)\.md$/.exec(path)?.[1], /^# (.+)$/m.exec(text)?.[1]]);
  assert.deepEqual(pages.sort(), written.sort());
});
