import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { install, modules } from './unpacked.js';

const project = install();
cpSync(join(repositoryRoot, 'test/package/frameworks'), project.folder, { recursive: true });
writeFileSync(join(project.folder, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(project.folder, 'every-entry.ts'),
  [...modules(project), 'logto-account-elements/cdn/logto-account-elements.js']
    .map((specifier) => `import {} from '${specifier}';\n`)
    .join(''),
);

/** As strict as a project can be; where Vue and Svelte allow it, the types of packages are checked, too. */
const strictest = {
  target: 'es2022',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: ['node'], // for the server entry
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noEmit: true,
};

/** Runs a type checker over some files of the project. Gives its words, a line for each problem. */
function check(checker: string, files: string[], options: object = {}, more: string[] = []) {
  const config = join(project.folder, 'tsconfig.json');
  const settings = {
    compilerOptions: { ...strictest, ...options },
    vueCompilerOptions: { strictTemplates: true },
    include: files,
  };
  writeFileSync(config, JSON.stringify(settings));
  const script = join(repositoryRoot, 'node_modules', checker);
  const { stdout } = spawnSync(process.execPath, [script, ...more, config], { cwd: project.folder, encoding: 'utf8' });
  return stdout.trim();
}

const tsc = (files: string[], options?: object) => check('typescript/bin/tsc', files, options, ['-p']);

/** The lines below the comments that announce an error. */
const wrongLines = (file: string) =>
  readFileSync(join(project.folder, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => (/^\s*<!--/.test(line) ? [index + 2] : []));

const linesOf = (output: string, place: RegExp) => [...output.matchAll(place)].map(([, line]) => Number(line));

test('the types of every entry need only the package’s dependencies', () => {
  assert.equal(tsc(['every-entry.ts']), '');
});

test('in JSX of React, Preact and Solid, valid use compiles and invalid use does not', () => {
  assert.equal(tsc(['*.tsx'], { jsx: 'react-jsx' }), '');
});

test('in a Vue template, valid use compiles and invalid use does not', () => {
  const output = check('vue-tsc/bin/vue-tsc.js', ['*.vue'], { skipLibCheck: true }, ['-p']);
  assert.deepEqual(linesOf(output, /^Wrong\.vue\((\d+),/gm), wrongLines('Wrong.vue'), output);
  assert.doesNotMatch(output, /^(?!Wrong\.vue).*error/m);
});

test('in a Svelte template, valid use compiles and invalid use does not', () => {
  const options = ['--workspace', project.folder, '--output', 'machine', '--tsconfig'];
  const output = check('svelte-check/bin/svelte-check', ['*.svelte'], { skipLibCheck: true }, options);
  assert.deepEqual(linesOf(output, / ERROR "Wrong\.svelte" (\d+):/g), wrongLines('Wrong.svelte'), output);
  assert.doesNotMatch(output, / ERROR "(?!Wrong\.svelte)/);
});
