import { relative, sep } from 'node:path';

import { build } from 'vite';

const isPackage = /[\\/]node_modules[\\/]/;
const isSource = /[\\/](src|components)[\\/](?!.*\.test\.ts$)/;
const isHelper = /[\\/]test[\\/](?!.*\.test\.ts$)/;

/**
 * Serves these files, and what they import, from a bundle: a test file asks for a handful of modules then, not for hundreds.
 * What is loaded on demand has a file of its own, `chunks/name.js`, and no module runs before one that runs imports it.
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

/** The code by its address: that of the source for what is named, so that failures name it, too. */
async function bundle(root, files) {
  const addressOf = (file) => relative(root, file).split(sep).join('/');
  const { isThereFirst, plugin } = atOnce();
  const group = (name, pattern) => ({ name, test: (id) => isThereFirst(id) && pattern.test(id) });
  const { output } = await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    plugins: [plugin],
    build: {
      write: false,
      outDir: root, // nothing is written: it is what source maps are relative to
      target: 'es2022',
      minify: false,
      modulePreload: false,
      sourcemap: true,
      rolldownOptions: {
        input: Object.fromEntries(files.map((file) => [addressOf(file), file])),
        external: /^\/__web-/, // the test runner's own
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: '[name]',
          chunkFileNames: 'chunks/[name].js',
          strictExecutionOrder: true,
          codeSplitting: {
            groups: [group('packages', isPackage), group('library', isSource), group('helpers', isHelper)],
          },
        },
      },
    },
  });
  return new Map(output.map(({ fileName, code, source }) => [`/${fileName}`, code ?? source]));
}

/** Knows what an entry has to have before it runs; the rest is loaded on demand. */
function atOnce() {
  const found = new Set();
  return {
    isThereFirst: (id) => found.has(id),
    plugin: {
      name: 'at-once',
      buildEnd() {
        const add = (id) => {
          if (found.has(id)) return;
          found.add(id);
          this.getModuleInfo(id)?.importedIds.forEach(add);
        };
        for (const id of this.getModuleIds()) if (this.getModuleInfo(id)?.isEntry) add(id);
      },
    },
  };
}
