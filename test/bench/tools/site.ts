import { createSecureServer, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Pages and scripts at `https://localhost`, over HTTP/2 and compressed beforehand, as a CDN serves them. */
export interface Site {
  origin: string;
  add(path: string, content: string): void;
  close(): Promise<void>;
}

interface SelfSigned {
  generate(attributes: { name: string; value: string }[], options: object): Promise<{ private: string; cert: string }>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export async function startSite(): Promise<Site> {
  // Installed with the peers, so that types cannot come from it.
  const { generate } = createRequire(import.meta.url)('selfsigned') as SelfSigned;
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const files = new Map<string, Buffer>();
  const server = createSecureServer({ key, cert });
  server.on('stream', (stream, { ':path': url = '/' }) => {
    const { pathname } = new URL(url, 'https://localhost');
    const body = files.get(pathname);
    if (!body) return stream.respond({ ':status': 404 }, { endStream: true });
    stream.respond({
      ':status': 200,
      'content-type': types[extname(pathname)] ?? 'application/octet-stream',
      'content-encoding': 'br',
      'content-length': body.length,
      'cache-control': extname(pathname) === '.html' ? 'no-cache' : 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
    stream.end(body);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, 'localhost', resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    add: (path, content) => void files.set(path, brotliCompressSync(content)),
    close: () => closed(server),
  };
}

function closed(server: Http2Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
