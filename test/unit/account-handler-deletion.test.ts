import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';

import type { AccountPerson } from '../../src/server/index.js';
import { ada, aUser } from '../fake-logto/fake-logto.js';
import { charles, startLayer, userIn, type Layer } from './account-handler-set-up.js';

const day = 24 * 3600;
const later = { enable: { deleteAccount: { graceDays: 14 } } };

const remove = (layer: Layer) => layer.ask('DELETE', '/account', { proof: layer.proofOf() });
const ids = ({ logto }: Layer) => logto.tenant.users.map(({ id }) => id);

test('a deletion deletes this account and no other', async (t) => {
  const layer = await startLayer(t);
  const { status, body } = await remove(layer);
  assert.deepEqual([status, body], [200, { status: 'deleted', deleteAt: null }]);
  assert.deepEqual(ids(layer), [charles]);
  assert.deepEqual(layer.audits, [
    { type: 'account.deleted', userId: ada, applicationId: 'demo-app', at: layer.time.now },
  ]);
});

test('the hook before deletion runs first, in the user’s language, and the hook after deletion last', async (t) => {
  const told: [string, AccountPerson, unknown?][] = [];
  const layer = await startLayer(t, {
    beforeDelete: (person, context) => void told.push(['before', person, context]),
    afterDelete: (person) => {
      told.push(['after', person]);
      throw new Error('The mailing list is down.');
    },
  });
  const headers = { 'accept-language': 'de-AT,de' };
  assert.equal((await layer.ask('DELETE', '/account', { proof: layer.proofOf(), headers })).status, 200);
  const person = {
    id: ada,
    username: 'ada',
    primaryEmail: 'ada@example.com',
    primaryPhone: '12025550123',
    name: 'Ada Lovelace',
  };
  assert.deepEqual(told, [
    ['before', person, { language: 'de-AT,de' }],
    ['after', person],
  ]);
  assert.equal(layer.errors.length, 1);
});

test('a hook can refuse a deletion with a message for the user, and the verification stays valid', async (t) => {
  let reason: string | undefined = 'There is an open invoice.';
  const layer = await startLayer(t, { beforeDelete: () => reason });
  const proof = layer.proofOf();
  const refused = await layer.ask('DELETE', '/account', { proof });
  assert.deepEqual([refused.status, refused.body.reason], [409, reason]);
  assert.deepEqual(ids(layer), [ada, charles]);
  reason = undefined;
  assert.equal((await layer.ask('DELETE', '/account', { proof })).status, 200);
});

test('a failing hook before deletion prevents the deletion', async (t) => {
  const layer = await startLayer(t, {
    beforeDelete: () => Promise.reject(new Error('secret-of-the-service')),
  });
  const { status, text } = await remove(layer);
  assert.equal(status, 500);
  assert.doesNotMatch(text, /secret/);
  assert.deepEqual(ids(layer), [ada, charles]);
});

describe('a hook that never resolves', () => {
  const never = () => new Promise<undefined>(() => undefined);

  it('prevents the deletion if it runs before it', async (t) => {
    const layer = await startLayer(t, { beforeDelete: never, timeout: 1000 });
    assert.deepEqual([(await remove(layer)).status, ids(layer)], [500, [ada, charles]]);
    assert.match(String((layer.errors[0] as Error).cause), /beforeDelete/);
  });

  it('does not delay the response if it runs after the deletion', async (t) => {
    const layer = await startLayer(t, { afterDelete: never, onAudit: never, timeout: 1000 });
    assert.deepEqual([(await remove(layer)).status, ids(layer)], [200, [charles]]);
    assert.match(layer.errors.map(String).join(), /onAudit.*afterDelete/);
  });

  it('does not delay the cleanup task', async (t) => {
    const layer = await startLayer(t, { ...later, afterDelete: never, timeout: 1000 });
    await remove(layer);
    layer.passSeconds(14 * day);
    assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 1, failed: 0, kept: 0, waiting: 0 });
    assert.equal(layer.errors.length, 1);
  });
});

