import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { rejectionsOf } from '../../components/password/password-policy.js';

describe('Logto’s reasons for rejecting a password', () => {
  it('are mapped to the requirements with their limits', () => {
    const names =
      'unsupported_characters pwned restricted.repetition restricted.sequence restricted.words restricted.user_info';
    const data = [
      { code: 'password_rejected.too_short', interpolation: { min: 8 } },
      { code: 'password_rejected.too_long', interpolation: { max: 256 } },
      { code: 'password_rejected.character_types', interpolation: { min: 2 } },
      ...names.split(' ').map((name) => ({ code: `password_rejected.${name}` })),
    ];
    assert.deepEqual(rejectionsOf(data), [
      { code: 'tooShort', values: { min: 8 } },
      { code: 'tooLong', values: { max: 256 } },
      { code: 'characterTypes', values: { min: 2 } },
      { code: 'unsupportedCharacters' },
      { code: 'pwned' },
      { code: 'repetition' },
      { code: 'sequence' },
      { code: 'words' },
      { code: 'userInfo' },
    ]);
  });

  it('contain one “other” for unknown reasons of later versions', () => {
    const data = [{ code: 'password_rejected.too_familiar' }, null, 7, { code: 5 }, { code: 'constructor' }, {}];
    assert.deepEqual(rejectionsOf(data), [{ code: 'other' }]);
  });

  it('keep only limits that are numbers', () => {
    const limits = (interpolation: unknown) =>
      rejectionsOf([{ code: 'password_rejected.too_short', interpolation }])[0]?.values;
    assert.deepEqual(limits({ min: 8, max: '9', secret: 1 }), { min: 8 });
    for (const interpolation of [undefined, null, 8, [8], { min: NaN }, { min: '8' }])
      assert.equal(limits(interpolation), undefined);
  });

  it('there are no reasons without a list', () => {
    for (const data of [undefined, null, 'too_short', { code: 'pwned' }, []]) assert.deepEqual(rejectionsOf(data), []);
  });
});
