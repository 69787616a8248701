import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

import { close, listen } from '../fake-logto/node-http.js';
import type { Pages } from '../tools/pages.js';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Serves files as any web server would, at an origin of their own, with these headers on each. */
export async function serveFolder(folder: string, headers: Record<string, string> = {}): Promise<Pages> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname).replace(/[/\\]$/, '/index.html');
    readFile(join(folder, path)).then(
      (content) =>
        response
          .writeHead(200, { ...headers, 'content-type': types[extname(path)] ?? 'application/octet-stream' })
          .end(content),
      // Browsers ask for this one by themselves; whether a page has an icon is not what is tested.
      () => response.writeHead(path.endsWith('favicon.ico') ? 204 : 404).end(),
    );
  });
  return { origin: await listen(server, 0, 'localhost'), close: () => close(server) };
}