test('with a grace period, the account is suspended, and deleted after the period', async (t) => {
  const gone: string[] = [];
  const layer = await startLayer(t, { ...later, afterDelete: ({ id }) => void gone.push(id) });
  userIn(layer).customData = { theme: 'dark' };
  const { status, body } = await remove(layer);
  assert.deepEqual([status, body], [202, { status: 'scheduled', deleteAt: layer.time.now + 14 * day * 1000 }]);
  assert.equal(userIn(layer).isSuspended, true);
  assert.equal(userIn(layer).customData['theme'], 'dark');
  assert.equal((await layer.ask('GET', '/account')).status, 405);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 1 });
  layer.passSeconds(14 * day);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 1, failed: 0, kept: 0, waiting: 0 });
  assert.deepEqual(ids(layer), [charles]);
  assert.deepEqual(gone, [ada]);
  assert.deepEqual(
    layer.audits.map(({ type }) => type),
    ['account.deletion-scheduled', 'account.deleted'],
  );
});

test('an account that is unsuspended and signs in is kept, even if it is suspended for another reason later', async (t) => {
  const layer = await startLayer(t, later);
  await remove(layer);
  Object.assign(userIn(layer), { isSuspended: false, lastSignInAt: layer.time.now + 1000 });
  layer.passSeconds(30 * day);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 0 });
  userIn(layer).isSuspended = true;
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 0 });
});

test('an account that is unsuspended while others are being deleted is kept', async (t) => {
  const gone: string[] = [];
  const layer = await startLayer(t, { ...later, afterDelete: ({ id }) => void gone.push(id) });
  await remove(layer);
  layer.passSeconds(14 * day);
  layer.logto.intercept(({ url }) => {
    // The list has been read by then.
    if (url.endsWith(`/users/${ada}`)) userIn(layer).isSuspended = false;
    return undefined;
  });
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 1, waiting: 0 });
  assert.deepEqual([ids(layer), gone], [[ada, charles], []]);
});

test('an account that no longer exists counts as deleted, and one that cannot be read as failed', async (t) => {
  const layer = await startLayer(t, later);
  await remove(layer);
  layer.passSeconds(14 * day);
  const one = `/users/${ada}`;
  const mend = layer.logto.intercept(({ url }) => (url.endsWith(one) ? Response.json({}, { status: 500 }) : undefined));
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 1, kept: 0, waiting: 0 });
  mend();
  assert.deepEqual(ids(layer), [ada, charles]);
  layer.logto.intercept(({ url }) => {
    if (url.endsWith(one)) layer.logto.tenant.users = layer.logto.tenant.users.filter(({ id }) => id !== ada);
    return undefined;
  });
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 1, failed: 0, kept: 0, waiting: 0 });
});

describe('a suspension that fails', () => {
  const isSuspension = ({ method, url }: Request) => method === 'PATCH' && url.endsWith('/is-suspended');
  const note = (layer: Layer) => userIn(layer).customData['accountDeletion'] ?? null;
  const isOver = Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } }));
  isOver.catch(() => undefined);

  for (const [what, answer, outcome] of [
    ['429', () => new Response('', { status: 429 }), '429 request.rate_limited'],
    ['422', () => Response.json({ code: 'request.invalid_input' }, { status: 422 }), '502 logto.unavailable'],
    ['500', () => Response.json({}, { status: 500 }), '502 logto.outcome_unknown'],
    ['no response', () => isOver, '502 logto.outcome_unknown'],
  ] as const)
    it(`leaves no deletion note after ${what}`, async (t) => {
      const layer = await startLayer(t, later);
      layer.logto.intercept((request) => (isSuspension(request) ? answer() : undefined));
      const { status, body } = await remove(layer);
      assert.equal(`${status} ${String(body.code)}`, outcome);
      assert.deepEqual([note(layer), layer.audits], [null, []]);
      // Suspended for something else, weeks later.
      userIn(layer).isSuspended = true;
      layer.passSeconds(30 * day);
      assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 0 });
    });

  it('is not requested if it is unknown whether the note was written, and the note is removed', async (t) => {
    const layer = await startLayer(t, later);
    let isFirst = true;
    layer.logto.intercept(({ url }) => {
      if (!url.endsWith('/custom-data') || !isFirst) return undefined;
      isFirst = false;
      userIn(layer).customData = { accountDeletion: { requestedAt: layer.time.now } };
      return Response.json({}, { status: 500 });
    });
    assert.equal((await remove(layer)).body.code, 'logto.outcome_unknown');
    assert.deepEqual([note(layer), userIn(layer).isSuspended], [null, false]);
  });

  it('leaves no note if Logto does not respond in time', async (t) => {
    const layer = await startLayer(t, { ...later, timeout: 1000 });
    layer.logto.intercept((request) => (isSuspension(request) ? new Promise(() => undefined) : undefined));
    assert.equal((await remove(layer)).body.code, 'logto.outcome_unknown');
    assert.equal(note(layer), null);
  });

  it('counts as success if the account was suspended and only the response was lost', async (t) => {
    const layer = await startLayer(t, later);
    layer.logto.intercept((request) => {
      if (!isSuspension(request)) return undefined;
      userIn(layer).isSuspended = true;
      return Response.json({}, { status: 500 });
    });
    const { status, body } = await remove(layer);
    const deleteAt = layer.time.now + 14 * day * 1000;
    assert.deepEqual([status, body], [202, { status: 'scheduled', deleteAt }]);
    assert.deepEqual(
      layer.audits.map(({ type }) => type),
      ['account.deletion-scheduled'],
    );
    assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 1 });
  });

  it('counts as success if the account was suspended while the note was being removed', async (t) => {
    const layer = await startLayer(t, later);
    let notes = 0;
    layer.logto.intercept((request) => {
      if (isSuspension(request)) return Response.json({}, { status: 504 });
      if (request.url.endsWith('/custom-data') && ++notes === 2) userIn(layer).isSuspended = true;
      return undefined;
    });
    assert.equal((await remove(layer)).status, 202);
    assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 1 });
  });

  it('has its note removed by the next cleanup if nothing else was possible', async (t) => {
    const layer = await startLayer(t, later);
    let isBroken = false;
    const mend = layer.logto.intercept((request) => {
      isBroken ||= isSuspension(request);
      return isBroken ? Response.json({}, { status: 500 }) : undefined;
    });
    assert.equal((await remove(layer)).body.code, 'logto.outcome_unknown');
    assert.notEqual(note(layer), null);
    mend();
    const nothing = { deleted: 0, failed: 0, kept: 0, waiting: 0 };
    assert.deepEqual(await layer.handle.deleteExpired(), nothing);
    assert.notEqual(note(layer), null, 'a suspension may be on its way');
    layer.passSeconds(3600);
    assert.deepEqual(await layer.handle.deleteExpired(), nothing);
    assert.equal(note(layer), null);
  });
});

