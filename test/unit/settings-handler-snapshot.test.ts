import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parsePasswordPolicy } from '../../components/password/password-policy.js';
import { parseUsernamePolicy } from '../../components/username/username-policy.js';
import { profileFieldsOf } from '../../components/profile/fields/profile-fields.js';
import { publicSnapshot } from '../../src/server/public-snapshot.js';
import { parseSettings, type AccountSettingsSnapshot } from '../../src/settings/account-settings.js';
import { serviceLinks } from '../../src/settings/service-links.js';
import { snapshotShape, type Shape } from '../../src/settings/snapshot-shape.js';
import { connectorName, connectorsOf } from '../../src/settings/social-connectors.js';
import { recordedBody } from '../contract/recording.js';
import { FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { everythingIn, withEverywhere } from './settings-handler-bodies.js';

/** All that the tags make of a snapshot. */
function readAll(snapshot: AccountSettingsSnapshot) {
  const settings = parseSettings(snapshot);
  assert.ok(settings);
  const connectors = connectorsOf(settings.socialConnectors);
  return {
    ...settings,
    profileFields: profileFieldsOf({ profileFields: settings.profileFields, catalogue: settings.catalogue }),
    catalogue: profileFieldsOf({ catalogue: settings.catalogue }),
    passwordPolicy: parsePasswordPolicy(settings.passwordPolicy),
    usernamePolicy: parseUsernamePolicy(settings.usernamePolicy),
    socialConnectors: connectors,
    areConnectorsKnown: settings.socialConnectors !== undefined,
    service: serviceLinks(settings),
    names: ['en', 'de', 'zh', 'zh-TW', 'tr'].map((lang) => connectors.map((each) => connectorName(each, lang))),
    deleteAccountUrl: typeof settings.deleteAccountUrl === 'string' ? settings.deleteAccountUrl : undefined,
  };
}

const tenant = (options: FakeLogtoOptions = {}): AccountSettingsSnapshot => new FakeLogto(options).tenant;
const path = '/api/.well-known/';

describe('the served settings snapshot', () => {
  const { accountCenter, signInExperience } = everythingIn();
  const { customProfileFieldCatalog, ...older } = signInExperience;
  const snapshots: Record<string, AccountSettingsSnapshot> = {
    'the default tenant': tenant(),
    'a tenant with something of everything': { accountCenter, signInExperience },
    'a Logto with the older name of the catalogue': { accountCenter, signInExperience: older },
    'a Logto without a catalogue': { accountCenter, signInExperience: { ...older, customProfileFields: undefined } },
    'a tenant without anything': { accountCenter: { fields: {} }, signInExperience: {} },
    'a tenant without account deletion': tenant({ deleteAccountUrl: null, webauthnRelatedOrigins: [] }),
    'a tenant where second steps are a must': tenant({ mfa: { policy: 'Mandatory', factors: [] } }),
    'a tenant in the dark': tenant({
      signInExperience: { color: { primaryColor: '#111', darkPrimaryColor: '#eee', isDarkModeEnabled: true } },
    }),
    'the Logto that was recorded': {
      accountCenter: recordedBody('cors', 'public GET from another origin', `${path}account-center`),
      signInExperience: recordedBody('cors', 'public GET from another origin', `${path}sign-in-exp`),
    },
    'the same, read-only': { accountCenter: recordedBody('fields-ReadOnly', 'well-known account-center') },
  };

  for (const [name, full] of Object.entries(snapshots))
    it(`is equivalent to the full responses of ${name}`, () => {
      const snapshot = JSON.parse(JSON.stringify(publicSnapshot({ signInExperience: {}, ...full }))) as never;
      assert.deepEqual(readAll(snapshot), readAll({ signInExperience: {}, ...full }));
    });

  for (const odd of [null, 'odd', 7, true, [], {}, [null], [['odd']], { odd: { odd: 'odd' } }])
    it(`is equivalent to full responses with ${JSON.stringify(odd)} in any place`, () => {
      for (const half of ['accountCenter', 'signInExperience'] as const)
        for (const key of Object.keys(snapshotShape[half])) {
          if (key === 'fields') continue;
          const full = structuredClone({ accountCenter, signInExperience });
          Object.assign(full[half], { [key]: odd });
          assert.deepEqual(readAll(publicSnapshot(full)), readAll(full), key);
        }
      const fields = Object.fromEntries(Object.keys(accountCenter.fields).map((field) => [field, odd]));
      const full = { accountCenter: { ...accountCenter, fields }, signInExperience };
      assert.deepEqual(readAll(publicSnapshot(full)), readAll(full));
    });

  it('has nothing that the elements do not read', () => {
    const secret = 'hunter2';
    const full = withEverywhere({ accountCenter, signInExperience }, { clientSecret: secret, toString: secret });
    assert.ok(JSON.stringify(full).split(secret).length > 100);
    assert.equal(JSON.stringify(publicSnapshot(full)).includes(secret), false);
    assert.deepEqual(publicSnapshot(full), publicSnapshot({ accountCenter, signInExperience }));
  });

  it('has nothing nested in place of a plain value', () => {
    const hidden = { deleteAccountUrl: { token: 'hunter2' }, webauthnRelatedOrigins: [{ token: 'hunter2' }] };
    const snapshot = publicSnapshot({ accountCenter: { fields: { name: ['hunter2'] }, ...hidden } });
    assert.equal(JSON.stringify(snapshot).includes('hunter2'), false);
  });

  it('the snapshot has the catalog once', () => {
    const snapshot = publicSnapshot({ accountCenter, signInExperience });
    assert.equal(Object.hasOwn(Object(snapshot.signInExperience) as object, 'customProfileFields'), false);
    assert.equal(JSON.stringify(snapshot).split('"jobTitle"').length - 1, 2); // chosen, and described
  });

  it('neither inherits nor pollutes prototypes', () => {
    const polluted = JSON.parse(
      '{"fields":{"__proto__":{"name":"Edit"}},"__proto__":{"deleteAccountUrl":"x"}}',
    ) as object;
    assert.deepEqual(publicSnapshot({ accountCenter: polluted, signInExperience: {} }), {
      accountCenter: { fields: {} },
      signInExperience: {},
    });
  });

  it('the snapshot has exactly what is read from it', () => {
    const seen = new Set<string>();
    for (const half of [signInExperience, older]) readAll(watched({ accountCenter, signInExperience: half }, seen));
    const kept = pathsOf(snapshotShape);
    assert.deepEqual({ lost: [...seen].filter((each) => !kept.includes(each)) }, { lost: [] });
    assert.deepEqual({ unread: kept.filter((each) => !seen.has(each)) }, { unread: [] });
  });
});

/** The same data, which notes what is looked at. Words for each language count as one. */
function watched<T extends object>(data: T, seen: Set<string>, place = ''): T {
  const note = (key: string | symbol) => {
    if (typeof key === 'symbol' || (Array.isArray(data) && !/^\d+$/.test(key))) return undefined;
    const found = `${place}${Array.isArray(data) ? '*' : key}`;
    if (!/connectors\.\*\.name\./i.test(found)) seen.add(found);
    return found;
  };
  return new Proxy(data, {
    getOwnPropertyDescriptor: (target, key) => (note(key), Reflect.getOwnPropertyDescriptor(target, key)),
    get: (target, key) => {
      const found = note(key);
      const value: unknown = Reflect.get(target, key);
      return found && typeof value === 'object' && value !== null ? watched(value, seen, `${found}.`) : value;
    },
  });
}

function pathsOf(shape: Shape, place = ''): string[] {
  if (typeof shape === 'string') return [];
  const entries: [string, Shape][] = Array.isArray(shape) ? [['*', shape[0] as Shape]] : Object.entries(shape);
  return entries.flatMap(([key, part]) => [place + key, ...pathsOf(part, `${place}${key}.`)]);
}
