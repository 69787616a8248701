import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { checkPassword, parsePasswordPolicy, type PasswordUser } from '../../components/password/password-policy.js';

interface Rejects {
  repetitionAndSequence?: boolean;
  userInfo?: boolean;
  words?: string[];
}

/** The reasons for rejecting a password with only these requirements. */
function refused(password: string, rejects: Rejects, user?: PasswordUser): string[] {
  const nothing = { pwned: false, repetitionAndSequence: false, userInfo: false };
  const policy = parsePasswordPolicy({ length: { min: 1 }, rejects: { ...nothing, ...rejects } }) ?? assert.fail();
  return checkPassword(policy, password, user)
    .filter(({ isMet }) => isMet === false)
    .map(({ code }) => code);
}

describe('predictable parts of a password', () => {
  const patterns = (password: string) => refused(password, { repetitionAndSequence: true });

  it('are rejected unless three characters are outside of them', () => {
    assert.deepEqual(patterns('aaaaaaxy'), ['repetition']);
    assert.deepEqual(patterns('aaaaaaxyz'), ['repetition', 'sequence']);
    assert.deepEqual(patterns('aaaaaaxkz'), []);
    assert.deepEqual(patterns('xaaaaaakz'), []);
  });

  it('are all reported if the password is rejected, and none otherwise', () => {
    assert.deepEqual(patterns('lo9KI8MJU789111'), ['repetition', 'sequence']);
    assert.deepEqual(patterns('lo9KI8mju78911'), ['sequence']);
    assert.deepEqual(patterns('lo9KI8mJu112'), []);
  });

  it('predictable parts count once if they overlap', () => {
    const words = ['abcd', 'cdef'];
    assert.deepEqual(refused('abcdefxk', { words }), ['words']);
    assert.deepEqual(refused('abcdefxkq', { words }), []);
    assert.deepEqual(refused('abcdefghxk', { repetitionAndSequence: true, words }), ['sequence', 'words']);
  });

  it('are never rejected for a single character, but for two', () => {
    assert.deepEqual(refused('x', { words: ['x'] }), []);
    assert.deepEqual(refused('xx', { words: ['x'] }), ['words']);
    assert.deepEqual(refused('xxqk', { words: ['x'] }), ['words']);
    assert.deepEqual(refused('xxqkj', { words: ['x'] }), []);
  });
});

describe('repetition in a password', () => {
  const repeats = (password: string) => refused(password, { repetitionAndSequence: true }).includes('repetition');

  it('is the same character three times, in the same case', () => {
    for (const password of ['aaa', 'AAA', '111', '!!!', '   ', 'kaaa', 'aaak']) assert.ok(repeats(password), password);
    for (const password of ['aa', 'aAaAaA', 'abab', 'aabb']) assert.ok(!repeats(password), password);
  });
});

describe('a sequence in a password', () => {
  const follows = (password: string) => refused(password, { repetitionAndSequence: true }).includes('sequence');

  it('is three neighbors in the alphabet, in the digits, or in a keyboard row or column, in either direction', () => {
    const sequences = 'abc cba 123 987 qwe poi asd lkj zxc mnb 1qaz zaq 2wsx ki8 9ol lo9 ABC POI ZAQ1 8IK';
    for (const password of sequences.split(' ')) assert.ok(follows(password), password);
  });

  it('does not mix cases, wrap around, or leave a keyboard row', () => {
    for (const password of 'aBc ABc 890 yza pas 0qa 1QaZ ab 12 a1b'.split(' ')) assert.ok(!follows(password), password);
  });
});

describe('rejected words in a password', () => {
  it('are found in any case, the longest first', () => {
    assert.deepEqual(refused('ACMEacme1', { words: ['Acme'] }), ['words']);
    assert.deepEqual(refused('silverhandxk', { words: ['silver', 'silverhand'] }), ['words']);
    assert.deepEqual(refused('silverhandxk', { words: ['silver'] }), []);
    assert.deepEqual(refused('acm3acm3', { words: ['acme', ''] }), []);
  });

  it('rejected words can be many', () => {
    const words = Array.from({ length: 200_000 }, (_, index) => `word${index}`);
    assert.deepEqual(refused('word199999', { words }), ['words']);
  });
});

describe('user info in a password', () => {
  const found = (password: string, user?: PasswordUser) => refused(password, { userInfo: true }, user).length > 0;

  it('is found as the whole name, without its spaces, or as a part of it', () => {
    const user = { name: 'Bar   Foo' };
    for (const password of ['bar   foo', 'BARFOO', 'barfoo12', 'foo', 'fooFOO', 'foobar'])
      assert.ok(found(password, user), password);
    for (const password of ['fo', 'bar12345', 'oof']) assert.ok(!found(password, user), password);
  });

  it('includes a name with whitespace other than a space', () => {
    assert.ok(found('barfoo', { name: 'Bar\u00a0Foo' }));
    assert.ok(!found('foo', { name: 'Bar\u00a0Foo' }));
  });

  it('includes the username, the email address before the @, and the phone number', () => {
    const user = { username: 'Teddy', email: 'post.box@example.com', phone: '12025550111' };
    for (const password of ['tEDDY', 'Post.Box9', '12025550111', 'teddypost.box'])
      assert.ok(found(password, user), password);
    for (const password of ['example.com', '+49305550111', 'postbox']) assert.ok(!found(password, user), password);
  });

  it('user info is empty for a user without any', () => {
    for (const user of [undefined, {}, { name: null, username: '', email: '@example.com', phone: null }])
      assert.ok(!found('example', user));
  });

  it('is not checked if the tenant does not require it', () => {
    assert.deepEqual(refused('teddy', {}, { username: 'teddy' }), []);
  });
});
