/**
 * Runs the browser tests in one engine after the other: `run.mjs [chromium] [firefox] [webkit] [-- options of wtr]`.
 *
 * Without names it runs Chromium and those of the others that are installed, and says how to install the rest. An
 * engine that is named has to be there.
 *
 * Machines that run checks are often shared and slow. Where `CI` is set, the files with a failure run once more; what
 * passes only then is named at the end.
 */
import { startTestRunner } from '@web/test-runner';

import { configFor } from '../../.config/web-test-runner.shared.mjs';
import { wordsFor } from '../tools/results.mjs';
import { chromium } from './chromium.mjs';
import { firefox } from './firefox.mjs';
import { resultsOf } from './results.mjs';
import { webkit } from './webkit.mjs';

const engines = { chromium, firefox, webkit };

const args = process.argv.slice(2);
const named = args.filter((arg) => arg in engines);
const options = args.filter((arg) => !(arg in engines) && arg !== '--');
const isWhole = options.length === 0; // with options it may be only some of the files

// What was started ends with this process, however that ends.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

const summary = [];
const sum = { passed: 0, failed: 0, skipped: 0, again: [] };
let good = true;
for (const name of named.length > 0 ? named : Object.keys(engines)) good = (await test(engines[name])) && good;
console.log(`\n${summary.join('\n')}\n\n${wordsFor(sum)}`);
process.exit(good ? 0 : 1);

async function test(engine) {
  let config;
  try {
    config = await configFor(engine);
  } catch (error) {
    summary.push(`${engine.name}: not tested. ${error.message}`);
    return named.length === 0 && engine !== chromium;
  }
  const start = Date.now();
  let sessions = await runIn(config, options);
  const files = sessions.filter(({ passed }) => !passed).map(({ testFile }) => testFile);
  const failures = resultsOf(engine, sessions).failures;
  if (files.length > 0 && process.env.CI) {
    const others = sessions.filter(({ passed }) => passed);
    sessions = [...others, ...(await runIn({ ...(await configFor(engine)), files, concurrency: 1 }, []))];
  }
  const results = resultsOf(engine, sessions);
  report(engine, results, Date.now() - start);
  for (const count of ['passed', 'failed', 'skipped']) sum[count] += results[count];
  sum.again.push(...failures.filter((title) => !results.failures.includes(title)));
  return sessions.every(({ passed }) => passed) && (results.gone.length === 0 || !isWhole);
}

async function runIn(config, argv) {
  const runner = await startTestRunner({ config, readFileConfig: false, autoExitProcess: false, argv });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()];
}

function report({ name }, { passed, failed, skipped, broken, reasons, gone }, duration) {
  const minutes = (duration / 60_000).toFixed(1);
  summary.push(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped, in ${minutes} minutes`);
  for (const file of broken) summary.push(`  Did not come to its end: ${file}`);
  for (const { reason, tests } of reasons)
    summary.push(`  Skipped: ${reason}`, ...tests.map((title) => `    ${title}`));
  if (isWhole) for (const title of gone) summary.push(`  In cannot.mjs, but no test: ${title}`);
}
