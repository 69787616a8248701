import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';

import { accountHandler, type AccountHandlerOptions } from '../../src/server/index.js';
import { ada } from '../fake-logto/fake-logto.js';
import { anInvitation, aSignInLog } from '../fake-logto/management/data.js';
import { charles, everything, page, startLayer, type Layer } from './account-handler-set-up.js';

const names = (layer: Layer) => layer.logto.tenant.management.personalAccessTokens.map(({ name }) => name);

describe('personal access tokens', () => {
  it('return their secret only once', async (t) => {
    const layer = await startLayer(t);
    const expiresAt = layer.time.now + 1000;
    const made = await layer.ask('POST', '/personal-access-tokens', {
      body: { name: ' Laptop ', expiresAt },
      proof: layer.proofOf(),
    });
    assert.equal(made.status, 201);
    assert.deepEqual(Object.keys(made.body), ['name', 'createdAt', 'expiresAt', 'value']);
    const { value, ...token } = made.body;
    assert.match(String(value), /^pat_/);
    assert.deepEqual(token, { name: 'Laptop', createdAt: layer.time.now, expiresAt });
    const listed = await layer.ask('GET', '/personal-access-tokens');
    assert.deepEqual(listed.body, { personalAccessTokens: [token] });
    const renamed = await layer.ask('PATCH', '/personal-access-tokens', {
      body: { currentName: 'Laptop', name: 'Mac' },
    });
    assert.deepEqual(renamed.body, { ...token, name: 'Mac' });
    for (const text of [listed.text, renamed.text, JSON.stringify(layer.audits)])
      assert.ok(!text.includes(String(value)));
  });

  for (const name of ['..', '.', 'a/b', '100%', 'a%2Fb', '/../..', '?#', 'n'.repeat(256), '%'.repeat(256), '<b>&"'])
    it(`accept the name ${name.slice(0, 12)}`, async (t) => {
      const layer = await startLayer(t);
      const proof = layer.proofOf();
      const made = await layer.ask('POST', '/personal-access-tokens', { body: { name, expiresAt: null }, proof });
      assert.equal(made.body.name, name);
      const gone = await layer.ask('POST', '/personal-access-tokens/delete', { body: { name }, proof });
      assert.equal(gone.status, 204);
      assert.deepEqual(names(layer), []);
      assert.ok(layer.logto.tenant.users.some(({ id }) => id === ada));
    });

  for (const name of ['', '   ', 'a\0b', 'line\nbreak', '\u202Eevil', 'n'.repeat(257), 7, null])
    it(`reject the name ${JSON.stringify(name).slice(0, 12)}`, async (t) => {
      const layer = await startLayer(t);
      const body = { name, expiresAt: null };
      const answer = await layer.ask('POST', '/personal-access-tokens', { body, proof: layer.proofOf() });
      assert.deepEqual([answer.status, answer.body.field], [400, 'name']);
      assert.deepEqual(names(layer), []);
    });

  for (const expiresAt of [0, -1, 8.64e15 + 1, 1e300, 1.5, '2030', undefined])
    it(`reject the expiration ${expiresAt}`, async (t) => {
      const layer = await startLayer(t);
      const body = { name: 'Laptop', expiresAt };
      const answer = await layer.ask('POST', '/personal-access-tokens', { body, proof: layer.proofOf() });
      assert.deepEqual([answer.status, answer.body.field], [400, 'expiresAt']);
    });

  it('expire after at most the configured number of days', async (t) => {
    const layer = await startLayer(t, { enable: { personalAccessTokens: { maxDays: 30 } } });
    const make = async (expiresAt: number | null) =>
      (await layer.ask('POST', '/personal-access-tokens', { body: { name: 'x', expiresAt }, proof: layer.proofOf() }))
        .status;
    assert.equal(await make(null), 400);
    assert.equal(await make(layer.time.now + 31 * 24 * 3600_000), 400);
    assert.equal(await make(layer.time.now + 30 * 24 * 3600_000), 201);
  });
});

