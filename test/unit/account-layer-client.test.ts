import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { deleteAccount } from '../../src/api/account-deletion.js';
import * as layer from '../../src/api/account-layer.js';
import { accessTokens, capabilities } from '../../src/state/account-layer.js';
import { aClient, failureOf } from '../helpers/node-stand-in.js';

const accountApi = 'https://tenant.logto.example/of-the-page';
const token = { name: 'a/b', createdAt: 1, expiresAt: null };

/** The requests to the layer, as method and path below it. */
const below = (requests: Request[]) => requests.map(({ method, url }) => `${method} ${url.replace(accountApi, '')}`);

describe('the client of an Account API layer', () => {
  it('sends no request if the page has no layer', async () => {
    const { client, requests } = aClient();
    assert.deepEqual(await layer.getCapabilities(client), {});
    assert.deepEqual(requests, []);
  });

  it('requests the capabilities once, whoever needs them', async () => {
    const { client, requests } = aClient({ accountApi, answer: () => Response.json({}) });
    const [known, tokens] = [capabilities.open(client, () => undefined), accessTokens.open(client, () => undefined)];
    await Promise.all([known.refresh(), tokens.refresh()]);
    assert.deepEqual(below(requests), ['GET /capabilities']);
    assert.equal(tokens.value, undefined);
  });

  it('requests the capabilities again after a failure', async () => {
    let status = 500;
    const { client, requests } = aClient({ accountApi, answer: () => Response.json({}, { status }) });
    const known = capabilities.open(client, () => undefined);
    await known.refresh();
    assert.equal(known.state.status, 'failed');
    status = 200;
    await known.refresh();
    assert.equal(known.state.status, 'ready');
    assert.equal(requests.length, 2);
  });

  it('sends a fresh sign-in to the layer only', async () => {
    const { client, requests } = aClient({
      accountApi,
      answer: () => Response.json({ status: 'deleted', deleteAt: null }),
    });
    const verification = { idToken: 'a.b.c' };
    await deleteAccount(client, verification);
    await client.send({ method: 'PATCH', path: 'my-account', verification });
    assert.deepEqual(
      requests.map(({ url, headers }) => [url.startsWith(accountApi), headers.get('logto-id-token')]),
      [
        [true, 'a.b.c'],
        [false, null],
      ],
    );
    assert.ok(requests.every(({ headers }) => headers.get('logto-verification-id') === null));
  });

  it('sends names in the body, and verifications in a header', async () => {
    const { client, requests } = aClient({ accountApi, answer: () => Response.json({ ...token, value: 'pat_x' }) });
    await layer.createPersonalAccessToken(client, { name: '..', expiresAt: 5 }, 'v');
    await layer.renamePersonalAccessToken(client, '..', 'b');
    await layer.deletePersonalAccessToken(client, '..', 'v');
    assert.deepEqual(below(requests), [
      'POST /personal-access-tokens',
      'PATCH /personal-access-tokens',
      'POST /personal-access-tokens/delete',
    ]);
    assert.deepEqual(await Promise.all(requests.map((request) => request.json())), [
      { name: '..', expiresAt: 5 },
      { currentName: '..', name: 'b' },
      { name: '..' },
    ]);
    const proofs = requests.map(({ headers }) => headers.get('logto-verification-id'));
    assert.deepEqual(proofs, ['v', null, 'v']);
  });

  it('deletes the account with a verification, and rejects a response without a clear outcome', async () => {
    const answers = [
      Response.json({ code: 'account.deletion_refused', message: 'x', reason: 'Not now.' }, { status: 409 }),
      Response.json({ status: 'scheduled', deleteAt: 5 }, { status: 202 }),
      Response.json({ status: 'scheduled' }, { status: 202 }),
    ];
    const { client, requests } = aClient({ accountApi, answer: () => answers.shift()! });
    assert.equal(await failureOf(deleteAccount(client, 'v')), 'rejected account.deletion_refused');
    assert.deepEqual(await deleteAccount(client, 'v'), { status: 'scheduled', deleteAt: 5 });
    assert.equal(await failureOf(deleteAccount(client, 'v')), 'unexpected malformed_response');
    assert.deepEqual(below(requests), Array(3).fill('DELETE /account'));
    assert.equal(requests[0]!.headers.get('logto-verification-id'), 'v');
  });

  for (const body of [null, 'Hi', {}, { personalAccessTokens: {} }])
    it(`treats ${JSON.stringify(body)} as a failure, not as an empty list`, async () => {
      const { client } = aClient({ accountApi, answer: () => Response.json(body) });
      assert.equal(await failureOf(layer.getPersonalAccessTokens(client)), 'unexpected malformed_response');
    });

  it('ignores items without a name', async () => {
    const answer = () => Response.json({ personalAccessTokens: [token, null, {}, { name: '' }] });
    const { client } = aClient({ accountApi, answer });
    assert.deepEqual(await layer.getPersonalAccessTokens(client), [token]);
  });
});
