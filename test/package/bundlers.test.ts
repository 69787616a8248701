import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as esbuild from 'esbuild';
import { rollup } from 'rollup';
import { build, type Rolldown } from 'vite';
import webpack from 'webpack';

import { install } from './unpacked.js';

const project = install();
const entry = join(project.folder, 'entry.js');
writeFileSync(entry, `import 'logto-account-elements/account';`);

/** A script that a bundler has made: what it is made of, and the scripts that have to be there before it runs. */
interface Script {
  modules: string[];
  imports: string[];
}

type Scripts = Map<string, Script>;

/** What the account page shows first, by the end of the names of its modules. */
const shownFirst = ['entry.js', 'sections/profile.js', 'sign-in/logto-sign-in.js'];

const isShownFirst = (request: string | undefined) => shownFirst.some((end) => request?.endsWith(end));

/** The scripts that a page loads until somebody's own values can be seen. */
function firstLoad(scripts: Scripts): Set<string> {
  const first = new Set<string>();
  const follow = (name: string) => {
    if (first.has(name)) return;
    first.add(name);
    scripts.get(name)?.imports.forEach(follow);
  };
  for (const end of shownFirst) {
    const found = [...scripts].find(([, { modules }]) => modules.some((module) => module.endsWith(end)));
    assert.ok(found, `${end} is in no script`);
    follow(found[0]);
  }
  return first;
}

type Output = { type: 'asset' } | { type: 'chunk'; fileName: string; moduleIds: string[]; imports: string[] };

const scriptsOf = (output: readonly Output[]): Scripts =>
  new Map(
    output.flatMap((file) =>
      file.type === 'chunk' ? [[file.fileName, { modules: file.moduleIds, imports: file.imports }]] : [],
    ),
  );

/** The first load as each bundler makes it. */
const bundlers: Record<string, () => Promise<Set<string>>> = {
  async Vite() {
    const { output } = (await build({
      configFile: false,
      root: project.folder,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: entry } },
    })) as Rolldown.RolldownOutput;
    return firstLoad(scriptsOf(output));
  },

  async esbuild() {
    const { metafile } = await esbuild.build({
      entryPoints: [entry],
      outdir: join(project.folder, 'esbuild'),
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      write: false,
      metafile: true,
      logLevel: 'error',
    });
    return firstLoad(
      new Map(
        Object.entries(metafile.outputs).map(([name, { inputs, imports }]) => [
          name,
          {
            modules: Object.keys(inputs),
            imports: imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
          },
        ]),
      ),
    );
  },

  async Rollup() {
    const bundle = await rollup({ input: entry, plugins: [nodeResolve({ browser: true })] });
    const { output } = await bundle.generate({ format: 'es' });
    return firstLoad(scriptsOf(output));
  },

  async webpack() {
    const compiler = webpack({
      mode: 'production',
      entry,
      output: { path: join(project.folder, 'webpack') },
      optimization: { minimize: false }, // which takes long, and changes no number of scripts
    });
    const { compilation } = await new Promise<webpack.Stats>((resolve, reject) =>
      compiler.run((error, made) => (made ? resolve(made) : reject(error ?? new Error('Nothing was made')))),
    );
    assert.deepEqual(compilation.errors, []);
    const groups = compilation.chunkGroups.filter(
      (group) => group.isInitial() || group.origins.some(({ request }) => isShownFirst(request)),
    );
    return new Set(groups.flatMap(({ chunks }) => chunks.map(({ id }) => String(id))));
  },
};

/** esbuild makes a script of whatever two others share, however small, and has no setting for it. */
const most: Record<string, number> = { Vite: 12, Rollup: 12, webpack: 12, esbuild: 52 };

for (const [name, bundle] of Object.entries(bundlers))
  test(`what ${name} makes of the account page asks for few scripts at first`, async () => {
    const first = await bundle();
    assert.ok(first.size <= most[name]!, `${first.size} scripts: ${[...first].join(', ')}`);
    assert.ok(first.size > 2, 'The page, its first section and the button to sign in are not all of it');
  });
