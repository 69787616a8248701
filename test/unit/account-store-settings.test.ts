import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { parseSettings, type AccountSettings } from '../../src/settings/account-settings.js';
import { AccountStore } from '../../src/state/account-store.js';
import { later } from '../helpers/later.js';
import { aClient, askingNobody, failureOf, type ClientSetUp } from '../helpers/node-stand-in.js';

type LoadSettings = () => Promise<AccountSettings | undefined>;

const settingsWith = (fields: Record<string, string>) => parseSettings({ accountCenter: { fields } });

function aStore({ loadSettings, ...setUp }: ClientSetUp & { loadSettings?: LoadSettings } = {}) {
  const record = aClient(setUp);
  const store = new AccountStore(record.client, loadSettings ?? (async () => undefined), askingNobody);
  return { ...record, store };
}

describe('the settings of the store', () => {
  it('are read once, however often the account is', async () => {
    let reads = 0;
    const { store } = aStore({ loadSettings: async () => void (reads += 1) });
    await store.refresh();
    await store.refresh();
    assert.equal(reads, 1);
  });

  it('can be read again without the account', async () => {
    const answers = [settingsWith({ name: 'ReadOnly' }), settingsWith({ name: 'Edit' })];
    const { store, requests } = aStore({ loadSettings: async () => answers.shift() });
    await store.refresh();
    assert.equal(store.access('name'), 'ReadOnly');
    await store.reloadSettings();
    assert.equal(store.access('name'), 'Edit');
    assert.equal(requests.length, 1);
  });

  it('are the latest, when they changed while the account was on its way', async () => {
    const account = later<undefined>();
    const answers = [undefined, settingsWith({ name: 'ReadOnly' })];
    const { store } = aStore({ loadSettings: async () => answers.shift(), answer: () => account.promise });
    const refresh = store.refresh();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await store.reloadSettings();
    account.keep(undefined);
    await refresh;
    assert.equal(store.access('name'), 'ReadOnly');
  });

  it('are the latest, when an older source answers last', async () => {
    const [slow, quick] = [later<AccountSettings | undefined>(), later<AccountSettings | undefined>()];
    const answers = [Promise.resolve(undefined), slow.promise, quick.promise];
    const { store } = aStore({ loadSettings: () => answers.shift()! });
    await store.refresh();
    const reloads = [store.reloadSettings(), store.reloadSettings()];
    quick.keep(settingsWith({ name: 'ReadOnly' }));
    await reloads[1];
    slow.keep(settingsWith({ name: 'Off' }));
    await reloads[0];
    assert.equal(store.access('name'), 'ReadOnly');
  });
});

describe('the access to a field', () => {
  const everything = { name: 'Edit', email: 'ReadOnly', username: 'Edit', customData: 'Edit', session: 'Edit' };

  it('is Off while there is no account', () => {
    assert.equal(aStore().store.access('name'), 'Off');
  });

  it('is what the settings say', async () => {
    const { store } = aStore({ loadSettings: async () => settingsWith(everything) });
    await store.refresh();
    assert.deepEqual((['name', 'email', 'session', 'phone'] as const).map(store.access.bind(store)), [
      'Edit',
      'ReadOnly',
      'Edit',
      'Off',
    ]);
  });

  it('is Unreadable when it is switched on and Logto keeps the value back', async () => {
    const token = { scopes: ['openid', 'profile'] };
    const { store } = aStore({ token, loadSettings: async () => settingsWith(everything) });
    await store.refresh();
    assert.equal(store.access('customData'), 'Unreadable');
    assert.equal(store.access('name'), 'Edit');
  });

  it('goes by what the account shows when there are no settings', async () => {
    const { store } = aStore({ token: { scopes: ['openid', 'profile'] } });
    await store.refresh();
    assert.equal(store.access('customData'), 'Off');
    assert.equal(store.access('name'), 'Edit');
    assert.equal(store.access('mfa'), 'Edit');
  });

  it('is ReadOnly from the first write on that Logto refused, and no other field’s is', async () => {
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

  it('stays Edit when a write failed for another reason, and gives what a write gives', async () => {
    const { store } = aStore();
    await store.refresh();
    const offline = () => Promise.reject(new TypeError('Failed to fetch'));
    assert.equal(await failureOf(store.person!.write('name', offline)), 'unexpected unexpected');
    assert.equal(store.access('name'), 'Edit');
    assert.equal(await store.person!.write('name', async () => 'done'), 'done');
  });
});
