import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { profileFieldsOf } from '../../components/profile/fields/profile-fields.js';

const names = (settings?: Parameters<typeof profileFieldsOf>[0]) => profileFieldsOf(settings).map(({ name }) => name);
const only = (entry: object) =>
  profileFieldsOf({ catalogue: [entry] }).find(({ name }) => name === (entry as { name: string }).name);
const standard =
  'avatar name fullname nickname preferredUsername birthdate gender website profile address zoneinfo locale'.split(' ');

describe('the profile fields', () => {
  it('are the standard claims without settings, each with a suitable type', () => {
    const fields = profileFieldsOf(undefined);
    assert.deepEqual(
      fields.map(({ name }) => name),
      standard,
    );
    assert.deepEqual(
      fields.map(({ type }) => type),
      'Avatar Text Fullname Text Text Date Select Url Url Address TimeZone Locale'.split(' '),
    );
    assert.deepEqual(
      fields.map(({ toggle }) => toggle),
      ['avatar', 'name', ...Array(10).fill('profile')],
    );
    assert.ok(fields.every(({ required, label }) => !required && label === undefined));
    const parts = (at: string) => fields.find(({ name }) => name === at)?.parts?.map(({ name }) => name);
    assert.deepEqual(parts('fullname'), ['givenName', 'middleName', 'familyName']);
    assert.deepEqual(parts('address'), ['streetAddress', 'locality', 'region', 'postalCode', 'country']);
  });

  it('follow the tenant’s order after avatar and name, without duplicates and unknown names', () => {
    const profileFields = ['plan', 'nickname', 'plan', 'nobodyKnows', 'givenName'].map((name) => ({ name }));
    const catalogue = [
      { name: 'plan', type: 'Text' },
      { name: 'unlisted', type: 'Text' },
    ];
    assert.deepEqual(names({ profileFields, catalogue }), ['avatar', 'name', 'plan', 'nickname', 'givenName']);
  });

  it('include avatar and name if the tenant lists them', () => {
    assert.deepEqual(names({ profileFields: [{ name: 'locale' }, { name: 'name' }] }), ['avatar', 'locale', 'name']);
    assert.deepEqual(names({ profileFields: [{ name: 'name' }, { name: 'avatar' }] }), ['name', 'avatar']);
  });

  it('are the standard claims and then the catalog if the tenant has no selection', () => {
    const catalogue = [
      { name: 'plan', type: 'Text' },
      { name: 'nickname', type: 'Text', label: 'Nick' },
      { name: 'givenName', type: 'Text' },
    ];
    for (const profileFields of [undefined, null, [], 'all', [null, 5, {}]]) {
      assert.deepEqual(names({ profileFields, catalogue }), [...standard, 'plan', 'givenName']);
    }
    assert.equal(profileFieldsOf({ catalogue }).find(({ name }) => name === 'nickname')?.label, 'Nick');
  });
});

