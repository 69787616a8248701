/** Prints what the tags weigh, take and ask for, beside others of their kind. Only a full run writes the report. */
import { existsSync } from 'node:fs';

import { formatted } from '../tools/formatted.mjs';
import { repositoryRoot } from '../tools/pages.js';
import { readArguments, type BenchArguments, type Question } from './arguments.js';
import { reportEdit } from './edit/report-edit.js';
import { reportLoad } from './load/report-load.js';
import { reportWaterfall } from './load/report-waterfall.js';
import { runLoads } from './load/run-loads.js';
import { reportMany } from './many/report-many.js';
import { installPeers } from './peers/install.js';
import { report, summary, type Findings } from './report.js';
import { reportServer } from './server/report-server.js';
import { reportSizes } from './sizes/report-sizes.js';
import { startWorld, type World } from './tools/world.js';
import { write, writeBetween } from './tools/written.js';

async function run({ runs, only, hosted }: BenchArguments): Promise<void> {
  if (only === 'server') return print(await reportServer());
  if (!existsSync(`${repositoryRoot}cdn/logto-account-elements.js`))
    throw new Error('There is no CDN script to measure. Build it first: npm run build');
  installPeers();
  if (only === 'sizes') return print((await reportSizes()).text);
  const world = await startWorld(hosted);
  try {
    if (only) return await print(await answer(only, world, runs));
    const findings = await findOut(world, runs);
    await print(report(findings));
    await write('docs/benchmark.md', report(findings));
    await writeBetween('README.md', 'numbers', summary(findings));
  } finally {
    await world.close();
  }
}

async function answer(question: Exclude<Question, 'sizes' | 'server'>, world: World, runs: number): Promise<string> {
  switch (question) {
    case 'load':
      return reportLoad(await runLoads(world, runs));
    case 'waterfall':
      return reportWaterfall(await runLoads(world, runs));
    case 'many':
      return (await reportMany(world, runs)).text;
    case 'edit':
      return reportEdit(world);
  }
}

async function findOut(world: World, runs: number): Promise<Findings> {
  const sizes = await reportSizes();
  const loads = await runLoads(world, runs);
  const many = await reportMany(world, runs);
  // The last, because it changes the user.
  const edit = await reportEdit(world);
  const server = await reportServer();
  return { runs, browser: await world.browser.version(), sizes, loads, load: reportLoad(loads), many, edit, server };
}

const print = async (markdown: string) => console.log(`\n${await formatted('answer.md', markdown)}`);

let benchArguments: BenchArguments;
try {
  benchArguments = readArguments(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exit(2);
}
await run(benchArguments);
