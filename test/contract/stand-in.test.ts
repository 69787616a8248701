import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { ada, aUser, FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { ask, verifyPassword } from './ask.js';

/** Behavior that was not recorded: the stand-in's features, and rules of Logto that no recording reached. */

let now = Date.UTC(2026, 8, 1);
let logto: FakeLogto;

beforeEach(() => {
  logto = aLogto();
});

function aLogto(options: FakeLogtoOptions = {}): FakeLogto {
  return new FakeLogto({ clock: () => now, ...options });
}

test('the demo user has a value for everything that the account center shows', async () => {
  const { body } = await ask(logto, 'GET', '/api/my-account');
  assert.equal(body.username, 'ada');
  assert.equal(body.profile.familyName, 'Lovelace');
  assert.equal(body.avatar, null);
  const catalogue = logto.tenant.accountCenter.profileFields.map(({ name }) => name).slice(6);
  assert.deepEqual(Object.keys(body.customData).slice(0, catalogue.length), catalogue);
});

test('the stand-in rejects a token without the scope openid', async () => {
  const { status, body } = await ask(logto, 'GET', '/api/my-account', {
    token: logto.issueToken(ada, { scopes: ['profile'] }),
  });
  assert.equal(status, 403);
  assert.equal(body.code, 'auth.forbidden');
});

test('the stand-in requires the scope custom_data for custom data', async () => {
  const token = logto.issueToken(ada, { scopes: ['openid', 'profile'] });
  const { status, body } = await ask(logto, 'PATCH', '/api/my-account', { token, body: { customData: {} } });
  assert.equal(status, 400);
  assert.equal(body.code, 'auth.unauthorized');
});

test('the stand-in rejects a verification record after ten minutes', async () => {
  const headers = { 'logto-verification-id': await verifyPassword(logto) };
  const rename = () => ask(logto, 'PATCH', '/api/my-account', { headers, body: { username: 'countess' } });
  now += 10 * 60 * 1000 - 1;
  assert.equal((await rename()).status, 200);
  now += 1;
  assert.equal((await rename()).body.code, 'verification_record.permission_denied');
});

test('the stand-in does not verify a code whose record has expired', async () => {
  logto.tenant.signInExperience.verificationCodePolicy = { expirationDuration: 3600 };
  const identifier = { type: 'email', value: 'ada@example.com' };
  const { body: sent } = await ask(logto, 'POST', '/api/verifications/verification-code', { body: { identifier } });
  now += 10 * 60 * 1000;
  const verification = { identifier, verificationId: sent.verificationRecordId, code: logto.outbox[0]?.code };
  const { body } = await ask(logto, 'POST', '/api/verifications/verification-code/verify', { body: verification });
  assert.equal(body.code, 'verification_record.not_found');
});

test('the stand-in lets no one verify a code that was sent to another user’s address', async () => {
  logto.tenant.users.push(aUser({ id: 'mallory' }));
  const identifier = { type: 'email', value: 'ada@example.com' };
  const { body: sent } = await ask(logto, 'POST', '/api/verifications/verification-code', { body: { identifier } });
  const verification = { identifier, verificationId: sent.verificationRecordId, code: logto.outbox[0]?.code };
  const token = logto.issueToken('mallory');
  const { body } = await ask(logto, 'POST', '/api/verifications/verification-code/verify', {
    token,
    body: verification,
  });
  assert.equal(body.code, 'verification_record.not_found');
});

test('the stand-in lets other origins read the public settings in development only', async () => {
  const read = async () => (await ask(logto, 'GET', '/api/.well-known/account-center')).headers;
  assert.equal((await read()).get('access-control-allow-origin'), null);
  logto = aLogto({ environment: 'development' });
  assert.equal((await read()).get('access-control-allow-origin'), '*');
});

test('the stand-in lets a test respond first, until that is undone', async () => {
  const undo = logto.intercept(async (request) =>
    (await request.text()) === '{"name":"x"}' ? Response.json({ message: 'Oops' }, { status: 500 }) : undefined,
  );
  const failed = await ask(logto, 'PATCH', '/api/my-account', { body: { name: 'x' } });
  assert.equal(failed.status, 500);
  assert.equal(failed.headers.get('access-control-allow-origin'), '*');
  assert.equal((await ask(logto, 'PATCH', '/api/my-account', { body: { name: 'y' } })).status, 200);
  undo();
  assert.equal((await ask(logto, 'PATCH', '/api/my-account', { body: { name: 'x' } })).status, 200);
});

test('the stand-in records its requests', async () => {
  await ask(logto, 'GET', '/api/my-account/sessions?page=1');
  assert.deepEqual(logto.requests, [{ method: 'GET', path: '/api/my-account/sessions' }]);
});

test('the stand-in marks the token’s session as the current one', async () => {
  const headers = { 'logto-verification-id': await verifyPassword(logto) };
  const { body } = await ask(logto, 'GET', '/api/my-account/sessions', { headers });
  assert.deepEqual(
    body.sessions.map(({ isCurrent }) => isCurrent),
    [true, false],
  );
});

test('two stand-ins have independent tenants', () => {
  logto.tenant.accountCenter.fields.name = 'Off';
  logto.tenant.users[0]!.profile.nickname = 'Countess';
  const other = aLogto();
  assert.equal(other.tenant.accountCenter.fields.name, 'Edit');
  assert.equal(other.tenant.users[0]!.profile.nickname, 'Ada');
});
