import { readdirSync, readFileSync } from 'node:fs';

import { defineConfig, type UserConfig } from 'vite';

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
      ...tags.map((path) => `components/${path}`),
      'src/server/index.ts',
      'src/cli/logto-account-elements.ts',
    ],
    formats: ['es'],
  },
  rolldownOptions: {
    external: (id) => isDependency(id) || isNodeModule(id),
    output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' },
  },
};

/** What the tags are made of, and what comes with every one of them. */
const isLibrary = /[\\/](src|components[\\/]account-provider|node_modules[\\/](lit|lit-html|lit-element|@lit))[\\/]/;

/** One script for a page without a bundler; what is needed later is loaded from its own folder. */
const cdnBuild: UserConfig['build'] = {
  outDir: 'cdn',
  target: 'es2022',
  sourcemap: true,
  lib: { entry: 'components/cdn.ts', formats: ['es'], fileName: () => 'logto-account-elements.js' },
  rolldownOptions: {
    output: {
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true, // Vite leaves the white space of ES libraries as it is
      // What several tags share, in few requests: dozens of chunks of some hundred bytes would cost more than they save.
      codeSplitting: {
        groups: [
          { name: 'core', test: isLibrary, minShareCount: 8, priority: 2 },
          { name: 'shared', test: isLibrary, minShareCount: 3, priority: 1 },
        ],
      },
    },
  },
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: mode === 'cdn' ? cdnBuild : npmBuild,
}));
