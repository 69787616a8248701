import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Account } from '../../src/api/account.js';
import type { MfaVerification } from '../../src/api/mfa.js';
import {
  backupCodesLeft,
  countSecondSteps,
  isLastSecondStep,
  mayHaveBackupCodes,
} from '../../src/second-factors/factors.js';

const createdAt = '2026-09-01T00:00:00.000Z';
const totp: MfaVerification = { id: 'totp', type: 'Totp', createdAt };
const passkey: MfaVerification = { id: 'passkey', type: 'WebAuthn', createdAt };
const codes = (remainCodes?: number): MfaVerification => ({
  id: `codes ${remainCodes}`,
  type: 'BackupCode',
  createdAt,
  ...(remainCodes !== undefined && { remainCodes }),
});

const nobody: Account = { id: 'ada' };
const reachable: Account = { id: 'ada', primaryEmail: 'ada@example.com', primaryPhone: '12025550123' };

const offering =
  (...factors: string[]) =>
  (name: string) =>
    factors.includes(name);
const unknown = () => undefined;
const all = offering('Totp', 'WebAuthn', 'BackupCode', 'EmailVerificationCode', 'PhoneVerificationCode');

describe('second steps', () => {
  it('are counted without backup codes, which replace others', () => {
    assert.equal(countSecondSteps([], nobody, unknown), 0);
    assert.equal(countSecondSteps([codes(10)], nobody, all), 0);
    assert.equal(countSecondSteps([totp, passkey, codes(10)], nobody, all), 2);
  });

  it('count if it is unknown whether they are offered, but not if they are not offered', () => {
    assert.equal(countSecondSteps([totp, passkey], nobody, unknown), 2);
    assert.equal(countSecondSteps([totp, passkey], nobody, offering('Totp')), 1);
    assert.equal(countSecondSteps([totp, passkey], nobody, offering()), 0);
  });

  it('include an address only if the tenant is known to send codes to it', () => {
    assert.equal(countSecondSteps([], reachable, unknown), 0);
    assert.equal(countSecondSteps([], reachable, offering('Totp')), 0);
    assert.equal(countSecondSteps([], reachable, offering('EmailVerificationCode')), 1);
    assert.equal(countSecondSteps([totp], reachable, all), 3);
    assert.equal(countSecondSteps([totp], nobody, all), 1);
    assert.equal(countSecondSteps([totp], { id: 'ada', primaryEmail: null, primaryPhone: '' }, all), 1);
  });
});

describe('the last second step', () => {
  it('the last second step is the one whose removal leaves none', () => {
    assert.equal(isLastSecondStep(totp, [totp], nobody, all), true);
    assert.equal(isLastSecondStep(totp, [totp, codes(10)], nobody, all), true);
    assert.equal(isLastSecondStep(totp, [totp, passkey], nobody, all), false);
    assert.equal(isLastSecondStep(totp, [totp], reachable, all), false);
    assert.equal(isLastSecondStep(totp, [totp], reachable, unknown), true);
    assert.equal(isLastSecondStep(totp, [totp, passkey], nobody, offering('Totp')), true);
  });

  it('is identified by id, since two passkeys are two', () => {
    assert.equal(isLastSecondStep(passkey, [passkey, { ...passkey, id: 'other' }], nobody, all), false);
  });

  it('is never a factor that does not count', () => {
    assert.equal(isLastSecondStep(codes(10), [codes(10)], nobody, all), false);
    assert.equal(isLastSecondStep(passkey, [passkey], nobody, offering('Totp')), false);
  });
});

describe('backup codes', () => {
  it('require another factor, whether it is offered or not', () => {
    assert.deepEqual(
      [[], [codes(10)], [totp], [passkey, codes(10)]].map((list) => mayHaveBackupCodes(list)),
      [false, false, true, true],
    );
  });

  it('are counted across all sets, and “none left” differs from “no set”', () => {
    assert.equal(backupCodesLeft([totp]), undefined);
    assert.equal(backupCodesLeft([codes(0)]), 0);
    assert.equal(backupCodesLeft([codes()]), 0);
    assert.equal(backupCodesLeft([codes(0), totp, codes(7), codes(2)]), 9);
  });
});
