import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { parseSettings, type AccountSettings } from '../../src/settings/account-settings.js';
import { AccountStore } from '../../src/state/account-store.js';
import { deferred } from '../helpers/deferred.js';
import { aClient, askingNobody, failureOf, type ClientSetUp } from '../helpers/node-stand-in.js';

type LoadSettings = () => Promise<AccountSettings | undefined>;

const settingsWith = (fields: Record<string, string>) => parseSettings({ accountCenter: { fields } });

function aStore({ loadSettings, ...setUp }: ClientSetUp & { loadSettings?: LoadSettings } = {}) {
  const record = aClient(setUp);
  const store = new AccountStore(record.client, loadSettings ?? (async () => undefined), askingNobody);
  return { ...record, store };
}

describe('the store’s settings', () => {
  it('are read once, however often the account is read', async () => {
    let reads = 0;
    const { store } = aStore({ loadSettings: async () => void (reads += 1) });
    await store.refresh();
    await store.refresh();
    assert.equal(reads, 1);
  });

  it('can be reloaded without the account', async () => {
    const answers = [settingsWith({ name: 'ReadOnly' }), settingsWith({ name: 'Edit' })];
    const { store, requests } = aStore({ loadSettings: async () => answers.shift() });
    await store.refresh();
    assert.equal(store.access('name'), 'ReadOnly');
    await store.reloadSettings();
    assert.equal(store.access('name'), 'Edit');
    assert.equal(requests.length, 1);
  });

  it('are the latest ones if they changed while the account was loading', async () => {
    const account = deferred<undefined>();
    const answers = [undefined, settingsWith({ name: 'ReadOnly' })];
    const { store } = aStore({ loadSettings: async () => answers.shift(), answer: () => account.promise });
    const refresh = store.refresh();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await store.reloadSettings();
    account.resolve(undefined);
    await refresh;
    assert.equal(store.access('name'), 'ReadOnly');
  });

  it('are the latest ones if an older source responds last', async () => {
    const [slow, quick] = [deferred<AccountSettings | undefined>(), deferred<AccountSettings | undefined>()];
    const answers = [Promise.resolve(undefined), slow.promise, quick.promise];
    const { store } = aStore({ loadSettings: () => answers.shift()! });
    await store.refresh();
    const reloads = [store.reloadSettings(), store.reloadSettings()];
    quick.resolve(settingsWith({ name: 'ReadOnly' }));
    await reloads[1];
    slow.resolve(settingsWith({ name: 'Off' }));
    await reloads[0];
    assert.equal(store.access('name'), 'ReadOnly');
  });
});

describe('the access to a field', () => {
  const everything = { name: 'Edit', email: 'ReadOnly', username: 'Edit', customData: 'Edit', session: 'Edit' };

  it('a field is Off without an account', () => {
    assert.equal(aStore().store.access('name'), 'Off');
  });

  it('a field has the access that the settings say', async () => {
    const { store } = aStore({ loadSettings: async () => settingsWith(everything) });
    await store.refresh();
    assert.deepEqual((['name', 'email', 'session', 'phone'] as const).map(store.access.bind(store)), [
      'Edit',
      'ReadOnly',
      'Edit',
      'Off',
    ]);
  });

  it('is Unreadable if the field is on but Logto withholds the value', async () => {
    const token = { scopes: ['openid', 'profile'] };
    const { store } = aStore({ token, loadSettings: async () => settingsWith(everything) });
    await store.refresh();
    assert.equal(store.access('customData'), 'Unreadable');
    assert.equal(store.access('name'), 'Edit');
  });

  it('is derived from the account without settings', async () => {
    const { store } = aStore({ token: { scopes: ['openid', 'profile'] } });
    await store.refresh();
    assert.equal(store.access('customData'), 'Off');
    assert.equal(store.access('name'), 'Edit');
    assert.equal(store.access('mfa'), 'Edit');
  });

  it('becomes ReadOnly after Logto refused a write, for that field only', async () => {
    const { store } = aStore();
    await store.refresh();
    const refused = () => Promise.reject(new AccountError('not-allowed', 'account_center.field_not_editable'));
    let heard = 0;
    store.subscribe(() => (heard += 1));
    assert.equal(
      await failureOf(store.person!.write('name', refused)),
      'not-allowed account_center.field_not_editable',
    );
    assert.equal(heard, 1);
    assert.equal(store.access('name'), 'ReadOnly');
    assert.equal(store.access('avatar'), 'Edit');
    await store.refresh();
    assert.equal(store.access('name'), 'ReadOnly');
  });

  it('stays Edit if a write failed for another reason, and returns what the write returns', async () => {
    const { store } = aStore();
    await store.refresh();
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal(await failureOf(store.person!.write('name', offline)), 'unexpected unexpected');
    assert.equal(store.access('name'), 'Edit');
    assert.equal(await store.person!.write('name', async () => 'done'), 'done');
  });
});
