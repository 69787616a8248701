import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';

import {
  forgetRedirects,
  hasRedirect,
  isAnothers,
  rememberRedirect,
  takeRedirect,
} from '../../src/redirect/pending-redirect.js';

const owner = { task: 'passkey/add', endpoint: 'https://tenant.logto.app', userId: 'ada' };
const data = { passkeys: 2 };
const now = Date.UTC(2026, 10, 20);
const hour = 60 * 60_000;
const kept = new Map<string, string>();

const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
  key: (index: number) => [...kept.keys()][index] ?? null,
  get length() {
    return kept.size;
  },
};

const useStorage = (value: unknown, accessor?: () => unknown) =>
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    ...(accessor ? { get: accessor } : { value }),
  });

const remember = (expiresAt = now + hour) => rememberRedirect(owner, data, { expiresAt });
const takeAll = (differences: Partial<typeof owner> = {}, at = now) =>
  takeRedirect({ ...owner, ...differences }, { now: at });
/** The stored entry, if it is still valid. */
const take = (...of: Parameters<typeof takeAll>) => {
  const pending = takeAll(...of);
  return pending?.hasExpired ? undefined : pending?.data;
};

beforeEach(() => {
  kept.clear();
  useStorage(storage);
});

afterEach(() => void Reflect.deleteProperty(globalThis, 'sessionStorage'));

describe('a pending redirect', () => {
  it('a pending redirect is taken once', () => {
    remember();
    assert.deepEqual(take(), data);
    assert.equal(take(), undefined);
    assert.equal(kept.size, 0);
  });

  it('belongs to another user until it expires', () => {
    remember();
    const charles = { ...owner, userId: 'charles' };
    assert.equal(isAnothers(charles, now), true);
    assert.equal(isAnothers(owner, now), false);
    assert.equal(isAnothers({ ...charles, endpoint: 'https://other.logto.app' }, now), false);
    assert.equal(isAnothers({ ...charles, task: 'code/email' }, now), false);
    assert.equal(isAnothers(charles, now + hour), false);
  });

  it('is kept while a response may still arrive, and is returned once before', () => {
    const isOpen = () => true;
    remember();
    assert.equal(hasRedirect(owner), true);
    assert.deepEqual(takeRedirect(owner, { isOpen, now }), { data, expiresAt: now + hour, hasExpired: false });
    assert.equal(takeRedirect(owner, { isOpen, now }), undefined);
    assert.equal(hasRedirect(owner, isOpen), false);
    assert.deepEqual(take(), data);
    assert.equal(kept.size, 0);
  });

  it('is dropped if no response arrived in time', () => {
    const isOpen = () => true;
    remember();
    takeRedirect(owner, { isOpen, now });
    assert.equal(takeRedirect(owner, { isOpen, now: now + hour }), undefined);
    assert.equal(kept.size, 0);
  });

  it('there is no pending redirect if nothing was started', () => {
    assert.equal(take(), undefined);
  });

  it('the pending redirect is the latest one', () => {
    remember();
    rememberRedirect(owner, { passkeys: 3 }, { expiresAt: now + hour });
    assert.equal(kept.size, 1);
    assert.deepEqual(take(), { passkeys: 3 });
  });

  it('belongs to one task, and others are kept', () => {
    remember();
    assert.equal(take({ task: 'social/link' }), undefined);
    assert.deepEqual(take(), data);
  });

  it('is valid until it expires, and is then removed', () => {
    remember();
    assert.deepEqual(take({}, now + hour - 1), data);
    remember();
    assert.deepEqual(takeAll({}, now + hour), { data, expiresAt: now + hour, hasExpired: true });
    assert.equal(kept.size, 0);
    assert.equal(take(), undefined);
  });

  it('is not visible to another user, and is removed when one has signed in', () => {
    remember();
    assert.equal(take({ userId: 'charles' }), undefined);
    assert.equal(kept.size, 0);
    assert.equal(take(), undefined);
  });

  it('is removed after it expires, whoever reads which task', () => {
    const later = now + hour;
    remember();
    rememberRedirect({ ...owner, task: 'social', endpoint: 'https://other.logto.app' }, data, { expiresAt: later });
    rememberRedirect({ ...owner, task: 'another' }, data, { expiresAt: later + hour });
    assert.equal(take({ task: 'nothing' }, later), undefined);
    assert.deepEqual([...kept.keys()], ['logto-account-elements:another']);
  });

  it('does not affect other data with a similar key', () => {
    kept.set('logto-account-elements:app:sign-in', '{"endpoint":"https://tenant.logto.app"}');
    assert.equal(take(), undefined);
    assert.equal(kept.size, 1);
  });

  it('is removed when the user has signed out, but kept for other tenants', () => {
    remember();
    rememberRedirect({ ...owner, task: 'social', endpoint: 'https://other.logto.app' }, data, {
      expiresAt: now + hour,
    });
    forgetRedirects(owner.endpoint);
    assert.deepEqual([...kept.keys()], ['logto-account-elements:social']);
  });

  it('is not visible to another tenant, and is kept for its own', () => {
    remember();
    assert.equal(take({ endpoint: 'https://other.logto.app' }), undefined);
    assert.deepEqual(take(), data);
  });

  it('stores the user, place, data and expiry, and nothing else', () => {
    remember();
    const [[key, value]] = [...kept] as [[string, string]];
    assert.match(key, /^logto-account-elements:passkey\/add$/);
    assert.deepEqual(JSON.parse(value), { owner, expiresAt: now + hour, data });
  });
});

describe('an invalid pending redirect', () => {
  for (const text of [
    '',
    'undefined',
    '{',
    'null',
    'true',
    '7',
    '"text"',
    '[]',
    '{}',
    '{"owner":null}',
    '{"owner":"ada","expiresAt":"soon"}',
    JSON.stringify({ owner, data }),
    JSON.stringify({ owner, data, expiresAt: null }),
    JSON.stringify({ owner, data, expiresAt: 'never' }),
    JSON.stringify({ owner: [owner], data, expiresAt: now + hour }),
  ])
    it(`is ignored: ${text || 'an empty text'}`, () => {
      kept.set('logto-account-elements:passkey/add', text);
      assert.equal(take(), undefined);
      assert.equal(kept.size, 0);
    });
});

describe('a pending redirect without browser storage', () => {
  const refuse = () => {
    throw new DOMException('No.', 'SecurityError');
  };

  it('is not stored if storage is blocked, without an error', () => {
    useStorage(undefined, refuse);
    assert.doesNotThrow(() => remember());
    assert.equal(take(), undefined);
  });

  it('is not stored if storage is full, without an error', () => {
    useStorage({ ...storage, setItem: refuse });
    assert.doesNotThrow(() => remember());
    assert.equal(take(), undefined);
  });
});
