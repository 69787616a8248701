import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';

import type { AccountStore } from '../../src/server/index.js';
import { startLayer, type Layer } from './account-handler-set-up.js';

const statusOf = async (layer: Layer) => (await layer.ask('GET', '/organizations')).status;

const statuses = async (layer: Layer, count: number) => {
  const found: number[] = [];
  for (let index = 0; index < count; index++) found.push(await statusOf(layer));
  return found;
};

const fine = (count: number) => Array.from({ length: count }, () => 200);

/** Takes one write a second for each key, as Workers KV does. */
function storeWithLimits(layer: () => Layer) {
  const [kept, writtenAt, writes]: [Map<string, string>, Map<string, number>, string[]] = [new Map(), new Map(), []];
  const store: AccountStore = {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => {
      const { now } = layer().time;
      writes.push(key);
      if (now - (writtenAt.get(key) ?? -Infinity) < 1000) throw new Error('KV PUT failed: 429 Too Many Requests');
      writtenAt.set(key, now);
      kept.set(key, value);
    },
  };
  return { store, kept, writes };
}

describe('rate limiting with a shared store', () => {
  it('writes every few seconds per user, however many requests there are', async (t) => {
    const { store, kept, writes } = storeWithLimits(() => layer);
    const layer = await startLayer(t, { store });
    assert.deepEqual(await statuses(layer, 30), fine(30));
    assert.equal(writes.length, 1);
    layer.passSeconds(5);
    assert.deepEqual(await statuses(layer, 30), fine(30));
    assert.deepEqual([writes.length, [...kept.values()]], [2, ['31']]);
    assert.deepEqual(layer.errors, []);
  });

  it('adds up the counts of all instances', async (t) => {
    const { store } = storeWithLimits(() => one);
    const one = await startLayer(t, { store, requestsPerMinute: 10 });
    const other = await startLayer(t, { store, requestsPerMinute: 10 });
    assert.deepEqual(await statuses(one, 6), fine(6));
    one.passSeconds(5);
    other.passSeconds(5);
    assert.deepEqual(await statuses(one, 1), [200]);
    one.passSeconds(1);
    assert.deepEqual(await statuses(other, 4), [200, 200, 200, 429]);
    other.passSeconds(60);
    assert.equal(await statusOf(other), 200);
  });

  it('shares the count even when it rejects requests', async (t) => {
    const { store, kept } = storeWithLimits(() => layer);
    const layer = await startLayer(t, { store, requestsPerMinute: 3 });
    assert.deepEqual(await statuses(layer, 4), [200, 200, 200, 429]);
    layer.passSeconds(5);
    assert.equal(await statusOf(layer), 429);
    assert.deepEqual([...kept.values()], ['3']);
  });

  for (const [what, store] of Object.entries<AccountStore>({
    'cannot read': { get: () => Promise.reject(new Error('down')), set: () => undefined },
    'cannot write': {
      get: () => undefined,
      set: () => {
        throw new Error('KV PUT failed: 429 Too Many Requests');
      },
    },
    'does not respond': { get: () => new Promise(() => undefined), set: () => undefined },
  }))
    it(`rejects no one while the store ${what}, and counts locally`, async (t) => {
      const layer = await startLayer(t, { store, requestsPerMinute: 3 });
      assert.deepEqual(await statuses(layer, 4), [200, 200, 200, 429]);
      assert.equal(layer.errors.length, 1, 'said once');
      layer.passSeconds(60);
      assert.equal(await statusOf(layer), 200);
      assert.equal(layer.errors.length, 2);
    });
});

for (const [what, hanging] of Object.entries<Partial<AccountStore>>({
  read: { get: (key) => (key.startsWith('proof:') ? new Promise(() => undefined) : undefined) },
  written: { set: (key) => (key.startsWith('proof:') ? new Promise(() => undefined) : undefined) },
}))
  test(`nothing is deleted if a used verification cannot be ${what}`, async (t) => {
    const store = { get: () => undefined, set: () => undefined, ...hanging };
    const layer = await startLayer(t, { store, timeout: 1000 });
    const { status, body } = await layer.ask('DELETE', '/account', { proof: layer.proofOf() });
    assert.deepEqual([status, body.code], [503, 'store.unavailable']);
    assert.equal(layer.logto.tenant.users.length, 2);
  });
