import { expect, waitUntil } from '@open-wc/testing';

import { AccountError } from '../../src/api/account-error.js';
import type { VerificationAttempt } from '../../src/verification/verification-attempt.js';
import { aUser } from '../fake-logto/users.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { nextEvent } from '../helpers/next-event.js';
import { namesOf, textOf } from '../helpers/read.js';
import {
  adasPassword,
  alertsIn,
  anEndpoint,
  answerWith,
  dialogGone,
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
  pause,
  press,
  pressIn,
  refusal,
  settle,
  theDialog,
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
  it('opens the dialog, resolves once the user has proved it, and opens none the next time', async () => {
    const { provider, sent } = await openPage('', { withDialog: true });
    const verified = provider.verify();
    await giveThePassword();
    expect(await verified).to.equal(undefined);
    await provider.verify();
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password']);
  });

  it('is told to two who ask at once', async () => {
    const { provider, sent } = await openPage('', { withDialog: true });
    const both = Promise.all([provider.verify(), provider.verify()]);
    await giveThePassword();
    await both;
    expect(sent).to.have.lengthOf(1);
  });

  it('rejects when nobody is signed in, and before there is an account', async () => {
    const { provider } = await openPage('', { withDialog: true, signedOut: true });
    expect(await failure(provider.verify())).to.equal('signed-out signed-out');
    expect(await failure(document.createElement('logto-account-provider').verify())).to.equal('signed-out signed-out');
  });

  it('rejects for a user who has nothing to prove it with', async () => {
    const logto = new FakeLogto({ users: [aUser({ id: 'u' })] });
    const { provider } = await openPage('', { logto, userId: 'u', withDialog: true });
    expect(await failure(provider.verify())).to.equal('verification-required no_verification_method');
    expect(dialogs()).to.deep.equal([]);
  });
});

