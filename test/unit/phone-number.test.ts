import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { countries, defaultCountry, formatPhone, parsePhone } from '../../src/phone/phone-number.js';

const digits = (text: string, country: string) => {
  const phone = parsePhone(text, country);
  return typeof phone === 'string' ? phone : phone.digits;
};

describe('a typed phone number', () => {
  it('is read as dialed in the selected country', () => {
    assert.deepEqual(parsePhone('030 901820', 'DE'), {
      digits: '4930901820',
      country: 'DE',
      international: '+49 30 901820',
    });
    assert.equal(digits('(202) 555-0101', 'US'), '12025550101');
    assert.equal(digits('8 912 345-67-89', 'RU'), '79123456789');
    assert.equal(digits('06 698 12345', 'IT'), '390669812345');
  });

  it('is read with its country code, whatever country is selected', () => {
    for (const text of [
      '+49 30 901820',
      '0049 30 901820',
      '+49 (0)30 / 90 18 20',
      '(+49) 30–901820',
      'tel:+49-30-901820',
    ])
      for (const country of ['DE', 'US', 'RU', '??', ''])
        assert.equal(digits(text, country), '4930901820', `${text} ${country}`);
    const phone = parsePhone('+49 30 901820', 'US');
    assert.ok(typeof phone === 'object' && phone.country === 'DE');
    assert.equal(digits('0061 412 345 678', 'JP'), '61412345678');
    assert.equal(digits('0011 49 30 901820', 'AU'), '4930901820');
  });

  it('is read in the digits of any script, without marks from pasting', () => {
    assert.equal(digits('٠٣٠ ٩٠١٨٢٠', 'DE'), '4930901820');
    assert.equal(digits('+٤٩ ٣٠ ٩٠١٨٢٠', 'US'), '4930901820');
    assert.equal(digits('۰۹۱۲۳۴۵۶۷۸۹', 'IR'), '989123456789');
    assert.equal(digits('०९८७६५४३२१०', 'IN'), '919876543210');
    assert.equal(digits('＋４９ ３０ ９０１８２０', 'US'), '4930901820');
    assert.equal(digits('\u202a+49\u00a030\u2011901820\u202c', 'US'), '4930901820');
  });

  it('is ambiguous if it may start with a country code and has no plus', () => {
    assert.equal(digits('4915112345678', 'DE'), 'ambiguous'); // +49 151 12345678, or +49 4915 112345678
    for (const [text, country] of [
      ['4915112345678', 'US'],
      ['447911123456', 'US'],
      ['4915112345678', ''],
      ['٤٩١٥١١٢٣٤٥٦٧٨', 'DE'],
    ] as const)
      assert.equal(digits(text, country), 'ambiguous', `${text} ${country}`);
  });

  it('is read without its plus if it can be no other number', () => {
    for (const [text, country, number] of [
      ['1 202 555 0123', 'US', '12025550123'],
      ['91 98765 43210', 'IN', '919876543210'],
      ['91234 56789', 'IN', '919123456789'],
      ['33 6 12 34 56 78', 'FR', '33612345678'],
      ['39 333 123 4567', 'IT', '393331234567'],
      ['391 234 5678', 'IT', '393912345678'],
      ['151 12345678', 'DE', '4915112345678'],
      ['202 555 0123', 'US', '12025550123'],
      ['86 138 0013 8000', 'CN', '8613800138000'],
      ['+44 07911 123456', 'US', '447911123456'],
      ['0044 (0)20 7946 0958', 'DE', '442079460958'],
      ['011 49 30 901820', 'US', '4930901820'],
    ] as const)
      assert.equal(digits(text, country), number, `${text} ${country}`);
  });

  it('a number has no country if it belongs to none', () => {
    assert.deepEqual(parsePhone('+800 1234 5678', 'DE'), { digits: '80012345678', international: '+800 1234 5678' });
  });

  it('is accepted if only its length is known to be valid', () => {
    assert.equal(digits('+1 000 000 0000', 'DE'), '10000000000');
  });

  it('is incomplete while digits are missing', () => {
    for (const text of ['', ' ', '+', '+4', '+49', '0049', '0049 30', '202 55'])
      assert.equal(parsePhone(text, 'US'), 'incomplete', text);
  });

  it('a number is invalid otherwise', () => {
    const texts = ['abc', '+1 202 555 0101 ext 5', '030 901820 or so', '++49 30 901820', '49+30901820', '+999 1234567'];
    for (const text of [...texts, '+4999999999999999999', '9'.repeat(1000)])
      assert.equal(parsePhone(text, 'US'), 'invalid', text);
    for (const country of ['??', '', '__proto__']) assert.equal(parsePhone('030 901820', country), 'invalid', country);
  });
});

describe('a phone number from Logto', () => {
  it('a number from Logto is formatted for reading', () => {
    assert.equal(formatPhone('12025550101'), '+1 202 555 0101');
    assert.equal(formatPhone('4930901820'), '+49 30 901820');
  });

  it('keeps its exact digits, and is unchanged if it is not a number', () => {
    assert.equal(formatPhone('610412345678'), '+610412345678');
    for (const text of ['0', '49', '99912345', '9'.repeat(50)]) assert.equal(formatPhone(text), `+${text}`);
    for (const text of ['', 'abc', '<b>', '+1']) assert.equal(formatPhone(text), text);
  });
});

describe('the list of countries', () => {
  it('the list of countries is named and sorted in the language', () => {
    const german = countries('de');
    assert.deepEqual(
      german.find(({ code }) => code === 'DE'),
      { code: 'DE', name: 'Deutschland', callingCode: '49' },
    );
    const nameAt = (list: typeof german, code: string) => list.findIndex((each) => each.code === code);
    assert.ok(nameAt(german, 'EG') < nameAt(german, 'AL'), 'Ägypten before Albanien');
    const swedish = countries('sv');
    assert.ok(nameAt(swedish, 'AT') > nameAt(swedish, 'ZW'), 'Österrike after Zimbabwe');
    assert.ok(german.length > 200 && new Set(german.map(({ code }) => code)).size === german.length);
    assert.ok(german.every(({ name, callingCode }) => name.length > 2 && /^[1-9]\d*$/.test(callingCode)));
  });

  it('is in English for an invalid language tag', () => {
    for (const lang of ['', 'x-!', '¿'])
      assert.equal(countries(lang).find(({ code }) => code === 'DE')?.name, 'Germany');
  });
});

describe('the initially selected country', () => {
  it('is that of the first language with a region', () => {
    const cases: [string[], string][] = [
      [['en-GB', 'de'], 'GB'],
      [['de', 'en-US', 'en'], 'DE'],
      [['pt-BR'], 'BR'],
      [['es-419'], 'ES'],
      [['ar-001'], 'EG'],
      [['zh-Hant'], 'TW'],
      [['x!', '', 'eo-AQ', 'fr-CA'], 'CA'],
      [[], 'US'],
    ];
    for (const [languages, country] of cases) assert.equal(defaultCountry(languages), country, String(languages));
  });
});
