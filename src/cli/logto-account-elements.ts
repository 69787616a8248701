#!/usr/bin/env node
import process from 'node:process';

import { run } from './run.js';

// Not `process.exit()`: that would cut off what a pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
