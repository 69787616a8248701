import { readdirSync, readFileSync } from 'node:fs';

import { defineConfig, type UserConfig } from 'vite';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> };
const isDependency = (id: string) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));

const tags = readdirSync('components', { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(^|[\\/])logto-[\w-]+\.ts$/.test(path),
);

/** One ES module for each source file: dependencies stay imports, and a bundler takes only what a page uses. */
const npmBuild: UserConfig['build'] = {
  outDir: 'dist',
  target: 'es2022',
  sourcemap: true,
  minify: false,
  lib: { entry: ['components/index.ts', ...tags.map((path) => `components/${path}`)], formats: ['es'] },
  rolldownOptions: {
    external: isDependency,
    output: { preserveModules: true, preserveModulesRoot: '.', entryFileNames: '[name].js' },
  },
};

/** One script for a page without a bundler; what is needed later is loaded from its own folder. */
const cdnBuild: UserConfig['build'] = {
  outDir: 'cdn',
  target: 'es2022',
  sourcemap: true,
  lib: { entry: 'components/index.ts', formats: ['es'], fileName: () => 'logto-account-elements.js' },
  rolldownOptions: {
    output: {
      chunkFileNames: 'chunks/[name]-[hash].js',
      minify: true, // Vite leaves the white space of ES libraries as it is
    },
  },
};

export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: mode === 'cdn' ? cdnBuild : npmBuild,
}));
