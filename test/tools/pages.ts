import { cpSync, existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

import { createServer, type Plugin, type ViteDevServer } from 'vite';

import { sendResponse, toRequest } from '../fake-logto/node-http.js';
import { answerFrom, bundledSources } from './bundled-sources.js';
import { hashOf, share } from './shared-cache.js';

/** The top folder of the repository, with a slash at its end. */
export const repositoryRoot = fileURLToPath(new URL('../../', import.meta.url));

/** How to serve pages that use the components from their sources. */
export interface PagesOptions {
  /** The folder that becomes `/`. */
  root: string;
  /** The values of `%NAME%` in an HTML page, computed for every load. */
  values: () => Record<string, string>;
  /** Headers for the pages, for example a Content Security Policy. */
  headers?: () => Record<string, string>;
  /** What answers at a path and below it, instead of a page. */
  routes?: Record<string, (request: Request) => Promise<Response>>;
  /** Preferred port; the next free one is taken when it is in use. 0 for any. */
  port: number;
  /** For development: pages reload when sources change, and prebundled modules are cached. */
  live?: boolean;
}

/** A running development server and the address of its `/`, without the slash. */
export interface Pages {
  origin: string;
  close(): Promise<void>;
}

// All dependencies are bundled before the first page loads: Vite would otherwise find one late and reload the page,
// and a part of Lit that is not bundled with the others would bring a second Lit along.
const litEntries = Object.keys(
  (JSON.parse(readFileSync(`${repositoryRoot}node_modules/lit/package.json`, 'utf8')) as { exports: object }).exports,
)
  .filter((entry) => entry !== './polyfill-support.js')
  .map((entry) => entry.replace(/^\./, 'lit'));

/** Serves pages on `http://localhost`, compiling TypeScript as it is asked for; the components are bundled unless `live`. */
export async function servePages(options: PagesOptions): Promise<Pages> {
  const { root, values, port, live = false } = options;
  // Two running servers cannot write into one folder, and tests run in several processes.
  const cache = `${repositoryRoot}node_modules/.vite/`;
  const own = `${cache}pages-${process.pid}`;
  const shared = `${cache}pages-${hashOf(root, lockfile)}`;
  const cacheDir = live ? `${cache}demo` : existsSync(shared) ? shared : own;
  const bundle = live ? undefined : await bundledSources(repositoryRoot);
  const server = await createServer({
    configFile: false,
    root,
    appType: 'mpa',
    logLevel: 'error',
    clearScreen: false,
    cacheDir,
    plugins: [fillIn(values), answering(options), asBuilt(options), ...(bundle ? [bundled(bundle)] : [])],
    optimizeDeps: {
      include: [
        ...litEntries,
        '@lit/context',
        '@logto/browser',
        '@logto/client',
        'jose',
        '@cropper/element-canvas',
        're2js',
      ],
      noDiscovery: true,
    },
    server: {
      host: 'localhost',
      port,
      fs: { allow: [repositoryRoot] },
      ...(!live && { hmr: false, watch: null, preTransformRequests: false }),
    },
  });
  await server.listen();
  if (cacheDir === own) {
    cpSync(own, `${own}-copy`, { recursive: true }); // its own is in use
    share(`${own}-copy`, shared);
  }
  return {
    origin: originOf(server),
    async close() {
      await server.close();
      if (cacheDir === own) await rm(own, { recursive: true, force: true });
    },
  };
}

const lockfile = readFileSync(`${repositoryRoot}package-lock.json`, 'utf8');

/** Puts values into HTML pages. They come from a command line, so they are escaped. */
function fillIn(values: () => Record<string, string>): Plugin {
  return {
    name: 'fill-in-values',
    transformIndexHtml: (html) => filledIn(html, values()),
  };
}

/** Hands requests to handlers as a server of the page's own would. */
function answering({ routes = {} }: PagesOptions): Plugin {
  return {
    name: 'routes',
    configureServer: ({ middlewares }) =>
      void middlewares.use((incoming, outgoing, next) => {
        const url = new URL(incoming.originalUrl ?? incoming.url ?? '/', `http://${incoming.headers.host}`);
        const path = Object.keys(routes).find((route) => `${url.pathname}/`.startsWith(`${route}/`));
        const handle = path && routes[path];
        if (!handle) return next();
        toRequest(incoming, url.origin)
          .then(handle)
          .then((response) => sendResponse(response, outgoing))
          .catch(next);
      }),
  };
}

/**
 * Serves the CDN script, and the page that uses nothing else, as a web server would: without anything that Vite adds
 * to pages and modules.
 */
function asBuilt({ values, headers }: PagesOptions): Plugin {
  return {
    name: 'as-built',
    configureServer: ({ config, middlewares }) =>
      void middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        if (pathname.endsWith('.html'))
          for (const [name, value] of Object.entries(headers?.() ?? {})) response.setHeader(name, value);
        const isScript = /^\/cdn\/[\w./-]+\.js$/.test(pathname) && !pathname.includes('..');
        if (!isScript && !pathname.endsWith('/cdn.html')) return next();
        const file = isScript ? `${repositoryRoot}${pathname}` : `${config.root}${pathname}`;
        if (!existsSync(file)) {
          response.statusCode = 404;
          response.end(isScript ? 'Not built yet: npm run build' : 'Not found');
          return;
        }
        const content = readFileSync(file, 'utf8');
        response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
        response.end(isScript ? content : filledIn(content, values()));
      }),
  };
}

/** Serves the library's sources from a bundle. */
function bundled(bundle: string): Plugin {
  return {
    name: 'bundled-sources',
    configureServer: ({ middlewares }) =>
      void middlewares.use((request, response, next) => {
        if (!answerFrom(bundle, request, response)) next();
      }),
  };
}

function filledIn(html: string, values: Record<string, string>): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replaceAll(`%${name}%`, () => escapeHtml(value)),
    html,
  );
}

function originOf(server: ViteDevServer): string {
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The development server listens, but gives no address.');
  return new URL(url).origin;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
