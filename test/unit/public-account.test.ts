import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { publicAccount } from '../../components/account-provider/public-account.js';
import type { Account } from '../../src/api/account.js';

describe('the public account', () => {
  it('is a frozen copy of the user’s names and addresses, and of nothing else', () => {
    const account: Account = {
      id: 'ada1815love1',
      username: 'ada',
      name: 'Ada Lovelace',
      avatar: 'https://cdn.example/ada.png',
      primaryEmail: 'ada@example.com',
      primaryPhone: null,
      profile: { nickname: 'Countess', address: { country: 'England' } },
      customData: { loyaltyNumber: 'secret-1' },
      identities: { github: { userId: 'secret-2' } },
      hasPassword: true,
    };
    const seen = publicAccount(account);
    assert.deepEqual(seen, {
      username: 'ada',
      name: 'Ada Lovelace',
      avatar: 'https://cdn.example/ada.png',
      primaryEmail: 'ada@example.com',
      primaryPhone: undefined,
      profile: { nickname: 'Countess', address: { country: 'England' } },
    });
    for (const part of [seen, seen.profile, seen.profile.address]) assert.ok(Object.isFrozen(part));
    account.profile!.nickname = 'Ada';
    assert.equal(seen.profile.nickname, 'Countess');
  });

  it('the public account has only strings and safe URLs', () => {
    const hostile = {
      id: 'x',
      name: { first: 'Ada' },
      username: '',
      avatar: 'javascript:alert(1)',
      profile: { nickname: 7, website: 'https://ada.example', address: ['x'] },
    } as unknown as Account;
    assert.deepEqual(JSON.parse(JSON.stringify(publicAccount(hostile))), {
      profile: { website: 'https://ada.example', address: { 0: 'x' } },
    });
  });
});
