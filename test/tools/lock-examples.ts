/**
 * Makes the lockfiles of the examples anew: `npm run examples:lock`, after a change of their dependencies, or of those or
 * the version of the package. Needs what `npm run build` makes.
 */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyExample, installed, lock } from '../examples/project.js';
import { repositoryRoot } from './pages.js';

const { version } = JSON.parse(readFileSync(`${repositoryRoot}package.json`, 'utf8')) as { version: string };

for (const name of installed) {
  const { folder, remove } = copyExample(name);
  try {
    lock(folder, version);
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(folder, file), join(repositoryRoot, 'examples', name, file));
    console.log(name);
  } finally {
    remove();
  }
}
