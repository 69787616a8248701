import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { startFakeLogtoServer, type FakeLogtoServer } from '../fake-logto/server.js';
import { HandMadeBrowser, type Tokens } from './oidc-by-hand.js';

const own = 'demo-app';
const foreign = 'photo-printer';
let server: FakeLogtoServer;
let laptop: HandMadeBrowser;
let phone: HandMadeBrowser;

beforeEach(async () => {
  const logto = new FakeLogto();
  // So that all that is listed comes from real sign-ins.
  Object.assign(logto.tenant, { sessions: [], grants: [] });
  server = await startFakeLogtoServer({ logto });
  laptop = new HandMadeBrowser(server, 'A laptop');
  phone = new HandMadeBrowser(server, 'A phone');
});

afterEach(() => server.close());

interface Listed {
  sessions: {
    payload: { uid: string };
    isCurrent: boolean;
    lastSubmission: { signInContext: { userAgent: string } };
  }[];
  grants: { id: string; application: { name: string } }[];
}

/** Asks the Account API, after the password has been given. */
async function ask(method: string, path: string, { access_token }: Tokens): Promise<Listed> {
  const headers = { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' };
  const verification = await fetch(`${server.origin}/api/verifications/password`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ password: server.logto.tenant.users[0]?.password }),
  });
  const { verificationRecordId } = (await verification.json()) as { verificationRecordId: string };
  const response = await fetch(`${server.origin}/api/my-account${path}`, {
    method,
    headers: { ...headers, 'logto-verification-id': verificationRecordId },
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return (response.status === 204 ? {} : await response.json()) as Listed;
}

/** The session of the browser that calls itself so. */
async function uidOf({ userAgent }: HandMadeBrowser, tokens: Tokens): Promise<string> {
  const { sessions } = await ask('GET', '/sessions', tokens);
  const found = sessions.find(({ lastSubmission }) => lastSubmission.signInContext.userAgent === userAgent);
  return found?.payload.uid ?? '';
}

const statusWith = async ({ access_token }: Tokens) =>
  (await fetch(`${server.origin}/api/my-account`, { headers: { authorization: `Bearer ${access_token}` } })).status;

test('every browser that signs in is a session, and knows which one it is', async () => {
  const tokens = await laptop.signIn(own);
  await phone.signIn(own);
  const { sessions } = await ask('GET', '/sessions', tokens);
  assert.deepEqual(
    sessions.map(({ lastSubmission, isCurrent }) => [lastSubmission.signInContext.userAgent, isCurrent]),
    [
      ['A laptop', true],
      ['A phone', false],
    ],
  );
});

test('ending a session with its grants ends all its tokens', async () => {
  const tokens = await laptop.signIn(own);
  const others = await phone.signIn(own);
  assert.equal(await statusWith(others), 200);
  await ask('DELETE', `/sessions/${await uidOf(phone, tokens)}?revokeGrantsTarget=all`, tokens);
  assert.equal(await statusWith(others), 401);
  await assert.rejects(phone.refresh(own, others), /^Error: oidc\.invalid_grant$/);
  assert.equal(await phone.hasSession(own), false);
  assert.equal(await statusWith(tokens), 200);
  assert.equal(await laptop.hasSession(own), true);
});

test('ending a session without its grants leaves applications their tokens', async () => {
  const tokens = await laptop.signIn(own);
  const others = await phone.signIn(own);
  await ask('DELETE', `/sessions/${await uidOf(phone, tokens)}`, tokens);
  assert.equal(await statusWith(others), 200);
  assert.equal(await statusWith(await phone.refresh(own, others)), 200);
  assert.equal(await phone.hasSession(own), false);
});

test('ending a session with the grants of first-party applications leaves third-party tokens', async () => {
  const tokens = await laptop.signIn(own);
  const others = await phone.signIn(own);
  const foreigners = await phone.signIn(foreign);
  await ask('DELETE', `/sessions/${await uidOf(phone, tokens)}?revokeGrantsTarget=firstParty`, tokens);
  assert.deepEqual([await statusWith(others), await statusWith(foreigners)], [401, 200]);
  await assert.rejects(phone.refresh(own, others), /oidc\.invalid_grant/);
  await phone.refresh(foreign, foreigners);
});

test('ending the current session ends the token that was used for it', async () => {
  const tokens = await laptop.signIn(own);
  await ask('DELETE', `/sessions/${await uidOf(laptop, tokens)}?revokeGrantsTarget=all`, tokens);
  assert.equal(await statusWith(tokens), 401);
  assert.equal(await laptop.hasSession(own), false);
});

test('a third-party application’s grant is listed, and its access ends when the grant is deleted', async () => {
  const tokens = await laptop.signIn(own);
  const foreigners = await laptop.signIn(foreign);
  const { grants } = await ask('GET', '/grants?appType=thirdParty', tokens);
  assert.deepEqual(
    grants.map(({ application }) => application.name),
    ['Photo Printer'],
  );
  await ask('DELETE', `/grants/${grants[0]?.id}`, tokens);
  assert.deepEqual((await ask('GET', '/grants?appType=thirdParty', tokens)).grants, []);
  assert.deepEqual([await statusWith(foreigners), await statusWith(tokens)], [401, 200]);
  await assert.rejects(laptop.refresh(foreign, foreigners), /oidc\.invalid_grant/);
  assert.equal(await laptop.hasSession(own), true);
  // The person may let it in again.
  assert.equal(await statusWith(await laptop.signIn(foreign)), 200);
});
