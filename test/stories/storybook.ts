import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';

import { repositoryRoot } from '../tools/pages.js';

export interface StoryEntry {
  id: string;
  title: string;
  name: string;
  tags?: string[];
}

/** A built Storybook, served on this machine. */
export interface Storybook {
  origin: string;
  /** The same, as a static host would have it in a folder of a larger site. */
  inFolder: string;
  stories: StoryEntry[];
  /** Pages of text. */
  docs: StoryEntry[];
  close(): Promise<void>;
}

/** Serves the Storybook in the folder that STORYBOOK_DIR names, or builds one. */
export async function openStorybook(): Promise<Storybook> {
  const folder = process.env['STORYBOOK_DIR'] ?? (await buildStorybook());
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, StoryEntry & { type: string }>;
  };
  const entriesOf = (kind: string) => Object.values(index.entries).filter(({ type }) => type === kind);

  const server = createServer(async ({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = normalize(decodeURIComponent(pathname.replace(subFolder, '/')));
    try {
      const body = await readFile(join(folder, path));
      response.writeHead(200, {
        'content-type': types[extname(path)] ?? 'application/octet-stream',
        // Their names change with their content, and every story is a page that needs them.
        ...(path.startsWith('/assets/') && { 'cache-control': 'max-age=3600, immutable' }),
      });
      response.end(body);
    } catch {
      response.writeHead(path === '/favicon.ico' ? 204 : 404).end(); // browsers ask for it, pages do not
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A service worker needs a secure context, which `localhost` is.
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    inFolder: `${origin}/some/folder`,
    stories: entriesOf('story'),
    docs: entriesOf('docs'),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Builds one into a temporary folder, and gives that. */
export async function buildStorybook(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'storybook-'));
  const storybook = join(repositoryRoot, 'node_modules/storybook/dist/bin/dispatcher.js');
  const args = [storybook, 'build', '-c', 'stories/.storybook', '-o', folder, '--disable-telemetry', '--quiet'];
  await promisify(execFile)(process.execPath, args, { cwd: repositoryRoot });
  return folder;
}

const subFolder = /^\/some\/folder\//;

const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