describe('organizations', () => {
  it('are returned without the service’s internal data', async (t) => {
    const layer = await startLayer(t);
    for (const organization of layer.logto.tenant.management.organizations)
      organization.customData = { plan: 'secret' };
    const { body } = await layer.ask('GET', '/organizations');
    assert.deepEqual(body.organizations, [
      {
        id: 'engine-works',
        name: 'Engine Works',
        description: 'Builds the Analytical Engine.',
        roles: [{ id: 'programmer', name: 'Programmer' }],
      },
    ]);
  });

  it('invite the user’s email address in any letter case, and no one else sees the invitation', async (t) => {
    const layer = await startLayer(t);
    const { management } = layer.logto.tenant;
    management.invitations = [
      anInvitation({
        id: 'mine',
        invitee: 'ADA@example.com',
        organizationId: 'royal-society',
        createdAt: layer.time.now,
      }),
      anInvitation({ id: 'lapsed', invitee: 'ada@example.com', organizationId: 'royal-society', createdAt: 0 }),
      anInvitation({
        id: 'foreign',
        invitee: 'charles@example.com',
        organizationId: 'royal-society',
        createdAt: layer.time.now,
      }),
    ];
    const token = layer.logto.issueToken(ada, { scopes: ['openid'] });
    const { body } = await layer.ask('GET', '/organization-invitations', { token });
    const [invitation, ...more] = body.invitations as { id: string; organization: object }[];
    assert.deepEqual(more, []);
    assert.deepEqual(
      [invitation?.id, invitation?.organization],
      ['mine', { id: 'royal-society', name: 'Royal Society' }],
    );
    for (const id of ['foreign', 'lapsed', 'nope'])
      for (const reply of ['accept', 'decline'])
        assert.equal((await layer.ask('POST', `/organization-invitations/${id}/${reply}`)).status, 404);
    assert.equal((await layer.ask('POST', '/organization-invitations/mine/accept')).status, 204);
    assert.equal((await layer.ask('POST', '/organization-invitations/mine/decline')).status, 404);
    assert.ok(
      management.memberships.some(({ userId, organizationId }) => userId === ada && organizationId === 'royal-society'),
    );
  });

  it('can be neither left nor joined if that is turned off', async (t) => {
    const layer = await startLayer(t, { enable: { organizations: { leave: false, invitations: false } } });
    const { body } = await layer.ask('GET', '/capabilities', { token: null });
    assert.deepEqual(body, { organizations: { leave: false, invitations: false } });
    assert.equal((await layer.ask('DELETE', '/organizations/engine-works')).body.code, 'capability.off');
    assert.equal((await layer.ask('GET', '/organization-invitations')).body.code, 'capability.off');
  });
});

test('the sign-in history is returned page by page, without codes and tokens', async (t) => {
  const layer = await startLayer(t);
  const { management } = layer.logto.tenant;
  management.logs = Array.from({ length: 45 }, (_, index) =>
    aSignInLog(ada, { createdAt: layer.time.now - index * 1000 }),
  );
  management.logs.push(aSignInLog(charles));
  for (const { payload } of management.logs) Object.assign(payload, { params: { code: 'secret-code' } });
  const proof = layer.proofOf();
  const pages: number[] = [];
  for (let page: number | null = 1; page !== null;) {
    const { body, text } = await layer.ask('GET', `/sign-in-history?page=${page}`, { proof });
    assert.doesNotMatch(text, /secret-code|char1791babb/);
    pages.push((body.signIns as object[]).length);
    page = body.nextPage as number | null;
    if (pages.length > 1) continue;
    const { id: _, ...first } = (body.signIns as { id: string }[])[0] ?? { id: '' };
    assert.deepEqual(first, {
      at: layer.time.now,
      result: 'success',
      ip: '203.0.113.7',
      country: 'GB',
      city: 'London',
      userAgent: (first as { userAgent?: string }).userAgent,
      application: { id: 'demo-app', name: 'Demo' },
    });
  }
  assert.deepEqual(pages, [20, 20, 5]);
});

