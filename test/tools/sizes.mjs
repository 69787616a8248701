// What a page downloads: gzip and brotli of what a bundler makes of it, and of the CDN script.
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { build } from 'vite';

const lit = /^(lit|@lit)(\/|$|-)|^@lit-labs\//;
const sdk = '@logto/browser';

/** A page with these tags. */
export const measure = (tags, { withLit }) =>
  measureEntry(tags.map((tag) => `import '/components/${tag}/logto-${tag}.ts';`).join('\n'), { withLit });

/** Code that a browser loads before the first paint, and the rest by chunk. `root` is where packages are looked for. */
export async function measureEntry(entry, { withLit = true, root = process.cwd() } = {}) {
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'silent',
    publicDir: false,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : undefined),
        load: (id) => (id === 'entry' ? entry : undefined),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        input: 'entry',
        external: (id) => !withLit && lit.test(id),
        output: { minify: true },
      },
    },
  });
  const chunks = output.filter(({ type }) => type === 'chunk');
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const first = new Set();
  const follow = ({ fileName, imports }) => {
    first.add(fileName);
    for (const name of imports) if (byName.has(name) && !first.has(name)) follow(byName.get(name));
  };
  follow(chunks.find(({ isEntry }) => isEntry));
  return {
    first: sizeOf(chunks.filter(({ fileName }) => first.has(fileName)).map(({ code }) => code)),
    // Takes its time, and not everybody asks.
    get onDemand() {
      return chunks
        .filter(({ fileName }) => !first.has(fileName))
        .map((chunk) => ({ name: nameOf(chunk), ...sizeOf([chunk.code]) }));
    },
  };
}

const libraries = { [sdk]: sdk, jose: 'jose (an ID token to verify)', re2js: 're2js (a field with a pattern)' };

const nameOf = ({ name, moduleIds }) =>
  Object.entries(libraries).find(([library]) =>
    moduleIds.some((id) => id.includes(`/node_modules/${library}/`)),
  )?.[1] ?? name;

/** Of these scripts, each compressed by itself. */
export function sizeOf(scripts) {
  const files = scripts.map((code) => Buffer.from(code));
  const total = (compress) => files.reduce((sum, file) => sum + compress(file).length, 0);
  return { gzip: total((file) => gzipSync(file, { level: 9 })), brotli: total(brotliCompressSync) };
}

export const tags = [
  'sign-in',
  'user-button',
  'profile',
  'username',
  'email',
  'phone',
  'password',
  'mfa',
  'passkeys',
  'social-links',
  'sessions',
  'connected-apps',
  'trusted-devices',
  'sign-in-history',
  'organizations',
  'access-tokens',
  'data-export',
  'delete-account',
];
