/**
 * Runs the `*.test.ts` files of the given folders with Node's test runner, several at a time: `run-node-tests test/unit`.
 * Each has a process of its own, so that none finds what another has left in a module. With `--one-process` there is one
 * for each core, for tests that only drive browsers: loading a compiler, a development server, and an OIDC provider takes
 * longer than most of their files.
 *
 * Machines that run checks are often shared and slow. Where `CI` is set, a file with a failure runs once more, by itself;
 * what passes only then is named at the end.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { jobs, wordsFor } from './results.mjs';

interface Case {
  file: string;
  name: string;
  state: 'passed' | 'failed' | 'skipped';
}

const { values, positionals } = parseArgs({ options: { 'one-process': { type: 'boolean' } }, allowPositionals: true });

// Node 20 takes no glob patterns here, and npm's shell on Windows expands none. The long ones begin, so that none is left at
// the end, when it would run alone.
const files = positionals
  .flatMap((folder) => readdirSync(folder).map((name) => resolve(folder, name)))
  .filter((path) => path.endsWith('.test.ts'))
  .sort((one, other) => statSync(other).size - statSync(one).size);

let cases = await run(files, jobs + 1); // one may wait for a network, a disk, or the next frame
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

/** Returns the result of each test. A few files run at a time. */
async function run(tests: string[], concurrency: number): Promise<Case[]> {
  const waiting = tests.values();
  const cases: Case[] = [];
  const work = async () => {
    for (const file of waiting) cases.push(...(await runInWorker(file, values['one-process'] ? waiting : [].values())));
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return cases;
}

/**
 * Gives a new worker one file after the other, until none is left or the worker ends before it should. What it prints is
 * shown in one piece.
 */
async function runInWorker(first: string, others: Iterator<string, undefined>): Promise<Case[]> {
  const worker = startWorker();
  const cases: Case[] = [];
  const fail = (file: string, name: string) => cases.push({ file, name, state: 'failed' });
  let last = first;
  let isOver = false;
  worker.on('message', (message: Case | { isDone: true } | object) => {
    // The compiler sends messages of its own.
    if ('state' in message) cases.push(message);
    if (!('isDone' in message)) return;
    if (!cases.some(({ file }) => file === last)) fail(last, 'has no tests');
    const next = others.next().value;
    isOver = next === undefined;
    if (next === undefined) worker.disconnect();
    else worker.send((last = next));
  });
  worker.send(first);
  const [output, [code]] = await Promise.all([text(worker.stdout!), once(worker, 'exit') as Promise<[number | null]>]);
  process.stdout.write(output);
  // What fails outside of every test is told by the exit code alone.
  const isTold = code === 0 || cases.some(({ state }) => state === 'failed');
  if (!isOver || !isTold) fail(last, 'did not come to its end');
  return cases;
}

function startWorker(): ChildProcess {
  const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const reporters = [process.stdout.isTTY ? 'spec' : 'tap', here('node-results.mjs')];
  const args = reporters.flatMap((reporter) => [`--test-reporter=${reporter}`, '--test-reporter-destination=stdout']);
  return spawn(process.execPath, ['--import', 'tsx', ...args, here('node-test-worker.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}
