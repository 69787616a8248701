import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import type { LayerProof } from '../../src/api/layer-proof.js';
import { AccountStore } from '../../src/state/account-store.js';
import { StepUpOnDemand } from '../../src/verification/step-up.js';
import { StepUpBroker, type FindFreshSignIn, type PresentAttempt } from '../../src/verification/step-up-broker.js';
import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';
import { FakeLogto, type FakeLogtoOptions } from '../fake-logto/fake-logto.js';
import { aUser } from '../fake-logto/users.js';
import { aClient, failureOf } from '../helpers/node-stand-in.js';

const password = 'Walnut-Lamp!73';
let tenants = 0;
let endpoint: string;

// Proofs are remembered per endpoint, as long as the process lives.
beforeEach(() => void (endpoint = `https://tenant-${(tenants += 1)}.logto.example`));

interface SetUp extends FakeLogtoOptions {
  logto?: FakeLogto;
  present?: PresentAttempt;
  findFreshSignIn?: FindFreshSignIn;
}

/** A broker on a stand-in tenant, with all attempts it makes; each is answered with Ada's password unless told otherwise. */
async function aBroker({ present, findFreshSignIn, ...options }: SetUp = {}) {
  const logto = options.logto ?? new FakeLogto(options);
  const attempts: VerificationAttempt[] = [];
  const { client, requests } = aClient({ logto, endpoint });
  const stepUp = new StepUpBroker(async (attempt) => {
    attempts.push(attempt);
    await (present ? present(attempt) : attempt.verifyPassword(password));
  }, findFreshSignIn);
  const store = new AccountStore(client, async () => undefined, stepUp);
  await store.refresh();
  const person = store.person!;
  const broker = {
    verify: () => stepUp.verify(person),
    run: <Result>(action: (verification: string) => Promise<Result>) => stepUp.run(person, action),
    runIfGuarded: <Result>(action: (verification: string | undefined) => Promise<Result>) =>
      stepUp.runIfGuarded(person, action),
    verifyForLayer: () => stepUp.verifyForLayer(person),
    runForLayer: <Result>(action: (proof: LayerProof) => Promise<Result>) => stepUp.runForLayer(person, action),
    forget: () => stepUp.forget(person),
    giveUp: (reason: AccountError) => stepUp.giveUp(reason),
  };
  requests.length = 0;
  const lines = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/api/', '')}`);
  return { broker, store, person, logto, attempts, requests, lines };
}

const denied = () => Promise.reject(new AccountError('verification-required', 'verification_record.permission_denied'));

