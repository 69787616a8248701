import { describe, it } from 'node:test';
import assert from 'node:assert/strict';

import { changeOf, inputOf } from '../../components/profile/fields/field-value.js';
import { problemOf } from '../../components/profile/fields/field-rules.js';
import { textOf } from '../../components/profile/fields/field-text.js';
import type { ProfileField } from '../../components/profile/fields/profile-field.js';
import { languages } from '../../src/localize/languages.js';
import { numberText } from '../../components/profile/fields/stored-value.js';
import { typedNumber } from '../../components/profile/fields/typed-value.js';

const read = (text: string, lang: string) => {
  const number = typedNumber(text, lang);
  return 'text' in number ? number.text : number.problem;
};
const field: ProfileField = { name: 'x', toggle: 'customData', type: 'Number', required: false };
const claim: ProfileField = { name: 'nickname', toggle: 'profile', type: 'Number', required: false };

const more = [
  'de-CH',
  'de-AT',
  'fr-CH',
  'en-IN',
  'hi',
  'mr',
  'bn',
  'ne',
  'my',
  'ar-EG',
  'ar-MA',
  'fa-IR',
  'he',
  'sv',
  'lt',
];

describe('a typed number', () => {
  it('is read as the language formats it, in every language', () => {
    for (const lang of [
      ...languages,
      ...more,
      'sl',
      'et',
      'hr',
      'bg',
      'es-MX',
      'pt-PT',
      'en-ZA',
      'ur',
      'ks',
      'th-u-nu-thai',
    ])
      for (const number of [
        0, 5, 12.5, -12.5, 999, 1000, 1234, 45000, -45000, 1234567, 12345678.25, 0.001, 100000, 1e15,
      ])
        for (const options of [
          {},
          { useGrouping: false },
          { useGrouping: 'always' as const },
          { numberingSystem: 'latn' },
        ]) {
          const text = new Intl.NumberFormat(lang, { maximumFractionDigits: 20, ...options }).format(number);
          assert.equal(read(text, lang), String(number), `${lang}: ${text}`);
        }
  });

  it('is read with the separators of its language', () => {
    for (const [text, lang, number] of [
      ['45.000', 'de', '45000'],
      ['45.000', 'en', '45.000'],
      ['45,000', 'en', '45000'],
      ['45,5', 'de', '45.5'],
      ['1’234’567.5', 'de-CH', '1234567.5'],
      ["1'234'567.5", 'de-CH', '1234567.5'],
      ["1'234'567", 'en', '1234567'],
      ['1\u202f234,5', 'fr', '1234.5'],
      ['1 234,5', 'fr', '1234.5'],
      ['1\u00a0234', 'en', '1234'],
      ['12,34,567', 'en-IN', '1234567'],
      ['12,34,567', 'en', '1234567'],
      ['1.234,5', 'fr', '1234.5'],
      ['12.5', 'fr', '12.5'],
      ['1.234.567', 'fr', '1234567'],
      ['١٢٬٣٤٥٫٥', 'ar', '12345.5'],
      ['۱۲٫۵', 'fa', '12.5'],
      ['१२,३४,५६७.५', 'hi', '1234567.5'],
      ['１２３４．５', 'ja', '1234.5'],
      ['−5', 'en', '-5'],
      ['–5', 'en', '-5'],
      ['\u200e-5', 'he', '-5'],
      ['1e5', 'en', '1e5'],
      ['1,5E3', 'de', '1.5e3'],
      ['0', 'en', '0'],
      ['0,5', 'de', '0.5'],
      ['.5', 'en', '0.5'],
    ] as const)
      assert.equal(read(text, lang), number, `${lang}: ${text}`);
  });

  it('an ambiguous number is rejected', () => {
    for (const [text, lang] of [
      ['45.000', 'fr'],
      ['45,000', 'de-CH'],
      ['1.5', 'de'],
      ['1,5', 'en'],
      ['1,2345', 'en'],
      ['12.34.56', 'de'],
      ['1,234,5', 'en'],
      ['1,234.567.8', 'en'],
      ['1.234,567', 'en'],
      ['1 234\u2019567', 'en'],
      ['5²', 'en'],
      ['½', 'en'],
      ['5%', 'en'],
      ['5 €', 'en'],
      ['0x10', 'en'],
      ['1e999', 'en'],
      ['--1', 'en'],
      ['5-', 'en'],
      ['(5)', 'en'],
      ['Infinity', 'en'],
      ['', 'en'],
      ['-', 'en'],
      [',', 'de'],
    ] as const)
      assert.equal(read(text, lang), 'notANumber', `${lang}: ${text}`);
    for (const text of ['0012345', '007', '-01', '00']) assert.equal(read(text, 'en'), 'leadingZeros', text);
  });
});

describe('a number with too many digits', () => {
  it('is rejected if it would change, and kept if numbers are stored as text', async () => {
    for (const text of ['9007199254740993', '12345678901234567890', '0.1000000000000000055', '123456789.123456789']) {
      assert.deepEqual(await problemOf(field, text), { code: 'notExact' }, text);
      assert.equal(await problemOf(claim, text), undefined, text);
      assert.deepEqual(changeOf(claim, text, {}), { profile: { nickname: text } });
    }
    for (const text of ['9007199254740992', '0.1', '1e21', '100', '-0', '12345678901234500000'])
      assert.equal(await problemOf(field, text), undefined, text);
  });

  it('a number with too many digits is shown with all of them', () => {
    assert.equal(textOf(claim, { profile: { nickname: '12345678901234567890' } }, 'de'), '12.345.678.901.234.567.890');
    assert.equal(textOf(field, { customData: { x: 1e-7 } }, 'en'), '0.0000001');
    const long = '1.234567890123456789012345';
    assert.equal(textOf(claim, { profile: { nickname: long } }, 'en'), long);
  });
});

describe('the number input', () => {
  it('starts with the number in the language’s format, which reads as the same number', () => {
    for (const lang of [...languages, ...more])
      for (const number of [12.5, -1234567.25, 45000, 1e21]) {
        const account = { customData: { x: number } };
        const input = inputOf(field, account, lang);
        assert.equal(changeOf(field, input, account, lang), undefined, `${lang}: ${JSON.stringify(input)}`);
        assert.deepEqual(changeOf(field, input, { customData: { x: 1 } }, lang), { customData: { x: number } }, lang);
      }
    assert.equal(inputOf(field, { customData: { x: 1234.5 } }, 'de'), '1234,5');
    assert.equal(numberText('1234.5', 'de'), '1.234,5');
  });

  it('explains what cannot be read', async () => {
    assert.deepEqual(await problemOf(field, '0012345', { lang: 'de' }), { code: 'leadingZeros' });
    assert.deepEqual(await problemOf(field, '1.5', { lang: 'de' }), {
      code: 'notANumber',
      values: { example: '1.234,5' },
    });
    assert.deepEqual(await problemOf(field, 'many', { lang: 'de' }), { code: 'notANumber' });
  });
});
