import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { digitsOf, hasExtension } from '../../src/phone/phone-fallback.js';
import { plainPhone, readablePhone } from '../../src/phone/plain-phone.js';

describe('a phone number without the library', () => {
  it('is its digits if it has a country code', () => {
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

  it('keeps the leading 0 of a number without a country code', () => {
    assert.equal(digitsOf('(0)30 901820'), '030901820');
    assert.equal(digitsOf('030 901820'), '030901820');
  });

  it('a number is empty for a text without digits', () => {
    for (const text of ['', '+', 'abc', '—']) assert.equal(digitsOf(text), '');
  });

  it('has an extension if another number follows a word or sign, in any language', () => {
    for (const text of [
      '+1 202 555 0101 ext. 5',
      '+1 202 555 0101 x5',
      '+1 (202) 555-0101x5',
      '+1 202 555 0101 (ext 5)',
      '+1 202 555 0101 extension: 123#',
      'tel:+1-202-555-0101;ext=5',
      '202-555-0101 #12',
      '202 555 0101 5#',
      '+12025550101,,5',
      '+49 30 901820 Durchwahl 12',
      '+7 495 123-45-67 доб. 123',
      '+٤٩ ٣٠ ٩٠١٨٢٠ تحويلة ٥',
      '＋１２０２５５５０１０１ ｅｘｔ．５',
    ])
      assert.equal(hasExtension(text), true, text);
  });

  it('a number has no extension otherwise', () => {
    for (const text of [
      '',
      '+',
      'ext. 5',
      '+49 30 901820',
      '(+49) 30-901820',
      '+44 (0)20 7946 0958',
      '＋４９30901820',
      'tel:+12025550101',
      'Tel. 030 901820',
      '1-800-FLOWERS',
      '+1 202 555 0101 ext.',
      '+1 202 555 0101#',
      '202,555,0101',
    ])
      assert.equal(hasExtension(text), false, text);
  });

  it('is shown with a plus, and unchanged if it is not a number', () => {
    assert.equal(plainPhone('12025550101'), '+12025550101');
    for (const text of ['', '+12025550101', 'abc', '<b>1</b>', '٣']) assert.equal(plainPhone(text), text);
  });

  it('is shown in groups after its country code', () => {
    for (const [digits, text] of [
      ['12025550101', '+1 202 555 0101'],
      ['442079460958', '+44 207 946 0958'],
      ['4930901820', '+49 309 018 20'],
      ['35312345678', '+353 123 456 78'],
      ['79161234567', '+7 916 123 4567'],
      ['49', '+49'],
    ] as const)
      assert.equal(readablePhone(digits), text);
  });

  it('is unchanged if it is not a number, and loses no digit', () => {
    for (const text of ['', '+12025550101', 'abc', '<b>1</b>', '٣', '12 34']) assert.equal(readablePhone(text), text);
    for (let length = 1; length <= 20; length += 1) {
      const digits = '98765432109876543210'.slice(0, length);
      assert.equal(readablePhone(digits).replaceAll(' ', ''), `+${digits}`);
    }
  });

  it('is handled without importing the library', () => {
    assert.doesNotMatch(readFileSync('src/phone/phone-fallback.ts', 'utf8'), /libphonenumber|phone-number/);
  });
});
