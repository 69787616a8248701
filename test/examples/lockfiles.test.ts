import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { installed, type Lock } from './project.js';

const read = <Content>(path: string) => JSON.parse(readFileSync(join(repositoryRoot, path), 'utf8')) as Content;
const packagesOf = (name: string) => read<Lock>(`examples/${name}/package-lock.json`).packages;
const remedy = 'Run npm run examples:lock.';

for (const name of installed) {
  test(`the lockfile of ${name} has the package’s current dependencies`, () => {
    const { version, dependencies } = read<{ version: string; dependencies: object }>('package.json');
    const { '': example, 'node_modules/logto-account-elements': locked } = packagesOf(name);
    assert.deepEqual(locked?.dependencies, dependencies, remedy);
    assert.equal(locked.version, version, remedy);
    assert.equal(example?.dependencies['logto-account-elements'], `^${version}`, remedy);
  });

  test(`the lockfile of ${name} has the dependencies for every operating system`, () => {
    const packages = packagesOf(name);
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (one) => !packages[`node_modules/${one}`] && !packages[`${path}/node_modules/${one}`],
      ),
    );
    assert.deepEqual(missing, []);
  });

  test(`the lockfile of ${name} names no registry`, () => {
    assert.deepEqual(
      Object.values(packagesOf(name)).filter(({ resolved }) => resolved),
      [],
    );
  });
}
