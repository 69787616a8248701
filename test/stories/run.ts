/**
 * Runs what is tested about the stories: `run [--update] [--only Title]`.
 *
 * `--update` makes the pictures anew that stories are compared with. `--only` takes the stories whose title begins so.
 */
import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { buildStorybook } from './storybook.js';

const { values } = parseArgs({ options: { update: { type: 'boolean' }, only: { type: 'string' } } });
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const given = process.env['STORYBOOK_DIR'];
const folder = given ?? (await buildStorybook());
const tests =
  values.update || values.only ? ['stories.test.ts'] : ['pictures.test.ts', 'docs.test.ts', 'stories.test.ts'];
const reporter = ['--test-reporter', beside('reporter.mjs'), '--test-reporter-destination', 'stdout'];
const args = ['--import', 'tsx', '--test', '--test-concurrency=1', ...reporter, ...tests.map(beside)];
const runner = spawn(process.execPath, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    STORYBOOK_DIR: folder,
    ...(values.update && { UPDATE_BASELINES: '1' }),
    ...(values.only && { ONLY_STORIES: values.only }),
  },
});
runner.on('exit', async (code) => {
  if (!given) await rm(folder, { recursive: true });
  process.exitCode = code ?? 1;
});
