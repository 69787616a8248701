/**
 * Does the steps of `.config/steps.mjs` that are named, or all, side by side as far as there are cores, and stops at the
 * first that fails: `run-steps types lint`. What a step says is shown when it fails, and kept in `node_modules/.cache`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { steps as all } from '../../.config/steps.mjs';
import { sumOf, wordsFor } from './results.mjs';

const logs = 'node_modules/.cache/steps';
mkdirSync(logs, { recursive: true });

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in all));
if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}, but: ${Object.keys(all).join(', ')}.`);
const steps = Object.entries(all)
  .filter(([name]) => names.length === 0 || names.includes(name))
  .map(([name, { after = [], wide = false }]) => ({ name, after, wide, state: 'waiting' }));

const cores = availableParallelism();
// What drives browsers has the machine to itself: beside another step like it, both would wait for each other.
const widthOf = ({ wide }) => (wide ? cores : 1);

const start = performance.now();
const secondsSince = (time) => ((performance.now() - time) / 1000).toFixed(1);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => (stop(), process.exit(1)));
next();

/** Begins as many steps as there is room for; when none is left, says how it was. */
function next() {
  const running = steps.filter(({ state }) => state === 'running');
  let room = cores - running.reduce((sum, step) => sum + widthOf(step), 0);
  const isAhead = (name) => steps.some((step) => step.name === name && step.state !== 'passed');
  for (const step of steps) {
    if (step.state !== 'waiting' || step.after.some(isAhead) || widthOf(step) > room) continue;
    room -= widthOf(step);
    running.push(step);
    begin(step);
  }
  if (running.length === 0) report();
}

function begin(step) {
  const time = performance.now();
  step.state = 'running';
  step.output = '';
  step.child = spawn('npm', ['run', '-s', step.name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // a group of its own, which can be ended as a whole
    shell: process.platform === 'win32', // where npm is a script
  });
  for (const stream of [step.child.stdout, step.child.stderr]) stream.on('data', (data) => (step.output += data));
  step.child.on('close', (code) => {
    if (step.state !== 'running') return;
    step.seconds = secondsSince(time);
    step.state = code === 0 ? 'passed' : 'failed';
    writeFileSync(`${logs}/${step.name.replaceAll(':', '-')}.log`, step.output);
    console.log(`${code === 0 ? '✓' : '✗'} ${step.name} ${step.seconds} s`);
    if (code === 0) return next();
    console.log(`\n${step.output}\n`);
    stop();
    report();
  });
}

function stop() {
  for (const step of steps.filter(({ state }) => state === 'running')) {
    step.state = 'stopped';
    if (process.platform === 'win32') step.child.kill();
    else process.kill(-step.child.pid, 'SIGTERM');
  }
}

function report() {
  console.log(`\n${'step'.padEnd(20)}${'seconds'.padStart(8)}`);
  for (const { name, seconds, state } of steps) console.log(`${name.padEnd(20)}${(seconds ?? state).padStart(8)}`);
  console.log(`${'all'.padEnd(20)}${secondsSince(start).padStart(8)}\n`);
  const failed = steps.filter(({ state }) => state === 'failed');
  const sum = sumOf(steps.map(({ output }) => output ?? ''));
  // A step without tests of its own counts as one when it fails.
  console.log(wordsFor({ ...sum, failed: Math.max(sum.failed, failed.length) }));
  process.exitCode = failed.length > 0 ? 1 : 0;
}
