import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { digitsOf } from '../../src/phone/phone-fallback.js';
import { plainPhone } from '../../src/phone/plain-phone.js';

describe('a phone number, without the library', () => {
  it('is its digits when it is written with its country code', () => {
    for (const text of [
      '+49 30 901820',
      '0049 30 901820',
      '(+49) 30-901820',
      '+49 (0)30 901820',
      '+٤٩ ٣٠ ٩٠١٨٢٠',
      '＋４９30901820',
    ])
      assert.equal(digitsOf(text), '4930901820', text);
    assert.equal(digitsOf('\u202a12025550101\u202c'), '12025550101');
  });

  it('keeps the 0 that tells there is no country code', () => {
    assert.equal(digitsOf('(0)30 901820'), '030901820');
    assert.equal(digitsOf('030 901820'), '030901820');
  });

  it('is nothing in a text without digits', () => {
    for (const text of ['', '+', 'abc', '—']) assert.equal(digitsOf(text), '');
  });

  it('has a plus for reading, and is left alone when it is no number', () => {
    assert.equal(plainPhone('12025550101'), '+12025550101');
    for (const text of ['', '+12025550101', 'abc', '<b>1</b>', '٣']) assert.equal(plainPhone(text), text);
  });

  it('does not need it', () => {
    assert.doesNotMatch(readFileSync('src/phone/phone-fallback.ts', 'utf8'), /libphonenumber|phone-number/);
  });
});
