import assert from 'node:assert/strict';

import { ada, type FakeLogto } from '../fake-logto/fake-logto.js';

type Ask = (path: string, init: RequestInit) => Promise<Response>;

/** Asks an account API layer as the elements do: what is on, something to read, something to write, and for too much. */
export async function askTheLayer(logto: FakeLogto, ask: Ask): Promise<void> {
  const authorization = `Bearer ${logto.issueToken(ada)}`;
  const capabilities = (await (await ask('/account-api/capabilities', {})).json()) as object;
  assert.ok('personalAccessTokens' in capabilities);
  const preflight = await ask('/account-api/account', { method: 'OPTIONS' });
  const { status, headers: allowed } = preflight;
  assert.deepEqual([status, allowed.get('access-control-allow-methods')], [204, 'GET, POST, PATCH, DELETE']);
  const organizations = await ask('/account-api/organizations', { headers: { authorization } });
  assert.deepEqual([organizations.status, await namesIn(organizations)], [200, ['Engine Works']]);

  const id = 'a-permission-record-1';
  logto.tenant.verificationRecords = [
    { id, type: 'Password', userId: ada, verified: true, expiresAt: logto.now() + 600_000 },
  ];
  const headers = { authorization, 'content-type': 'application/json', 'logto-verification-id': id };
  const body = JSON.stringify({ name: 'Laptop', expiresAt: Date.now() + 3600_000 });
  const made = await ask('/account-api/personal-access-tokens', { method: 'POST', headers, body });
  assert.equal(made.status, 201);
  assert.match(((await made.json()) as { value: string }).value, /^pat_/);

  const refused = await ask('/account-api/account', { method: 'DELETE', headers: { authorization } });
  assert.equal(refused.status, 401);
  assert.ok(logto.tenant.users.some((user) => user.id === ada));
  logto.tenant.management.personalAccessTokens = [];
}

async function namesIn(response: Response): Promise<string[]> {
  const { organizations } = (await response.json()) as { organizations: { name: string }[] };
  return organizations.map(({ name }) => name);
}
