import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { maxLengthOf, problemOf } from '../../components/profile/fields/field-rules.js';
import type { ProfileField } from '../../components/profile/fields/profile-field.js';
import { standardField } from '../../components/profile/fields/standard-fields.js';

const claim = (name: string, more: Partial<ProfileField> = {}) => ({
  ...(standardField(name) ?? assert.fail()),
  ...more,
});
const custom = (type: ProfileField['type'], more: Partial<ProfileField> = {}): ProfileField => ({
  name: 'x',
  toggle: 'customData',
  type,
  required: false,
  ...more,
});
const codeOf = async (field: ProfileField, input: string) => (await problemOf(field, input))?.code;
const refuses = async (field: ProfileField, code: string, inputs: string[]) => {
  for (const input of inputs) assert.equal(await codeOf(field, input), code, input.slice(0, 40));
};
const takes = async (field: ProfileField, inputs: string[]) => {
  for (const input of inputs) assert.equal(await codeOf(field, input), undefined, input.slice(0, 40));
};

describe('profile input', () => {
  it('must not be empty in a required field, and may be empty in any other', async () => {
    for (const type of ['Text', 'Number', 'Date', 'Select', 'Url', 'Regex', 'Avatar', 'TimeZone', 'Locale'] as const) {
      const rules = { minLength: 3, minValue: 1, pattern: '^x$', options: [{ value: 'a' }] };
      await refuses(custom(type, { ...rules, required: true }), 'required', ['', ' \n\t']);
      await takes(custom(type, rules), ['', ' \n\t']);
    }
    assert.deepEqual(await problemOf(custom('Checkbox', { required: true }), false), { code: 'required' });
    assert.equal(await problemOf(custom('Checkbox', { required: true }), true), undefined);
    assert.equal(await problemOf(custom('Checkbox'), false), undefined);
    assert.deepEqual(await problemOf(custom('Text', { required: true }), { x: 'no text' }), { code: 'required' });
  });

  it('is limited in UTF-16 units like in Logto, with an explanation if a reader counts fewer', async () => {
    const field = custom('Text', { minLength: 2, maxLength: 3 });
    assert.deepEqual(await problemOf(field, 'a'), { code: 'tooShort', values: { minLength: 2 } });
    assert.deepEqual(await problemOf(field, '😀😀'), { code: 'tooLongSymbols', values: { maxLength: 3 } });
    assert.deepEqual(await problemOf(field, 'abcd'), { code: 'tooLong', values: { maxLength: 3 } });
    await takes(field, ['ab', '😀', '😀a', ' abc ']);
  });

  it('fits the database column of a name or avatar, whatever the tenant allows', async () => {
    await takes(claim('name'), ['x'.repeat(128), '😀'.repeat(64), ` ${'x'.repeat(128)}\u200b`]);
    await refuses(claim('name'), 'tooLongSymbols', ['😀'.repeat(65), '👩‍👩‍👧‍👦'.repeat(12)]);
    await refuses(claim('name'), 'tooLong', ['e\u0301'.repeat(65), '😀'.repeat(129)]);
    await refuses(claim('name', { maxLength: 500 }), 'tooLong', ['x'.repeat(129)]);
    await refuses(claim('name', { maxLength: 5 }), 'tooLong', ['x'.repeat(6)]);
    await takes(claim('avatar'), ['https://a.example/' + 'x'.repeat(2030)]);
    await refuses(claim('avatar'), 'tooLong', ['https://a.example/' + 'x'.repeat(2031)]);
    await refuses(claim('avatar'), 'notAUrl', ['me.png', 'data:image/png;base64,AAAA']);
    assert.deepEqual(
      [maxLengthOf(claim('name')), maxLengthOf(claim('name', { maxLength: 5 })), maxLengthOf(claim('nickname'))],
      [128, 5, undefined],
    );
  });

  it('a number must be within its limits', async () => {
    const field = custom('Number', { minValue: -1.5, maxValue: 500 });
    await takes(field, ['-1.5', '0', '+3', '499.99', '500.0', '.5', '5.', '1e2', ' 7 ']);
    await refuses(field, 'tooLarge', ['1 000', '1,000']);
    await refuses(field, 'notANumber', ['twelve', '1,5', '0x10', 'Infinity', '1e999', 'NaN', '1 00', '--1', '.', 'e5']);
    assert.deepEqual(await problemOf(field, '-1.6'), { code: 'tooSmall', values: { minValue: -1.5 } });
    assert.deepEqual(await problemOf(field, '500.01'), { code: 'tooLarge', values: { maxValue: 500 } });
  });

  it('is a date that exists, in the form’s format', async () => {
    const uk = custom('Date', { dateFormat: 'dd/MM/yyyy' });
    await takes(uk, ['1999-12-31', '2024-02-29']);
    assert.deepEqual(await problemOf(uk, '31/12/1999'), { code: 'notADate', values: { dateFormat: 'dd/MM/yyyy' } });
    await refuses(claim('birthdate'), 'notADate', ['2023-02-29', 'yesterday', '1999-12', '99999-01-01']);
    await refuses(custom('Date', { dateFormat: 'MM/yyyy' }), 'notADate', ['13/1999', '1999-12-31']);
    await takes(custom('Date', { dateFormat: 'MMMM yyyy' }), ['May 1999']);
  });

  it('is a birthdate not in the future, with a four-digit year', async () => {
    const day = (ahead: number) => {
      const date = new Date(Date.now() + ahead * 86_400_000);
      return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
    };
    await takes(claim('birthdate'), [day(0), day(-1), '0100-01-01', '2000-02-29', '１９９０-01-31']);
    await refuses(claim('birthdate'), 'inFuture', [day(2), '2999-05-12', '2533-12-10']);
    await refuses(claim('birthdate', { dateFormat: 'MM/yyyy' }), 'inFuture', ['12/2999']);
    await takes(custom('Date'), [day(2), '2999-05-12']);
    for (const field of [claim('birthdate'), custom('Date', { dateFormat: 'dd/MM/yyyy' })])
      await refuses(field, 'shortYear', ['0085-05-12', '0005-12-25']);
    await takes(custom('Date', { dateFormat: 'dd.MM.yy' }), ['12.05.85']);
  });

  it('a URL must be absolute', async () => {
    await takes(claim('website'), ['https://ada.example', 'HTTP://localhost:8080/a?b#c', ' https://münchen.example ']);
    await takes(claim('website'), [
      'www.ada.example',
      'ada.example/home',
      '//ada.example',
      'ada.example:8080/a',
      'münchen.de',
    ]);
    await refuses(claim('website'), 'notAUrl', [
      'ada',
      'ada@ada.example',
      '12.5',
      '10.0.0.1',
      'localhost:8080',
      'mailto:ada@ada.example',
      'data:text/html,x',
      'ada.example and more',
      '/home',
      'javascript:alert(1)',
      'ftp://a.example',
      'https://',
      'https:a',
      'https://a b',
    ]);
  });

  it('is one of the options, or the stored value', async () => {
    await takes(claim('gender'), ['female', 'prefer_not_to_say']);
    await refuses(claim('gender'), 'notAnOption', ['Female', 'diverse', 'toString']);
    const account = { profile: { gender: 'diverse' } };
    assert.equal(await problemOf(claim('gender'), 'diverse', { account }), undefined);
    assert.equal((await problemOf(claim('gender'), 'other', { account }))?.code, 'notAnOption');
    assert.equal((await problemOf(claim('gender', { required: true }), '', { account }))?.code, 'required');
    await takes(custom('Select', { options: [{ value: ' a ' }] }), [' a ']);
  });

  it('is a time zone or language tag if the field requires it', async () => {
    await takes(claim('zoneinfo'), ['Europe/Berlin', 'UTC', ' America/Argentina/Buenos_Aires ']);
    await refuses(claim('zoneinfo'), 'notATimeZone', ['Nowhere', 'Europe/Atlantis', '+01:00', 'Berlin time']);
    await takes(claim('zoneinfo'), ['europe/berlin', 'asia/calcutta', 'US/Pacific', 'utc', 'America/New York']);
    await takes(claim('locale'), ['de', 'de-CH', 'zh-Hant-TW', 'en_US']);
    await refuses(claim('locale'), 'notALocale', ['d', 'Deutsch', 'Swiss German', 'xx']);
  });

  it('is not rejected if it is already stored', async () => {
    const account = { profile: { zoneinfo: 'Nowhere', address: { locality: 'X', country: 'Y' } } };
    assert.equal(await problemOf(claim('zoneinfo'), 'Nowhere', { account }), undefined);
    const parts = (claim('address').parts ?? []).map((part) => ({
      ...part,
      minLength: 2,
      required: part.name === 'country',
    }));
    const problem = (input: Record<string, string>) => problemOf(claim('address', { parts }), input, { account });
    assert.equal(await problem({ locality: 'X', country: 'DE' }), undefined);
    assert.equal(await problem({ locality: 'Town' }), undefined, 'a part the form does not have stays as it is');
    assert.deepEqual(await problem({ locality: 'Z' }), {
      code: 'tooShort',
      values: { minLength: 2 },
      part: 'locality',
    });
  });
});

