import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { changeOf, inputOf } from '../../components/profile/fields/field-value.js';
import type { FieldInput, ProfileAccount, ProfileField } from '../../components/profile/fields/profile-field.js';
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
const withX = (x: unknown): ProfileAccount => ({ customData: { x, other: 1 } });

/** An account whose every key is something else than promised. */
const hostile: ProfileAccount[] = [{}, JSON.parse('{"name":{},"avatar":[],"profile":"x","customData":[1]}')].concat(
  JSON.parse(
    '[{"name":null,"profile":null,"customData":null},{"profile":{"address":"Main St","nickname":{"a":1},"birthdate":[]}}]',
  ),
);

describe('the initial value of a profile input', () => {
  it('the initial value comes from where Logto stores it', () => {
    const account = {
      name: 'Ada',
      avatar: 'https://a.example/a.png',
      profile: { profile: 'https://ada.example' },
      customData: { x: 'y' },
    };
    assert.equal(inputOf(claim('name'), account), 'Ada');
    assert.equal(inputOf(claim('avatar'), account), 'https://a.example/a.png');
    assert.equal(inputOf(claim('profile'), account), 'https://ada.example');
    assert.equal(inputOf(custom('Text'), account), 'y');
  });

  it('is text for a number, and empty for anything else', () => {
    assert.equal(inputOf(custom('Number'), withX(12.5)), '12.5');
    assert.equal(inputOf(custom('Number'), withX(0)), '0');
    assert.equal(inputOf(custom('Number'), withX('12')), '12');
    assert.equal(inputOf(custom('Number'), withX('twelve')), '');
  });

  it('is the checkbox state, or the default if the user has never saved it', () => {
    assert.equal(inputOf(custom('Checkbox'), {}), false);
    assert.equal(inputOf(custom('Checkbox', { defaultChecked: true }), {}), true);
    assert.equal(inputOf(custom('Checkbox', { defaultChecked: true }), withX(false)), false);
    assert.equal(inputOf(claim('nickname', { type: 'Checkbox' }), { profile: { nickname: 'true' } }), true);
  });

  it('is an ISO date for a full date format, and otherwise the text', () => {
    const date = (dateFormat: string, x: string) => inputOf(custom('Date', { dateFormat }), withX(x));
    assert.equal(date('dd/MM/yyyy', '31/12/1999'), '1999-12-31');
    assert.equal(date('dd/MM/yyyy', 'yesterday'), '');
    assert.equal(date('MMMM yyyy', 'May 1999'), 'May 1999');
    assert.equal(inputOf(claim('birthdate'), { profile: { birthdate: '1999-12-31' } }), '1999-12-31');
  });

  it('is the text of each part of a composite field', () => {
    const profile = { givenName: 'Ada', familyName: 5, address: { locality: 'Town', region: {}, formatted: 'Town' } };
    assert.deepEqual(inputOf(claim('fullname'), { profile }), { givenName: 'Ada', middleName: '', familyName: '5' });
    assert.deepEqual(inputOf(claim('address'), { profile }), {
      streetAddress: '',
      locality: 'Town',
      region: '',
      postalCode: '',
      country: '',
    });
  });

  it('can be an option that is no longer offered', () => {
    assert.equal(inputOf(claim('gender'), { profile: { gender: 'diverse' } }), 'diverse');
  });

  it('is empty for hostile accounts and inherited keys', () => {
    for (const account of hostile) {
      for (const name of ['avatar', 'name', 'nickname', 'birthdate', 'gender'])
        assert.equal(inputOf(claim(name), account), '');
      assert.equal(inputOf(custom('Number'), account), '');
      assert.ok(Object.values(inputOf(claim('address'), account)).every((text) => text === ''));
    }
    assert.equal(inputOf(custom('Text', { name: 'toString' }), { customData: {} }), '');
    assert.equal(inputOf(custom('Text'), { customData: Object.create({ x: 'inherited' }) }), '');
  });
});