describe('the step-up broker', () => {
  it('gives an action a record that Logto accepts', async () => {
    const { broker, logto } = await aBroker();
    const id = await broker.run(async (verification) => verification);
    assert.equal(id, logto.tenant.verificationRecords[0]!.id);
  });

  it('gives the second action the same record, without asking again', async () => {
    const { broker, attempts, lines } = await aBroker();
    const first = await broker.run(async (verification) => verification);
    const second = await broker.run(async (verification) => verification);
    assert.equal(first, second);
    assert.equal(attempts.length, 1);
    assert.deepEqual(lines(), ['POST verifications/password']);
  });

  it('returns the action’s result, and passes on its errors', async () => {
    const { broker } = await aBroker();
    assert.equal(await broker.run(async () => 7), 7);
    const error = new AccountError('rejected', 'user.username_already_in_use');
    await assert.rejects(
      broker.run(() => Promise.reject(error)),
      error,
    );
  });

  it('keeps the record if the action fails for another reason', async () => {
    const { broker, attempts } = await aBroker();
    await assert.rejects(broker.run(() => Promise.reject(new AccountError('network'))));
    await broker.run(async () => undefined);
    assert.equal(attempts.length, 1);
  });

  it('reads the account and asks once more if Logto rejects the record, and runs the action twice in all', async () => {
    const { broker, attempts, lines } = await aBroker();
    const given: string[] = [];
    const result = await broker.run(async (verification) => {
      given.push(verification);
      return given.length === 1 ? denied() : 'done';
    });
    assert.equal(result, 'done');
    assert.equal(new Set(given).size, 2);
    assert.deepEqual(
      attempts.map(({ wasRefused }) => wasRefused),
      [false, true],
    );
    assert.deepEqual(lines(), ['POST verifications/password', 'GET my-account', 'POST verifications/password']);
  });

  it('gives up after the second rejection, and drops that record, too', async () => {
    const { broker, attempts, lines } = await aBroker();
    let runs = 0;
    const run = broker.run(() => {
      runs += 1;
      return denied();
    });
    assert.equal(await failureOf(run), 'verification-required verification_record.permission_denied');
    assert.deepEqual([runs, attempts.length, lines().length], [2, 2, 3]);
    await broker.run(async () => undefined);
    assert.equal(attempts.length, 3);
  });

  it('asks once for simultaneous actions, and rejects all if the user cancels', async () => {
    const { broker, attempts } = await aBroker({
      present: async (attempt) => void setTimeout(() => attempt.cancel(), 10),
    });
    let runs = 0;
    const all = [1, 2, 3].map(() => failureOf(broker.run(async () => void (runs += 1))));
    assert.deepEqual(await Promise.all([...all, failureOf(broker.verify())]), Array(4).fill('aborted aborted'));
    assert.deepEqual([attempts.length, runs], [1, 0]);
  });

  it('asks again after the user has canceled', async () => {
    let isWilling = false;
    const { broker, attempts } = await aBroker({
      present: async (attempt) => (isWilling ? attempt.verifyPassword(password) : attempt.cancel()),
    });
    await assert.rejects(broker.verify());
    isWilling = true;
    await broker.verify();
    assert.equal(attempts.length, 2);
  });

  it('rejects if there is no one to ask, and asks the next time', async () => {
    let isBroken = true;
    const { broker } = await aBroker({
      present: async (attempt) => {
        if (isBroken) throw new AccountError('network', 'module_not_loaded');
        await attempt.verifyPassword(password);
      },
    });
    assert.equal(await failureOf(broker.verify()), 'network module_not_loaded');
    isBroken = false;
    await broker.verify();
  });

  it('asks no one after sign-out', async () => {
    const { store, broker, attempts } = await aBroker();
    store.setSignedOut();
    assert.equal(await failureOf(broker.verify()), 'aborted aborted');
    assert.equal(await failureOf(broker.run(async () => undefined)), 'aborted aborted');
    assert.equal(attempts.length, 0);
  });

  it('does not run the action twice if the account cannot be read after a rejection', async () => {
    const { broker, logto, store } = await aBroker();
    let runs = 0;
    logto.intercept((request) => (request.method === 'GET' ? Response.error() : undefined));
    const run = broker.run(() => {
      runs += 1;
      return denied();
    });
    assert.equal(await failureOf(run), 'network network');
    assert.deepEqual([runs, store.state.status], [1, 'ready']);
  });

  it('drops its records on request', async () => {
    const { broker, attempts } = await aBroker();
    await broker.verify();
    broker.forget();
    await broker.verify();
    assert.equal(attempts.length, 2);
  });

  it('cancels a running attempt with the given reason on request, and asks again the next time', async () => {
    let isGone = true;
    const { broker, attempts } = await aBroker({
      present: async (attempt) => (isGone ? undefined : attempt.verifyPassword(password)),
    });
    const both = [broker.verify(), broker.run(async () => 'done')].map(failureOf);
    while (attempts.length === 0) await new Promise(setImmediate);
    broker.giveUp(new AccountError('signed-out'));
    assert.deepEqual(await Promise.all(both), ['signed-out signed-out', 'signed-out signed-out']);
    await attempts[0]!.ended;
    isGone = false;
    await broker.verify();
    broker.giveUp(new AccountError('aborted')); // there is nothing to give up
    assert.equal(attempts.length, 2);
  });

  it('starts no attempt for a user who signed out while it was loaded', async () => {
    const { person, store } = await aBroker();
    const presented: VerificationAttempt[] = [];
    const stepUp = new StepUpOnDemand(async (attempt) => void presented.push(attempt));
    const failed = failureOf(stepUp.verify(person));
    store.setSignedOut();
    assert.equal(await failed, 'aborted aborted');
    assert.deepEqual(presented, []);
  });
});

