// Prints what a page downloads: gzip and brotli of each entry, with and without Lit, and of what is loaded on demand.
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { build } from 'vite';

const lit = /^(lit|@lit)(\/|$|-)|^@lit-labs\//;
const sdk = '@logto/browser';

/** Code that a browser loads before the first paint, and the rest by chunk. */
async function measure(tags, { withLit }) {
  const entry = tags.map((tag) => `import '/components/${tag}/logto-${tag}.ts';`).join('\n');
  const { output } = await build({
    configFile: false,
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
    first: sizeOf(chunks.filter(({ fileName }) => first.has(fileName))),
    onDemand: chunks
      .filter(({ fileName }) => !first.has(fileName))
      .map((chunk) => ({ name: nameOf(chunk), ...sizeOf([chunk]) })),
  };
}

const nameOf = ({ name, moduleIds }) =>
  moduleIds.some((id) => id.includes(`/node_modules/${sdk}/`))
    ? sdk
    : moduleIds.some((id) => id.includes('/node_modules/re2js/'))
      ? 're2js (a field with a pattern)'
      : name;

function sizeOf(chunks) {
  const code = chunks.map((chunk) => Buffer.from(chunk.code));
  const total = (compress) => code.reduce((sum, file) => sum + compress(file).length, 0);
  return { gzip: total((file) => gzipSync(file, { level: 9 })), brotli: total(brotliCompressSync) };
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const line = (name, { gzip, brotli }) => console.log(`${name.padEnd(52)}${kB(gzip)} gzip${kB(brotli)} brotli`);

const tags = [
  'sign-in',
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
  'delete-account',
];
const provider = ['account-provider'];

console.log('At first paint, without the SDK');
line('  provider, with Lit', (await measure(provider, { withLit: true })).first);
line('  provider + sign-in, with Lit', (await measure([...provider, 'sign-in'], { withLit: true })).first);
line('  provider + profile, with Lit', (await measure([...provider, 'profile'], { withLit: true })).first);
const { first, onDemand } = await measure([...provider, ...tags], { withLit: true });
line('  all tags, with Lit', first);
line('  all tags, without Lit', (await measure([...provider, ...tags], { withLit: false })).first);

console.log('Each tag on top of the provider');
const alone = (await measure(provider, { withLit: true })).first;
for (const tag of tags) {
  const both = (await measure([...provider, tag], { withLit: true })).first;
  line(`  ${tag}`, { gzip: both.gzip - alone.gzip, brotli: both.brotli - alone.brotli });
}

console.log('Loaded on demand');
for (const { name, ...size } of onDemand.sort((a, b) => b.gzip - a.gzip)) line(`  ${name}`, size);
console.log('Target: provider + one simple tag at most 20 kB gzip with Lit.');
