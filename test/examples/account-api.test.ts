import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { build } from 'esbuild';

import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { managementApplication } from '../fake-logto/management/data.js';
import { startFakeLogtoServer, type FakeLogtoServer } from '../fake-logto/server.js';
import { askTheLayer } from './ask-the-layer.js';
import { freePort } from './free-port.js';
import { copyExample, install } from './project.js';

let server: FakeLogtoServer;

const environment = () => ({
  LOGTO_ENDPOINT: server.origin,
  LOGTO_APP_ID: 'demo-app',
  LOGTO_M2M_APP_ID: managementApplication.id,
  LOGTO_M2M_APP_SECRET: managementApplication.secret,
});

before(async () => {
  server = await startFakeLogtoServer({ logto: new FakeLogto() });
});

after(() => server.close());

test('a plain Node server responds on behalf of the token’s user', async (t) => {
  const example = copyExample('node');
  t.after(() => example.remove());
  install(example.folder);
  const port = await freePort('127.0.0.1');
  const env = { ...process.env, ...environment(), PORT: String(port) };
  const child = spawn(process.execPath, ['server.js'], { cwd: example.folder, env, stdio: 'inherit' });
  t.after(async () => {
    child.kill();
    await once(child, 'exit');
  });
  const ask = (path: string, init: RequestInit) => answered(`http://127.0.0.1:${port}${path}`, init);
  await askTheLayer(server.logto, ask);
  const path = '/account-api/capabilities';
  assert.match(await firstLine(port, `TRACE ${path} HTTP/1.1\r\nHost: localhost`), / 400 /);
  assert.match(await firstLine(port, `GET ${path} HTTP/1.1\r\nHost: a b:c/d@[`), / 200 /);
  assert.equal((await ask(path, {})).status, 200, 'it goes on');
});

test('a worker with Hono responds on behalf of the token’s user, without Node modules', async (t) => {
  const example = copyExample('hono');
  t.after(() => example.remove());
  install(example.folder);
  const outfile = `${example.folder}/worker.mjs`;
  // As wrangler bundles it. A module of Node would fail the build.
  await build({
    entryPoints: [`${example.folder}/src/worker.js`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['workerd', 'worker', 'browser'],
  });
  const { default: worker } = (await import(pathToFileURL(outfile).href)) as { default: Worker };
  const kept = new Map<string, string>();
  const ACCOUNT_API = {
    get: async (key: string) => kept.get(key) ?? null,
    put: async (key: string, value: string) => void kept.set(key, value),
  };
  const env = { ...environment(), ACCOUNT_API };
  await askTheLayer(server.logto, async (path, init) =>
    worker.fetch(new Request(`https://app.example${path}`, init), env, {}),
  );
  assert.ok([...kept.keys()].some((key) => key.startsWith(`rate:${ada}`)));
  const waited: Promise<unknown>[] = [];
  worker.scheduled({}, env, { waitUntil: (work) => waited.push(work) });
  assert.deepEqual(await Promise.all(waited), [{ deleted: 0, failed: 0, kept: 0, waiting: 0 }]);
});

interface Worker {
  fetch(request: Request, env: object, context: object): Promise<Response>;
  scheduled(event: object, env: object, context: { waitUntil(work: Promise<unknown>): void }): void;
}

/** A server's responses to requests that `fetch` would not send. */
function firstLine(port: number, head: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${head}\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (data: Buffer) => (text += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
  });
}

/** Until the server listens. */
async function answered(url: string, init: RequestInit): Promise<Response> {
  for (const end = Date.now() + 60_000; ;) {
    try {
      return await fetch(url, init);
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
