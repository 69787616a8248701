import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { fileName } from '../../src/text/file-name.js';

describe('a file name', () => {
  it('a file name has all of its parts', () => {
    assert.equal(
      fileName(['backup-codes', 'Acme Tools', 'ada@example.com'], 'txt'),
      'backup-codes-Acme-Tools-ada@example.com.txt',
    );
    assert.equal(fileName(['codes', '北京', 'علي'], 'txt'), 'codes-北京-علي.txt');
  });

  it('has no characters with a meaning in paths or shells, or to readers', () => {
    for (const part of [
      '../../etc',
      'a/b',
      'a\\b',
      'C:\\x',
      'a\u0000b',
      '\u202egnp.exe',
      '.hidden',
      'a"b<c>d|e?f*g',
      'a\nb',
    ])
      assert.match(fileName(['x', part], 'txt'), /^x-[a-zA-Z-.]+\.txt$/, JSON.stringify(part));
    assert.equal(fileName(['x', '..', ' ', ''], 'txt'), 'x.txt');
  });

  it('is not too long, and splits no character', () => {
    const name = fileName(['codes', '😀'.repeat(100), 'x'.repeat(500)], 'txt');
    assert.ok(name.length < 150 && new TextEncoder().encode(name).length < 255);
    assert.doesNotMatch(name, /\p{Cs}/u);
    assert.equal(fileName(['y', `a${'😀'.repeat(100)}`], 'txt').match(/\p{Cs}/u), null);
  });
});
