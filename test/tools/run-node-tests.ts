/**
 * Runs the `*.test.ts` files of the given folders with Node's test runner, several at a time: `run-node-tests test/unit`.
 *
 * Machines that run checks are often shared and slow. Where `CI` is set, a file with a failure runs once more, by itself;
 * what passes only then is named at the end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { jobs, wordsFor } from './results.mjs';

interface Case {
  file: string;
  name: string;
  state: 'passed' | 'failed' | 'skipped';
}

// Node 20 takes no glob patterns here, and npm's shell on Windows expands none.
const files = process.argv
  .slice(2)
  .flatMap((folder) => readdirSync(folder).map((name) => resolve(folder, name)))
  .filter((path) => path.endsWith('.test.ts'));

const folder = mkdtempSync(join(tmpdir(), 'node-tests-'));
try {
  let cases = await run(files, jobs);
  const failures = cases.filter(({ state }) => state === 'failed');
  const failed = new Set(failures.map(({ file }) => file));
  if (failed.size > 0 && process.env['CI'])
    cases = [...cases.filter(({ file }) => !failed.has(file)), ...(await run([...failed], 1))];
  const count = (wanted: Case['state']) => cases.filter(({ state }) => state === wanted).length;
  const titleOf = ({ file, name }: Case) => `${relative('.', file)}: ${name}`;
  const stillFailed = new Set(cases.filter(({ state }) => state === 'failed').map(titleOf));
  for (const title of stillFailed) console.log(`Failed: ${title}`);
  const again = failures.map(titleOf).filter((title) => !stillFailed.has(title));
  console.log(wordsFor({ passed: count('passed'), failed: count('failed'), skipped: count('skipped'), again }));
  process.exitCode = count('failed') === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** Returns the result of each test. Each file runs in a separate process, a few at a time. */
async function run(tests: string[], concurrency: number): Promise<Case[]> {
  const waiting = tests.values();
  const cases: Case[] = [];
  const work = async () => {
    for (const file of waiting) cases.push(...(await runFile(file)));
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return cases;
}

async function runFile(file: string): Promise<Case[]> {
  const list = join(folder, `${basename(file)}.results`);
  const reporters = Object.entries({
    [process.stdout.isTTY ? 'spec' : 'tap']: 'stdout',
    [fileURLToPath(new URL('node-results.mjs', import.meta.url))]: list,
  });
  const args = reporters.flatMap(([reporter, to]) => ['--test-reporter', reporter, '--test-reporter-destination', to]);
  const child = spawn(process.execPath, ['--import', 'tsx', ...args, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close') as Promise<[number | null]>]);
  process.stdout.write(output);
  const cases = (existsSync(list) ? readFileSync(list, 'utf8') : '')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ file, ...(JSON.parse(line) as Omit<Case, 'file'>) }));
  // What fails outside of every test has no line.
  const isTold = cases.length > 0 && (code === 0 || cases.some(({ state }) => state === 'failed'));
  return isTold ? cases : [...cases, { file, name: 'did not come to its end', state: 'failed' }];
}
