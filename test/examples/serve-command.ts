import { spawn } from 'node:child_process';
import { once } from 'node:events';

import type { Pages } from '../tools/pages.js';
import { freePort } from './free-port.js';

const patience = 120_000;

/** Runs a script in a folder that serves pages at the port that it is told, and waits until it answers. */
export async function serveCommand(folder: string, args: string[], env: Record<string, string>): Promise<Pages> {
  const host = 'localhost';
  const port = await freePort(host);
  const origin = `http://${host}:${port}`;
  const child = spawn(process.execPath, [...args, '-p', String(port), '-H', host], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  for (const end = Date.now() + patience; !(await answers(origin));) {
    if (child.exitCode === null && Date.now() < end) continue;
    child.kill();
    throw new Error(`${args.join(' ')} does not serve anything:\n${said}`);
  }
  return {
    origin,
    async close() {
      if (child.exitCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(origin)).ok;
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 100));
    return false;
  }
}
