import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { consoleMessages } from '../tools/console-messages.js';
import { guides } from '../tools/guides.js';

const guide = guides.get('docs/troubleshooting.md')!;

test('the troubleshooting guide has a heading for each console message, and no others', () => {
  const headings = [...guide.matchAll(/^### `(.*)`$/gm)].map(([, heading = '']) => heading);
  const messages = consoleMessages();
  assert.ok(messages.length > 20);
  assert.deepEqual(headings.sort(), messages.sort());
});

test('the troubleshooting guide has every finding that the console shows, and no others', () => {
  const looks = ['look-at-addresses', 'look-at-settings'].map((name) =>
    readFileSync(`src/findings/${name}.ts`, 'utf8'),
  );
  const found = looks.flatMap((source) => source.match(/(?<=[(?:] ?')[a-z]+(_[a-z]+)+(?=')/g) ?? []);
  const kinds = readFileSync('src/findings/settings-findings.ts', 'utf8');
  const isShown = (code: string) => !new RegExp(`\\b${code}: fine\\(`).test(kinds) && code !== 'field_off';
  const rows = [...guide.matchAll(/^\| `(\w+)`/gm)].map(([, code = '']) => code);
  assert.deepEqual(rows.sort(), [...new Set(found)].filter(isShown).sort());
});
