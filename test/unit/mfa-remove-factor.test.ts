import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { removalWarnings } from '../../src/second-factors/removal-warnings.js';
import { removeFactor, removeIfThere } from '../../src/second-factors/remove-factor.js';
import { withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import { failureOf } from '../helpers/node-stand-in.js';
import { anAccount, factorsOf, refusal, type MfaSetUp } from './mfa-set-up.js';

/** The account, and the first factor of that type as it was read. */
async function having(type: 'Totp' | 'WebAuthn', options: MfaSetUp) {
  const account = await anAccount(options);
  return { ...account, factor: account.list.value!.find((each) => each.type === type)! };
}

describe('removing a second factor', () => {
  for (const [what, type, options, left] of [
    ['the only one', 'Totp', { has: [withTotp] }, []],
    ['the last one, and its backup codes', 'Totp', { has: [withTotp, withBackupCodes, withBackupCodes] }, []],
    ['a passkey that is the last one', 'WebAuthn', { has: [withBackupCodes, withPasskey] }, []],
    ['one of two', 'Totp', { has: [withTotp, withPasskey, withBackupCodes] }, ['WebAuthn', 'BackupCode']],
    [
      'one beside codes by email',
      'Totp',
      { has: [withTotp, withBackupCodes], settings: true, mfa: { factors: ['Totp', 'EmailVerificationCode'] } },
      ['BackupCode'],
    ],
    [
      'a passkey that is not a second step',
      'WebAuthn',
      { has: [withPasskey, withBackupCodes], settings: true, mfa: { factors: ['Totp'] } },
      ['BackupCode'],
    ],
    [
      'the last passkey if the other factors are read-only',
      'WebAuthn',
      { has: [withPasskey, withBackupCodes], settings: true, fields: { mfa: 'ReadOnly', passkey: 'Edit' } },
      ['BackupCode'],
    ],
  ] as [string, 'Totp' | 'WebAuthn', MfaSetUp, string[]][])
    it(`keeps what else is set up: ${what}`, async () => {
      const { factor, user, list, ...account } = await having(type, options);
      await removeFactor(account, factor);
      assert.deepEqual(factorsOf(user), left);
      assert.deepEqual(
        list.value?.map((each) => each.type),
        left,
      );
    });

  it('removes the backup codes before the factor', async () => {
    const { factor, writes, idsOf, ...account } = await having('Totp', { has: [withTotp, withBackupCodes] });
    const [codes] = idsOf('BackupCode');
    await removeFactor(account, factor);
    assert.deepEqual(writes(), [`DELETE /${codes}`, `DELETE /${factor.id}`]);
  });

  it('uses the current list of factors', async () => {
    const { factor, user, ...account } = await having('Totp', { has: [withTotp, withBackupCodes] });
    withPasskey(user);
    await removeFactor(account, factor);
    assert.deepEqual(factorsOf(user), ['BackupCode', 'WebAuthn']);
  });

  it('succeeds if the factor was removed elsewhere, and removes nothing else', async () => {
    const { factor, user, ...account } = await having('Totp', { has: [withTotp, withBackupCodes] });
    user.mfaVerifications = user.mfaVerifications.filter(({ type }) => type !== 'Totp');
    await removeFactor(account, factor);
    assert.deepEqual(factorsOf(user), ['BackupCode']);
  });

  it('reports its progress if it fails halfway', async () => {
    const { factor, list, answerWith, ...account } = await having('Totp', { has: [withTotp, withBackupCodes] });
    answerWith(new RegExp(`^DELETE .*${factor.id}`), () => Response.error());
    assert.equal(await failureOf(removeFactor(account, factor)), 'network network');
    assert.deepEqual(
      list.value?.map(({ type }) => type),
      ['Totp'],
    );
  });

  for (const [type, expected] of [
    ['Totp', ['ReadOnly', 'Edit']],
    ['WebAuthn', ['Edit', 'ReadOnly']],
  ] as const)
    it(`becomes read-only after a refusal: ${type}`, async () => {
      const { factor, store, answerWith, ...account } = await having(type, { has: [withTotp, withPasskey] });
      answerWith(/^DELETE/, () => refusal(400, 'account_center.field_not_editable'));
      assert.match(await failureOf(removeFactor({ ...account, store }, factor)), /^not-allowed/);
      assert.deepEqual([store.access('mfa'), store.access('passkey')], expected);
    });

  it('ignores no other error than that the factor is gone', async () => {
    const { store, answerWith } = await anAccount();
    for (const [code, status] of [
      ['verification_record.permission_denied', 401],
      ['entity.not_found', 404],
    ] as const) {
      const stop = answerWith(/^DELETE/, () => refusal(status, code));
      assert.match(await failureOf(removeIfThere(store.client, 'x', 'proof')), new RegExp(code));
      stop();
    }
    answerWith(/^DELETE/, () => refusal(400, 'verification_record.not_found'));
    await removeIfThere(store.client, 'x', 'proof');
  });
});

describe('the warnings before removing a second factor', () => {
  for (const [when, type, options, expected] of [
    ['it is one of two', 'Totp', { has: [withTotp, withPasskey] }, []],
    ['it is the last one', 'Totp', { has: [withTotp] }, ['lastStep']],
    ['the backup codes are removed, too', 'Totp', { has: [withTotp, withBackupCodes] }, ['lastStepWithCodes']],
    [
      'the backup codes are read-only',
      'WebAuthn',
      { has: [withPasskey, withBackupCodes], settings: true, fields: { mfa: 'ReadOnly', passkey: 'Edit' } },
      ['lastStep'],
    ],
    [
      'a second step is required',
      'Totp',
      { has: [withTotp], settings: true, mfa: { policy: 'Mandatory' } },
      ['lastStep', 'lastStepRequired'],
    ],
    [
      'a second step is required and there is another',
      'Totp',
      { has: [withTotp, withPasskey], settings: true, mfa: { policy: 'Mandatory' } },
      [],
    ],
    [
      'it does not count as a second step',
      'WebAuthn',
      { has: [withPasskey], settings: true, mfa: { factors: ['Totp'], policy: 'Mandatory' } },
      [],
    ],
  ] as [string, 'Totp' | 'WebAuthn', MfaSetUp, string[]][])
    it(`are ${expected.length === 0 ? 'none' : expected.join(' and ')} if ${when}`, async () => {
      const { factor, store } = await having(type, options);
      assert.deepEqual(
        removalWarnings(store, factor),
        expected.map((key) => `mfa.${key}`),
      );
    });

  it('there are no warnings after sign-out', async () => {
    const { factor, store } = await having('Totp', { has: [withTotp] });
    store.setSignedOut();
    assert.deepEqual(removalWarnings(store, factor), []);
  });
});