test('the exported history has a hundred sign-ins per page, and requests each application once', async (t) => {
  const layer = await startLayer(t);
  layer.logto.tenant.management.logs = Array.from({ length: 230 }, (_, index) =>
    aSignInLog(ada, { createdAt: layer.time.now - index * 1000 }),
  );
  const proof = layer.proofOf();
  layer.takeRequests();
  const pages: unknown[] = [];
  for (const page of [1, 2, 3]) {
    const { body } = await layer.ask('GET', `/data-export/sign-in-history?page=${page}`, { proof });
    pages.push([(body.data as object[]).length, body.nextPage]);
  }
  assert.deepEqual(pages, [
    [100, 2],
    [100, 3],
    [30, null],
  ]);
  assert.equal(layer.takeRequests().filter((request) => request.includes('/applications/')).length, 1);
});

test('every part of the user’s data can be exported, and contains no secret', async (t) => {
  const layer = await startLayer(t);
  layer.logto.tenant.management.personalAccessTokens.push({
    ...{ userId: ada, name: 'Laptop', value: 'pat_secret', createdAt: 1, expiresAt: null },
  });
  const { body } = await layer.ask('GET', '/capabilities', { token: null });
  const { parts } = body.dataExport as { parts: string[] };
  assert.equal(parts.length, 9);
  const proof = layer.proofOf();
  for (const part of parts) {
    const { status, body: copy, text } = await layer.ask('GET', `/data-export/${part}`, { proof });
    assert.deepEqual([status, copy.part], [200, part]);
    assert.doesNotMatch(text, /pat_secret|Walnut-Lamp/);
  }
  const some = await startLayer(t, { enable: { dataExport: { parts: ['account'] } } });
  const answer = await some.ask('GET', '/data-export/sessions', { proof: some.proofOf() });
  assert.equal(answer.body.code, 'capability.off');
});

describe('requests from other origins', () => {
  const origin = 'https://pages.example';

  it('are allowed if the origin is configured', async (t) => {
    const { ask, handle } = await startLayer(t, { origins: [origin] });
    const { status, headers } = await ask('GET', '/organizations', { headers: { origin } });
    assert.equal(status, 200);
    assert.equal(headers.get('access-control-allow-origin'), origin);
    assert.equal(headers.get('access-control-allow-credentials'), null);
    const asked = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'DELETE' } };
    const preflight = await handle(new Request(`${page}/account-api/account`, asked));
    assert.equal(preflight.status, 204);
    assert.match(preflight.headers.get('access-control-allow-headers') ?? '', /authorization.*logto-verification-id/);
    const stranger = { ...asked, headers: { ...asked.headers, origin: 'https://stranger.example' } };
    const refused = await handle(new Request(`${page}/account-api/account`, stranger));
    assert.deepEqual([refused.status, refused.headers.get('access-control-allow-origin')], [403, null]);
  });

  it('do not include those of a page behind a proxy', async (t) => {
    const { ask } = await startLayer(t);
    for (const headers of [
      { origin: page },
      { origin: 'https://outside.example', 'sec-fetch-site': 'same-origin' },
    ] as Record<string, string>[])
      assert.equal((await ask('GET', '/organizations', { headers })).status, 200);
  });
});

