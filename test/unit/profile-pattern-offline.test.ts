import assert from 'node:assert/strict';
import { register } from 'node:module';
import { it } from 'node:test';

import { problemOf } from '../../components/profile/fields/field-rules.js';
import type { ProfileField } from '../../components/profile/fields/profile-field.js';

// Simulates a page without a connection: the module that is loaded on demand is unavailable.
const offline = `export const resolve = (specifier, context, next) => {
  if (specifier === 're2js') throw new Error('offline');
  return next(specifier, context);
};`;
register(`data:text/javascript,${encodeURIComponent(offline)}`);

it('a pattern rejects nothing if its engine fails to load, which is reported', async () => {
  const field: ProfileField = { name: 'x', toggle: 'customData', type: 'Regex', required: false, pattern: '^a$' };
  const causes: unknown[] = [];
  const onIgnoredPattern = (_: ProfileField, cause: unknown) => causes.push((cause as Error).message);
  assert.equal(await problemOf(field, 'b', { onIgnoredPattern }), undefined);
  assert.deepEqual(causes, ['offline']);
});
