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
/** What is still good of it. */
const take = (...of: Parameters<typeof takeAll>) => {
  const pending = takeAll(...of);
  return pending?.hasExpired ? undefined : pending?.data;
};

beforeEach(() => {
  kept.clear();
  useStorage(storage);
});

afterEach(() => void Reflect.deleteProperty(globalThis, 'sessionStorage'));

describe('what a user was doing when they were sent to another page', () => {
  it('is taken up again, once', () => {
    remember();
    assert.deepEqual(take(), data);
    assert.equal(take(), undefined);
    assert.equal(kept.size, 0);
  });

  it('is known to be another user’s, for as long as they may be on the way back', () => {
    remember();
    const charles = { ...owner, userId: 'charles' };
    assert.equal(isAnothers(charles, now), true);
    assert.equal(isAnothers(owner, now), false);
    assert.equal(isAnothers({ ...charles, endpoint: 'https://other.logto.app' }, now), false);
    assert.equal(isAnothers({ ...charles, task: 'code/email' }, now), false);
    assert.equal(isAnothers(charles, now + hour), false);
  });

  it('stays while an answer may come yet, and is taken up once without one', () => {
    const isOpen = () => true;
    remember();
    assert.equal(hasRedirect(owner), true);
    assert.deepEqual(takeRedirect(owner, { isOpen, now }), { data, expiresAt: now + hour, hasExpired: false });
    assert.equal(takeRedirect(owner, { isOpen, now }), undefined);
    assert.equal(hasRedirect(owner, isOpen), false);
    assert.deepEqual(take(), data);
    assert.equal(kept.size, 0);
  });

  it('is gone when no answer came in time', () => {
    const isOpen = () => true;
    remember();
    takeRedirect(owner, { isOpen, now });
    assert.equal(takeRedirect(owner, { isOpen, now: now + hour }), undefined);
    assert.equal(kept.size, 0);
  });

  it('is nothing where nothing was begun', () => {
    assert.equal(take(), undefined);
  });

  it('is what was begun last', () => {
    remember();
    rememberRedirect(owner, { passkeys: 3 }, { expiresAt: now + hour });
    assert.equal(kept.size, 1);
    assert.deepEqual(take(), { passkeys: 3 });
  });

  it('is of one task only, and leaves those of others alone', () => {
    remember();
    assert.equal(take({ task: 'social/link' }), undefined);
    assert.deepEqual(take(), data);
  });

  it('is good until it expires, and gone then', () => {
    remember();
    assert.deepEqual(take({}, now + hour - 1), data);
    remember();
    assert.deepEqual(takeAll({}, now + hour), { data, expiresAt: now + hour, hasExpired: true });
    assert.equal(kept.size, 0);
    assert.equal(take(), undefined);
  });

  it('is nobody else’s, and gone once another user has come', () => {
    remember();
    assert.equal(take({ userId: 'charles' }), undefined);
    assert.equal(kept.size, 0);
    assert.equal(take(), undefined);
  });

  it('is gone once it has expired, whoever looks, and for whatever', () => {
    const later = now + hour;
    remember();
    rememberRedirect({ ...owner, task: 'social', endpoint: 'https://other.logto.app' }, data, { expiresAt: later });
    rememberRedirect({ ...owner, task: 'another' }, data, { expiresAt: later + hour });
    assert.equal(take({ task: 'nothing' }, later), undefined);
    assert.deepEqual([...kept.keys()], ['logto-account-elements:another']);
  });

  it('leaves alone what else is stored under such a name', () => {
    kept.set('logto-account-elements:app:sign-in', '{"endpoint":"https://tenant.logto.app"}');
    assert.equal(take(), undefined);
    assert.equal(kept.size, 1);
  });

  it('is gone once the user has signed out, and stays for other tenants', () => {
    remember();
    rememberRedirect({ ...owner, task: 'social', endpoint: 'https://other.logto.app' }, data, {
      expiresAt: now + hour,
    });
    forgetRedirects(owner.endpoint);
    assert.deepEqual([...kept.keys()], ['logto-account-elements:social']);
  });

  it('is no other tenant’s, and left for its own', () => {
    remember();
    assert.equal(take({ endpoint: 'https://other.logto.app' }), undefined);
    assert.deepEqual(take(), data);
  });

  it('holds who, where, what and until when, and nothing else', () => {
    remember();
    const [[key, value]] = [...kept] as [[string, string]];
    assert.match(key, /^logto-account-elements:passkey\/add$/);
    assert.deepEqual(JSON.parse(value), { owner, expiresAt: now + hour, data });
  });
});

describe('what somebody else has left in its place', () => {
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
    it(`is taken for nothing: ${text || 'an empty text'}`, () => {
      kept.set('logto-account-elements:passkey/add', text);
      assert.equal(take(), undefined);
      assert.equal(kept.size, 0);
    });
});

describe('where the browser keeps nothing', () => {
  const refuse = () => {
    throw new DOMException('No.', 'SecurityError');
  };

  it('blocked storage means that nothing is remembered, and nothing breaks', () => {
    useStorage(undefined, refuse);
    assert.doesNotThrow(() => remember());
    assert.equal(take(), undefined);
  });

  it('so does a full one', () => {
    useStorage({ ...storage, setItem: refuse });
    assert.doesNotThrow(() => remember());
    assert.equal(take(), undefined);
  });
});
