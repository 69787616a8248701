import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';

import { patchAccount } from '../../src/api/account.js';
import { setPassword } from '../../src/api/password.js';
import { removePrimaryEmail } from '../../src/api/primary-identifiers.js';
import { statusOf } from '../../src/state/account-state.js';
import { AccountStore } from '../../src/state/account-store.js';
import { mfaVerifications } from '../../src/second-factors/second-factors.js';
import { StepUpBroker } from '../../src/verification/step-up-broker.js';
import { ada, FakeLogto, withTotp } from '../fake-logto/fake-logto.js';
import { aUser } from '../fake-logto/users.js';
import { deferred } from '../helpers/deferred.js';
import { aClient, failureOf, type ClientSetUp } from '../helpers/node-stand-in.js';

const charles = 'char1791babb';
const password = 'Walnut-Lamp!73';
let tenants = 0;
let endpoint: string;

// Proofs are remembered per endpoint, as long as the process lives.
beforeEach(() => void (endpoint = `https://people-${(tenants += 1)}.logto.example`));

/** Ada on the screen of a stand-in tenant, who proves who she is with her password when she is asked. */
async function adaOnScreen(setUp: ClientSetUp = {}) {
  const record = aClient({ endpoint, ...setUp });
  let asked = 0;
  const stepUp = new StepUpBroker(async (attempt) => {
    asked += 1;
    await attempt.verifyPassword(password);
  });
  const store = new AccountStore(record.client, async () => undefined, stepUp);
  await store.refresh();
  record.requests.length = 0;
  const lines = () =>
    record.requests.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/api/', '')}`);
  const userOf = (id: string) => record.logto.tenant.users.find((user) => user.id === id)!;
  return { ...record, store, person: store.person!, lines, userOf, asked: () => asked };
}

type Screen = Awaited<ReturnType<typeof adaOnScreen>>;

const rename = ({ person }: Pick<Screen, 'person'>, name: string) =>
  person.write('name', (client) => patchAccount(client, { name }));

const shown = ({ store }: Pick<Screen, 'store'>) => store.account?.id ?? store.state.status;

/** Waits until the account that was hidden is read again. */
const settled = async ({ store }: Pick<Screen, 'store'>) => {
  while (store.state.status === 'loading') await new Promise((resolve) => setTimeout(resolve, 5));
};

describe('a write on behalf of the current user', () => {
  it('sends one request with a token known to be the user’s', async () => {
    const screen = await adaOnScreen();
    await rename(screen, 'Ada King');
    await rename(screen, 'Ada Byron');
    assert.deepEqual(screen.lines(), ['PATCH my-account', 'PATCH my-account']);
  });

  it('checks the owner of a new token once, and is sent if it is the same user’s', async () => {
    const screen = await adaOnScreen();
    screen.become(ada);
    await Promise.all([rename(screen, 'Ada King'), rename(screen, 'Ada King')]);
    await rename(screen, 'Ada Byron');
    assert.deepEqual(screen.lines(), ['GET my-account', 'PATCH my-account', 'PATCH my-account', 'PATCH my-account']);
  });

  it('is not sent with another user’s token, and the other account is shown', async () => {
    const screen = await adaOnScreen();
    screen.become(charles);
    const heard: string[] = [];
    screen.store.subscribe(() => heard.push(screen.store.state.status));
    assert.equal(await failureOf(rename(screen, 'Countess')), 'aborted other_user');
    await settled(screen);
    assert.deepEqual(screen.lines(), ['GET my-account', 'GET my-account']);
    assert.equal(screen.userOf(charles).name, 'Charles Babbage');
    assert.equal(shown(screen), charles);
    assert.deepEqual([heard[0], heard.at(-1)], ['loading', 'ready']);
  });

  it('is not repeated with a token that was renewed as another user’s', async () => {
    const logto = new FakeLogto();
    const screen = await adaOnScreen({ logto, renew: () => logto.issueToken(charles) });
    for (const token of Object.values(logto.tenant.accessTokens)) token.expiresAt = 0;
    assert.equal(await failureOf(rename(screen, 'Countess')), 'aborted other_user');
    await settled(screen);
    assert.deepEqual(screen.lines().slice(0, 2), ['PATCH my-account', 'GET my-account']);
    assert.equal(screen.lines().filter((line) => line.startsWith('PATCH')).length, 1);
    assert.equal(screen.userOf(charles).name, 'Charles Babbage');
    assert.equal(shown(screen), charles);
  });

  it('is not sent if the token’s owner cannot be determined', async () => {
    let isDown = false;
    const screen = await adaOnScreen({ answer: () => (isDown ? Response.error() : undefined) });
    screen.become(charles);
    isDown = true;
    assert.equal(await failureOf(rename(screen, 'Countess')), 'network network');
    assert.deepEqual(screen.lines(), ['GET my-account']);
    assert.equal(shown(screen), ada);
  });

  it('does not run for the next user if it had to wait for its turn', async () => {
    const screen = await adaOnScreen();
    const slow = deferred<void>();
    const first = screen.person.serialize(() => slow.promise);
    const second = failureOf(screen.person.serialize(() => rename(screen, 'Countess')));
    await Promise.resolve();
    screen.become(charles);
    await screen.store.reset();
    slow.resolve();
    await first;
    assert.equal(await second, 'aborted aborted');
    assert.equal(
      screen.lines().some((line) => line.startsWith('PATCH')),
      false,
    );
  });

  it('does not show a late response to the next user', async () => {
    const slow = deferred<undefined>();
    const screen = await adaOnScreen({ answer: ({ method }) => (method === 'PATCH' ? slow.promise : undefined) });
    const saving = failureOf(rename(screen, 'Ada King').then((account) => screen.person.merge(account)));
    screen.become(charles);
    await screen.store.reset();
    const before = screen.store.state;
    slow.resolve(undefined);
    assert.equal(await saving, 'aborted aborted');
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(screen.store.state, before);
    assert.equal(shown(screen), charles);
  });
});