test('the deletion note is kept if the user requests deletion again meanwhile', async (t) => {
  const layer = await startLayer(t, later);
  await remove(layer);
  userIn(layer).isSuspended = false;
  layer.passSeconds(day);
  layer.logto.intercept(({ url }) => {
    if (url.endsWith(`/users/${ada}`)) userIn(layer).isSuspended = true;
    return undefined;
  });
  await layer.handle.deleteExpired();
  assert.ok(userIn(layer).customData['accountDeletion']);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 1 });
});

test('the deletion note of an unsuspended account is removed by the next cleanup', async (t) => {
  const layer = await startLayer(t, later);
  await remove(layer);
  userIn(layer).isSuspended = false;
  layer.passSeconds(day);
  await layer.handle.deleteExpired();
  assert.equal(userIn(layer).customData['accountDeletion'], null);
  userIn(layer).isSuspended = true;
  layer.passSeconds(30 * day);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 0 });
});

test('a deletion note of another origin deletes no one', async (t) => {
  const layer = await startLayer(t, later);
  await remove(layer);
  const note = userIn(layer).customData['accountDeletion'] as Record<string, unknown>;
  const forged = [note, { ...note, deleteAt: 1 }, { requestedAt: 1, deleteAt: 1, signature: '' }, { deleteAt: 1 }, 'x'];
  const victims = forged.map((accountDeletion, index) =>
    aUser({ id: `victim${index}`, isSuspended: true, customData: { accountDeletion } }),
  );
  layer.logto.tenant.users = victims;
  layer.passSeconds(30 * day);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 0, kept: 0, waiting: 0 });
});

test('the cleanup checks all users, and continues after one that cannot be deleted', async (t) => {
  const layer = await startLayer(t, later);
  await remove(layer);
  const others = Array.from({ length: 230 }, (_, index) =>
    aUser({ id: `other${index}`, createdAt: layer.time.now + index }),
  );
  layer.logto.tenant.users.push(...others);
  layer.logto.intercept(({ method }) => (method === 'DELETE' ? Response.json({}, { status: 500 }) : undefined));
  layer.passSeconds(14 * day);
  assert.deepEqual(await layer.handle.deleteExpired(), { deleted: 0, failed: 1, kept: 0, waiting: 0 });
  assert.equal(layer.errors.length, 1);
});

it('invalid grace periods are rejected', async (t) => {
  for (const graceDays of [-1, 1.5, Number.NaN, 1e9])
    await assert.rejects(startLayer(t, { enable: { deleteAccount: { graceDays } } }), RangeError);
});
