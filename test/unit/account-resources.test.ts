import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { AccountResources } from '../../src/state/account-resources.js';
import { AccountStore } from '../../src/state/account-store.js';
import { mfaSettings, mfaVerifications, signInPreferences } from '../../src/second-factors/second-factors.js';
import { withTotp } from '../fake-logto/fake-logto.js';
import { aClient, askingNobody } from '../helpers/node-stand-in.js';

describe('the resources of an account', () => {
  function parts() {
    const { client, requests, logto } = aClient();
    let heard = 0;
    const all = new AccountResources(client, () => void (heard += 1));
    const lines = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname.split('/').at(-1)}`);
    return { all, lines, logto, heard: () => heard };
  }

  it('are the same object for every caller', () => {
    const { all, lines } = parts();
    assert.equal(all.get(mfaVerifications), all.get(mfaVerifications));
    assert.notEqual(all.get(mfaVerifications), all.get(mfaSettings));
    assert.deepEqual(lines(), []);
  });

  it('are read from their routes, and notify when they are ready', async () => {
    const { all, lines, heard, logto } = parts();
    withTotp(logto.tenant.users[0]!);
    for (const part of [mfaVerifications, mfaSettings, signInPreferences]) await all.get<unknown>(part).refresh();
    assert.deepEqual(lines(), ['GET mfa-verifications', 'GET mfa-settings', 'GET logto-configs']);
    assert.deepEqual(
      all.get(mfaVerifications).value?.map(({ type }) => type),
      ['Totp'],
    );
    assert.deepEqual(all.get(mfaSettings).value, { skipMfaOnSignIn: false });
    assert.equal(heard(), 3);
  });

  it('are refreshed only if they were read before', async () => {
    const { all, lines } = parts();
    all.get(mfaSettings);
    await all.get(mfaVerifications).refresh();
    await all.refresh();
    assert.deepEqual(lines(), ['GET mfa-verifications', 'GET mfa-verifications']);
  });

  it('report which toggle is off, and no other', async () => {
    const { all, logto } = parts();
    Object.assign(logto.tenant.accountCenter.fields, { mfa: 'Off', passkey: 'Edit' });
    assert.equal(all.isOff('mfa'), false);
    for (const part of [mfaVerifications, signInPreferences]) await all.get<unknown>(part).refresh();
    assert.deepEqual([all.isOff('mfa'), all.isOff('passkey'), all.isOff('session')], [true, false, false]);
  });

  it('are read again after new settings if they were off', async () => {
    const { all, logto } = parts();
    Object.assign(logto.tenant.accountCenter.fields, { mfa: 'Off', passkey: 'Edit' });
    for (const part of [mfaVerifications, signInPreferences]) await all.get<unknown>(part).refresh();
    all.forgetRefusals();
    assert.deepEqual(
      [all.get(mfaVerifications), all.get(signInPreferences)].map(({ state }) => state.status),
      ['loading', 'ready'],
    );
  });

  it('all resources are reset together', async () => {
    const { all } = parts();
    await all.get(mfaVerifications).refresh();
    all.forget();
    assert.equal(all.get(mfaVerifications).value, undefined);
  });
});

describe('the account store’s resources', () => {
  async function aStore() {
    const { client, requests, logto } = aClient();
    const store = new AccountStore(client, async () => undefined, askingNobody);
    await store.refresh();
    return { store, requests, logto };
  }

  it('turn a toggle off that the settings do not contain', async () => {
    const { store, logto } = await aStore();
    assert.equal(store.access('mfa'), 'Edit');
    logto.tenant.accountCenter.fields.mfa = 'Off';
    await store.person!.resources.get(mfaVerifications).refresh();
    assert.equal(store.access('mfa'), 'Off');
  });

  it('are refreshed with the account', async () => {
    const { store, logto } = await aStore();
    await store.person!.resources.get(mfaVerifications).refresh();
    withTotp(logto.tenant.users[0]!);
    await store.refreshAll();
    assert.equal(store.person!.resources.get(mfaVerifications).value?.length, 1);
  });

  it('are reset when the user signs out or changes', async () => {
    const { store, logto } = await aStore();
    const list = store.person!.resources.get(mfaVerifications);
    await list.refresh();
    logto.tenant.accessTokens = Object.fromEntries(
      Object.entries(logto.tenant.accessTokens).map(([token, about]) => [token, { ...about, userId: 'char1791babb' }]),
    );
    await store.refresh();
    assert.equal(store.state.status === 'ready' && store.state.account.id, 'char1791babb');
    assert.equal(list.value, undefined);
    await list.refresh();
    store.setSignedOut();
    assert.equal(list.value, undefined);
  });

  it('remember from a refusal that a factor is not offered, until the settings are read again', async () => {
    const { store } = await aStore();
    const refused = () => Promise.reject(new AccountError('rejected', 'session.mfa.mfa_factor_not_enabled'));
    assert.deepEqual([store.offers('Totp'), store.offers('BackupCode')], [undefined, undefined]);
    await assert.rejects(store.person!.write('mfa', refused, { factor: 'Totp' }));
    assert.deepEqual([store.offers('Totp'), store.offers('BackupCode')], [false, undefined]);
    assert.equal(store.access('mfa'), 'Edit');
    await store.reloadSettings();
    assert.equal(store.offers('Totp'), undefined);
  });

  it('assign a refusal to the right toggle, which passkeys have separately', async () => {
    const refused = () => Promise.reject(new AccountError('not-allowed', 'account_center.field_not_editable'));
    for (const [factor, access] of [
      ['WebAuthn', ['Edit', 'ReadOnly']],
      ['Totp', ['ReadOnly', 'Edit']],
    ] as const) {
      const { store } = await aStore();
      await assert.rejects(store.person!.write(factor === 'Totp' ? 'mfa' : 'passkey', refused, { factor }));
      assert.deepEqual([store.access('mfa'), store.access('passkey')], access);
    }
  });
});
