import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

import { entries, install, modules } from './unpacked.js';

const project = install();
const name = 'logto-account-elements';
const tags = entries(project).flatMap(({ specifier, targets: [target] }) =>
  target?.includes('/logto-') ? [{ specifier, tag: `logto-${specifier.slice(name.length + 1)}` }] : [],
);

/** Runs a module in Node, in the project, and gives what it prints. Lit brings a registry of tags along there. */
const run = (code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: project.folder, encoding: 'utf8' }).trim();

const registeredBy = (specifier: string) => {
  const all = JSON.stringify(tags.map(({ tag }) => tag));
  const code = `await import('${specifier}'); console.log(${all}.filter((tag) => customElements.get(tag)).join(' '))`;
  return run(code).split(' ').filter(Boolean).sort();
};

for (const specifier of modules(project).filter((each) => !tags.some((tag) => tag.specifier === each)))
  test(`${specifier} can be imported without a DOM`, () => {
    run(`await import('${specifier}')`);
  });

for (const { specifier, tag } of tags)
  test(`${specifier} registers <${tag}> and the provider, even without a DOM`, () => {
    assert.deepEqual(registeredBy(specifier), [...new Set([tag, 'logto-account-provider'])].sort());
  });

test('the main entry registers every element', () => {
  assert.deepEqual(registeredBy(name), tags.map(({ tag }) => tag).sort());
});

test('the classes can be imported without registration', () => {
  assert.deepEqual(registeredBy(`${name}/elements`), []);
  assert.equal(run(`import { LogtoMfa } from '${name}/elements'; console.log(LogtoMfa.name)`), 'LogtoMfa');
});

test('the main entry exports everything that the classes entry does', () => {
  const namesIn = (specifier: string) => run(`console.log(Object.keys(await import('${specifier}')).sort().join(' '))`);
  assert.equal(namesIn(name), namesIn(`${name}/elements`));
});

test('files that are not exported cannot be imported', () => {
  assert.throws(() => run(`await import('${name}/dist/src/events.js')`), /ERR_PACKAGE_PATH_NOT_EXPORTED/);
});
