import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { entries, install } from './unpacked.js';

const project = install();
const { files } = project;
const read = (path: string) => readFileSync(join(project.package, path), 'utf8');

test('the package contains the build output, and nothing else', () => {
  const places = new Set(files.map((path) => path.replace(/^(dist\/(components|src)|dist\/[^/]+|cdn|[^/]+).*$/, '$1')));
  assert.deepEqual([...places].sort(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'cdn',
    'dist/components',
    'dist/custom-elements.json',
    'dist/editors',
    'dist/helpers',
    'dist/package.json.js',
    'dist/package.json.js.map',
    'dist/src',
    'dist/themes',
    'dist/types',
    'package.json',
  ]);
});

test('the package contains no source, test, story or recording', () => {
  assert.deepEqual(
    files.filter((path) => /(?<!\.d)\.ts$|\.tsx$|\.(test|stories)\.|^(test|stories|src|components)\//.test(path)),
    [],
  );
});

test('the package is no larger than its budget', () => {
  assert.ok(project.bytes < 2_900_000, `${project.bytes} bytes`);
});

test('every exported file exists', () => {
  for (const { specifier, targets } of entries(project))
    for (const target of targets) assert.ok(existsSync(join(project.package, target)), `${specifier}: ${target}`);
});

test('every exported folder and theme has files', () => {
  assert.ok(files.includes('cdn/logto-account-elements.js'));
  assert.deepEqual(
    files.filter((path) => path.startsWith('dist/themes/')),
    ['consumer', 'dashboard', 'plain', 'shadcn'].map((theme) => `dist/themes/${theme}.css`),
  );
});

test('every importable file has types', () => {
  for (const { specifier, targets } of entries(project))
    for (const target of targets)
      if (target.endsWith('.js')) assert.ok(files.includes(target.slice(2).replace(/\.js$/, '.d.ts')), specifier);
});

// Entries that only import and export have no lines to map, and what the compiler adds has no source.
test('every script has a source map that includes its sources', () => {
  for (const path of files.filter((file) => file.endsWith('.js'))) {
    const mapped = /\/\/# sourceMappingURL=(.+)$/m.exec(read(path))?.[1];
    if (!mapped) assert.match(path, /\/(index|elements|profile|security|devices|helpers\/.+|rolldown-runtime)\.js$/);
    else {
      const { sources, sourcesContent } = JSON.parse(read(join(path, '..', mapped))) as {
        sources: string[];
        sourcesContent?: (string | null)[];
      };
      assert.equal(sourcesContent?.filter(Boolean).length ?? 0, sources.length, path);
    }
  }
});

test('the manifest names only files that exist', () => {
  const manifest = JSON.parse(read(project.json.customElements)) as { modules: { path: string }[] };
  assert.ok(manifest.modules.length > 0);
  for (const { path } of manifest.modules) assert.ok(files.includes(path), path);
});

test('the licenses of bundled code are included', () => {
  const licenses = read('cdn/licenses.md');
  for (const name of ['lit', '@lit/context', '@logto/browser', 'libphonenumber-js'])
    assert.ok(licenses.includes(`## ${name} - `), name);
});
