/** Runs the `*.test.ts` files of the given folders with Node's test runner, one file at a time: `run-node-tests test/unit`. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// Node 20 takes no glob patterns here, and npm's shell on Windows expands none.
const files = process.argv
  .slice(2)
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.test.ts'));

const runner = spawn(process.execPath, ['--import', 'tsx', '--test', '--test-concurrency=1', ...files], {
  stdio: 'inherit',
});
runner.on('exit', (code) => (process.exitCode = code ?? 1));
