import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { firstLetter } from '../../src/text/first-letter.js';

describe('the initial of a name', () => {
  it('is the first user-perceived character in uppercase', () => {
    for (const [name, letter] of [
      ['emil', 'E'],
      [' \u200bemil', 'E'],
      ['🇩🇪 Emil', '🇩🇪'],
      ['👩‍👩‍👧‍👦 family', '👩‍👩‍👧‍👦'],
      ['👍🏽', '👍🏽'],
      ['e\u0301lise', 'E\u0301'],
      ['ärger', 'Ä'],
      ['ßmann', 'ß'],
      ['नमस्ते', 'न'],
      ['𝒜da', '𝒜'],
      ['1st', '1'],
      ['e\u0301', 'E\u0301'],
      ['a', 'A'],
      ['ña', 'Ñ'],
      ['a\u200d', 'A\u200D'],
      ['', ''],
      ['\u200b', ''],
    ] as const)
      assert.equal(firstLetter(name, 'en'), letter, name);
    assert.equal(firstLetter('irmak', 'tr'), 'İ');
  });
});
