import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { install } from './unpacked.js';

const { files, package: folder } = install();

test('every script of the CDN build is listed with its correct hash', () => {
  const listed = JSON.parse(readFileSync(join(folder, 'cdn/integrity.json'), 'utf8')) as Record<string, string>;
  const scripts = files.flatMap((path) => (/^cdn\/(.+\.js)$/.exec(path) ?? []).slice(1));
  const hashes = scripts.map((name) => {
    const hash = createHash('sha384').update(readFileSync(join(folder, 'cdn', name)));
    return [name, `sha384-${hash.digest('base64')}`] as const;
  });
  assert.ok(scripts.length > 1);
  assert.deepEqual(listed, Object.fromEntries(hashes));
});