describe('a page that prevents logto-verification-required', () => {
  it('sees what works for the user, and no dialog opens', async () => {
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

  it('takes a password, after a wrong one', async () => {
    const { attempt, tag, user, sent } = await withOwnDialog();
    expect(await failure(attempt.verifyPassword('wrong'))).to.equal('rejected session.invalid_credentials');
    await attempt.verifyPassword(adasPassword);
    await attempt.ended;
    await settle(tag);
    expect(user.username).to.equal('countess');
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('takes a code, after a wrong one', async () => {
    const { attempt, tag, user, logto } = await withOwnDialog();
    expect(await failure(attempt.verifyCode('123456'))).to.equal('rejected verification_code.not_found');
    await attempt.sendCode({ type: 'email', value: 'ada@example.com' });
    expect(await failure(attempt.verifyCode(wrongCode(logto)))).to.equal('rejected verification_code.code_mismatch');
    await attempt.verifyCode(lastCode(logto));
    await settle(tag);
    expect(user.username).to.equal('countess');
  });

  it('gives it up quietly', async () => {
    const { attempt, tag, sent } = await withOwnDialog();
    const errors = errorsHeard();
    attempt.cancel();
    await attempt.ended;
    await settle(tag);
    expect(labelled(tag, 'Username').value).to.equal('countess');
    expect(alertsIn(tag)).to.deep.equal([]);
    expect(errors.kinds()).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
  });

  it('learns that Logto has refused what was proved, and what works by now', async () => {
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
    await settle(tag);
    expect(user.username).to.equal('countess');
  });
});

describe('an attempt', () => {
  it('tells nobody the id of a record', async () => {
    const said = listenToConsole();
    const { attempt, event, logto, tag } = await withOwnDialog();
    await attempt.sendCode({ type: 'email', value: 'ada@example.com' });
    const answers: unknown[] = [await attempt.verifyCode(lastCode(logto)), await attempt.ended];
    await settle(tag);
    const ids = logto.tenant.verificationRecords.map(({ id }) => id);
    expect(ids).to.have.lengthOf(1);
    const told = [attempt, event, ...answers].flatMap((each) => wordsIn(each)).join('\n');
    console.log(attempt, event);
    for (const secret of [...ids, lastCode(logto)]) {
      expect(told).not.to.contain(secret);
      expect(JSON.stringify([attempt, event])).not.to.contain(secret);
      expect(JSON.stringify(said.lines)).not.to.contain(secret);
    }
    expect(Object.keys(attempt as VerificationAttempt).sort()).to.deep.equal(['ended', 'methods', 'wasRefused']);
  });
});

/** All texts that can be reached from a value by its own and inherited fields; not those of the page's elements. */
function wordsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === 'function') return [String(value)];
  if (typeof value !== 'object' || value === null) return [String(value)];
  if (value instanceof Node || value instanceof Window || seen.has(value)) return [];
  seen.add(value);
  const names = new Set<string | symbol>();
  for (let level: object | null = value; level && level !== Object.prototype; level = Object.getPrototypeOf(level))
    for (const name of Reflect.ownKeys(level)) names.add(name);
  return [...names].flatMap((name) => [String(name), ...wordsIn(Reflect.get(value, name), seen)]);
}

describe('a user whose password, email and phone are hidden by the tenant', () => {
  const fields = { password: 'Off', email: 'Off', phone: 'Off' } as const;

  async function asked(options: CredentialOptions = {}) {
    const page = await openTag('logto-username', { fields, withDialog: true, ...options });
    enter(await openForm(page.tag), 'Username', 'countess');
    press(page.tag, 'Save');
    return { ...page, dialog: await theDialog() };
  }

  it('may use a password', async () => {
    const { tag, user } = await asked();
    await giveThePassword();
    await settle(tag);
    expect(user.username).to.equal('countess');
  });

  for (const [way, label, type, typed, address] of [
    ['With a code by email', 'The email address of your account', 'email', ' ada@example.com ', 'ada@example.com'],
    [
      'With a code by text message',
      'The phone number of your account, with country code',
      'tel',
      '+1 (202) 555-0123',
      '12025550123',
    ],
  ] as const)
    it(`may type the address and get the code there: ${type}`, async () => {
      const { tag, dialog, user, logto } = await asked();
      await pressIn(dialog, 'Use another way');
      expect(namesOf(dialog, 'button').slice(0, 3)).to.deep.equal([
        'With your password',
        'With a code by email',
        'With a code by text message',
      ]);
      await pressIn(dialog, way);
      const input = labelled(dialog, label);
      expect([input.type, input.autocomplete, input.inputMode]).to.deep.equal([type, type, type]);
      expect(document.activeElement).to.equal(input);
      await expect(dialog).to.be.accessible();
      await pressIn(dialog, 'Send code');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      await expect(dialog).to.be.accessible();
      enter(dialog, label, typed);
      await pressIn(dialog, 'Send code');
      expect(logto.outbox.map(({ to }) => to)).to.deep.equal([address]);
      enter(dialog, 'Code', lastCode(logto));
      press(dialog, 'Confirm');
      await dialogGone();
      await settle(tag);
      expect(user.username).to.equal('countess');
    });

  it('learns after the code that an address was not theirs, and may try another way', async () => {
    const { tag, dialog, user, logto } = await asked();
    await pressIn(dialog, 'Use another way');
    await pressIn(dialog, 'With a code by email');
    enter(dialog, 'The email address of your account', 'else@example.com');
    await pressIn(dialog, 'Send code');
    enter(dialog, 'Code', lastCode(logto));
    press(dialog, 'Confirm');
    await waitUntil(() => textOf(document.querySelector('dialog') ?? document.body).includes('That was not enough'));
    await giveThePassword();
    await settle(tag);
    expect(user.username).to.equal('countess');
  });

  it.skip('learns at once that what was typed is no address', async () => {
    const { dialog } = await asked();
    await pressIn(dialog, 'Use another way');
    await pressIn(dialog, 'With a code by email');
    enter(dialog, 'The email address of your account', 'ada');
    await pressIn(dialog, 'Send code');
    expect(textOf(dialog)).to.contain('Enter a full email address, such as name@example.com.');
  });

  it('does not see what another tenant of the page hides', async () => {
    const open = await openPage('', { withDialog: true, at: anEndpoint() });
    const verified = open.provider.verify();
    await giveThePassword();
    await verified;
    const { dialog } = await asked();
    expect(textOf(dialog)).not.to.contain('ada@example.com');
  });
});
