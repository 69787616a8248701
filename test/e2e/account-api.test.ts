import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { accountHandler, type AccountHandler } from '../../src/server/index.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { managementApplication } from '../fake-logto/management/data.js';
import { startFakeLogtoServer, type FakeLogtoServer } from '../fake-logto/server.js';
import { HandMadeBrowser, type Tokens } from './oidc-by-hand.js';

const application = 'demo-app';

let server: FakeLogtoServer;
let handle: AccountHandler;

beforeEach(async () => {
  server = await startFakeLogtoServer({ logto: new FakeLogto() });
  handle = accountHandler({
    endpoint: server.origin,
    appId: application,
    management: { appId: managementApplication.id, appSecret: managementApplication.secret },
    enable: { deleteAccount: true, organizations: true },
  });
});

afterEach(() => server.close());

const ask = (method: string, path: string, { access_token: token }: Tokens, headers: Record<string, string> = {}) =>
  handle(
    new Request(`https://app.example/account-api${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
    }),
  );

/** What proves who the user is, by their password. */
async function proofWith({ access_token: token }: Tokens): Promise<Record<string, string>> {
  const verified = await fetch(`${server.origin}/api/verifications/password`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ password: 'Walnut-Lamp!73' }),
  });
  const { verificationRecordId } = (await verified.json()) as { verificationRecordId: string };
  return { 'logto-verification-id': verificationRecordId };
}

const names = () => server.logto.tenant.users.map(({ username }) => username);

test('a user who signed in on the page sees their organizations, verifies, and deletes the account', async () => {
  const tokens = await new HandMadeBrowser(server, 'a browser').signIn(application);
  assert.equal((await ask('GET', '/organizations', tokens)).status, 200);
  assert.equal((await ask('DELETE', '/account', tokens)).status, 401);

  const headers = await proofWith(tokens);
  assert.equal((await ask('DELETE', '/account', tokens, headers)).status, 200);
  assert.deepEqual(names(), ['charles']);
  assert.equal((await ask('GET', '/organizations', tokens)).status, 401);
});

test('the layer accepts a verification only with the scope that the page requests for it', async () => {
  const enter = (scope: string) =>
    new HandMadeBrowser(server, 'a browser').signIn(application, undefined, 'consent', scope);
  const poor = await enter('openid offline_access profile');
  const refused = await ask('DELETE', '/account', poor, await proofWith(poor));
  assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [403, 'auth.forbidden']);
  const good = await enter('openid offline_access profile identities');
  assert.equal((await ask('DELETE', '/account', good, await proofWith(good))).status, 200);
});

test('the layer rejects tokens of another application', async () => {
  const tokens = await new HandMadeBrowser(server, 'a browser').signIn('photo-printer');
  assert.equal((await ask('GET', '/organizations', tokens)).status, 401);
});

test('a user without a password, email or phone signs in again and deletes the account', async () => {
  const browser = new HandMadeBrowser(server, 'a browser');
  const old = await browser.signIn(application);
  const fresh = await browser.signIn(application, undefined, 'login consent');
  // As if it had been a social sign-in.
  Object.assign(server.logto.tenant.users[0] ?? {}, { password: null, primaryEmail: null, primaryPhone: null });
  const refused = await ask('DELETE', '/account', fresh, { 'logto-id-token': old.id_token });
  assert.deepEqual([refused.status, ((await refused.json()) as { proof: string }).proof], [401, 'fresh-sign-in']);
  assert.equal((await ask('DELETE', '/account', fresh, { 'logto-id-token': fresh.id_token })).status, 200);
  assert.deepEqual(names(), ['charles']);
});
