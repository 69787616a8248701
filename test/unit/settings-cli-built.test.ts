import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, it } from 'node:test';

import { build } from 'vite';

import type * as server from '../../src/server/index.js';
import { runTool, startTenant } from './settings-cli-set-up.js';

interface Manifest {
  version: string;
  bin: Record<string, string>;
  exports: { './server': { default: string } };
}

const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;

describe('the build', () => {
  let folder: string;
  const built = (path = '') => join(folder, path.replace('./dist/', ''));
  const tool = () => built(manifest.bin['logto-account-elements']);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'settings-built-'));
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction'); // as where it is installed
    await build({ logLevel: 'silent', build: { outDir: folder, emptyOutDir: false } });
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('has a command line tool that npm can run', async (t) => {
    const { origin } = await startTenant(t);
    assert.match(await readFile(tool(), 'utf8'), /^#!\/usr\/bin\/env node\n/);
    assert.equal((await runTool(['--version'], { tool: [tool()] })).out, `${manifest.version}\n`);
    const { code, out, err } = await runTool(['settings', '--endpoint', origin], { tool: [tool()] });
    assert.equal(code, 0, err);
    assert.deepEqual(Object.keys(JSON.parse(out) as object), ['accountCenter', 'signInExperience']);
  });

  it('the build has a server entry', async (t) => {
    const { origin } = await startTenant(t);
    const entry = pathToFileURL(built(manifest.exports['./server'].default)).href;
    const { settingsHandler, readSettings } = (await import(entry)) as typeof server;
    const response = await settingsHandler({ endpoint: origin })(new Request('https://app.example/settings'));
    assert.deepEqual(await response.json(), await readSettings(origin));
  });

  it('has a server entry without Node modules, so it runs on other platforms', async () => {
    const folders = ['src/server', 'src/settings'].map((path) => built(path));
    for (const each of folders)
      for (const file of (await readdir(each)).filter((name) => name.endsWith('.js')))
        assert.doesNotMatch(
          await readFile(join(each, file), 'utf8'),
          /["']node:|\b(process|Buffer|require|global)\b/,
          file,
        );
  });
});