describe('a protected write', () => {
  it('does not ask another user to verify after a refusal', async () => {
    const screen = await adaOnScreen();
    await screen.person.verify();
    screen.logto.tenant.verificationRecords = [];
    screen.logto.intercept(({ method }) => {
      if (method === 'POST') screen.become(charles);
      return undefined;
    });
    const change = screen.person.write('password', (client, proof) => setPassword(client, 'typed-by-Ada!1', proof));
    assert.equal(await failureOf(change), 'aborted aborted');
    assert.equal(screen.asked(), 1);
    assert.notEqual(screen.userOf(charles).password, 'typed-by-Ada!1');
    assert.equal(shown(screen), charles);
  });

  it('does not set a first user’s password for another user without a password', async () => {
    const logto = new FakeLogto({ users: [aUser({ id: ada }), aUser({ id: charles })] });
    const screen = await adaOnScreen({ logto });
    screen.become(charles);
    const change = screen.person.write('password', (client, proof) => setPassword(client, 'typed-by-Ada!1', proof));
    assert.equal(await failureOf(change), 'aborted other_user');
    assert.equal(screen.userOf(charles).password, null);
  });

  it('does not verify one user’s password on behalf of another', async () => {
    const screen = await adaOnScreen();
    screen.become(charles);
    assert.equal(await failureOf(screen.person.verify()), 'aborted other_user');
    assert.equal(
      screen.lines().some((line) => line.includes('verifications')),
      false,
    );
  });
});

describe('the current person', () => {
  it('is the same object as long as the account is the same', async () => {
    const screen = await adaOnScreen();
    await screen.store.refresh();
    assert.equal(screen.store.person, screen.person);
    assert.equal(screen.person.signal.aborted, false);
  });

  it('ends with a sign-out, and its data are dropped', async () => {
    const screen = await adaOnScreen();
    withTotp(screen.userOf(ada));
    const list = screen.person.resources.get(mfaVerifications);
    await list.refresh();
    assert.equal(list.value?.length, 1);
    screen.store.setSignedOut();
    assert.deepEqual([screen.person.signal.aborted, list.value], [true, undefined]);
    assert.equal(await failureOf(rename(screen, 'X')), 'aborted aborted');
  });

  it('an older response does not replace the current person', async () => {
    const slow = deferred<undefined>();
    let isSlow = false;
    const screen = await adaOnScreen({
      async answer() {
        if (!isSlow) return undefined;
        isSlow = false;
        await slow.promise;
        return Response.json({ id: ada, name: 'Ada Lovelace' });
      },
    });
    isSlow = true;
    const reading = screen.store.refresh();
    await new Promise((resolve) => setTimeout(resolve, 5));
    screen.become(charles);
    await screen.store.reset();
    slow.resolve(undefined);
    await reading;
    assert.equal(shown(screen), charles);
  });

  it('is removed if the next user’s account cannot be read', async () => {
    let isDown = false;
    const screen = await adaOnScreen({ answer: () => (isDown ? new Response(null, { status: 500 }) : undefined) });
    isDown = true;
    screen.become(charles);
    await screen.store.reset();
    assert.equal(shown(screen), 'failed');
    assert.equal(JSON.stringify(screen.store.state).includes('Ada'), false);
  });

  it('is signed in again as soon as Logto has accepted a write', async () => {
    const screen = await adaOnScreen({ renew: (current) => current });
    for (const token of Object.values(screen.logto.tenant.accessTokens)) token.expiresAt = 0;
    assert.equal(await failureOf(rename(screen, 'Ada King')), 'signed-out auth.unauthorized');
    assert.equal(statusOf(screen.store.state), 'signed-out');
    screen.become(ada);
    await rename(screen, 'Ada King');
    assert.equal(statusOf(screen.store.state), 'ready');
    assert.equal(screen.store.person, screen.person);
  });

  it('has to verify again after the session has ended', async () => {
    const screen = await adaOnScreen({ renew: (current) => current });
    await screen.person.verify();
    for (const token of Object.values(screen.logto.tenant.accessTokens)) token.expiresAt = 0;
    await failureOf(rename(screen, 'Ada King'));
    screen.become(ada);
    await screen.person.write('email', removePrimaryEmail);
    assert.equal(screen.asked(), 2);
  });
});
