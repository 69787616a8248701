import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { emailIn } from '../../src/text/email.js';

describe('an email address from typed text', () => {
  for (const text of [
    'ada@example.com',
    '  ada@example.com\u00a0',
    '\u202aada@example.com\u202c',
    'mailto:ada@example.com',
    'MAILTO:ada@example.com?subject=Hello&body=a@b.example',
    'Ada King <ada@example.com>',
    '"King, Ada" <ada@example.com>;',
    '<ada@example.com>',
    'Ada <mailto:ada@example.com>',
    'ada@example.com,',
    'ada@example.com ; ',
    'ada＠example．com',
    'ａｄａ＠ｅｘａｍｐｌｅ。ｃｏｍ',
  ])
    it(`an email address is extracted: ${text}`, () => assert.equal(emailIn(text), 'ada@example.com'));

  for (const text of ['müller@bücher.example', 'ada+logto@example.com', "o'hara@example.com", '用户@例子.广告'])
    it(`an email address is unchanged: ${text}`, () => assert.equal(emailIn(text), text));

  it('an email address is not invented', () => {
    assert.equal(emailIn('ada @example.com'), 'ada @example.com');
    assert.equal(emailIn('a@example.com, b@example.com'), 'a@example.com, b@example.com');
    assert.equal(emailIn('mailto:'), '');
    assert.equal(emailIn(' <> '), '');
  });
});
