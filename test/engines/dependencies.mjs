import { posix } from 'node:path';

import { build } from 'vite';

const folder = '/dependencies/';
const isPackage = (id) => /^[\w@]/.test(id);

/**
 * Serves every package that these files import, and what they import, as one module of a bundle: there are eight
 * hundred modules otherwise, which the browser would ask for once for each test file.
 */
export const bundledDependencies = (files) => {
  let modules;
  return {
    name: 'bundled-dependencies',
    async serverStart() {
      modules = await bundle(files);
    },
    // Relative, as the address of the importing module may be another one than that of its file.
    resolveImport: ({ source, context }) =>
      isPackage(source) && modules.has(nameOf(source))
        ? posix.relative(posix.dirname(context.path), folder + nameOf(source))
        : undefined,
    serve({ path }) {
      const body = path.startsWith(folder) && modules.get(path.slice(folder.length));
      return body ? { body, type: 'js', headers: { 'cache-control': 'max-age=3600, immutable' } } : undefined;
    },
  };
};

const nameOf = (id) => `${id.replaceAll('/', '.').replace(/\.js$/, '')}.js`;

/** The code by the name of its file. */
async function bundle(files) {
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [packagesApart()],
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: files,
        external: /^\/__web-/, // the test runner's own
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  return new Map(output.map(({ fileName, code }) => [fileName, code]));
}

/** Makes an entry of each package that a file of the repository imports. */
function packagesApart() {
  return {
    name: 'packages-apart',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!importer || !isPackage(id) || importer.includes('/node_modules/')) return undefined;
      this.emitFile({ type: 'chunk', id, fileName: nameOf(id), preserveSignature: 'strict' });
      return { id, external: true };
    },
  };
}
