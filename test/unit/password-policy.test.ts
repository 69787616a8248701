import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { checkPassword, parsePasswordPolicy, type PasswordUser } from '../../components/password/password-policy.js';

const anyPassword = { length: { min: 1 }, rejects: { pwned: false, repetitionAndSequence: false, userInfo: false } };
const policyOf = (value: unknown) => parsePasswordPolicy(value) ?? assert.fail('no policy');
const check = (policy: unknown, password: string, user?: PasswordUser) =>
  checkPassword(policyOf(policy), password, user);
const refused = (...checked: Parameters<typeof check>) =>
  check(...checked)
    .filter(({ isMet }) => isMet === false)
    .map(({ code }) => code);

describe('a password policy', () => {
  it('uses Logto’s defaults for what the tenant did not set', () => {
    const defaults = {
      minLength: 8,
      maxLength: 256,
      characterTypes: 1,
      rejectsRepetitionAndSequence: true,
      rejectsUserInfo: true,
      rejectsPwned: true,
      rejectedWords: [],
    };
    assert.deepEqual(parsePasswordPolicy({}), defaults);
    assert.deepEqual(parsePasswordPolicy({ length: { min: 12 }, rejects: { words: ['acme'], pwned: false } }), {
      ...defaults,
      minLength: 12,
      rejectsPwned: false,
      rejectedWords: ['acme'],
    });
  });

  it('the policy is undefined without settings', () => {
    for (const value of [undefined, null, 'strict', 8, []]) assert.equal(parsePasswordPolicy(value), undefined);
  });

  it('ignores invalid settings', () => {
    const lengths = (length: unknown) => {
      const { minLength, maxLength } = policyOf({ length });
      return [minLength, maxLength];
    };
    for (const length of [
      null,
      8,
      { min: '9' },
      { min: -1 },
      { min: 1.5 },
      { min: NaN },
      { min: 9, max: 3 },
      { min: 300 },
    ])
      assert.deepEqual(lengths(length), [8, 256], JSON.stringify(length));
    assert.deepEqual(lengths({ min: 300, max: 400 }), [300, 400]);
    for (const min of [0, 5, '2', Infinity]) assert.equal(policyOf({ characterTypes: { min } }).characterTypes, 1);
    const rejects = { pwned: 0, repetitionAndSequence: null, userInfo: 'no', words: ['a', '', 7, null] };
    const { rejectsPwned, rejectsRepetitionAndSequence, rejectsUserInfo, rejectedWords } = policyOf({ rejects });
    assert.deepEqual([rejectsPwned, rejectsRepetitionAndSequence, rejectsUserInfo], [true, true, true]);
    assert.deepEqual(rejectedWords, ['a']);
  });
});

describe('the password requirements', () => {
  const full = { characterTypes: { min: 3 }, rejects: { words: ['acme'] } };
  const list = (policy: unknown, password: string) =>
    check(policy, password).map(({ code, isMet }) => `${code} ${String(isMet)}`);

  it('have a fixed order, with what only Logto can check last', () => {
    assert.deepEqual(list(full, 'Walnut-Lamp!73'), [
      'tooShort true',
      'characterTypes true',
      'repetition true',
      'sequence true',
      'words true',
      'userInfo true',
      'pwned undefined',
    ]);
  });

  it('include only those of the tenant', () => {
    assert.deepEqual(list(anyPassword, 'aaa'), ['tooShort true']);
  });

  it('are not checked before anything is typed', () => {
    assert.deepEqual(list(full, ''), [
      'tooShort false',
      'characterTypes false',
      'repetition undefined',
      'sequence undefined',
      'words undefined',
      'userInfo undefined',
      'pwned undefined',
    ]);
  });

  it('include maximum length and characters in place once they are violated', () => {
    const policy = { ...anyPassword, length: { min: 2, max: 4 }, characterTypes: { min: 2 } };
    const values = check(policy, 'aB3é5').map(({ code, values }) => [code, values]);
    assert.deepEqual(values, [
      ['tooShort', { min: 2 }],
      ['tooLong', { max: 4 }],
      ['characterTypes', { min: 2 }],
      ['unsupportedCharacters', undefined],
    ]);
  });

  it('leave the character types open if there are unsupported characters', () => {
    const typesOf = (password: string) =>
      check({ ...anyPassword, characterTypes: { min: 2 } }, password).find(({ code }) => code === 'characterTypes');
    assert.equal(typesOf('aé')?.isMet, undefined);
    assert.equal(typesOf('aBé')?.isMet, true);
    assert.equal(typesOf('a')?.isMet, false);
  });
});

describe('the result of a password check', () => {
  it('counts four character types, and a space as a symbol', () => {
    const types = (min: number, password: string) => refused({ ...anyPassword, characterTypes: { min } }, password);
    for (const password of ['aA', 'a1', 'A~', '1 ', 'a\\', '-9']) assert.deepEqual(types(2, password), [], password);
    for (const password of ['aa', 'A', '11', '! ~']) assert.deepEqual(types(2, password), ['characterTypes'], password);
    assert.deepEqual(types(4, 'aA1!'), []);
    assert.deepEqual(types(4, 'aA1'), ['characterTypes']);
    for (const password of ['aA1!😀', 'ä', 'a\t', 'a\u00a0', '\u007f'])
      assert.deepEqual(types(1, password), ['unsupportedCharacters'], JSON.stringify(password));
  });

  it('includes the minimum and maximum length', () => {
    const policy = { ...anyPassword, length: { min: 2, max: 4 } };
    for (const password of ['ab', 'abcd']) assert.deepEqual(refused(policy, password), [], password);
    assert.deepEqual(refused(policy, 'a'), ['tooShort']);
    assert.deepEqual(refused(policy, 'abcde'), ['tooLong']);
  });

  it('counts the length like Logto: an emoji is two', () => {
    assert.ok(!refused({ ...anyPassword, length: { min: 4 } }, '😀😀').includes('tooShort'));
  });
});
