import { expect } from '@open-wc/testing';

import { mount } from '../helpers/mount.js';
import { textOf } from '../helpers/read.js';
import {
  aClock,
  alertsIn,
  answerWith,
  whenDialogClosed,
  dialogs,
  enter,
  errorsHeard,
  giveThePassword,
  labelled,
  linesOf,
  openForm,
  openPage,
  openTag,
  passTime,
  press,
  refusal,
  whenIdle,
  statusOf,
  theDialog,
  type CredentialOptions,
} from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const minute = 60_000;

async function ask(tag: HTMLElement, name = 'countess') {
  enter(await openForm(tag), 'Username', name);
  press(tag, 'Save');
}

/** A username tag whose user has proved who they are a moment ago. */
async function proved(options: CredentialOptions = {}) {
  const page = await openTag('logto-username', { withDialog: true, ...options });
  const verified = page.provider.verify();
  await giveThePassword();
  await verified;
  page.logto.requests.length = page.sent.length = 0;
  return page;
}

const refuse = () => refusal(401, 'verification_record.permission_denied');
const explanation = 'Confirm once more. If you type an address or a number, it must be the one on your account.';

describe('a completed step-up verification', () => {
  it('covers the next actions without a dialog or another request', async () => {
    const { tag, logto, sent } = await proved();
    await ask(tag);
    await whenIdle(tag);
    expect(linesOf(logto.requests)).to.deep.equal(['PATCH /api/my-account']);
    await ask(tag, 'ada');
    await whenIdle(tag);
    expect(linesOf(logto.requests)).to.deep.equal(['PATCH /api/my-account', 'PATCH /api/my-account']);
    expect(new Set(sent.map(({ verification }) => verification)).size).to.equal(1);
    expect(dialogs()).to.deep.equal([]);
  });

  it('is valid for nine minutes, but not for ten', async () => {
    const { tag, provider, user } = await proved();
    passTime(9 * minute);
    await provider.verify();
    expect(dialogs()).to.deep.equal([]);
    passTime(minute);
    await ask(tag);
    expect(textOf(await theDialog())).not.to.contain(explanation);
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  it('is dropped if the device’s clock was set back, since its age is unknown', async () => {
    const { provider, sent } = await proved();
    passTime(-minute);
    const verified = provider.verify();
    await giveThePassword();
    await verified;
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password']);
  });

  it('is valid from when a code was sent, not from when it was entered', async () => {
    const { provider, logto } = await openPage('', { withDialog: true, user: { password: null } });
    const verified = provider.verify();
    const dialog = await theDialog();
    press(dialog, 'With a code by email to ada@example.com');
    await waitUntil(() => textOf(dialog).includes('Enter the code'));
    passTime(5 * minute);
    enter(dialog, 'Code', logto.outbox[0]!.code);
    press(dialog, 'Confirm');
    await whenDialogClosed();
    await verified;
    passTime(4 * minute);
    await provider.verify();
    passTime(minute);
    provider.verify().catch(() => undefined);
    press(await theDialog(), 'Cancel');
    await whenDialogClosed();
  });

  it('is requested once more with a reason if Logto has dropped it, and the action runs once', async () => {
    const { clock, advance } = aClock();
    const { tag, logto, user, sent } = await proved({ clock });
    advance(11 * minute);
    await ask(tag);
    const dialog = await theDialog();
    expect(textOf(dialog)).to.contain(explanation);
    await expect(dialog).to.be.accessible();
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
    expect(statusOf(tag)).to.equal('Username saved.');
    expect(linesOf(logto.requests)).to.deep.equal([
      'PATCH /api/my-account', // refused
      'GET /api/my-account',
      'POST /api/verifications/password',
      'PATCH /api/my-account',
    ]);
    const [first, , last] = sent;
    expect(last!.verification).not.to.equal(first!.verification);
  });

  it('shows an error instead of asking a third time if Logto rejects the second one, too', async () => {
    const { tag, logto } = await proved();
    const errors = errorsHeard();
    answerWith(logto, /^PATCH/, refuse);
    await ask(tag);
    await giveThePassword();
    await whenIdle(tag);
    await pause(100);
    expect(dialogs()).to.deep.equal([]);
    expect(alertsIn(tag)).to.deep.equal([
      'This could not be confirmed. Sign out, sign in again, and then try once more.',
    ]);
    expect(errors.kinds()).to.deep.equal(['verification-required']);
    expect(labelled(tag, 'Username').value).to.equal('countess');
    expect(linesOf(logto.requests)).to.deep.equal([
      'PATCH /api/my-account',
      'GET /api/my-account',
      'POST /api/verifications/password',
      'PATCH /api/my-account',
    ]);
    await expect(tag).to.be.accessible();
  });

  it('is requested again if the user retries after a rejection', async () => {
    const { tag, logto, user } = await proved();
    const recover = answerWith(logto, /^PATCH/, refuse);
    await ask(tag);
    await giveThePassword();
    await whenIdle(tag);
    recover();
    press(tag, 'Save');
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  it('shows a network error if the account cannot be read after a rejection', async () => {
    const { tag, logto } = await proved();
    answerWith(logto, /^PATCH/, refuse);
    answerWith(logto, /^GET/, () => Response.error());
    await ask(tag);
    await whenIdle(tag);
    expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
    expect(dialogs()).to.deep.equal([]);
  });

  it('offers the account’s current methods after a rejection', async () => {
    const { tag, user, logto } = await proved();
    answerWith(logto, /^PATCH/, refuse);
    user.password = null;
    user.primaryEmail = 'ada@new.example';
    await ask(tag);
    expect(textOf(await theDialog())).to.contain('With a code by email to ada@new.example');
  });

  it('a verification is dropped on sign-out', async () => {
    const { provider, logto, tag } = await proved();
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect(provider.status).to.equal('signed-out');
    logto.tenant.users[0]!.isSuspended = false;
    await provider.refresh();
    await ask(tag);
    await pause(200);
    expect(dialogs()).to.have.lengthOf(1);
  });
});

describe('a step-up dialog that is no longer needed', () => {
  it('closes when the session ends, and cancels what waited for it', async () => {
    const { provider, logto } = await openPage('', { withDialog: true });
    const verified = provider.verify().catch(({ kind }: { kind: string }) => kind);
    await theDialog();
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh();
    expect(await Promise.race([verified, pause(500)])).to.match(/aborted|signed-out/);
    expect(dialogs()).to.deep.equal([]);
  });

  it('closes when the provider leaves the page, and can be opened again in another one', async () => {
    const { provider, logto, sent } = await openPage('', { withDialog: true });
    provider.verify().catch(() => undefined);
    await theDialog();
    const at = provider.endpoint!;
    provider.remove();
    await waitUntil(() => dialogs().length === 0, 'The dialog is still open.');
    const next = await mount('', { logto, at });
    const verified = next.provider.verify();
    await giveThePassword();
    await verified;
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password']);
  });
});
