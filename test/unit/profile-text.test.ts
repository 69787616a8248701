import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { dateTextOf, isDateInputFormat, isDateText, isoDateOf } from '../../components/profile/fields/date-format.js';
import { textOf, tickOf } from '../../components/profile/fields/field-text.js';
import type { ProfileField } from '../../components/profile/fields/profile-field.js';
import { standardField } from '../../components/profile/fields/standard-fields.js';

const claim = (name: string) => standardField(name) ?? assert.fail();
const shown = (more: Partial<ProfileField>, x: unknown, locale = 'en') =>
  textOf({ name: 'x', toggle: 'customData', type: 'Text', required: false, ...more }, { customData: { x } }, locale);

describe('a displayed profile value', () => {
  it('is the label of an option, or its value', () => {
    const options = [{ value: 'pro', label: 'Professional' }, { value: 'free' }];
    assert.equal(shown({ type: 'Select', options }, 'pro'), 'Professional');
    assert.equal(shown({ type: 'Select', options }, 'free'), 'free');
    assert.equal(shown({ type: 'Select', options }, 'gone'), 'gone');
  });

  it('is a long date in the user’s language, the same in every time zone', () => {
    const birthdate = (value: string, locale: string) =>
      textOf(claim('birthdate'), { profile: { birthdate: value } }, locale);
    const before = process.env.TZ;
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue']) {
      process.env.TZ = zone;
      assert.equal(birthdate('1815-12-10', 'en'), 'December 10, 1815');
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    assert.equal(birthdate('1815-12-10', 'de'), '10. Dezember 1815');
    assert.equal(birthdate('0050-01-02', 'en'), 'January 2, 50');
    assert.equal(shown({ type: 'Date', dateFormat: 'dd/MM/yyyy' }, '10/12/1815'), 'December 10, 1815');
  });

  it('is the stored text if a date does not match the field’s format', () => {
    for (const text of ['yesterday', '0000', '0000-02-30', '2023-02-29', '12/10/1815']) {
      assert.equal(shown({ type: 'Date' }, text), text);
    }
  });

  it('can be a date without a year or only a year, as OpenID Connect allows', () => {
    const birthdate = (value: string, locale: string) =>
      textOf(claim('birthdate'), { profile: { birthdate: value } }, locale);
    assert.equal(birthdate('0000-05-14', 'en'), 'May 14');
    assert.equal(birthdate('0000-02-29', 'de'), '29. Februar');
    assert.equal(birthdate('1990', 'en'), '1990');
    assert.equal(birthdate('1990', 'ja'), '1990年');
    // Half of a Gregorian date is none in another calendar.
    assert.match(birthdate('1990', 'th') ?? '', /1990/);
    assert.match(birthdate('0000-05-14', 'fa') ?? '', /۱۴/);
    assert.match(birthdate('1990-05-14', 'th') ?? '', /2533/);
  });

  it('is an unrounded number in the user’s language', () => {
    assert.equal(shown({ type: 'Number' }, 1234567.12345, 'de'), '1.234.567,12345');
    assert.equal(shown({ type: 'Number' }, 0), '0');
    assert.equal(shown({ type: 'Number' }, 'twelve'), 'twelve');
  });

  it('a text is shown unchanged', () => {
    assert.equal(
      textOf(claim('website'), { profile: { website: 'https://ada.example/?a=1' } }, 'en'),
      'https://ada.example/?a=1',
    );
    assert.equal(textOf(claim('zoneinfo'), { profile: { zoneinfo: 'Europe/Berlin' } }, 'en'), 'Europe/Berlin');
  });

  it('is the name of a language, and the stored text if it is unknown', () => {
    const locale = (value: string) => textOf(claim('locale'), { profile: { locale: value } }, 'en');
    for (const text of ['de-AT', 'de_AT']) assert.equal(locale(text), 'Austrian German');
    for (const text of ['Deutsch', 'no such thing', 'xx-YY']) assert.equal(locale(text), text);
  });

  it('a time zone has its current name', () => {
    const zone = (value: string) => textOf(claim('zoneinfo'), { profile: { zoneinfo: value } }, 'en');
    assert.equal(zone('Asia/Calcutta'), 'Asia/Kolkata');
    assert.equal(zone('Nowhere/Land'), 'Nowhere/Land');
  });

  it('is a full name or address in the order of its parts', () => {
    assert.equal(
      textOf(claim('fullname'), { profile: { familyName: 'Lovelace', givenName: 'Ada' } }, 'en'),
      'Ada Lovelace',
    );
    const address = { country: 'UK', streetAddress: '12 St James’s Square', locality: 'London' };
    assert.equal(textOf(claim('address'), { profile: { address } }, 'en'), '12 St James’s Square, London, UK');
  });

  it('a missing value is empty', () => {
    for (const x of [undefined, null, '', ' ', {}, []]) assert.equal(shown({}, x), undefined);
    assert.equal(textOf(claim('address'), { profile: { address: { formatted: {} } } }, 'en'), undefined);
    assert.equal(textOf(claim('fullname'), {}, 'en'), undefined);
  });

  it('a checkbox is left to the UI', () => {
    const checkbox: ProfileField = {
      name: 'x',
      toggle: 'customData',
      type: 'Checkbox',
      required: false,
      defaultChecked: true,
    };
    assert.equal(textOf(checkbox, { customData: { x: true } }, 'en'), undefined);
    assert.equal(tickOf(checkbox, { customData: { x: true } }), true);
    assert.equal(tickOf(checkbox, { customData: { x: false } }), false);
    assert.equal(tickOf(checkbox, { customData: { x: 'yes' } }), undefined);
  });

  it('is shown even with an invalid language tag', () => {
    assert.equal(typeof shown({ type: 'Number' }, 5, 'not a language'), 'string');
    assert.equal(typeof shown({ type: 'Date' }, '1999-01-31', ''), 'string');
  });
});

