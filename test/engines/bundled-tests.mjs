import { relative, sep } from 'node:path';

import { build } from 'vite';

/**
 * Serves these files, and what they import, from a bundle: a test file asks for a handful of modules then, not for hundreds.
 * Each is at its own address, and what is loaded on demand at `chunks/name.js`.
 */
export const bundledTests = (root, files) => {
  let modules;
  return {
    name: 'bundled-tests',
    async serverStart() {
      modules = await bundle(root, files);
    },
    serve({ path }) {
      const body = modules.get(path);
      return body && { body, type: path.endsWith('.map') ? 'json' : 'js' };
    },
  };
};

/** The code by its address. */
async function bundle(root, files) {
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      outDir: root, // what source maps are relative to
      target: 'es2022',
      minify: false,
      modulePreload: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [relative(root, file).split(sep).join('/'), file])),
        external: /^\/__web-/, // the test runner's own
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name]',
          chunkFileNames: 'chunks/[name].js',
          strictExecutionOrder: true, // no module of a file runs before one that runs imports it
          codeSplitting: {
            // What is loaded on demand is in none of these.
            groups: [
              { name: 'packages', test: /[\\/]node_modules[\\/]/, tags: ['$initial'] },
              { name: 'library', test: /[\\/](src|components)[\\/](?!.*\.test\.ts$)/, tags: ['$initial'] },
              { name: 'helpers', test: /[\\/]test[\\/](?!.*\.test\.ts$)/, tags: ['$initial'] },
            ],
          },
        },
      },
    },
  });
  return new Map(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? source]));
}