describe('the request body of a profile change', () => {
  it('has the new value in the right place', () => {
    assert.deepEqual(changeOf(claim('name'), 'Ada', {}), { name: 'Ada' });
    assert.deepEqual(changeOf(claim('avatar'), ' https://a.example ', {}), { avatar: 'https://a.example' });
    assert.deepEqual(changeOf(claim('nickname'), 'A', { profile: { nickname: 'B', website: 'w' } }), {
      profile: { nickname: 'A' },
    });
    assert.deepEqual(changeOf(custom('Text'), 'new', withX('old')), { customData: { x: 'new' } });
  });

  it('the request body is undefined if nothing was changed', () => {
    const accounts = [
      ...hostile,
      {
        name: 'A',
        profile: {
          nickname: 'N',
          birthdate: 'yesterday',
          gender: 'diverse',
          givenName: 'G',
          address: { country: 'C' },
        },
        customData: { x: 'twelve' },
      },
    ];
    const fields = ['avatar', 'name', 'nickname', 'birthdate', 'gender', 'fullname', 'address', 'locale'].map((name) =>
      claim(name),
    );
    for (const field of [...fields, custom('Text'), custom('Number'), custom('Date', { dateFormat: 'd.M.yyyy' })]) {
      for (const account of accounts)
        assert.equal(changeOf(field, inputOf(field, account), account), undefined, field.name);
    }
  });

  it('clears each place in the way that Logto accepts', () => {
    assert.deepEqual(changeOf(claim('name'), '', { name: 'Ada' }), { name: null });
    assert.deepEqual(changeOf(claim('avatar'), '', { avatar: 'https://a.example' }), { avatar: null });
    assert.deepEqual(changeOf(claim('nickname'), '   ', { profile: { nickname: 'A' } }), { profile: { nickname: '' } });
    const change = changeOf(custom('Number'), '', withX(5));
    assert.deepEqual(change, { customData: { x: undefined } });
    assert.ok(Object.hasOwn(change?.customData ?? {}, 'x'));
  });

  it('has a number, boolean or text in the custom data', () => {
    assert.deepEqual(changeOf(custom('Number'), ' -1.50 ', {}), { customData: { x: -1.5 } });
    assert.equal(changeOf(custom('Number'), '5.0', withX(5)), undefined);
    assert.deepEqual(changeOf(custom('Checkbox'), true, withX(false)), { customData: { x: true } });
    assert.deepEqual(changeOf(custom('Select'), 'a', {}), { customData: { x: 'a' } });
  });

  it('the profile has only text', () => {
    assert.deepEqual(changeOf(claim('nickname', { type: 'Number' }), '5', {}), { profile: { nickname: '5' } });
    assert.deepEqual(changeOf(claim('nickname', { type: 'Checkbox' }), false, {}), { profile: { nickname: 'false' } });
  });

  it('has the first answer to a checkbox, and is undefined if it does not change', () => {
    assert.deepEqual(changeOf(custom('Checkbox'), false, {}), { customData: { x: false } });
    assert.deepEqual(changeOf(custom('Checkbox', { defaultChecked: true }), true, {}), { customData: { x: true } });
    assert.equal(changeOf(custom('Checkbox'), false, withX(false)), undefined);
  });

  it('has a date in the tenant’s format', () => {
    const date = (dateFormat: string, input: string) =>
      changeOf(custom('Date', { dateFormat }), input, {})?.customData?.x;
    assert.equal(date('MM/dd/yyyy', '1999-01-31'), '01/31/1999');
    assert.equal(date("d. M. yyyy 'o''clock'", '1999-01-31'), "31. 1. 1999 o'clock");
    assert.equal(date('MMMM yyyy', 'May 1999'), 'May 1999');
  });

  it('is undefined for input that cannot be stored', () => {
    assert.equal(changeOf(custom('Number'), 'twelve', withX(5)), undefined);
    assert.equal(changeOf(custom('Date', { dateFormat: 'dd/MM/yyyy' }), '2023-02-29', {}), undefined);
    for (const input of [{ x: 'a' }, true] as FieldInput[])
      assert.equal(changeOf(custom('Text'), input, withX('old')), undefined);
    assert.equal(changeOf(custom('Checkbox'), 'maybe', withX(true)), undefined);
  });

  it('has only the changed parts of a full name', () => {
    const account = { profile: { givenName: 'Ada', middleName: 'K', familyName: 'L' } };
    const input = { givenName: 'Ada', middleName: '', familyName: 'Lovelace', nickname: 'no part' };
    assert.deepEqual(changeOf(claim('fullname'), input, account), {
      profile: { middleName: '', familyName: 'Lovelace' },
    });
    assert.equal(changeOf(claim('fullname'), {}, account), undefined);
    assert.equal(changeOf(claim('fullname'), 'Ada', account), undefined);
  });

  it('has the complete address: other keys kept, empty parts removed, formatted recomputed', () => {
    const address = {
      formatted: 'old',
      streetAddress: '1 Main St',
      region: 'R',
      country: 'US',
      later: { a: 1 },
      none: null,
    };
    const input = { streetAddress: '2 Side St', locality: 'Town', postalCode: '', country: '' };
    assert.deepEqual(changeOf(claim('address'), input, { profile: { address } }), {
      profile: {
        address: {
          streetAddress: '2 Side St',
          region: 'R',
          later: { a: 1 },
          locality: 'Town',
          formatted: '2 Side St, Town, R',
        },
      },
    });
    assert.deepEqual(address.formatted, 'old', 'the account itself stays as it is');
  });

  it('keeps the formatted address as entered if it is a part', () => {
    const parts = ['formatted', 'country'].map((name): ProfileField => ({
      name,
      toggle: 'profile',
      type: 'Text',
      required: false,
    }));
    const account = { profile: { address: { formatted: 'Somewhere', country: 'US' } } };
    assert.deepEqual(changeOf(claim('address', { parts }), { formatted: 'Somewhere', country: 'DE' }, account), {
      profile: { address: { formatted: 'Somewhere', country: 'DE' } },
    });
  });

  it('has an empty address if every part is cleared', () => {
    const account = { profile: { address: { formatted: 'DE', country: 'DE' } } };
    assert.deepEqual(changeOf(claim('address'), { country: '' }, account), { profile: { address: {} } });
  });
});