describe('the layer’s requests to Logto', () => {
  it('are two with a warm cache, and four with a verification', async (t) => {
    const layer = await startLayer(t);
    const proof = layer.proofOf();
    const create = () => layer.ask('POST', '/personal-access-tokens', { body: { name: 'x', expiresAt: null }, proof });
    await layer.ask('GET', '/sign-in-history', { proof });
    layer.takeRequests();
    await layer.ask('GET', '/personal-access-tokens');
    assert.deepEqual(layer.takeRequests(), ['GET /api/my-account', `GET /api/users/${ada}/personal-access-tokens`]);
    await create();
    assert.equal(layer.takeRequests().length, 4);
    await layer.ask('GET', '/sign-in-history', { proof });
    assert.equal(layer.takeRequests().length, 4);
  });

  it('include one for a Management API token, however many run at once, which is renewed before it expires', async (t) => {
    const layer = await startLayer(t);
    await Promise.all(Array.from({ length: 20 }, () => layer.ask('GET', '/organizations')));
    const tokens = () => layer.takeRequests().filter((request) => request === 'POST /oidc/token').length;
    assert.equal(tokens(), 1);
    layer.passSeconds(3600 - 61);
    await layer.ask('GET', '/organizations', { token: layer.logto.issueToken(ada) });
    assert.equal(tokens(), 0);
    layer.passSeconds(2);
    const mend = layer.logto.intercept(({ url }) =>
      url.endsWith('/oidc/token') ? new Response('', { status: 500 }) : undefined,
    );
    assert.equal((await layer.ask('GET', '/organizations', { token: layer.logto.issueToken(ada) })).status, 200);
    mend();
    tokens();
    await layer.ask('GET', '/organizations', { token: layer.logto.issueToken(ada) });
    assert.equal(tokens(), 1);
  });

  it('include one for a new token if Logto has dropped the current one', async (t) => {
    const layer = await startLayer(t);
    await layer.ask('GET', '/organizations');
    layer.logto.tenant.management.tokens = {};
    assert.equal((await layer.ask('GET', '/organizations')).status, 200);
  });

  it('include no second introspection of a token for ten seconds', async (t) => {
    const layer = await startLayer(t);
    const introspections = async (seconds: number) => {
      layer.passSeconds(seconds);
      await layer.ask('GET', '/organizations');
      return layer.takeRequests().filter((request) => request.includes('introspection')).length;
    };
    assert.deepEqual([await introspections(0), await introspections(9), await introspections(2)], [1, 0, 1]);
  });

  it('introspect tokens for each of several applications', async (t) => {
    const layer = await startLayer(t, { appId: ['other-app', 'demo-app'] });
    layer.logto.tenant.applications.push({
      ...{ id: 'other-app', name: 'Other', isThirdParty: false, redirectUris: [], postLogoutRedirectUris: [] },
    });
    assert.equal((await layer.ask('GET', '/organizations')).status, 200);
  });
});

test('the developer is told why no token is accepted', async (t) => {
  for (const [appId, reason] of [
    ['nope', /There is no application "nope"/],
    ['management-app', /"management-app" has a secret.*single-page app/],
  ] as const) {
    const layer = await startLayer(t, { appId });
    assert.equal((await layer.ask('GET', '/organizations')).body.code, 'server.misconfigured');
    assert.match(String((layer.errors[0] as Error).cause), reason);
  }
});

test('one user’s rate limit does not affect other users', async (t) => {
  const layer = await startLayer(t, { requestsPerMinute: 3 });
  const ask = async (token?: string) => (await layer.ask('GET', '/organizations', { ...(token && { token }) })).status;
  assert.deepEqual([await ask(), await ask(), await ask(), await ask()], [200, 200, 200, 429]);
  assert.equal(await ask(layer.tokenOf(charles)), 200);
  layer.passSeconds(60);
  assert.equal(await ask(), 200);
});

test('the developer is warned once about several instances without a store', (t) => {
  const warn = t.mock.method(console, 'warn', () => undefined);
  const options = { endpoint: '', appId: '', management: { appId: '', appSecret: '' }, enable: everything };
  accountHandler(options);
  assert.equal(warn.mock.callCount(), 0);
  process.env['AWS_LAMBDA_FUNCTION_NAME'] = 'layer';
  t.after(() => delete process.env['AWS_LAMBDA_FUNCTION_NAME']);
  accountHandler({ ...options, store: { get: () => undefined, set: () => undefined } });
  accountHandler({ ...options, enable: {} });
  assert.equal(warn.mock.callCount(), 0);
  accountHandler(options);
  assert.equal(warn.mock.callCount(), 1);
});

test('the developer is warned about an endpoint without encryption, unless it is on the same machine', (t) => {
  const warn = t.mock.method(console, 'warn', () => undefined);
  const make = (endpoint: string, enable: AccountHandlerOptions['enable'] = everything) =>
    accountHandler({ endpoint, appId: '', management: { appId: '', appSecret: '' }, enable });
  make('https://logto.example');
  make('http://localhost:3001');
  make('no address');
  make('http://logto.example', {});
  assert.equal(warn.mock.callCount(), 0);
  make('http://logto.example');
  assert.match(
    String(warn.mock.calls[0]?.arguments[0]),
    /not encrypted \(http\): anyone on the network can read the secret/,
  );
});
