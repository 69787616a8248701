import { readdirSync, readFileSync } from 'node:fs';

import { defineConfig, type UserConfig } from 'vite';

import { integrity } from './.config/package/integrity.js';

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

/** What the tags are made of, and what comes with every one of them. */
const isLibrary = /[\\/](src|components[\\/]account-provider|node_modules[\\/](lit|lit-html|lit-element|@lit))[\\/]/;

/** What only lists of rows are made of: the first section of an account page does without. */
const isForLists =
  /[\\/]src[\\/](mfa|user-agent|controllers[\\/](open-row|guarded-list|confirm|copy|user-agent)|state[\\/]one-by-one|ui[\\/](action-row\.ts|row-list|calendar|device|copy)|localize[\\/]messages[\\/]en[\\/]device)/;

/** What is loaded when a form opens that stands in the page itself. */
const isForForms =
  /[\\/]src[\\/](controllers[\\/](light-dom|countdown)|ui[\\/](light-f|form-actions)|localize[\\/]messages[\\/]en[\\/]credential-forms)/;

/** What two or three tags of the first section share, in one request. */
const isForFew = /[\\/]src[\\/](controllers[\\/]identifier-row|api[\\/]primary-identifiers|ui[\\/]image-visibility)/;

const isForAll = (id: string) => isLibrary.test(id) && !isForForms.test(id);

/** One script for a page without a bundler; what is needed later is loaded from its own folder. */
const cdnBuild: UserConfig['build'] = {
  outDir: 'cdn',
  target: 'es2022',
  sourcemap: true,
  license: { fileName: 'licenses.md' }, // of what is bundled
  lib: { entry: 'components/cdn.ts', formats: ['es'], fileName: () => 'logto-account-elements.js' },
  rolldownOptions: {
    output: {
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true, // Vite leaves the white space of ES libraries as it is
      // What several tags share, in few requests: dozens of chunks of some hundred bytes would cost more than they save.
      codeSplitting: {
        groups: [
          { name: 'core', test: isForAll, minShareCount: 8, priority: 4 },
          { name: 'lists', test: isForLists, minShareCount: 3, priority: 3 },
          { name: 'shared', test: isForAll, minShareCount: 3, priority: 2 },
          { name: 'rows', test: isForFew, minShareCount: 2, priority: 2 },
          { name: 'forms', test: isForForms, minShareCount: 2, priority: 1 },
        ],
      },
    },
  },
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  plugins: mode === 'cdn' ? [integrity()] : [],
  build: mode === 'cdn' ? cdnBuild : npmBuild,
}));
