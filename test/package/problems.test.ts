import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

import { repositoryRoot } from '../tools/pages.js';
import { install } from './unpacked.js';

const project = install();

test('publint reports no problem', async () => {
  const { messages, pkg } = await publint({ pkgDir: project.package, level: 'suggestion', strict: true, pack: false });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg ?? {})),
    [],
  );
});

test('every entry resolves to the right types, in Node and for bundlers', () => {
  const attw = join(repositoryRoot, 'node_modules/@arethetypeswrong/cli/dist/index.js');
  const options = ['--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color'];
  const { status, stdout } = spawnSync(process.execPath, [attw, project.tarball, ...options], { encoding: 'utf8' });
  assert.equal(status, 0, stdout);
});
