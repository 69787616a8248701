import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';

import { ada } from '../fake-logto/fake-logto.js';
import { operations } from './account-api-description.js';
import { examples, isDeed } from './account-handler-examples.js';
import { startLayer, userIn, type Layer } from './account-handler-set-up.js';

/** A proxy may respond 200 to anything. That must look neither like an empty list nor like a success. */

const wrong = ['{}', 'null', '[null]', '7', '""', '{"data":[]}', '', '<html>Welcome!</html>'];
const parts = ['account', 'identities', 'factors', 'sessions', 'grants', 'roles', 'organizations'];
const more = ['personal-access-tokens', 'sign-in-history'];

const reads: { name: string; path: string; prepare?: (layer: Layer) => void }[] = [
  ...Object.entries(examples)
    .filter(([, { deed }]) => !deed)
    .map(([name, example]) => ({ name, ...example })),
  ...[...parts, ...more].map((part) => ({ name: `the copy of ${part}`, path: `/data-export/${part}` })),
];

const isManagement = ({ url }: Request) => /^\/api\/(?!my-account)/.test(new URL(url).pathname);

for (const body of wrong)
  describe(`200 with ${JSON.stringify(body)}`, () => {
    for (const { name, path, prepare } of reads)
      it(`is reported as unavailable by ${name}`, async (t) => {
        const layer = await startLayer(t);
        prepare?.(layer);
        layer.logto.intercept((request) => (isManagement(request) ? new Response(body) : undefined));
        const token = layer.logto.issueToken(ada, { scopes: ['openid', 'urn:logto:scope:sessions'] });
        const answer = await layer.ask('GET', path, { proof: layer.proofOf(), token });
        assert.deepEqual([answer.status, answer.body.code], [502, 'logto.unavailable']);
      });

    for (const [name, example] of Object.entries(examples).filter(([, { deed }]) => deed))
      it(`is reported as an unknown outcome of ${name}`, async (t) => {
        const layer = await startLayer(t);
        example.prepare?.(layer);
        layer.logto.intercept((request) => (isDeed(example, request) ? new Response(body) : undefined));
        const asking = { proof: layer.proofOf(), ...(example.body && { body: example.body }) };
        const answer = await layer.ask(operations[name]?.method ?? '', example.path, asking);
        assert.deepEqual([answer.status, answer.body.code], [502, 'logto.outcome_unknown']);
        assert.deepEqual(layer.audits, []);
      });

    it('an invalid response does not count as an expired token', async (t) => {
      const layer = await startLayer(t);
      const mend = layer.logto.intercept(({ url }) => (url.includes('introspection') ? new Response(body) : undefined));
      assert.equal((await layer.ask('GET', '/organizations')).body.code, 'logto.unavailable');
      mend();
      assert.equal((await layer.ask('GET', '/organizations')).status, 200);
    });

    it('suspends no one', async (t) => {
      const layer = await startLayer(t, { enable: { deleteAccount: { graceDays: 14 } } });
      layer.logto.intercept(({ method }) => (method === 'PATCH' ? new Response(body) : undefined));
      const answer = await layer.ask('DELETE', '/account', { proof: layer.proofOf() });
      assert.equal(answer.body.code, 'logto.outcome_unknown');
      assert.equal(userIn(layer).isSuspended, false);
    });

    it('does not end the search for accounts to delete', async (t) => {
      const layer = await startLayer(t, { enable: { deleteAccount: { graceDays: 14 } } });
      layer.logto.intercept((request) => (isManagement(request) ? new Response(body) : undefined));
      await assert.rejects(layer.handle.deleteExpired(), { code: 'logto.unavailable' });
    });
  });

test('a 404 from another server does not mean that a user is gone', async (t) => {
  const layer = await startLayer(t);
  layer.logto.intercept(({ method }) => (method === 'DELETE' ? Response.json({}, { status: 404 }) : undefined));
  assert.equal((await layer.ask('DELETE', '/account', { proof: layer.proofOf() })).body.code, 'logto.unavailable');
  assert.deepEqual(layer.audits, []);
});

test('a name from another server is not cached', async (t) => {
  const layer = await startLayer(t);
  for (const invitation of layer.logto.tenant.management.invitations) invitation.createdAt = layer.time.now;
  const name = async () => {
    const { body } = await layer.ask('GET', '/organization-invitations');
    return (body.invitations as { organization: { name: string | null } }[])[0]?.organization.name;
  };
  const mend = layer.logto.intercept(({ url }) =>
    url.includes('/api/organizations/') ? Response.json({ name: 'Proxy' }) : undefined,
  );
  assert.equal(await name(), null);
  mend();
  assert.equal(typeof (await name()), 'string');
});