describe('an action that needs verification only if the user has a way to verify', () => {
  const alone = () => new FakeLogto({ users: [aUser({ id: 'ada1815love1' })] });

  it('runs immediately for a user without any', async () => {
    const { broker, attempts } = await aBroker({ logto: alone() });
    assert.equal(await broker.runIfGuarded(async (verification) => verification ?? 'without'), 'without');
    assert.equal(attempts.length, 0);
  });

  it('rejects with instructions if the action always needs verification', async () => {
    const { broker, attempts } = await aBroker({ logto: alone() });
    assert.equal(await failureOf(broker.run(denied)), 'verification-required no_verification_method');
    assert.equal(attempts.length, 0);
  });

  it('asks every other user', async () => {
    const { broker, attempts } = await aBroker();
    assert.equal(typeof (await broker.runIfGuarded(async (verification) => verification)), 'string');
    assert.equal(attempts.length, 1);
  });

  it('asks a user who has gained a way to verify meanwhile', async () => {
    const logto = alone();
    const { broker, attempts } = await aBroker({ logto });
    logto.tenant.users[0]!.password = password;
    const given: unknown[] = [];
    await broker.runIfGuarded(async (verification) => {
      given.push(verification);
      if (!verification) await denied();
    });
    assert.deepEqual([given.length, given[0], attempts.length], [2, undefined, 1]);
  });

  it('an action is not retried after any other error', async () => {
    const { broker } = await aBroker({ logto: alone() });
    let runs = 0;
    const run = broker.runIfGuarded(() => {
      runs += 1;
      return Promise.reject(new AccountError('rejected', 'password.rejected'));
    });
    assert.equal(await failureOf(run), 'rejected password.rejected');
    assert.equal(runs, 1);
  });
});

describe('verification for the page’s layer', () => {
  const withoutMethods = () => [aUser({ id: 'ada1815love1', username: 'ada' })];
  const signIn = { idToken: 'a.b.c' };
  const findFreshSignIn = async () => signIn;
  const tooOld = () => Promise.reject(new AccountError('rejected', 'sign_in.not_recent'));

  it('is a record for users who can have one', async () => {
    const { broker, logto } = await aBroker({ findFreshSignIn });
    assert.equal(await broker.runForLayer(async (proof) => proof), logto.tenant.verificationRecords[0]!.id);
  });

  it('is the last sign-in for users who cannot', async () => {
    const { broker, attempts } = await aBroker({ users: withoutMethods(), findFreshSignIn });
    await broker.verifyForLayer();
    assert.equal(await broker.runForLayer(async (proof) => proof), signIn);
    assert.equal(attempts.length, 0);
  });

  it('is never a sign-in for Logto itself', async () => {
    const { broker } = await aBroker({ users: withoutMethods(), findFreshSignIn });
    assert.equal(
      await failureOf(broker.run(async (verification) => verification)),
      'verification-required no_verification_method',
    );
  });

  it('is another sign-in if the last one is too old for the page or the layer', async () => {
    const old = await aBroker({ users: withoutMethods(), findFreshSignIn: async () => undefined });
    assert.equal(await failureOf(old.broker.verifyForLayer()), 'verification-required sign_in_again');
    assert.equal(await failureOf(old.broker.runForLayer(tooOld)), 'verification-required sign_in_again');
    const refused = await aBroker({ users: withoutMethods(), findFreshSignIn });
    assert.equal(await failureOf(refused.broker.runForLayer(tooOld)), 'verification-required sign_in_again');
  });

  it('cannot be a sign-in if the session has no ID token', async () => {
    const { broker } = await aBroker({ users: withoutMethods() });
    assert.equal(await failureOf(broker.verifyForLayer()), 'verification-required no_verification_method');
    const { broker: other } = await aBroker();
    assert.equal(await failureOf(other.runForLayer(tooOld)), 'rejected sign_in.not_recent');
  });

  it('is a record for a user who has set a password meanwhile', async () => {
    const { broker, logto } = await aBroker({ users: withoutMethods(), findFreshSignIn });
    const proofs: LayerProof[] = [];
    await broker.runForLayer(async (proof) => {
      proofs.push(proof);
      if (proofs.length > 1) return undefined;
      logto.tenant.users[0]!.password = password;
      return denied();
    });
    assert.deepEqual(proofs, [signIn, logto.tenant.verificationRecords[0]!.id]);
  });
});
