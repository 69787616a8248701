import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isTotpCode, isTotpSecret, newTotpSecret, totpCode } from '../fake-logto/totp.js';

/** The secret of the examples in RFC 6238. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('a TOTP key has the codes of the standard’s examples', () => {
  assert.equal(totpCode(secret, 59_000), '287082');
  assert.equal(totpCode(secret, 1_111_111_109_000), '081804');
  assert.equal(totpCode(secret, 20_000_000_000_000), '353130');
});

test('a TOTP key accepts the codes of the current, previous and next 30 seconds', () => {
  const now = Date.UTC(2026, 8, 1, 12, 0, 15);
  const isTaken = (seconds: number) => isTotpCode(secret, totpCode(secret, now + seconds * 1000), now);
  assert.deepEqual([-60, -30, 0, 30, 60].map(isTaken), [false, true, true, true, false]);
});

test('a TOTP key has 32 characters that authenticator apps can read', () => {
  const made = newTotpSecret();
  assert.match(made, /^[A-Z2-7]{32}$/);
  assert.notEqual(made, newTotpSecret());
  assert.ok(isTotpSecret(made));
  assert.ok(!isTotpSecret('not-base32!'));
});
