import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { problemOf } from '../../components/profile/fields/field-rules.js';
import { changeOf, inputOf } from '../../components/profile/fields/field-value.js';
import type { ProfileAccount, ProfileField } from '../../components/profile/fields/profile-field.js';
import { standardField } from '../../components/profile/fields/standard-fields.js';

const claim = (name: string): ProfileField => standardField(name) ?? assert.fail(name);
const custom = (type: ProfileField['type'], more: Partial<ProfileField> = {}): ProfileField => ({
  name: 'x',
  toggle: 'customData',
  type,
  required: false,
  ...more,
});

const [birthdate, website, nickname, zoneinfo, locale] = [
  claim('birthdate'),
  claim('website'),
  claim('nickname'),
  claim('zoneinfo'),
  claim('locale'),
];
const [name, amount, day] = [claim('name'), custom('Number'), custom('Date', { dateFormat: 'dd/MM/yyyy' })];
const choice = custom('Select', { options: [{ value: 'a' }, { value: 'b' }] });

/** The result of typed input: the reported problem, or the stored value. */
const typed: [ProfileField, string, { problem: string } | { stored: unknown }][] = [
  [birthdate, '2024-02-29', { stored: '2024-02-29' }],
  [birthdate, '2023-02-29', { problem: 'notADate' }],
  [birthdate, '1900-02-29', { problem: 'notADate' }],
  [birthdate, '0001-01-01', { problem: 'shortYear' }],
  [birthdate, '2999-01-01', { problem: 'inFuture' }],
  [birthdate, '31.12.1999', { problem: 'notADate' }],
  [birthdate, '12/31/1999', { problem: 'notADate' }],
  [birthdate, '١٩٩٩-١٢-٣١', { stored: '1999-12-31' }],
  [day, '2024-02-29', { stored: '29/02/2024' }],
  [day, '2999-01-01', { stored: '01/01/2999' }],

  [zoneinfo, 'Asia/Calcutta', { stored: 'Asia/Kolkata' }],
  [zoneinfo, 'europe/KIEV', { stored: 'Europe/Kyiv' }],
  [zoneinfo, 'america/new york', { stored: 'America/New_York' }],
  [zoneinfo, 'utc', { stored: 'UTC' }],
  [zoneinfo, 'Mars/Phobos', { problem: 'notATimeZone' }],
  [zoneinfo, '+01:00', { problem: 'notATimeZone' }],

  [locale, 'iw', { stored: 'he' }],
  [locale, 'DE-at', { stored: 'de-AT' }],
  [locale, 'pt_BR', { stored: 'pt-BR' }],
  [locale, 'Deutsch', { problem: 'notALocale' }],

  [website, 'example.com/me', { stored: 'https://example.com/me' }],
  [website, '//example.com', { stored: 'https://example.com' }],
  [website, 'example.com:8080', { stored: 'https://example.com:8080' }],
  [website, '  https://example.com \n', { stored: 'https://example.com' }],
  [website, 'https://exa mple.com', { problem: 'notAUrl' }],
  [website, 'https://münchen.example/straße', { stored: 'https://münchen.example/straße' }],
  [website, '例え.テスト', { stored: 'https://例え.テスト' }],
  [website, `https://example.com/${'a'.repeat(2000)}`, { stored: `https://example.com/${'a'.repeat(2000)}` }],
  [website, 'javascript:alert(1)', { problem: 'notAUrl' }],
  [website, ' JaVaScRiPt:alert(1)', { problem: 'notAUrl' }],
  [website, 'java\u0000script:alert(1)', { problem: 'notAUrl' }],
  [website, 'data:text/html,x', { problem: 'notAUrl' }],
  [website, 'mailto:ada@example.com', { problem: 'notAUrl' }],
  [website, 'ada@example.com', { problem: 'notAUrl' }],
  [website, 'readme', { problem: 'notAUrl' }],

  [name, 'x'.repeat(128), { stored: 'x'.repeat(128) }],
  [name, 'x'.repeat(129), { problem: 'tooLong' }],
  [name, '😀'.repeat(64), { stored: '😀'.repeat(64) }],
  [name, '😀'.repeat(65), { problem: 'tooLongSymbols' }],
  [name, 'e\u0301'.repeat(64), { stored: 'e\u0301'.repeat(64) }],
  [name, 'e\u0301'.repeat(65), { problem: 'tooLong' }],
  [nickname, '\u200bAda\u2060', { stored: 'Ada' }],
  [nickname, '\u202eada\u202c', { stored: 'ada' }],
  [nickname, 'فاطمة بنت محمد', { stored: 'فاطمة بنت محمد' }],
  [nickname, 'می\u200cخواهم', { stored: 'می\u200cخواهم' }],
  [nickname, '👩\u200d💻', { stored: '👩\u200d💻' }],
  [nickname, ' \t\u3000 ', { stored: '' }],
  [nickname, '\u200b\u200d\ufeff', { stored: '' }],

  [amount, '1.5', { stored: 1.5 }],
  [amount, '1,234', { stored: 1234 }],
  [amount, '1,5', { problem: 'notANumber' }],
  [amount, '-0', { stored: -0 }],
  [amount, '٣', { stored: 3 }],
  [amount, '−٣', { stored: -3 }],
  [amount, '1e3', { stored: 1000 }],
  [amount, '1e999', { problem: 'notANumber' }],
  [amount, 'NaN', { problem: 'notANumber' }],
  [amount, 'Infinity', { problem: 'notANumber' }],
  [amount, '0x10', { problem: 'notANumber' }],
  [amount, '007', { problem: 'leadingZeros' }],
  [amount, '9007199254740993', { problem: 'notExact' }],
  [amount, '1 2', { problem: 'notANumber' }],

  [choice, 'b', { stored: 'b' }],
  [choice, 'c', { problem: 'notAnOption' }],
];

