import { describe, it } from 'node:test';
import assert from 'node:assert/strict';

import type { Account } from '../../src/api/account.js';
import { AccountStore } from '../../src/state/account-store.js';
import { StepUpBroker } from '../../src/verification/step-up-broker.js';
import { VerificationAttempt, verificationMethods } from '../../src/verification/verification-attempt.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { aClient, failureOf } from '../helpers/node-stand-in.js';

const methodsOf = (account: Partial<Account>) => verificationMethods({ id: 'ada', ...account });

describe('the verification methods', () => {
  it('are what the user has, the password first', () => {
    const all = { hasPassword: true, primaryEmail: 'ada@example.com', primaryPhone: '12025550123' };
    assert.deepEqual(methodsOf({ ...all, hasSecurityVerificationMethod: true }), [
      { type: 'password' },
      { type: 'email', value: 'ada@example.com' },
      { type: 'phone', value: '12025550123' },
    ]);
    assert.deepEqual(methodsOf({ ...all, hasPassword: false, primaryPhone: null }), [
      { type: 'email', value: 'ada@example.com' },
    ]);
  });

  it('there are no verification methods for a user without any', () => {
    const none = { hasPassword: false, primaryEmail: null, primaryPhone: null, hasSecurityVerificationMethod: false };
    assert.deepEqual(methodsOf(none), []);
    assert.deepEqual(methodsOf({ hasSecurityVerificationMethod: false }), []);
  });

  it('are all hidden ones if nothing else is available', () => {
    assert.deepEqual(methodsOf({ hasSecurityVerificationMethod: true }), [
      { type: 'password' },
      { type: 'email' },
      { type: 'phone' },
    ]);
    assert.deepEqual(methodsOf({ hasSecurityVerificationMethod: true, hasPassword: false, primaryEmail: null }), [
      { type: 'phone' },
    ]);
  });

  it('leave out hidden ones while another is visible', () => {
    assert.deepEqual(methodsOf({ hasSecurityVerificationMethod: true, primaryEmail: 'ada@example.com' }), [
      { type: 'email', value: 'ada@example.com' },
    ]);
  });
});

describe('a verification attempt', () => {
  async function anAttempt(logto = new FakeLogto()) {
    const { client } = aClient({ logto });
    const store = new AccountStore(client, async () => undefined, new StepUpBroker(async () => undefined));
    await store.refresh();
    const outcome: { id?: string; madeAt?: number; failure?: string } = {};
    const attempt = new VerificationAttempt(
      { person: store.person!, methods: [{ type: 'password' }], wasRefused: false },
      {
        succeed: ({ id, madeAt }) => Object.assign(outcome, { id, madeAt }),
        fail: ({ kind }) => Object.assign(outcome, { failure: kind }),
      },
    );
    return { attempt, outcome, logto };
  }

  it('continues until an answer is right', async () => {
    const { attempt, outcome, logto } = await anAttempt();
    assert.equal(await failureOf(attempt.verifyPassword('wrong')), 'rejected session.invalid_credentials');
    assert.deepEqual(outcome, {});
    await attempt.verifyPassword('Walnut-Lamp!73');
    await attempt.ended;
    assert.equal(outcome.id, logto.tenant.verificationRecords[0]!.id);
  });

  it('accepts only the code that was sent last', async () => {
    const { attempt, outcome, logto } = await anAttempt();
    const identifier = { type: 'email', value: 'ada@example.com' } as const;
    assert.equal(await failureOf(attempt.verifyCode('123456')), 'rejected verification_code.not_found');
    await attempt.sendCode(identifier);
    await attempt.sendCode(identifier);
    const [first, second] = logto.outbox.map(({ code }) => code);
    if (first !== second) assert.match(await failureOf(attempt.verifyCode(first!)), /code_mismatch/);
    await attempt.verifyCode(second!);
    assert.equal(outcome.id, logto.tenant.verificationRecords[1]!.id);
  });

  it('accepts the previous code if another one cannot be sent', async () => {
    const { attempt, outcome, logto } = await anAttempt();
    const identifier = { type: 'email', value: 'ada@example.com' } as const;
    await attempt.sendCode(identifier);
    const stop = logto.intercept(() => Response.json({ code: 'request.message_rate_limited' }, { status: 429 }));
    assert.match(await failureOf(attempt.sendCode(identifier)), /rate-limited/);
    stop();
    await attempt.verifyCode(logto.outbox[0]!.code);
    assert.equal(outcome.id, logto.tenant.verificationRecords[0]!.id);
  });

  it('an attempt can be canceled', async () => {
    const { attempt, outcome } = await anAttempt();
    attempt.cancel();
    await attempt.ended;
    assert.deepEqual(outcome, { failure: 'aborted' });
  });

  it('exposes no record id to the page', async () => {
    const { attempt, logto } = await anAttempt();
    await attempt.sendCode({ type: 'email', value: 'ada@example.com' });
    const results = [await attempt.verifyCode(logto.outbox[0]!.code), await attempt.ended];
    const own = [...Reflect.ownKeys(attempt), ...Reflect.ownKeys(Object.getPrototypeOf(attempt) as object)].map(String);
    assert.deepEqual(own.sort(), [
      'cancel',
      'constructor',
      'ended',
      'methods',
      'reason',
      'sendCode',
      'sentCode',
      'verifyCode',
      'verifyPassword',
      'wasRefused',
    ]);
    assert.deepEqual(results, [undefined, undefined]);
    assert.ok(!JSON.stringify(attempt).includes(logto.tenant.verificationRecords[0]!.id));
  });
});