describe('a date format', () => {
  it('converts to ISO and back', () => {
    for (const [format, text] of [
      ['yyyy-MM-dd', '2024-02-29'],
      ['MM/dd/yyyy', '02/29/2024'],
      ['dd/MM/yyyy', '29/02/2024'],
      ['d.M.y', '29.2.2024'],
      ["yyyy 'year' M.d", '2024 year 2.29'],
      ['yyyyMMdd', '20240229'],
      ['yyyy年MM月dd日', '2024年02月29日'],
    ] as const) {
      assert.equal(isoDateOf(text, format), '2024-02-29', format);
      assert.equal(dateTextOf('2024-02-29', format), text);
    }
  });

  it('rejects dates that do not exist and other texts', () => {
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2024-13-01',
      '2024-00-10',
      '2024-04-31',
      '0000-01-01',
      '24-01-01',
      '2024-1-1',
      '2024-01-01x',
    ]) {
      assert.equal(isoDateOf(text), undefined, text);
      assert.equal(dateTextOf(text), undefined, text);
    }
    assert.equal(isoDateOf('2000-02-29'), '2000-02-29');
    assert.equal(isoDateOf('2024a01b01', 'yyyy.MM.dd'), undefined);
  });

  it('is compatible with a date input only for a full numeric date', () => {
    for (const format of [
      'MM/yyyy',
      'dd.MM.yy',
      'do MMMM yyyy',
      'DD/MM/YYYY',
      'yyyy-MM-dd HH:mm',
      'MM/MM/yyyy',
      "yyyy-MM-dd '",
      '',
    ]) {
      assert.equal(isDateInputFormat(format), false, format);
      assert.equal(isoDateOf('2024-01-01', format), undefined, format);
    }
  });

  it('a date format is checked as far as it is supported', () => {
    assert.equal(isDateText('13/2024', 'MM/yyyy'), false);
    assert.equal(isDateText('12/2024', 'MM/yyyy'), true);
    assert.equal(isDateText('29.02.23', 'dd.MM.yy'), false);
    assert.equal(isDateText('29.02.24', 'dd.MM.yy'), true);
    assert.equal(isDateText('29.02.00', 'dd.MM.yy'), true);
    assert.equal(isDateText('29.02.', 'dd.MM.'), true);
    assert.equal(isDateText('the 3rd of May', 'do MMMM'), true);
  });
});