describe('a composite field', () => {
  const parts = (claim('fullname').parts ?? []).map((part) => ({ ...part, required: part.name !== 'middleName' }));

  it('reports the invalid part', async () => {
    assert.deepEqual(await problemOf(claim('fullname', { parts }), { givenName: 'Ada' }), {
      code: 'required',
      part: 'familyName',
    });
    assert.equal(await problemOf(claim('fullname', { parts }), { givenName: 'Ada', familyName: 'L' }), undefined);
    const website = claim('fullname', { parts: parts.map((part) => ({ ...part, type: 'Url' as const })) });
    assert.deepEqual(await problemOf(website, { givenName: 'Ada' }), { code: 'notAUrl', part: 'givenName' });
  });

  it('may be completely empty unless it is required itself', async () => {
    assert.equal(await problemOf(claim('fullname', { parts }), { givenName: ' ' }), undefined);
    assert.equal(await problemOf(claim('fullname', { parts }), 'no record'), undefined);
    assert.deepEqual(await problemOf(claim('address', { required: true }), {}), { code: 'required' });
    assert.deepEqual(await problemOf(claim('fullname', { parts, required: true }), {}), {
      code: 'required',
      part: 'givenName',
    });
    assert.equal(await problemOf(claim('address', { required: true }), { country: 'DE' }), undefined);
  });
});

