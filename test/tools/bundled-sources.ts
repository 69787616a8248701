import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';

import { build } from 'vite';

import { hashOf, share } from './shared-cache.js';

/** Loaded later by the pages, or by tests to know that they are there. */
const folders = ['components', 'src/localize/messages'];
const isEntry = (path: string) =>
  /^components\/(index|elements|[\w-]+\/logto-[\w-]+)\.ts$|^src\/localize\/messages\/[\w-]+\.ts$/.test(path);

/**
 * The components as a bundler makes them of the sources, each entry at the address of its source: a browser that has never
 * been here asks for a handful of files then, not for hundreds. Made once for all servers that find the same sources.
 */
export async function bundledSources(root: string): Promise<string> {
  const cache = join(root, 'node_modules/.vite');
  const bundle = join(cache, `sources-${versionOf(root)}`);
  if (existsSync(bundle)) return bundle;
  const own = `${bundle}-${process.pid}`;
  await bundleInto(own, root);
  share(own, bundle);
  return bundle;
}

async function bundleInto(outDir: string, root: string): Promise<void> {
  mkdirSync(outDir, { recursive: true });
  const entries = folders.flatMap((folder) => filesIn(root, folder)).filter(isEntry);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    // Like in a development page, so that Lit warns about mistakes.
    resolve: { conditions: ['development', 'module', 'browser'] },
    build: {
      outDir,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((path) => [path, path])),
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name]',
          chunkFileNames: 'components/chunks/[name].js',
          strictExecutionOrder: true, // no module of a file runs before one that runs imports it
          codeSplitting: { groups: [{ name: 'library', tags: ['$initial'] }] },
        },
      },
    },
  });
}

/** Serves files of a bundle. Returns whether it has. */
export function answerFrom(bundle: string, { url = '/' }: IncomingMessage, response: ServerResponse): boolean {
  const { pathname } = new URL(url, 'http://localhost');
  const file = join(bundle, pathname);
  if (!/\.[jt]s$/.test(pathname) || !file.startsWith(bundle) || !existsSync(file)) return false;
  response.setHeader('content-type', 'text/javascript');
  response.setHeader('cache-control', 'max-age=3600'); // longer than a browser of the tests lives
  response.end(readFileSync(file));
  return true;
}

const filesIn = (root: string, folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts'))
    .sort();

function versionOf(root: string): string {
  const sources = ['components', 'src'].flatMap((folder) => filesIn(root, folder));
  const how = ['package-lock.json', 'test/tools/bundled-sources.ts'];
  return hashOf(...[...how, ...sources].flatMap((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
