import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';

import { events } from './events.js';
import { isNewerThanRelease, recording, trustedDevicesRecording } from './recording.js';
import { replay, type Outcome } from './replay.js';
import { recordedTenant } from './set-up.js';

/** What the stand-in does in each recorded section; a sentence starts the test's title. */
const sections: Record<string, string> = {
  cors: 'lets other origins read the Account API and, in production, nothing else',
  auth: 'asks for a token and its scopes',
  'my-account': 'shows and changes the basic data of the account',
  profile: 'merges the profile claim by claim and replaces the address',
  'verifications/password': 'gives a permission record for the right password',
  password: 'holds a new password against the tenant’s policy',
  'verifications/verification-code': 'sends codes and checks them',
  'primary-email': 'changes and removes the email address',
  'primary-phone': 'changes and removes the phone number',
  lockout: 'locks out who tries too often',
  'verifications/social': 'sends people to a social provider and takes what comes back',
  identities: 'links, replaces and unlinks social accounts',
  'identities/access-token': 'keeps the tokens of social providers',
  'no-security-method': 'lets people without any way to step up do a few things',
  'mfa-verifications': 'adds and removes authenticator apps and backup codes',
  'web-authn': 'registers, renames and removes passkeys',
  'mfa-settings': 'keeps whether sign-in skips the second factor',
  'logto-configs': 'keeps what the user has been asked about before',
  sessions: 'lists and ends sessions',
  grants: 'lists and revokes what applications may do',
  'third-party-token': 'lets third-party applications read and not write',
  'user-assets': 'takes images as avatars',
  'trusted-devices': 'does not know trusted devices in production',
  'fields-ReadOnly': 'refuses to change what may only be read',
  'fields-Off': 'leaves out what is switched off',
  'fields-unset': 'takes a missing switch for off',
  'account-center-disabled': 'refuses everything while the account center is disabled',
  suspended: 'does not know suspended users',
  'sso-identity': 'never tells enterprise SSO identities',
};

let outcomes: Outcome[] = [];

before(async () => {
  outcomes = await replay();
});

for (const [section, sentence] of Object.entries(sections)) {
  test(`${sentence} (${section})`, () => {
    const own = outcomes.filter(({ exchange }) => exchange.section === section);
    const mismatches = own.filter(({ differences }) => differences.length > 0);
    assert.notEqual(own.length, 0, 'Nothing was recorded.');
    assert.deepEqual(mismatches.map(describe), []);
  });
}

test('lists and forgets trusted devices when development features are on (trusted-devices)', async () => {
  const logto = recordedTenant({ devFeatures: true });
  const own = await replay(trustedDevicesRecording, logto);
  assert.deepEqual(own.filter(({ differences }) => differences.length > 0).map(describe), []);
});

test('answers as Logto 1.42.0 does, wherever that is recorded', async () => {
  const own = await replay(
    recording.filter((exchange) => !isNewerThanRelease(exchange)),
    recordedTenant({ release: '1.42.0' }),
  );
  assert.deepEqual(own.filter(({ differences }) => differences.length > 0).map(describe), []);
});

test('refuses third-party applications only from the version on that does', async () => {
  const newer = recording.filter(isNewerThanRelease);
  assert.notEqual(newer.length, 0);
  const outcomes = await replay(newer, recordedTenant({ release: '1.42.0' }));
  for (const { differences } of outcomes) assert.match(differences.join(), /^status: expected 403, got (?!403)/);
});

test('has no trusted devices in Logto 1.42.0, whatever is switched on', async () => {
  const logto = recordedTenant({ release: '1.42.0', devFeatures: true });
  const [{ differences } = { differences: [] }] = await replay(trustedDevicesRecording.slice(0, 1), logto);
  assert.match(differences.join(), /got 404/);
});

test('replays every event that was noted', () => {
  const names = new Set(recording.map(({ section, name }) => `${section}/${name}`));
  assert.deepEqual(
    Object.keys(events).filter((name) => !names.has(name)),
    [],
  );
});

test('knows every recorded section', () => {
  assert.deepEqual(new Set(recording.map(({ section }) => section)), new Set(Object.keys(sections)));
});

after(() => {
  const rows = Object.keys(sections).map((section) => ({ section, ...count(section) }));
  console.table([...rows, { section: 'total', ...count() }]);
  const reasons = outcomes.flatMap(({ exchange, excluded }) =>
    excluded ? [`${exchange.section}: ${exchange.method} ${exchange.path}, ${exchange.name} (${excluded})`] : [],
  );
  console.log(`Excluded:\n  ${reasons.join('\n  ')}`);
});

function count(section?: string) {
  const own = outcomes.filter(({ exchange }) => section === undefined || exchange.section === section);
  const replayed = own.filter(({ excluded }) => excluded === undefined);
  const matching = replayed.filter(({ differences }) => differences.length === 0).length;
  const excluded = own.length - replayed.length;
  return { replayed: replayed.length, matching, 'not yet': replayed.length - matching, excluded };
}

function describe({ exchange, differences }: Outcome): string {
  return `${exchange.name} (${exchange.method} ${exchange.path}): ${differences.join('; ')}`;
}
