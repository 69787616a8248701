import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseUsernamePolicy, usernameProblem, usernameRules } from '../../components/username/username-policy.js';

const all = { lowercase: true, uppercase: true, numbers: true, underscore: true };
const none = { lowercase: false, uppercase: false, numbers: false, underscore: false };
const anything = { minLength: 1, maxLength: 128, allowedChars: all };
const problem = (username: string, policy?: unknown) => usernameProblem(parseUsernamePolicy(policy), username);

describe('a username policy', () => {
  it('uses Logto’s rules if the tenant has none', () => {
    for (const value of [undefined, null, 'strict', [], {}]) assert.deepEqual(parseUsernamePolicy(value), anything);
  });

  it('uses the tenant’s rules', () => {
    const policy = { minLength: 3, maxLength: 20, allowedChars: { ...all, uppercase: false } };
    assert.deepEqual(parseUsernamePolicy({ caseSensitive: true, ...policy }), policy);
  });

  it('ignores invalid rules', () => {
    for (const lengths of [
      { minLength: 0 },
      { maxLength: 129 },
      { minLength: '3' },
      { minLength: 2.5 },
      { minLength: 9, maxLength: 3 },
    ])
      assert.deepEqual(parseUsernamePolicy(lengths), anything, JSON.stringify(lengths));
    for (const allowedChars of [null, 'all', none, { ...none, numbers: true }, { lowercase: 0 }])
      assert.deepEqual(parseUsernamePolicy({ allowedChars }).allowedChars, all, JSON.stringify(allowedChars));
  });
});

describe('a username', () => {
  it('may have letters, digits and underscores if it does not start with a digit', () => {
    for (const username of ['abc', 'AbC_123', '_', 'a'.repeat(128)])
      assert.equal(problem(username), undefined, username);
    assert.deepEqual(problem('1abc'), { code: 'startsWithDigit' });
  });

  it('a username is required', () => {
    for (const username of ['', '  ']) assert.deepEqual(problem(username), { code: 'required' });
  });

  it('may have no other characters in any tenant, as recorded from Logto', () => {
    const characters = { 'a-b': '-', 'john.doe': '.', '1bad name': ' ', zoë: 'ë', 'a😀b': '😀', '٣abc': '٣' };
    for (const [username, character] of Object.entries(characters))
      assert.deepEqual(problem(username), { code: 'characters', values: { character } }, username);
  });

  it('may have only the characters that the tenant allows', () => {
    const allow = (...names: string[]) => ({
      allowedChars: { ...none, ...Object.fromEntries(names.map((name) => [name, true])) },
    });
    const refused = (username: string, ...names: string[]) => problem(username, allow(...names))?.values?.['character'];
    assert.equal(refused('abc', 'lowercase'), undefined);
    assert.equal(refused('abCd', 'lowercase'), 'C');
    assert.equal(refused('ab1', 'lowercase'), '1');
    assert.equal(refused('1ab', 'lowercase'), '1');
    assert.equal(refused('a_b', 'lowercase', 'numbers'), '_');
    assert.equal(refused('ABc', 'uppercase'), 'c');
    assert.equal(refused('_1', 'underscore', 'numbers'), undefined);
  });

  it('is limited in length, but an invalid character is reported first', () => {
    const policy = { minLength: 4, maxLength: 6 };
    assert.deepEqual(problem('abc', policy), { code: 'tooShort', values: { min: 4 } });
    assert.equal(problem('abcd', policy), undefined);
    assert.equal(problem('abcdef', policy), undefined);
    assert.deepEqual(problem('abcdefg', policy), { code: 'tooLong', values: { max: 6 } });
    assert.equal(problem('a b', policy)?.code, 'characters');
  });
});

describe('the displayed rules for a username', () => {
  it('leave out the obvious', () => {
    const characters = ['lowercase', 'uppercase', 'numbers', 'underscore'];
    assert.deepEqual(usernameRules(parseUsernamePolicy(undefined)), { characters, cannotStartWithDigit: true });
    const policy = parseUsernamePolicy({ minLength: 3, maxLength: 9, allowedChars: { ...none, lowercase: true } });
    const rules = { characters: ['lowercase'], cannotStartWithDigit: false, minLength: 3, maxLength: 9 };
    assert.deepEqual(usernameRules(policy), rules);
  });
});
