import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseSettings } from '../../src/settings/account-settings.js';
import { readSettings, type NamedSource } from '../../src/settings/settings-sources.js';
import { recordedBody } from '../contract/recording.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';

const centerWith = (fields: unknown) => parseSettings({ accountCenter: { fields } });
const brandOf = (color: unknown) =>
  parseSettings({ accountCenter: { fields: {} }, signInExperience: { color } })?.brandColor;

describe('a settings snapshot', () => {
  it('consists of the responses of Logto’s two public routes', () => {
    const { accountCenter, signInExperience } = new FakeLogto({ fields: { name: 'ReadOnly' } }).tenant;
    const settings = parseSettings({ accountCenter, signInExperience });
    assert.equal(settings?.fields.name, 'ReadOnly');
    assert.equal(settings?.fields.avatar, 'Edit');
    assert.equal(settings?.fields.trustedDevice, 'Off');
    assert.deepEqual(settings?.brandColor, { light: '#6139F6' });
    assert.equal(settings?.profileFields, accountCenter.profileFields);
    assert.equal(settings?.catalogue, signInExperience['customProfileFieldCatalog']);
  });

  it('can be parsed as recorded from a real Logto', () => {
    const accountCenter = recordedBody('fields-ReadOnly', 'well-known account-center');
    assert.equal(parseSettings({ accountCenter })?.fields.name, 'ReadOnly');
  });

  it('a snapshot works without a sign-in experience', () => {
    assert.deepEqual(centerWith({ name: 'Edit' })?.brandColor, {});
    assert.equal(centerWith({ name: 'Edit' })?.catalogue, undefined);
  });

  it('uses the older name of the profile field catalog if the newer one is missing', () => {
    const catalogue = [{ name: 'plan', type: 'Text' }];
    const accountCenter = { fields: {} };
    const old = parseSettings({ accountCenter, signInExperience: { customProfileFields: catalogue } });
    assert.equal(old?.catalogue, catalogue);
  });

  it('treats missing fields and unknown access values as Off', () => {
    const settings = centerWith({ name: 'edit', avatar: true, profile: null, email: ['Edit'], phone: 'Sometimes' });
    assert.deepEqual([...new Set(Object.values(settings?.fields ?? {}))], ['Off']);
    assert.equal(Object.keys(settings?.fields ?? {}).length, 13);
  });

  it('ignores fields of later versions', () => {
    assert.equal(Object.hasOwn(centerWith({ telepathy: 'Edit' })?.fields ?? {}, 'telepathy'), false);
  });

  it('does not inherit access from the prototype', () => {
    const polluted = JSON.parse('{ "__proto__": { "name": "Edit" } }') as object;
    assert.equal(centerWith(polluted)?.fields.name, 'Off');
    assert.equal(({} as { name?: string }).name, undefined);
  });

  for (const hostile of [
    undefined,
    null,
    '',
    'settings',
    0,
    true,
    [],
    {},
    { accountCenter: null },
    { accountCenter: 'x' },
    { accountCenter: [] },
    { accountCenter: {} },
    { accountCenter: { fields: null } },
    { accountCenter: { fields: 'Edit' } },
    { fields: { name: 'Edit' } },
  ]) {
    it(`cannot be ${JSON.stringify(hostile)}`, () => assert.equal(parseSettings(hostile), undefined));
  }

  it('works with an invalid sign-in experience', () => {
    for (const signInExperience of [null, 'x', 17, [], { color: null }, { color: 'red' }, { color: [] }]) {
      assert.deepEqual(parseSettings({ accountCenter: { fields: {} }, signInExperience })?.brandColor, {});
    }
  });

  it('has a dark brand color only if dark mode is on, and only strings as colors', () => {
    const [primaryColor, darkPrimaryColor] = ['#111', '#eee'];
    assert.deepEqual(brandOf({ primaryColor, darkPrimaryColor, isDarkModeEnabled: false }), { light: '#111' });
    assert.deepEqual(brandOf({ primaryColor, darkPrimaryColor, isDarkModeEnabled: true }), {
      light: '#111',
      dark: '#eee',
    });
    assert.deepEqual(brandOf({ primaryColor: ['#111'], darkPrimaryColor: 1, isDarkModeEnabled: true }), {});
  });
});

