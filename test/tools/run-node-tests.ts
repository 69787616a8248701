/**
 * Runs the `*.test.ts` files of the given folders with Node's test runner, one file at a time: `run-node-tests test/unit`.
 *
 * Machines that run checks are often shared and slow. Where `CI` is set, a file with a failure runs once more, by itself;
 * what passes only then is named at the end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Node 20 takes no glob patterns here, and npm's shell on Windows expands none.
const files = process.argv
  .slice(2)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.test.ts'));

const folder = mkdtempSync(join(tmpdir(), 'node-tests-'));
try {
  const failed = await run(files);
  const again = failed.length > 0 && process.env['CI'] ? await run(failed) : failed;
  for (const file of failed)
    console.log(again.includes(file) ? `# Failed: ${file}` : `# Passed only when it was run again: ${file}`);
  process.exitCode = again.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Gives the files in which something failed. */
async function run(tests: string[]): Promise<string[]> {
  const list = join(folder, 'failed.txt');
  const reporters = [
    ['--test-reporter', process.stdout.isTTY ? 'spec' : 'tap', '--test-reporter-destination', 'stdout'],
    [
      '--test-reporter',
      fileURLToPath(new URL('failed-files.mjs', import.meta.url)),
      '--test-reporter-destination',
      list,
    ],
  ];
  const args = ['--import', 'tsx', '--test', '--test-concurrency=1', ...reporters.flat(), ...tests];
  const [code] = (await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit')) as [number | null];
  if (code === 0) return [];
  const failed = [...new Set(readFileSync(list, 'utf8').split('\n').filter(Boolean))];
  return failed.length > 0 ? failed : tests; // it did not come to its end
}
