import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { asciiDigits, codeIn } from '../../src/text/digits.js';

describe('a text with digits of any script', () => {
  it('digits of any script become 0 to 9', () => {
    for (const text of [
      '٠١٢٣٤٥٦٧٨٩',
      '۰۱۲۳۴۵۶۷۸۹',
      '०१२३४५६७८९',
      '０１２３４５６７８９',
      '๐๑๒๓๔๕๖๗๘๙',
      '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
      '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
    ])
      assert.equal(asciiDigits(text), '0123456789', text);
  });

  it('other numerals are kept unchanged', () => {
    assert.equal(asciiDigits('5²'), '5²');
    assert.equal(asciiDigits('1½ ① Ⅳ 五'), '1½ ① Ⅳ 五');
  });

  it('fullwidth signs are converted, too', () => {
    assert.equal(asciiDigits('＋４９（３０）９０１－８２０．５'), '+49(30)901-820.5');
  });
});

describe('a code from typed text', () => {
  it('is its digits, however it was pasted or typed', () => {
    for (const text of [
      '867652',
      ' 867 652 ',
      '867-652',
      '867–652',
      '867\u2011652',
      '867\u2212652',
      '8 6 7 6 5 2',
      '867\u00a0652',
      '867\u202f652',
      '867\u3000652',
      '\u200e867652\u200f',
      '\u2066867\u200b652\u2069',
      '\ufeff867652',
      '８６７６５２',
      '٨٦٧٦٥٢',
      '۸۶۷۶۵۲',
      '८६७६५२',
      '８６７－６５２',
      '867.652',
      '867·652',
      '867_652',
      '867\n652',
    ])
      assert.equal(codeIn(text), '867652', JSON.stringify(text));
  });

  it('a code keeps leading zeros', () => {
    assert.equal(codeIn('000 123'), '000123');
  });

  it('is empty if there is anything else, so that no attempt is wasted', () => {
    for (const text of ['', ' ', '-', 'abcdef', '86765O', '867652!', '86765²', '+867652', '1e5', '½'])
      assert.equal(codeIn(text), '', JSON.stringify(text));
  });
});
