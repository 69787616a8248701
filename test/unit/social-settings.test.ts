import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Account } from '../../src/api/account.js';
import { parseSettings } from '../../src/settings/account-settings.js';
import { connectorsOf } from '../../src/settings/social-connectors.js';
import { isLastIdentifier, isLastIdentity } from '../../src/identifiers/identifiers.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';

const github = { github: { userId: '1' } };
const nothingElse: Account = { id: 'ada', username: null, primaryEmail: null, primaryPhone: null };

describe('the check whether a social account is the only way to sign in', () => {
  it('a social account is the only way to sign in if there is nothing else', () => {
    assert.equal(isLastIdentity({ ...nothingElse, identities: github }), true);
  });

  for (const more of [
    { username: 'ada' },
    { primaryEmail: 'ada@example.com' },
    { primaryPhone: '12025550123' },
    { identities: { ...github, google: { userId: '2' } } },
  ])
    it(`is false with ${JSON.stringify(more)}`, () => {
      assert.equal(isLastIdentity({ ...nothingElse, identities: github, ...more }), false);
    });

  for (const hidden of ['username', 'primaryEmail', 'primaryPhone'] as const)
    it(`is left to Logto if other ways are hidden: ${hidden}`, () => {
      const { [hidden]: _, ...rest } = nothingElse;
      assert.equal(isLastIdentity({ ...rest, identities: github }), false);
    });

  it('a user without identities, or with hidden ones, has no last social account', () => {
    assert.equal(isLastIdentity({ ...nothingElse, identities: {} }), false);
    assert.equal(isLastIdentity(nothingElse), false);
  });

  it('a username and an account beside each other are both removable', () => {
    const both = { ...nothingElse, username: 'ada', identities: github };
    assert.deepEqual([isLastIdentifier(both, 'username'), isLastIdentity(both)], [false, false]);
  });

  it('ignores the password, which no one can sign in with alone', () => {
    assert.equal(isLastIdentity({ ...nothingElse, identities: github, hasPassword: true }), true);
  });
});

describe('the social providers in the tenant’s settings', () => {
  const { accountCenter, signInExperience } = new FakeLogto().tenant;

  it('the social providers are those that Logto reports', () => {
    const settings = parseSettings({ accountCenter, signInExperience });
    const told = connectorsOf(settings?.socialConnectors);
    assert.deepEqual(
      told.map(({ id, target }) => [id, target]),
      [
        ['udaxsoz680xc', 'mock-social'],
        ['0ffoz13j70sg', 'github'],
        ['6vk4jv92jsu1', 'google'],
      ],
    );
  });

  it('are unknown if one of the two lists is missing', () => {
    assert.equal(parseSettings({ accountCenter })?.socialConnectors, undefined);
    assert.equal(parseSettings({ accountCenter, signInExperience: {} })?.socialConnectors, undefined);
  });

  it('a tenant can have no social providers', () => {
    assert.deepEqual(
      parseSettings({ accountCenter, signInExperience: { socialConnectors: [] } })?.socialConnectors,
      [],
    );
  });

  for (const access of ['Off', 'ReadOnly', 'Edit'] as const)
    it(`have the tenant’s access: ${access}`, () => {
      assert.equal(parseSettings({ accountCenter: { fields: { social: access } } })?.fields.social, access);
    });

  for (const garbage of [undefined, null, 'edit', true, 1, {}])
    it(`are Off for invalid access: ${String(JSON.stringify(garbage))}`, () => {
      assert.equal(parseSettings({ accountCenter: { fields: { social: garbage } } })?.fields.social, 'Off');
    });
});
