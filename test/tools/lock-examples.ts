/**
 * Makes the lockfiles of the examples anew: `npm run examples:lock`, after a change of their dependencies or of those of
 * the package. Needs what `npm run build` makes.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

import { copyExample, installed, lock } from '../examples/project.js';
import { repositoryRoot } from './pages.js';

for (const name of installed) {
  const { folder, remove } = copyExample(name);
  try {
    lock(folder);
    copyFileSync(join(folder, 'package-lock.json'), join(repositoryRoot, 'examples', name, 'package-lock.json'));
    console.log(name);
  } finally {
    remove();
  }
}
