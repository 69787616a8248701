import { readdirSync, readFileSync } from 'node:fs';

import { defineConfig, type UserConfig } from 'vite';

import { buildId } from './.config/package/build-id.js';
import { chunks } from './.config/package/chunks.js';
import { integrity } from './.config/package/integrity.js';
import { parallelImports } from './.config/package/parallel-imports.js';
import { sharedCore } from './.config/package/shared-core.js';
import { shortStyles } from './.config/package/short-styles.js';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const isDependency = (id: string) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

/** The command line tool is the one part that uses what Node has. */
const isNodeModule = (id: string) => id.startsWith('node:');

const tags = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(^|[\\/])logto-[\w-]+\.ts$/.test(path),
);

/** One ES module for each source file: dependencies stay imports, and a bundler takes only what a page uses. */
const npmBuild: UserConfig['build'] = {
  outDir: 'dist',
  target: 'es2022',
  sourcemap: true,
  minify: false,
  lib: {
    entry: [
      'components/index.ts',
      'components/elements.ts',
      ...tags.map((path) => `components/${path}`),
      'src/server/index.ts',
      'src/cli/logto-account-elements.ts',
    ],
    formats: ['es'],
  },
  rolldownOptions: {
    external: (id) => isDependency(id) || isNodeModule(id),
    output: {
      preserveModules: true,
      preserveModulesRoot: '.',
      // Helpers of the compiler would be named after its version.
      entryFileNames: ({ name }) => `${name.replace(/^_virtual\/.*\//, 'helpers/')}.js`,
    },
  },
};

const { plugin: cutIntoChunks, codeSplitting } = chunks('components/cdn.ts');
const { plugin: nameBuild, id } = buildId();

/** One script for a page without a bundler; what is needed later is loaded from its own folder. */
const cdnBuild: UserConfig['build'] = {
  outDir: 'cdn',
  target: 'es2022',
  sourcemap: true,
  license: { fileName: 'licenses.md' }, // of what is bundled
  lib: { entry: 'components/cdn.ts', formats: ['es'], fileName: () => 'logto-account-elements.js' },
  rolldownOptions: {
    preserveEntrySignatures: 'allow-extension', // for what it shares with the rest
    output: {
      chunkFileNames: () => `chunks/${id()}/[name].js`,
      minify: true, // Vite leaves the white space of ES libraries as it is
      codeSplitting,
    },
  },
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: [
    shortStyles(),
    ...(mode === 'cdn' ? [nameBuild, cutIntoChunks, parallelImports(), sharedCore(id), integrity()] : []),
  ],
  build: mode === 'cdn' ? cdnBuild : npmBuild,
}));