describe('second factors and passkeys in a settings snapshot', () => {
  const accountCenter = { fields: {} };
  const stepsOf = (mfa: unknown) => parseSettings({ accountCenter, signInExperience: { mfa } })?.secondFactors;
  const passkeyOf = (fields: unknown) => centerWith(fields)?.fields.passkey;

  it('the snapshot has the tenant’s factors', () => {
    const { tenant } = new FakeLogto({ webauthnRelatedOrigins: ['https://app.example.com'] });
    const settings = parseSettings(tenant);
    assert.deepEqual(settings?.secondFactors, { factors: ['Totp', 'WebAuthn', 'BackupCode'], isMandatory: false });
    assert.equal(settings?.passkeySignIn, false);
    assert.deepEqual(settings?.webauthnRelatedOrigins, ['https://app.example.com']);
  });

  it('are unknown without the sign-in experience', () => {
    const settings = parseSettings({ accountCenter });
    assert.deepEqual(settings?.secondFactors, { factors: undefined, isMandatory: undefined });
    assert.equal(settings?.passkeySignIn, undefined);
  });

  for (const [policy, isMandatory] of [
    ['UserControlled', false],
    ['NoPrompt', false],
    ['PromptOnlyAtSignIn', false],
    ['PromptAtSignInAndSignUp', false],
    ['Mandatory', true],
    ['PromptOnlyAtSignInMandatory', true],
    ['PromptAtSignInAndSignUpMandatory', true],
    [undefined, undefined],
    [true, undefined],
    [['Mandatory'], undefined],
  ] as const)
    it(`are ${isMandatory === undefined ? 'of unknown policy' : isMandatory ? 'required' : 'optional'} for the policy ${JSON.stringify(policy)}`, () => {
      assert.equal(stepsOf({ factors: [], policy })?.isMandatory, isMandatory);
    });

  it('include factors of later versions, but nothing that is not a string', () => {
    assert.deepEqual(stepsOf({ factors: ['Totp', 7, null, { type: 'WebAuthn' }, 'Telepathy'] })?.factors, [
      'Totp',
      'Telepathy',
    ]);
    assert.deepEqual(stepsOf({ factors: [] })?.factors, []);
  });

  it('second factors work with an invalid mfa value', () => {
    const none = { factors: undefined, isMandatory: undefined };
    for (const mfa of [undefined, null, 'Totp', 7, [], {}, { factors: 'Totp' }, { factors: { 0: 'Totp', length: 1 } }])
      assert.deepEqual(stepsOf(mfa), none, JSON.stringify(mfa));
  });

  it('allow sign-in with a passkey only if that is certain', () => {
    const enabledBy = (passkeySignIn: unknown) =>
      parseSettings({ accountCenter, signInExperience: { passkeySignIn } })?.passkeySignIn;
    assert.equal(enabledBy({ enabled: true }), true);
    for (const unclear of [undefined, null, {}, true, { enabled: 'true' }, { enabled: 1 }, { enabled: false }])
      assert.equal(enabledBy(unclear), false, JSON.stringify(unclear));
  });

  it('use the MFA toggle for passkeys if those have no toggle', () => {
    assert.equal(passkeyOf({ mfa: 'Edit' }), 'Edit');
    assert.equal(passkeyOf({ mfa: 'ReadOnly' }), 'ReadOnly');
    assert.equal(passkeyOf({}), 'Off');
    assert.equal(passkeyOf({ mfa: 'Edit', passkey: 'Off' }), 'Off');
    assert.equal(passkeyOf({ mfa: 'Off', passkey: 'Edit' }), 'Edit');
    assert.equal(passkeyOf({ mfa: 'Edit', passkey: 'Sometimes' }), 'Off');
    assert.equal(passkeyOf({ mfa: 'Edit', passkey: null }), 'Off');
  });

  it('include only string origins, and distinguish none from unknown', () => {
    const originsIn = (webauthnRelatedOrigins: unknown) =>
      parseSettings({ accountCenter: { fields: {}, webauthnRelatedOrigins } })?.webauthnRelatedOrigins;
    assert.deepEqual(originsIn(['https://a.example', 7, null, ['https://b.example']]), ['https://a.example']);
    assert.deepEqual(originsIn([]), []);
    for (const none of [undefined, null, 'https://a.example', {}, 7]) assert.equal(originsIn(none), undefined);
  });
});

describe('the settings sources', () => {
  const snapshot = (name: string) => ({ accountCenter: { fields: { [name]: 'Edit' } } });

  async function read(...reads: (() => unknown)[]) {
    const reports: string[] = [];
    let asked = 0;
    const sources: NamedSource[] = reads.map((source, index) => ({
      name: `source ${index}`,
      read: async () => {
        asked += 1;
        return source();
      },
    }));
    const settings = await readSettings(sources, (message) => reports.push(message));
    return { settings, reports, asked };
  }

  it('are read in order, and only as many as needed', async () => {
    const { settings, asked, reports } = await read(
      () => undefined,
      () => snapshot('name'),
      () => snapshot('avatar'),
    );
    assert.equal(settings?.fields.name, 'Edit');
    assert.equal(settings?.fields.avatar, 'Off');
    assert.equal(asked, 2);
    assert.deepEqual(reports, []);
  });

  it('are skipped and reported with a reason if invalid', async () => {
    const { settings, reports } = await read(
      () => JSON.parse('{'),
      () => 'no snapshot',
      () => snapshot('name'),
    );
    assert.equal(settings?.fields.name, 'Edit');
    assert.equal(reports.length, 2);
    assert.match(reports[0]!, /source 0 could not be read \(.*JSON/);
    assert.match(reports[1]!, /source 1 are not a snapshot of the form \{ accountCenter, signInExperience \}/);
  });

  it('a settings source may throw anything', async () => {
    const { settings, reports } = await read(() => {
      // oxlint-disable-next-line typescript/only-throw-error -- somebody else’s code may
      throw null;
    });
    assert.equal(settings, undefined);
    assert.equal(reports.length, 1);
  });

  it('return nothing if no source has settings', async () => {
    const { settings, reports } = await read(
      () => undefined,
      () => undefined,
    );
    assert.equal(settings, undefined);
    assert.deepEqual(reports, []);
  });

  it('are skipped without a report if null, as while a framework is still loading them', async () => {
    const { settings, reports } = await read(
      () => null,
      () => snapshot('name'),
    );
    assert.equal(settings?.fields.name, 'Edit');
    assert.deepEqual(reports, []);
  });
});
