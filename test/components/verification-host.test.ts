import { expect } from '@open-wc/testing';

import type { AccountError } from '../../src/api/account-error.js';
import { aUser } from '../fake-logto/users.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { pause } from '../helpers/wait-until.js';
import { nextEvent } from '../helpers/next-event.js';
import {
  adasPassword,
  alertsIn,
  answerWith,
  dialogs,
  enter,
  errorsHeard,
  giveThePassword,
  labelled,
  lastCode,
  linesOf,
  openForm,
  openPage,
  openTag,
  press,
  refusal,
  whenIdle,
  writesIn,
  wrongCode,
  type CredentialOptions,
} from './credential-page.js';

/** A page that brings its own dialog: gives the attempt, after an action has asked. */
async function withOwnDialog(options: CredentialOptions = {}) {
  const page = await openTag('logto-username', { withDialog: true, ...options });
  const required = nextEvent(document, 'logto-verification-required');
  document.addEventListener('logto-verification-required', (event) => event.preventDefault(), { once: true });
  enter(await openForm(page.tag), 'Username', 'countess');
  press(page.tag, 'Save');
  const event = await required;
  return { ...page, event, attempt: event.attempt };
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    ({ kind, code }: AccountError) => `${kind} ${code}`,
  );

describe('provider.verify()', () => {
  it('opens the dialog, resolves after verification, and opens no dialog the next time', async () => {
    const { provider, sent } = await openPage('', { withDialog: true });
    const verified = provider.verify();
    await giveThePassword();
    expect(await verified).to.equal(undefined);
    await provider.verify();
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password']);
  });

  it('resolves for two callers with one dialog', async () => {
    const { provider, sent } = await openPage('', { withDialog: true });
    const both = Promise.all([provider.verify(), provider.verify()]);
    await giveThePassword();
    await both;
    expect(sent).to.have.lengthOf(1);
  });

  it('rejects if no one is signed in or the account has not loaded', async () => {
    const { provider } = await openPage('', { withDialog: true, signedOut: true });
    expect(await failure(provider.verify())).to.equal('signed-out signed-out');
    expect(await failure(document.createElement('logto-account-provider').verify())).to.equal('signed-out signed-out');
  });

  it('rejects for a user without any way to verify', async () => {
    const logto = new FakeLogto({ users: [aUser({ id: 'u' })] });
    const { provider } = await openPage('', { logto, userId: 'u', withDialog: true });
    expect(await failure(provider.verify())).to.equal('verification-required no_verification_method');
    expect(dialogs()).to.deep.equal([]);
  });
});

describe('a page that calls preventDefault() on logto-verification-required', () => {
  it('receives the user’s methods, and no dialog opens', async () => {
    const { event, attempt } = await withOwnDialog();
    expect(event.target).to.have.property('localName', 'logto-account-provider');
    expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
    expect(attempt.methods).to.deep.equal([
      { type: 'password' },
      { type: 'email', value: 'ada@example.com' },
      { type: 'phone', value: '12025550123' },
    ]);
    expect(attempt.wasRefused).to.equal(false);
    await pause(200);
    expect(document.querySelector('dialog')).to.equal(null);
    attempt.cancel();
  });

  it('can verify a password, after a wrong one', async () => {
    const { attempt, tag, user, sent } = await withOwnDialog();
    expect(await failure(attempt.verifyPassword('wrong'))).to.equal('rejected session.invalid_credentials');
    await attempt.verifyPassword(adasPassword);
    await attempt.ended;
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('can verify a code, after a wrong one', async () => {
    const { attempt, tag, user, logto } = await withOwnDialog();
    expect(await failure(attempt.verifyCode('123456'))).to.equal('rejected verification_code.not_found');
    await attempt.sendCode({ type: 'email', value: 'ada@example.com' });
    expect(await failure(attempt.verifyCode(wrongCode(logto)))).to.equal('rejected verification_code.code_mismatch');
    await attempt.verifyCode(lastCode(logto));
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  it('can cancel the attempt without an error', async () => {
    const { attempt, tag, sent } = await withOwnDialog();
    const errors = errorsHeard();
    attempt.cancel();
    await attempt.ended;
    await whenIdle(tag);
    expect(labelled(tag, 'Username').value).to.equal('countess');
    expect(alertsIn(tag)).to.deep.equal([]);
    expect(errors.kinds()).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
  });

  it('learns that Logto has rejected the verification, and which methods are available now', async () => {
    const { attempt, tag, user, logto } = await withOwnDialog();
    user.primaryPhone = null;
    const recover = answerWith(logto, /^PATCH/, () => refusal(401, 'verification_record.permission_denied'));
    const again = nextEvent(document, 'logto-verification-required');
    document.addEventListener('logto-verification-required', (event) => event.preventDefault(), { once: true });
    await attempt.verifyPassword(adasPassword);
    const { attempt: second } = await again;
    expect(second.wasRefused).to.equal(true);
    expect(second.methods.map(({ type }) => type)).to.deep.equal(['password', 'email']);
    recover();
    await second.verifyPassword(adasPassword);
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });
});

describe('a verification attempt', () => {
  it('exposes no record id', async () => {
    const said = listenToConsole();
    const { attempt, event, logto, tag } = await withOwnDialog();
    await attempt.sendCode({ type: 'email', value: 'ada@example.com' });
    const answers: unknown[] = [await attempt.verifyCode(lastCode(logto)), await attempt.ended];
    await whenIdle(tag);
    const ids = logto.tenant.verificationRecords.map(({ id }) => id);
    expect(ids).to.have.lengthOf(1);
    const told = [attempt, event, ...answers].flatMap((each) => stringsIn(each)).join('\n');
    console.log(attempt, event);
    for (const secret of [...ids, lastCode(logto)]) {
      expect(told).not.to.contain(secret);
      expect(JSON.stringify([attempt, event])).not.to.contain(secret);
      expect(JSON.stringify(said.lines)).not.to.contain(secret);
    }
    expect(Object.keys(attempt).sort()).to.deep.equal(['ended', 'methods', 'reason', 'wasRefused']);
  });
});

/** All texts that can be reached from a value by its own and inherited fields; not those of the page's elements. */
function stringsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'function') return [String(value)];
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (value instanceof Node || value instanceof Window || seen.has(value)) return [];
  seen.add(value);
  const names = new Set<string | symbol>();
  for (let level: object | null = value; level && level !== Object.prototype; level = Object.getPrototypeOf(level))
    for (const name of Reflect.ownKeys(level)) names.add(name);
  return [...names].flatMap((name) => [String(name), ...stringsIn(Reflect.get(value, name), seen)]);
}