describe('a catalog field', () => {
  it('has the tenant’s labels and descriptions', () => {
    const entry = { name: 'jobTitle', type: 'Text', label: 'Job title', description: 'On your card', required: true };
    const config = { placeholder: 'Engineer', minLength: 2, maxLength: 40 };
    assert.deepEqual(only({ ...entry, config }), { ...entry, toggle: 'customData', ...config });
  });

  it('has only the details of its type', () => {
    const config = {
      minLength: 1,
      maxLength: 2,
      minValue: 3,
      maxValue: 4.5,
      format: '^x$',
      customFormat: 'd',
      defaultValue: 'true',
      options: [{ value: 'a', label: 'A' }, { value: 'b' }],
    };
    const details = (type: string) => {
      const { name, toggle, required, type: _, ...rest } = only({ name: 'x', type, config }) ?? assert.fail();
      return rest;
    };
    assert.deepEqual(details('Text'), { minLength: 1, maxLength: 2 });
    assert.deepEqual(details('Number'), { minValue: 3, maxValue: 4.5 });
    assert.deepEqual(details('Date'), { dateFormat: '^x$' });
    assert.deepEqual(details('Checkbox'), { defaultChecked: true });
    assert.deepEqual(details('Select'), { options: [{ value: 'a', label: 'A' }, { value: 'b' }] });
    assert.deepEqual(details('Url'), {});
    assert.deepEqual(details('Regex'), { pattern: '^x$' });
  });

  it('uses a custom date format only if the format is “custom”, and otherwise ISO', () => {
    const formatOf = (config: unknown) => only({ name: 'x', type: 'Date', config })?.dateFormat;
    assert.equal(formatOf({ format: 'custom', customFormat: 'd.M.yyyy' }), 'd.M.yyyy');
    assert.equal(formatOf({ format: 'dd/MM/yyyy', customFormat: 'd.M.yyyy' }), 'dd/MM/yyyy');
    for (const config of [undefined, {}, { format: 'custom' }, { format: 7 }])
      assert.equal(formatOf(config), 'yyyy-MM-dd');
  });

  it('keeps its value where Logto stores it, whatever its type', () => {
    const where = (name: string, type: string) => {
      const field = only({ name, type, config: { options: [{ value: 'a' }] } });
      return `${field?.toggle} ${field?.type}`;
    };
    assert.equal(where('name', 'Regex'), 'name Regex');
    assert.equal(where('name', 'Fullname'), 'name Text');
    assert.equal(where('avatar', 'Text'), 'avatar Avatar');
    assert.equal(where('givenName', 'Select'), 'profile Select');
    assert.equal(where('birthdate', 'Address'), 'profile Date');
    assert.equal(where('address', 'Number'), 'profile Address');
    assert.equal(where('legalName', 'Fullname'), 'profile Fullname');
    assert.equal(where('office', 'Address'), 'profile Address');
    assert.equal(where('fullname', 'Text'), 'customData Text');
    assert.equal(where('fullname', 'File'), 'profile Fullname');
    assert.equal(where('toString', 'Text'), 'customData Text');
  });

  it('has the enabled parts in the tenant’s order', () => {
    const part = { enabled: true, type: 'Text', required: true };
    const parts = [
      { ...part, name: 'familyName', label: 'Surname', config: { maxLength: 5 } },
      { ...part, name: 'middleName', enabled: false },
      { ...part, name: 'givenName', type: 'Checkbox' },
      { ...part, name: 'familyName', label: 'Again' },
      { ...part, name: 'locality' },
      'givenName',
    ];
    assert.deepEqual(only({ name: 'fullname', type: 'Fullname', config: { parts } })?.parts, [
      { name: 'familyName', toggle: 'profile', type: 'Text', required: true, label: 'Surname', maxLength: 5 },
      { name: 'givenName', toggle: 'profile', type: 'Text', required: true },
    ]);
  });

  it('is left out if the tenant has disabled every part, and has every part by default', () => {
    const fullname = (parts: unknown) => only({ name: 'fullname', type: 'Fullname', config: { parts } });
    assert.equal(fullname([{ enabled: false, name: 'givenName', type: 'Text' }]), undefined);
    for (const parts of [undefined, 'all', [], [null, {}, { enabled: true, name: '__proto__' }]]) {
      assert.deepEqual(
        fullname(parts)?.parts?.map(({ name }) => name),
        ['givenName', 'middleName', 'familyName'],
      );
    }
  });

  it('ignores invalid limits', () => {
    const text = (minLength: unknown, maxLength: unknown) => {
      const field = only({ name: 'x', type: 'Text', config: { minLength, maxLength } });
      return [field?.minLength, field?.maxLength];
    };
    assert.deepEqual(text(5, 3), [undefined, undefined]);
    assert.deepEqual(text(-1, NaN), [undefined, undefined]);
    assert.deepEqual(text('2', 0), [undefined, undefined]);
    assert.deepEqual(text(1.5, 4), [undefined, 4]);
    assert.deepEqual(text(3, 3), [3, 3]);
    const number = (minValue: unknown, maxValue: unknown) => {
      const field = only({ name: 'x', type: 'Number', config: { minValue, maxValue } });
      return [field?.minValue, field?.maxValue];
    };
    assert.deepEqual(number(9, 1), [undefined, undefined]);
    assert.deepEqual(number(Infinity, NaN), [undefined, undefined]);
    assert.deepEqual(number(-5, 0), [-5, 0]);
  });

  it('keeps only valid options, and is left out if a select has none', () => {
    const options = (name: string, list: unknown) => only({ name, type: 'Select', config: { options: list } })?.options;
    assert.deepEqual(
      options('plan', [
        null,
        'a',
        {},
        { value: '' },
        { value: 1 },
        { value: 'a', label: 5 },
        { value: 'a', label: 'Later' },
      ]),
      [{ value: 'a' }],
    );
    for (const list of [undefined, {}, [], [{ label: 'A' }]]) assert.equal(options('plan', list), undefined);
    assert.equal(options('gender', undefined)?.length, 3);
  });

  const malformed: [string, unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a text', 'nickname'],
    ['an object', { 0: { name: 'x', type: 'Text' } }],
    ['empty places', [undefined, null]],
    ['plain values', [5, 'x', true, []]],
    ['no names', [{}, { type: 'Text' }, { name: '' }, { name: 7, type: 'Text' }]],
    [
      'unknown types',
      [
        { name: 'a', type: 'File' },
        { name: 'b' },
        { name: 'c', type: {} },
        { name: 'd', type: 'Avatar' },
        { name: 'e', type: 'constructor' },
      ],
    ],
    [
      'prototype keys',
      [
        ...['__proto__', 'constructor', 'prototype'].map((name) => ({ name, type: 'Text' })),
        JSON.parse('{"__proto__":{"name":"x","type":"Text"}}'),
      ],
    ],
    [
      'composites elsewhere',
      [
        { name: 'nickname', type: 'Fullname' },
        { name: 'locale', type: 'Address', config: { parts: 3 } },
      ],
    ],
  ];
  for (const [what, catalogue] of malformed) {
    it(`does no harm if the catalog has ${what}`, () => {
      const good = { name: 'plan', type: 'Text' };
      const entries = Array.isArray(catalogue) ? [...catalogue, good] : catalogue;
      assert.deepEqual(names({ catalogue: entries }), Array.isArray(catalogue) ? [...standard, 'plan'] : standard);
      assert.deepEqual(names({ profileFields: catalogue, catalogue: [good] }).slice(0, 2), ['avatar', 'name']);
    });
  }

  const details = [
    null,
    5,
    [],
    'x',
    {
      placeholder: 5,
      label: {},
      format: {},
      options: 'a',
      parts: {},
      minLength: {},
      minValue: '1',
      defaultValue: true,
    },
  ];
  for (const type of ['Text', 'Number', 'Date', 'Checkbox', 'Url', 'Regex', 'Address', 'Fullname']) {
    it(`works with invalid details of the type ${type}`, () => {
      for (const config of details) {
        const field = only({ name: 'x', type, label: 5, description: null, required: 'yes', config });
        const { parts, hasUsualParts, dateFormat, defaultChecked, ...rest } = field ?? assert.fail();
        const toggle = parts ? 'profile' : 'customData';
        assert.deepEqual(rest, { name: 'x', toggle, type, required: false });
        assert.equal(defaultChecked ?? false, false);
        assert.equal(hasUsualParts ?? false, parts !== undefined);
      }
    });
  }

  it('is the first valid one of several with the same name', () => {
    const catalogue = [
      { name: 'x', type: '?' },
      { name: 'x', type: 'Url' },
      { name: 'x', type: 'Text' },
    ];
    assert.equal(profileFieldsOf({ catalogue }).find(({ name }) => name === 'x')?.type, 'Url');
  });

  it('cannot be modified for the next caller', () => {
    profileFieldsOf(undefined)
      .find(({ name }) => name === 'gender')
      ?.options?.pop();
    assert.equal(profileFieldsOf(undefined).find(({ name }) => name === 'gender')?.options?.length, 3);
  });
});