/** A stored value that violates today's rules. */
const stored: [ProfileField, unknown][] = [
  ...['1990', '0000-05-14', '2999-01-01', '0001-01-01', '31.12.1999', '1999-02-30', ' 1999-12-31'].map(
    (value): [ProfileField, unknown] => [birthdate, value],
  ),
  ...['Asia/Calcutta', 'europe/kiev', 'Mars/Phobos', '+01:00', 'Etc/GMT+5'].map((value): [ProfileField, unknown] => [
    zoneinfo,
    value,
  ]),
  ...['iw', 'DE_at', 'Deutsch', 'xx', 'en-US-posix'].map((value): [ProfileField, unknown] => [locale, value]),
  ...['example.com', 'javascript:alert(1)', ' https://example.com ', 'https://exa mple.com'].map(
    (value): [ProfileField, unknown] => [website, value],
  ),
  ...['😀'.repeat(200), ' Ada ', 'Ada\nKing', '\u200b', '\u202eada', ''].map((value): [ProfileField, unknown] => [
    nickname,
    value,
  ]),
  ...[0, -0, 0.1, 1e21, 5e-324, 1.7976931348623157e308, '1.50', ' 12 ', '007', 'twelve', true, null, [1], {}].map(
    (value): [ProfileField, unknown] => [amount, value],
  ),
  ...['29/02/2024', '30/02/2024', '2024-02-29', '1/2/2024', 5].map((value): [ProfileField, unknown] => [day, value]),
  ...['c', '', 1, null].map((value): [ProfileField, unknown] => [choice, value]),
];

const accountWith = (field: ProfileField, value: unknown): ProfileAccount =>
  field.toggle === 'customData' ? { customData: { x: value } } : { profile: { [field.name]: value } };

const show = (value: unknown) => JSON.stringify(value).slice(0, 40);

/** The field's new value in the request. */
function valueIn(field: ProfileField, change: ReturnType<typeof changeOf>): unknown {
  if (field.toggle === 'customData') return change?.customData?.[field.name];
  return field.toggle === 'profile' ? change?.profile?.[field.name] : change?.[field.toggle];
}

describe('realistic input', () => {
  for (const [field, text, expected] of typed)
    it(`${field.type} ${show(text)}: ${Object.keys(expected).join()} ${show(Object.values(expected)[0])}`, async () => {
      const account: ProfileAccount = field.toggle === 'customData' ? { customData: {} } : { profile: {} };
      const problem = await problemOf(field, text, { account, lang: 'en' });
      if ('problem' in expected) return assert.equal(problem?.code, expected.problem);
      assert.equal(problem, undefined);
      const change = changeOf(field, text, account, 'en');
      // Nothing was there and nothing is entered.
      if (expected.stored === '') return assert.equal(change, undefined);
      assert.deepEqual(valueIn(field, change), expected.stored);
    });
});

describe('a stored profile value', () => {
  for (const lang of ['en', 'de', 'ar', 'th', 'fa'])
    it(`is neither rejected nor changed when it is opened and saved in ${lang}`, async () => {
      for (const [field, value] of stored) {
        const account = accountWith(field, value);
        const input = inputOf(field, account, lang);
        const told = `${field.type} ${show(value)}`;
        assert.equal(await problemOf(field, input, { account, lang }), undefined, told);
        assert.equal(changeOf(field, input, account, lang), undefined, told);
      }
    });
});
