import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { build, type Rolldown } from 'vite';

import { install } from './unpacked.js';

const project = install();

/** The scripts that a page needs at once, and those that it loads later, of a bundle of this module. */
async function bundle(code: string) {
  const entry = join(project.folder, 'entry.js');
  writeFileSync(entry, code);
  const { output } = (await build({
    configFile: false,
    root: project.folder,
    logLevel: 'error',
    build: { write: false, target: 'es2022', rolldownOptions: { input: entry } },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const first = new Set<string>();
  const follow = (name: string) => {
    if (first.has(name)) return;
    first.add(name);
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(follow);
  };
  chunks.filter(({ isEntry }) => isEntry).forEach(({ fileName }) => follow(fileName));
  const codeOf = (isFirst: boolean) =>
    chunks.flatMap(({ fileName, code }) => (first.has(fileName) === isFirst ? [code] : [])).join('\n');
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'));
  return { atOnce: codeOf(true), later: codeOf(false), styles };
}

const registered = (code: string) =>
  [...code.matchAll(/customElements\.define\([`'"]([\w-]+)/g)].map(([, tag]) => tag).sort();

test('a page that only adds messages bundles no element and no Lit', async () => {
  const { atOnce, later } = await bundle(`import { addMessages } from 'logto-account-elements/elements';
    addMessages('en', { 'common.save': 'Keep' });`);
  assert.deepEqual(registered(atOnce + later), []);
  assert.doesNotMatch(atOnce + later, /litElementVersions|reactiveElementVersions/);
  assert.ok(atOnce.length < 10_000, `${atOnce.length} characters`);
});

test('a page that only checks error types bundles one class', async () => {
  const { atOnce, later } = await bundle(`import { AccountError } from 'logto-account-elements/elements';
    addEventListener('logto-error', ({ error }) => console.log(error instanceof AccountError));`);
  assert.equal(later, '');
  assert.ok(atOnce.length < 3_000, `${atOnce.length} characters`);
});

test('a page with one element bundles that element and the provider', async () => {
  const { atOnce, later } = await bundle(`import 'logto-account-elements/username';`);
  assert.deepEqual(registered(atOnce), ['logto-account-provider', 'logto-username']);
  assert.deepEqual(registered(later), []);
});

test('a page with all elements bundles them all, even if it uses no export', async () => {
  const { atOnce } = await bundle(`import 'logto-account-elements';`);
  assert.equal(registered(atOnce).length, 20);
});

test('the account page loads other elements on demand', async () => {
  const { atOnce, later } = await bundle(`import 'logto-account-elements/account';`);
  assert.deepEqual(registered(atOnce), ['logto-account', 'logto-account-provider']);
  assert.equal(registered(later).length, 17);
});

test('a class without its element registers nothing', async () => {
  const { atOnce, later } = await bundle(`import { LogtoProfile } from 'logto-account-elements/elements';
    customElements.define('my-profile', LogtoProfile);`);
  assert.deepEqual(registered(atOnce + later), ['my-profile']);
});

test('an imported theme is in the page', async () => {
  const { styles } = await bundle(`import 'logto-account-elements/themes/plain.css';`);
  assert.equal(styles.length, 1);
});
