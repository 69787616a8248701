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

const cases = {
  'provider + sign-in': ['account-provider', 'sign-in'],
  'provider + profile': ['account-provider', 'profile'],
  everything: ['account-provider', 'sign-in', 'profile'],
};

console.log('At first paint, without the SDK');
for (const [name, tags] of Object.entries(cases)) {
  line(`  ${name}, with Lit`, (await measure(tags, { withLit: true })).first);
  line(`  ${name}, without Lit`, (await measure(tags, { withLit: false })).first);
}
console.log('Loaded on demand');
const { onDemand } = await measure(cases.everything, { withLit: true });
for (const { name, ...size } of onDemand.sort((a, b) => b.gzip - a.gzip)) line(`  ${name}`, size);
console.log('Target: provider + one simple tag at most 20 kB gzip with Lit.');
