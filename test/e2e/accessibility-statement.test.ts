import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';

const statement = readFileSync(`${repositoryRoot}stories/docs/accessibility.mdx`, 'utf8');

/** How many success criteria of levels A and AA each guideline of WCAG 2.2 has. */
const guidelines = {
  '1.1': 1,
  '1.2': 5,
  '1.3': 5,
  '1.4': 9,
  '2.1': 3,
  '2.2': 2,
  '2.3': 1,
  '2.4': 8,
  '2.5': 6,
  '3.1': 2,
  '3.2': 5,
  '3.3': 6,
  '4.1': 2,
};

test('the accessibility statement explains how each WCAG 2.2 criterion of levels A and AA is met', () => {
  const rows = [...statement.matchAll(/^ {2}\[\s*'(\d\.\d)\.(\d+)',/gm)];
  const counts: Record<string, number> = {};
  for (const [, guideline = ''] of rows) counts[guideline] = (counts[guideline] ?? 0) + 1;
  assert.deepEqual(counts, guidelines);
  assert.equal(new Set(rows.map(([row]) => row)).size, 55);
});

test('the tests named in the accessibility statement exist', () => {
  const named = [...statement.matchAll(/test\/[\w/-]+\.(?:test\.ts|txt)/g)].map(([path]) => path);
  assert.ok(named.length > 8);
  for (const path of named) assert.ok(existsSync(repositoryRoot + path), path);
});

test('the accessibility statement lists known gaps exactly while a test is skipped for them', () => {
  const folder = `${repositoryRoot}test/e2e/`;
  const files = readdirSync(folder).filter((name) => /^accessibility-(?!statement).*\.test\.ts$/.test(name));
  const isWaiting = files.some((name) => readFileSync(folder + name, 'utf8').includes('skip:'));
  assert.equal(statement.includes('\n## Known to be missing\n'), isWaiting);
});
