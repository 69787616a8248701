import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';

import { build } from 'esbuild';

import { FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { close, listen } from '../fake-logto/node-http.js';
import { startFakeLogtoServer } from '../fake-logto/server.js';

/** The output and exit code of a command. */
export interface CommandResult {
  code: number | null;
  out: string;
  err: string;
}

/** The tool in one file, which starts in a fraction of the time that compiling its source takes. Beside the packages it needs. */
const compiled = `node_modules/.cache/command-line-${process.pid}.mjs`;

await build({
  entryPoints: ['src/cli/logto-account-elements.ts'],
  outfile: compiled,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});
after(() => rm(compiled));

export interface Running {
  /** What `node` should run; what the source is compiled to when not given. */
  tool?: string[];
  /** On top of this process' own. */
  environment?: Record<string, string>;
  /** The user's input; there is no user by default. */
  typed?: string;
}

/** Runs the command line tool in a separate process. */
export function runTool(
  args: string[],
  { tool = [compiled], environment, typed }: Running = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...tool, ...args], {
      env: { ...process.env, ...environment },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => undefined); // it may be gone before it has read
    child.stdin.end(typed);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    );
  });
}

/** A tenant for one test. */
export async function startTenant(t: TestContext, options: FakeLogtoOptions = {}) {
  const server = await startFakeLogtoServer({ logto: new FakeLogto(options) });
  t.after(() => server.close());
  return server;
}

/** Something else than a Logto, for one test. */
export async function startOther(t: TestContext, answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  const origin = await listen(server, 0, '127.0.0.1');
  t.after(() => close(server));
  return origin;
}

/** A folder for one test. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'settings-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
