import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { documentedFormClasses } from '../tools/form-classes.js';

/** The files that render into the page itself. */
const sources = ['src/forms', 'src/identifier-rows', 'src/verification-dialog', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /(^|\/)([\w-]+-form|field-inputs|password-requirements|verification-[\w-]+)\.ts$/.test(file) ||
        folder !== 'components',
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.styles.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8')),
);

const wordsOf = (text: string) => text.match(/[a-z][a-z-]*/g) ?? [];

/** Of `class="…"`, of each string in `class=${…}`, and of the kinds of buttons. */
function classesIn(source: string): string[] {
  const fixed = [...source.matchAll(/\bclass="([^"$]+)"/g)].map(([, names = '']) => names);
  const chosen = [...source.matchAll(/\bclass=\$\{([^}]*)\}/g)].flatMap(
    ([, code = '']) => code.match(/'[^']+'/g) ?? [],
  );
  const kinds = [...source.matchAll(/\bkind(?:\?:|:| =) '([^}\n]*)/g)].flatMap(([all]) => all.match(/'[^']+'/g) ?? []);
  return [...fixed, ...chosen, ...kinds].flatMap(wordsOf);
}

test('the theming guide lists every class of the light DOM forms, and no others', () => {
  const used = new Set(sources.flatMap(classesIn));
  used.delete('visually-hidden'); // looks like nothing
  assert.deepEqual(documentedFormClasses().sort(), [...used].sort());
});
