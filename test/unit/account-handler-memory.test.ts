import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ShortMemory } from '../../src/server/account/short-memory.js';
import { memoryStore } from '../../src/server/account/store.js';

const keys = (count: number) => Array.from({ length: count }, (_, index) => `key ${index}`);

test('the memory store keeps no more entries than its limit', () => {
  const memory = new ShortMemory<number>(() => 0, 100);
  for (const [index, key] of keys(10_000).entries()) memory.set(key, index, 1000);
  const kept = keys(10_000).filter((key) => memory.get(key) !== undefined);
  assert.ok(kept.length >= 90 && kept.length <= 100, `${kept.length} are kept`);
});

test('the memory store removes expired entries without being read', () => {
  let now = 0;
  const memory = new ShortMemory<number>(() => now, 10_000);
  for (const [index, key] of keys(5000).entries()) memory.set(key, index, 1000);
  now = 61_000;
  memory.set('another', 1, 100_000);
  now = 0; // what had only ended, and not gone, would be there again
  assert.deepEqual(
    keys(5000).filter((key) => memory.get(key) !== undefined),
    [],
  );
  assert.equal(memory.get('another'), 1);
});

test('a used verification stays known, however many requests follow', () => {
  let now = 0;
  const store = memoryStore(() => now);
  void store.set('proof:one', 'used', { ttl: 900 });
  for (const key of keys(100_000)) {
    now += 5;
    void store.set(`rate:${key}`, '1', { ttl: 120 });
  }
  assert.equal(store.get('proof:one'), 'used');
});

test('a renewed entry expires with its latest lifetime', () => {
  let now = 0;
  const memory = new ShortMemory<string>(() => now, 2);
  memory.set('key', 'old', 10);
  memory.set('key', 'new', 1000);
  now = 500;
  memory.set('other', 'x', 600);
  memory.set('third', 'x', 600);
  assert.equal(memory.get('key'), 'new');
});
