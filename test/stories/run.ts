/**
 * Runs what is tested about the stories: `run [--update] [--only Title]`.
 *
 * `--update` makes the pictures anew that stories are compared with. `--only` takes the stories whose title begins so.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { update: { type: 'boolean' }, only: { type: 'string' } } });
const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const args = ['--import', 'tsx', '--test', '--test-concurrency=1', '--test-reporter', beside('reporter.mjs')];
const runner = spawn(process.execPath, [...args, '--test-reporter-destination=stdout', beside('stories.test.ts')], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(values.update && { UPDATE_BASELINES: '1' }),
    ...(values.only && { ONLY_STORIES: values.only }),
  },
});
runner.on('exit', (code) => (process.exitCode = code ?? 1));
