#!/usr/bin/env node
import process from 'node:process';
import { createInterface } from 'node:readline/promises';

import { run } from './run.js';

/** On standard error, so that what a command makes stays clean. */
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    // Whoever closes the input has not said yes.
    return await Promise.race([
      lines.question(question),
      new Promise<string>((resolve) => lines.once('close', () => resolve(''))),
    ]);
  } finally {
    lines.close();
  }
}

// Not `process.exit()`: that would cut off what a pipe has not taken yet.
process.exitCode = await run(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  environment: process.env,
  ask,
});
