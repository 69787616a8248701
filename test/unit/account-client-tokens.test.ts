import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { getAccount, patchAccount } from '../../src/api/account.js';
import { getMfaVerifications } from '../../src/api/mfa.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { aClient, failureOf } from '../helpers/node-stand-in.js';

const expired = { expiresIn: -1 };
const lines = (requests: Request[]) => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
const bearers = (requests: Request[]) => requests.map(({ headers }) => headers.get('authorization'));

describe('a rejected token', () => {
  it('is renewed once, and the same request is sent once more', async () => {
    const { client, requests, logto } = aClient({ token: expired });
    await patchAccount(client, { name: 'Ada King' });
    assert.deepEqual(lines(requests), ['PATCH /api/my-account', 'PATCH /api/my-account']);
    assert.equal(new Set(bearers(requests)).size, 2);
    assert.deepEqual(await requests[1]?.json(), { name: 'Ada King' });
    assert.equal(logto.tenant.users[0]?.name, 'Ada King');
  });

  it('a valid token is not renewed', async () => {
    const record = aClient();
    await getAccount(record.client);
    await getAccount(record.client);
    assert.equal(record.renewals, 0);
    assert.equal(record.requests.length, 2);
  });

  it('is renewed once for all requests that were rejected with it', async () => {
    const record = aClient({ token: expired });
    await Promise.all([getAccount(record.client), getMfaVerifications(record.client), getAccount(record.client)]);
    assert.equal(record.renewals, 1);
    assert.equal(record.requests.length, 6);
  });

  it('is not renewed if another request has already renewed it', async () => {
    const slow = deferred<undefined>();
    const record = aClient({
      token: expired,
      answer: ({ url }) => (url.endsWith('/mfa-verifications') ? slow.promise : undefined),
    });
    const late = getMfaVerifications(record.client);
    await getAccount(record.client);
    slow.resolve(undefined);
    await late;
    assert.equal(record.renewals, 1);
  });

  it('is renewed again if the next one has expired, too', async () => {
    const record = aClient({ token: expired });
    await getAccount(record.client);
    for (const token of Object.values(record.logto.tenant.accessTokens)) token.expiresAt = 0;
    await getAccount(record.client);
    assert.equal(record.renewals, 2);
  });

  it('ends in “signed-out” instead of a loop if the new one is rejected, too', async () => {
    const record = aClient({ token: expired, renew: () => 'nonsense' });
    assert.equal(await failureOf(getAccount(record.client)), 'signed-out auth.unauthorized');
    assert.equal(record.renewals, 1);
    assert.equal(record.requests.length, 2);
  });

  it('is not sent again if there is no other', async () => {
    const record = aClient({ token: expired, renew: (current) => current });
    assert.equal(await failureOf(getAccount(record.client)), 'signed-out auth.unauthorized');
    assert.equal(record.requests.length, 1);
  });

  it('ends in “signed-out” for a write, too, which Logto has not processed', async () => {
    const record = aClient({ token: expired, renew: (current) => current });
    assert.equal(await failureOf(patchAccount(record.client, { name: 'X' })), 'signed-out auth.unauthorized');
    assert.deepEqual(lines(record.requests), ['PATCH /api/my-account', 'GET /api/my-account']);
    assert.equal(record.logto.tenant.users[0]?.name, 'Ada Lovelace');
  });

  it('passes on why it could not be renewed', async () => {
    const offline = new AccountError('network');
    const record = aClient({ token: expired, renew: () => Promise.reject(offline) });
    assert.equal(await failureOf(getAccount(record.client)), 'network network');
  });

  it('is renewed by the next request if a renewal has failed', async () => {
    const renewals = [() => Promise.reject(new AccountError('network')), () => logto.issueToken('ada1815love1')];
    const logto = new FakeLogto();
    const record = aClient({ logto, token: expired, renew: () => renewals.shift()!() });
    assert.equal(await failureOf(getAccount(record.client)), 'network network');
    assert.equal((await getAccount(record.client)).name, 'Ada Lovelace');
  });

  it('counts as an ended session if the user was suspended', async () => {
    const record = aClient();
    record.logto.tenant.users[0]!.isSuspended = true;
    assert.equal(await failureOf(getAccount(record.client)), 'signed-out auth.unauthorized');
  });
});

describe('a missing scope', () => {
  const scopes = ['openid', 'profile'];
  const renewed = (logto: FakeLogto) => () => logto.issueToken('ada1815love1', { scopes });

  it('is distinguished from an invalid token if Logto responds 401 to both', async () => {
    const logto = new FakeLogto();
    const record = aClient({ logto, token: { scopes }, renew: renewed(logto) });
    assert.equal(await failureOf(getMfaVerifications(record.client)), 'missing-scope auth.unauthorized');
    assert.equal(record.renewals, 1);
    assert.deepEqual(lines(record.requests), [
      'GET /api/my-account/mfa-verifications',
      'GET /api/my-account/mfa-verifications',
      'GET /api/my-account',
    ]);
  });

  it('is distinguished from an invalid token even if no other token is available', async () => {
    const record = aClient({ token: { scopes }, renew: (current) => current });
    assert.equal(await failureOf(getMfaVerifications(record.client)), 'missing-scope auth.unauthorized');
    assert.equal(record.requests.length, 2);
  });

  it('is recognized at once if Logto responds 400', async () => {
    const record = aClient({ token: { scopes } });
    const custom = patchAccount(record.client, { customData: { a: 1 } });
    assert.equal(await failureOf(custom), 'missing-scope auth.unauthorized');
    assert.equal(record.renewals, 0);
    assert.equal(record.requests.length, 1);
  });

  it('is reported for a token without openid', async () => {
    const record = aClient({ token: { scopes: ['profile'] } });
    assert.equal(await failureOf(getAccount(record.client)), 'missing-scope auth.forbidden');
    assert.equal(record.requests.length, 1);
  });

  it('is not assumed if Logto is unreachable', async () => {
    const record = aClient({
      token: { scopes },
      renew: (current) => current,
      answer: ({ url }) => (url.endsWith('/my-account') ? Response.error() : undefined),
    });
    assert.equal(await failureOf(getMfaVerifications(record.client)), 'network network');
  });
});
