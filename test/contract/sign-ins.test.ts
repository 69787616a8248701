import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { aUser, FakeLogto, withGrant, withSession, withTrustedDevice } from '../fake-logto/fake-logto.js';
import type { Grant, Session, User } from '../fake-logto/fake-logto.js';
import type { TrustedDevice } from '../fake-logto/users.js';
import { ask } from './ask.js';
import { addPermission } from './events.js';
import { recordedBody, trustedDevicesRecording } from './recording.js';

const path = '/api/my-account';
const inSeconds = (date: string) => Date.parse(date) / 1000;

let user: User;
let logto: FakeLogto;

beforeEach(() => {
  user = aUser({ id: 'grace', username: 'grace' });
  logto = new FakeLogto({ users: [user], sessions: [], grants: [], devFeatures: true });
  logto.tenant.accountCenter.fields.trustedDevice = 'Edit';
  addPermission(logto, 'permission', user.id);
});

async function read<Answer>(what: string, token = logto.issueToken(user.id)): Promise<Answer> {
  const headers = { 'logto-verification-id': 'permission' };
  const { body } = await ask(logto, 'GET', `${path}/${what}`, { token, headers });
  return body as unknown as Answer;
}

/** What there is, and of which type, without what it says. Ids as keys are all the same. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (value === null || typeof value !== 'object') return typeof value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [/^\w{21}$|^[a-z]+-[a-z]+$/.test(key) ? 'id' : key, shapeOf(inner)]),
  );
}

test('a user can be given sessions in the shape of real ones', async () => {
  withSession(logto.tenant, user);
  const { sessions } = await read<{ sessions: Session[] }>('sessions');
  const recorded = recordedBody<{ sessions: Session[] }>('sessions', 'list');
  assert.deepEqual(shapeOf(sessions), shapeOf(recorded.sessions.slice(0, 1)));
});

test('sessions differ in place and start time', async () => {
  const loginTs = Math.floor(Date.now() / 1000) - 3600;
  const here = withSession(logto.tenant, user);
  withSession(logto.tenant, user, { userAgent: 'A phone', ip: '198.51.100.9', city: 'York', country: 'GB', loginTs });
  withSession(logto.tenant, user, { userAgent: undefined, ip: undefined });
  const token = logto.issueToken(user.id, { sessionUid: here.payload.uid });
  const { sessions } = await read<{ sessions: (Session & { isCurrent: boolean })[] }>('sessions', token);
  const [current, phone, unknown] = sessions;
  assert.deepEqual(
    sessions.map(({ isCurrent }) => isCurrent),
    [true, false, false],
  );
  assert.match(current?.lastSubmission?.signInContext?.userAgent ?? '', /Chrome/);
  const context = { userAgent: 'A phone', ip: '198.51.100.9', city: 'York', country: 'GB' };
  assert.deepEqual(phone?.lastSubmission?.signInContext, context);
  assert.equal(phone?.payload.loginTs, loginTs);
  assert.deepEqual(unknown?.lastSubmission?.signInContext, {});
});

test('a session older than two weeks has ended', async () => {
  withSession(logto.tenant, user, { loginTs: inSeconds('2020-01-01') });
  assert.deepEqual(await read('sessions'), { sessions: [] });
});

test('a session comes with a grant, and ending the grant ends its tokens', async () => {
  const { payload } = withSession(logto.tenant, user);
  const token = logto.issueToken(user.id, { sessionUid: payload.uid });
  const { grants } = await read<{ grants: Grant[] }>('grants', token);
  assert.equal(grants.length, 1);
  await ask(logto, 'DELETE', `${path}/sessions/${payload.uid}?revokeGrantsTarget=all`, {
    token: logto.issueToken(user.id),
    headers: { 'logto-verification-id': 'permission' },
  });
  assert.equal((await ask(logto, 'GET', path, { token })).status, 401);
});

test('a user can be given grants of any application in the shape of real ones', async () => {
  const session = withSession(logto.tenant, user);
  const calendar = { id: 'calendar', name: 'Calendar' };
  const grant = withGrant(logto.tenant, user, calendar, { scopes: ['openid', 'email'], session });
  withGrant(logto.tenant, user, { id: 'photo-printer', name: 'Photo Printer' });
  const { grants } = await read<{ grants: (Grant & { application: object })[] }>('grants?appType=thirdParty');
  const recorded = recordedBody<{ grants: Grant[] }>('grants', 'list third party');
  assert.deepEqual(shapeOf(grants.slice(0, 1)), shapeOf(recorded.grants));
  assert.deepEqual(grants[0], { ...grant, application: calendar });
  assert.deepEqual(grants[1]?.application, { id: 'photo-printer', name: 'Photo Printer' });
  assert.equal(session.payload.authorizations?.calendar?.grantId, grant.id);
});

test('a user can be given trusted devices in the shape of real ones', async () => {
  withTrustedDevice(withTrustedDevice(user, { userAgent: 'A phone', country: 'GB', city: 'York' }), {
    lastUsedAt: null,
  });
  const devices = await read<TrustedDevice[]>('trusted-devices');
  const recorded = trustedDevicesRecording.find(({ name }) => name === 'list')?.response.body;
  assert.deepEqual(shapeOf(devices.slice(0, 1)), shapeOf((recorded as object[]).slice(0, 1)));
  assert.deepEqual(
    devices.map(({ city, lastUsedAt }) => [city, lastUsedAt === null]),
    [
      ['York', false],
      [null, true],
    ],
  );
});
