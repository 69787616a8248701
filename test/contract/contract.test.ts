import assert from 'node:assert/strict';
import { before, after, test } from 'node:test';

import { events } from './events.js';
import { isNewerThanRelease, recording, trustedDevicesRecording } from './recording.js';
import { replay, type Outcome } from './replay.js';
import { recordedTenant } from './set-up.js';

/** The title of the test for each recorded section, without its subject. */
const sections: Record<string, string> = {
  cors: 'lets other origins read the Account API and, in production, nothing else',
  auth: 'requires a token and its scopes',
  'my-account': 'shows and changes the basic data of the account',
  profile: 'merges the profile claim by claim and replaces the address',
  'verifications/password': 'creates a verification record for the right password',
  password: 'checks a new password against the tenant’s policy',
  'verifications/verification-code': 'sends codes and checks them',
  'primary-email': 'changes and removes the email address',
  'primary-phone': 'changes and removes the phone number',
  lockout: 'locks out users after too many attempts',
  'verifications/social': 'redirects to a social provider and verifies its response',
  identities: 'links, replaces and unlinks social accounts',
  'identities/access-token': 'stores the tokens of social providers',
  'no-security-method': 'lets users without any way to verify do a few things',
  'mfa-verifications': 'adds and removes authenticator apps and backup codes',
  'web-authn': 'registers, renames and removes passkeys',
  'mfa-settings': 'stores whether sign-in skips the second factor',
  'logto-configs': 'stores which suggestions the user has dismissed',
  sessions: 'lists and ends sessions',
  grants: 'lists and revokes the grants of applications',
  'third-party-token': 'lets third-party applications read but not write',
  'user-assets': 'accepts images as avatars',
  'trusted-devices': 'has no trusted devices in production',
  'fields-ReadOnly': 'rejects changes of read-only fields',
  'fields-Off': 'leaves out fields that are off',
  'fields-unset': 'treats a field without a toggle as off',
  'account-center-disabled': 'rejects everything while the account center is disabled',
  suspended: 'rejects suspended users',
  'sso-identity': 'never returns enterprise SSO identities',
};

let outcomes: Outcome[] = [];

before(async () => {
  outcomes = await replay();
});

for (const [section, sentence] of Object.entries(sections)) {
  test(`the stand-in ${sentence} (${section})`, () => {
    const own = outcomes.filter(({ exchange }) => exchange.section === section);
    const mismatches = own.filter(({ differences }) => differences.length > 0);
    assert.notEqual(own.length, 0, 'Nothing was recorded.');
    assert.deepEqual(mismatches.map(describe), []);
  });
}

test('the stand-in lists and removes trusted devices if development features are on (trusted-devices)', async () => {
  const logto = recordedTenant({ devFeatures: true });
  const own = await replay(trustedDevicesRecording, logto);
  assert.deepEqual(own.filter(({ differences }) => differences.length > 0).map(describe), []);
});

test('the stand-in responds like Logto 1.42.0 wherever that was recorded', async () => {
  const own = await replay(
    recording.filter((exchange) => !isNewerThanRelease(exchange)),
    recordedTenant({ release: '1.42.0' }),
  );
  assert.deepEqual(own.filter(({ differences }) => differences.length > 0).map(describe), []);
});

test('the stand-in rejects third-party applications only from the version that does so', async () => {
  const newer = recording.filter(isNewerThanRelease);
  assert.notEqual(newer.length, 0);
  const outcomes = await replay(newer, recordedTenant({ release: '1.42.0' }));
  for (const { differences } of outcomes) assert.match(differences.join(), /^status: expected 403, got (?!403)/);
});

test('the stand-in of Logto 1.42.0 has no trusted devices, whatever is turned on', async () => {
  const logto = recordedTenant({ release: '1.42.0', devFeatures: true });
  const [{ differences } = { differences: [] }] = await replay(trustedDevicesRecording.slice(0, 1), logto);
  assert.match(differences.join(), /got 404/);
});

test('every recorded event is replayed', () => {
  const names = new Set(recording.map(({ section, name }) => `${section}/${name}`));
  assert.deepEqual(
    Object.keys(events).filter((name) => !names.has(name)),
    [],
  );
});

test('every recorded section has a test', () => {
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
