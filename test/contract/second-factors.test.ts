import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ada, aUser, FakeLogto, withBackupCodes, withPasskey, withTotp } from '../fake-logto/fake-logto.js';
import type { FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { newTotpSecret } from '../fake-logto/totp.js';
import { adaLovelace } from '../fake-logto/users.js';
import { addPermission } from './events.js';
import { ask } from './ask.js';

/** A tenant on which Ada has proved who she is, and has just made a passkey. */
function aTenant(options: FakeLogtoOptions = {}) {
  const logto = new FakeLogto(options);
  addPermission(logto, 'permission', ada);
  const credential = { credentialId: 'id', publicKey: 'key', counter: 0, rpId: 'tenant.example' };
  logto.tenant.verificationRecords.push({
    id: 'passkey',
    type: 'WebAuthn',
    userId: ada,
    verified: true,
    expiresAt: Infinity,
    webAuthn: { challenge: '', rpId: 'tenant.example', credential },
  });
  const add = async (body: object) => {
    const headers = { 'logto-verification-id': 'permission' };
    const answer = await ask(logto, 'POST', '/api/my-account/mfa-verifications', { headers, body });
    return answer.body.code ?? answer.status;
  };
  return {
    logto,
    addPasskey: () => add({ type: 'WebAuthn', newIdentifierVerificationRecordId: 'passkey' }),
    addTotp: () => add({ type: 'Totp', secret: newTotpSecret() }),
    isAskedAtSignIn: () => logto.tenant.users[0]?.logtoConfig.mfa.enabled ?? false,
  };
}

test('an authenticator app is required at sign-in as soon as it is added', async () => {
  const { addTotp, isAskedAtSignIn } = aTenant();
  assert.equal(isAskedAtSignIn(), false);
  assert.equal(await addTotp(), 204);
  assert.equal(isAskedAtSignIn(), true);
});

test('a passkey is required as a second factor if it counts as one', async () => {
  const { addPasskey, isAskedAtSignIn } = aTenant({ mfa: { factors: ['WebAuthn'] } });
  assert.equal(await addPasskey(), 204);
  assert.equal(isAskedAtSignIn(), true);
});

test('a passkey that is added for sign-in only is not a second factor', async () => {
  const signInExperience = { passkeySignIn: { enabled: true } };
  const { addPasskey, isAskedAtSignIn } = aTenant({ mfa: { factors: ['Totp'] }, signInExperience });
  assert.equal(await addPasskey(), 204);
  assert.equal(isAskedAtSignIn(), false);
});

test('a factor that the tenant does not offer cannot be added', async () => {
  const { addPasskey, addTotp } = aTenant({ mfa: { factors: ['EmailVerificationCode', 'PhoneVerificationCode'] } });
  assert.deepEqual(
    [await addPasskey(), await addTotp()],
    ['session.mfa.mfa_factor_not_enabled', 'session.mfa.mfa_factor_not_enabled'],
  );
});

test('a tenant’s factors and policy can be set independently', async () => {
  const { logto } = aTenant({ mfa: { policy: 'Mandatory' } });
  assert.deepEqual(logto.tenant.signInExperience.mfa, {
    factors: ['Totp', 'WebAuthn', 'BackupCode'],
    policy: 'Mandatory',
  });
});

test('users can be given factors in the shape of those that they add themselves', async () => {
  const passkey = { name: 'Laptop', agent: 'A browser', lastUsedAt: '2026-09-03T00:00:00.000Z' };
  const user = withBackupCodes(withPasskey(withTotp(adaLovelace()), passkey), { used: 3 });
  const logto = new FakeLogto({ users: [user] });
  assert.deepEqual(await factorsOf(logto), [
    { type: 'Totp' },
    { type: 'WebAuthn', ...passkey },
    { type: 'BackupCode', remainCodes: 7 },
  ]);
  assert.equal(user.logtoConfig.mfa.enabled, true);
});

test('factors given to one user do not appear at another', () => {
  withTotp(aUser());
  assert.deepEqual(aUser().mfaVerifications, []);
  assert.deepEqual(aUser().logtoConfig.mfa, {});
});

/** The user's factors as the API returns them, without ids and dates. */
async function factorsOf(logto: FakeLogto): Promise<object[]> {
  const { body } = await ask(logto, 'GET', '/api/my-account/mfa-verifications');
  const factors = body as unknown as { id: string; createdAt: string }[];
  return factors.map(({ id, createdAt, ...factor }) => factor);
}
