import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { Account } from '../../src/api/account.js';
import { knownAs } from '../../src/avatar/known-as.js';

test('the email address, or else the phone number or username, is shown beside the name', () => {
  const all = { name: 'Ada', primaryEmail: 'ada@example.com', primaryPhone: '12025550123', username: 'ada' };
  assert.deepEqual(knownAs(all), { name: 'Ada', address: 'ada@example.com' });
  assert.deepEqual(knownAs({ ...all, primaryEmail: null }), { name: 'Ada', address: '+1 202 555 0123' });
  assert.deepEqual(knownAs({ name: 'Ada', username: 'ada' }), { name: 'Ada', address: 'ada' });
});

test('a user without a name is shown by username, or else by address, which is not repeated', () => {
  assert.deepEqual(knownAs({ username: 'ada', primaryPhone: '12025550123' }), {
    name: 'ada',
    address: '+1 202 555 0123',
  });
  assert.deepEqual(knownAs({ primaryPhone: '12025550123' }), { name: '+1 202 555 0123', address: undefined });
  assert.deepEqual(knownAs({ username: 'ada' }), { name: 'ada', address: undefined });
});

test('values that are not strings are ignored in a user’s name', () => {
  const answer =
    '{ "name": " ", "username": 17, "primaryEmail": ["ada@example.com"], "primaryPhone": { "toString": 1 } }';
  assert.deepEqual(knownAs(JSON.parse(answer) as Account), { name: undefined, address: undefined });
});
