import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { patchAccount } from '../../src/api/account.js';
import { statusOf } from '../../src/state/account-state.js';
import { AccountStore } from '../../src/state/account-store.js';
import { deferred } from '../helpers/deferred.js';
import { aClient, askingNobody, errorOf, failureOf, type ClientSetUp } from '../helpers/node-stand-in.js';

const fails = () => Response.json({ message: 'Internal server error.' }, { status: 500 });

function aStore({ loadSettings, ...setUp }: ClientSetUp & { loadSettings?: () => Promise<undefined> } = {}) {
  const record = aClient(setUp);
  const store = new AccountStore(record.client, loadSettings ?? (async () => undefined), askingNobody);
  return { ...record, store };
}

const nameIn = ({ state }: AccountStore) => (state.status === 'ready' ? state.account.name : state.status);

describe('the account store', () => {
  it('is loading, then knows of a session, then is ready, and notifies once each', async () => {
    const { store } = aStore();
    const heard: unknown[] = [];
    store.subscribe(() => heard.push(store.state.status === 'loading' ? { ...store.state } : store.state.status));
    assert.deepEqual(store.state, { status: 'loading' });
    await store.refresh();
    assert.deepEqual(heard, [{ status: 'loading', isSignedIn: true }, 'ready']);
    assert.equal(nameIn(store), 'Ada Lovelace');
  });

  it('a listener is not notified after unsubscribing', async () => {
    const { store } = aStore();
    store.subscribe(() => assert.fail())();
    await store.refresh();
  });

  it('makes one request for parallel refreshes, and another one later', async () => {
    const { store, requests } = aStore();
    await Promise.all([store.refresh(), store.refresh(), store.refresh()]);
    assert.equal(requests.length, 1);
    await store.refresh();
    assert.equal(requests.length, 2);
  });

  it('keeps the last snapshot until the next one is ready', async () => {
    const { store, logto } = aStore();
    await store.refresh();
    logto.tenant.users[0]!.name = 'Ada King';
    const refresh = store.refresh();
    assert.equal(nameIn(store), 'Ada Lovelace');
    await refresh;
    assert.equal(nameIn(store), 'Ada King');
  });

  it('keeps the snapshot when a refresh fails, and rejects with the reason', async () => {
    let answer: ClientSetUp['answer'] = () => undefined;
    const { store } = aStore({ answer: (request) => answer?.(request) });
    await store.refresh();
    answer = fails;
    assert.equal(await failureOf(store.refresh()), 'unexpected http_500');
    assert.equal(nameIn(store), 'Ada Lovelace');
  });

  it('keeps the snapshot and is signed out when the session has ended', async () => {
    const { store, logto } = aStore({ renew: (current) => current });
    await store.refresh();
    const { person } = store;
    logto.tenant.users[0]!.isSuspended = true;
    await store.refresh();
    assert.equal(statusOf(store.state), 'signed-out');
    assert.equal(nameIn(store), 'Ada Lovelace');
    await store.refresh();
    assert.equal(nameIn(store), 'Ada Lovelace');
    logto.tenant.users[0]!.isSuspended = false;
    await store.refresh();
    assert.equal(statusOf(store.state), 'ready');
    assert.equal(store.person, person);
  });

  it('drops the snapshot when there is no session anymore', async () => {
    const { store, client } = aStore();
    await store.refresh();
    client.authenticate = () => Promise.reject(new AccountError('signed-out'));
    await store.refresh();
    assert.deepEqual(store.state, { status: 'signed-out' });
  });

  it('is signed out with a reason if Logto rejects the first token', async () => {
    const { store, logto } = aStore({ renew: (current) => current });
    logto.tenant.users[0]!.isSuspended = true;
    await store.refresh();
    assert.equal(store.state.status, 'signed-out');
    assert.equal('error' in store.state && store.state.error?.code, 'auth.unauthorized');
  });

  it('is signed out without a reason or request if no one was signed in', async () => {
    const { client, requests } = aClient();
    client.authenticate = () => Promise.reject(new AccountError('signed-out'));
    const store = new AccountStore(client, () => assert.fail('Nobody’s settings were read.'), askingNobody);
    await store.refresh();
    assert.deepEqual(store.state, { status: 'signed-out' });
    assert.equal(requests.length, 0);
  });

  it('the store is loading again after a failure', async () => {
    let answer: ClientSetUp['answer'] = fails;
    const { store } = aStore({ answer: (request) => answer?.(request) });
    await store.refresh();
    assert.equal(store.state.status, 'failed');
    answer = undefined;
    const refresh = store.refresh();
    assert.equal(store.state.status === 'failed' && store.state.isRetrying, true);
    await refresh;
    assert.equal(nameIn(store), 'Ada Lovelace');
  });

  it('merges Logto’s response to a write', async () => {
    const { store, client } = aStore();
    store.merge({ name: 'Nobody' });
    assert.equal(nameIn(store), 'loading');
    await store.refresh();
    const before = store.state;
    store.merge(await patchAccount(client, { name: 'Ada King' }));
    assert.equal(nameIn(store), 'Ada King');
    assert.notEqual(store.state, before);
    assert.equal(before.status === 'ready' && before.account.name, 'Ada Lovelace');
  });

  it('keeps a written value if a refresh was running during the write', async () => {
    const slow = deferred<void>();
    let stale: Response | undefined;
    const { store, logto, client } = aStore({
      async answer(request) {
        if (request.method !== 'GET' || nameIn(store) === 'loading' || stale) return undefined;
        stale = Response.json({ id: 'ada1815love1', name: 'Ada Lovelace' });
        await slow.promise;
        return stale;
      },
    });
    await store.refresh();
    const refresh = store.refresh();
    store.merge(await patchAccount(client, { name: 'Ada King' }));
    slow.resolve();
    await refresh;
    assert.equal(logto.tenant.users[0]?.name, 'Ada King');
    assert.equal(nameIn(store), 'Ada King');
  });
});

describe('serialized writes', () => {
  it('wait for each other, even for one that fails', async () => {
    const { store } = aStore();
    await store.refresh();
    const [first, second] = [deferred<string>(), deferred<string>()];
    const steps: string[] = [];
    const write = (name: string, wait: Promise<string>) =>
      store.person!.serialize(async () => {
        steps.push(`${name} begins`);
        const how = await wait;
        steps.push(`${name} ends`);
        if (how === 'fails') throw new AccountError('rejected');
        return how;
      });
    const failed = errorOf(write('first', first.promise));
    const done = write('second', second.promise);
    second.resolve('done');
    first.resolve('fails');
    assert.equal((await failed).kind, 'rejected');
    assert.equal(await done, 'done');
    assert.deepEqual(steps, ['first begins', 'first ends', 'second begins', 'second ends']);
  });
});