describe('the tenant’s regular expression', () => {
  const regex = (pattern: string) => custom('Regex', { pattern });

  it('matches anywhere in the value unless it is anchored', async () => {
    await takes(regex('^[A-Z]{2}-\\d{4}$'), ['AB-1234']);
    await takes(regex('^[A-Z]{2}-\\d{4}$'), [' AB-1234 ']);
    await refuses(regex('^[A-Z]{2}-\\d{4}$'), 'pattern', ['ab-1234', 'AB-1234 x', 'xAB-1234']);
    await takes(regex('\\d{4}'), ['AB-1234-x']);
    await refuses(regex('\\d{4}'), 'pattern', ['AB-123']);
  });

  it('uses JavaScript syntax', async () => {
    await takes(regex('^[\\u4e00-\\u9fa5]+$'), ['漢字']);
    await refuses(regex('^[\\u4e00-\\u9fa5]+$'), 'pattern', ['kanji']);
    await refuses(regex('^(?<word>\\w+)$'), 'pattern', ['two words']);
    await refuses(regex('^[^]$'), 'pattern', ['ab']);
    await takes(regex('^[^]$'), ['😀']);
  });

  it('returns where RegExp would hang', { timeout: 60_000 }, async () => {
    for (const pattern of ['^(a+)+$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y', '^(a|a)*$']) {
      await refuses(regex(pattern), 'pattern', ['a'.repeat(50_000) + '!', 'x'.repeat(50_000)]);
    }
  });

  it('rejects nothing if it cannot be run, which is reported', async () => {
    for (const pattern of ['[a-z', '(', '^(?=.*[A-Z]).+$', '(a)\\1', '(?<!b)a', 'a{9999}']) {
      const reports: unknown[] = [];
      const onIgnoredPattern = (field: ProfileField, cause: unknown) =>
        reports.push([field.pattern, cause instanceof Error]);
      assert.equal(await problemOf(regex(pattern), 'value', { onIgnoredPattern }), undefined, pattern);
      assert.deepEqual(reports, [[pattern, true]]);
      assert.equal(await problemOf(regex(pattern), 'value'), undefined, 'nor does it need a listener');
    }
  });

  it('is not applied to empty, stored or too long values, or if there is none', async () => {
    const onIgnoredPattern = () => assert.fail('the pattern was run');
    const broken = custom('Regex', { pattern: '(', maxLength: 3 });
    assert.equal(await problemOf(broken, '', { onIgnoredPattern }), undefined);
    assert.equal(
      await problemOf(broken, 'old', { account: { customData: { x: 'old' } }, onIgnoredPattern }),
      undefined,
    );
    assert.equal((await problemOf(broken, 'long', { onIgnoredPattern }))?.code, 'tooLong');
    assert.equal(await problemOf(custom('Regex'), 'anything', { onIgnoredPattern }), undefined);
  });
});
