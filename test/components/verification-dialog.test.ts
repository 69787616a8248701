import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { sendKeys } from '@web/test-runner-commands';

import type { AccountError } from '../../src/api/account-error.js';
import { aUser } from '../fake-logto/users.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { eventsOf } from '../helpers/next-event.js';
import { byRole, namesOf, textOf } from '../helpers/read.js';
import {
  adasPassword,
  alertsIn,
  whenDialogClosed,
  dialogs,
  enter,
  giveThePassword,
  isOpen,
  labelled,
  linesOf,
  openForm,
  openPage,
  openTag,
  press,
  pressInDialog,
  whenIdle,
  statusOf,
  theDialog,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

async function fill(tag: HTMLElement, label: string, value: string, then: string) {
  enter(await openForm(tag), label, value);
  press(tag, then);
}

async function changingUsername(options: CredentialOptions = {}) {
  const page = await openTag('logto-username', { withDialog: true, ...options });
  await fill(page.tag, 'Username', 'countess', 'Save');
  return { ...page, dialog: await theDialog() };
}

describe('the step-up dialog', () => {
  it('is modal, has a name and a description, and the focus in its field', async () => {
    const { dialog, provider } = await changingUsername();
    expect(dialog.parentElement).to.equal(provider);
    expect(dialog.matches(':modal')).to.equal(true);
    expect(namesOf(provider, 'dialog')).to.deep.equal(['Confirm it’s you']);
    expect(dialog.getAttribute('aria-describedby')).not.to.equal(null);
    expect(textOf(document.getElementById(dialog.getAttribute('aria-describedby')!)!)).to.equal(
      'This keeps your account safe. You will not be asked again for the next few minutes.',
    );
    expect(dialog.contains(document.activeElement)).to.equal(true);
    await expect(dialog).to.be.accessible();
  });

  it('accepts the password immediately', async () => {
    const { dialog } = await changingUsername();
    expect(document.activeElement).to.equal(labelled(dialog, 'Password'));
  });

  it('returns the focus to where it was', async () => {
    const { tag } = await openTag('logto-username', { withDialog: true });
    const form = await openForm(tag);
    enter(form, 'Username', 'countess');
    await sendKeys({ press: 'Enter' });
    await theDialog();
    await sendKeys({ press: 'Escape' });
    await whenDialogClosed();
    expect(document.activeElement).to.equal(labelled(form, 'Username'));
  });

  it('leaves nothing pending when Escape closes it, so the next Enter opens it again', async () => {
    const { tag, dialog } = await changingUsername();
    dialog.dispatchEvent(new Event('cancel')); // what the browser does first
    await whenDialogClosed();
    press(tag, 'Save');
    expect((await theDialog()).open).to.equal(true);
  });

  it('closes with Cancel, too, and can be opened again', async () => {
    const { tag, dialog, sent, user } = await changingUsername();
    await pressInDialog(dialog, 'Cancel');
    await whenDialogClosed();
    expect(isOpen(tag)).to.equal(true);
    press(tag, 'Save');
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('reports cancellation only to the caller', async () => {
    const { provider } = await openPage('', { withDialog: true });
    const errors = eventsOf(document, 'logto-error');
    const verified = provider.verify().catch((cause: AccountError) => cause);
    press(await theDialog(), 'Cancel');
    expect(await verified).to.include({ name: 'AccountError', kind: 'aborted' });
    expect(errors).to.deep.equal([]);
  });

  it('says that a password is wrong, keeps it in the field, and then accepts the right one', async () => {
    const { tag, dialog, user, sent } = await changingUsername();
    enter(dialog, 'Password', 'Walnut-Lamp!72');
    await pressInDialog(dialog, 'Confirm');
    expect(alertsIn(dialog)).to.deep.equal(['That password is incorrect. Check it and try again.']);
    expect(labelled(dialog, 'Password').value).to.equal('Walnut-Lamp!72');
    expect(writesIn(sent)).to.deep.equal([]);
    await expect(dialog).to.be.accessible();
    enter(dialog, 'Password', adasPassword);
    await waitUntil(() => alertsIn(dialog).length === 0);
    press(dialog, 'Confirm');
    await whenDialogClosed();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
    expect(statusOf(tag)).to.equal('Username saved.');
  });

  it('requires a password, without a request', async () => {
    const { dialog, sent } = await changingUsername();
    await pressInDialog(dialog, 'Confirm');
    expect(textOf(dialog)).to.contain('Password is required.');
    expect(labelled(dialog, 'Password').getAttribute('aria-invalid')).to.equal('true');
    expect(sent).to.deep.equal([]);
    await expect(dialog).to.be.accessible();
  });

  it('says that verification is locked after too many wrong passwords', async () => {
    const { dialog } = await changingUsername({ signInExperience: { sentinelPolicy: { maxAttempts: 2 } } });
    for (const wrong of ['one', 'two']) {
      enter(dialog, 'Password', wrong);
      await pressInDialog(dialog, 'Confirm');
    }
    expect(alertsIn(dialog)).to.deep.equal([
      'Too many failed attempts. For your safety, this is locked for a while. Try again later.',
    ]);
    await expect(dialog).to.be.accessible();
  });

  it('sends a password once, however often Enter is pressed, and shows progress', async () => {
    const { dialog, logto, sent } = await changingUsername();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    logto.intercept(async () => void (await answered));
    enter(dialog, 'Password', adasPassword);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    const working = byRole(dialog, 'button', 'One moment…');
    working.click();
    expect(working.getAttribute('aria-disabled')).to.equal('true');
    await expect(dialog).to.be.accessible();
    answer();
    await whenDialogClosed();
    expect(linesOf(sent).filter((line) => line.includes('verifications'))).to.have.lengthOf(1);
  });

  it('keeps spaces in the password', async () => {
    const { dialog, user, sent } = await changingUsername({ user: { password: '  two spaces ' } });
    enter(dialog, 'Password', '  two spaces ');
    press(dialog, 'Confirm');
    await whenDialogClosed();
    await waitUntil(() => user.username === 'countess');
    expect(sent[0]!.body).to.deep.equal({ password: '  two spaces ' });
  });

  it('offers the user’s methods, the password first', async () => {
    const { dialog } = await changingUsername();
    await pressInDialog(dialog, 'Use another way');
    expect(namesOf(dialog, 'button')).to.deep.equal([
      'With your password',
      'With a code by email to ada@example.com',
      'With a code by text message to +12025550123',
      'Cancel',
    ]);
    expect(dialog.contains(document.activeElement)).to.equal(true);
    await expect(dialog).to.be.accessible();
    await pressInDialog(dialog, 'With your password');
    expect(document.activeElement).to.equal(labelled(dialog, 'Password'));
  });

  it('offers no other way if the password is the only method', async () => {
    const { dialog } = await changingUsername({ user: { primaryEmail: null, primaryPhone: null } });
    expect(namesOf(dialog, 'button')).to.deep.equal(['Show password', 'Confirm', 'Cancel']);
  });

  it('offers a choice to a user without a password', async () => {
    const { dialog } = await changingUsername({ user: { password: null } });
    expect(namesOf(dialog, 'button')).to.deep.equal([
      'With a code by email to ada@example.com',
      'With a code by text message to +12025550123',
      'Cancel',
    ]);
    expect(dialog.contains(document.activeElement)).to.equal(true);
    await expect(dialog).to.be.accessible();
  });

  it('does not open for a user without any method, who sees what to do', async () => {
    const logto = new FakeLogto({ users: [aUser({ id: 'u', username: 'ada' })] });
    const { tag, sent } = await openTag('logto-username', { logto, userId: 'u', withDialog: true });
    await fill(tag, 'Username', 'countess', 'Save');
    await whenIdle(tag);
    expect(dialogs()).to.deep.equal([]);
    expect(sent).to.deep.equal([]);
    expect(alertsIn(tag)).to.deep.equal(['To do this, set a password first.']);
    expect(labelled(tag, 'Username').value).to.equal('countess');
    await expect(tag).to.be.accessible();
  });

  it('shows the password on request, and hides it again', async () => {
    const { dialog } = await changingUsername();
    const toggle = byRole(dialog, 'button', 'Show password');
    toggle.click();
    expect([labelled(dialog, 'Password').type, toggle.getAttribute('aria-pressed')]).to.deep.equal(['text', 'true']);
    await expect(dialog).to.be.accessible();
    toggle.click();
    expect([labelled(dialog, 'Password').type, toggle.getAttribute('aria-pressed')]).to.deep.equal([
      'password',
      'false',
    ]);
  });

  it('works in a provider within another element’s shadow root', async () => {
    const { provider } = await openPage(html`<logto-username></logto-username>`, { withDialog: true });
    const outer = document.createElement('div');
    provider.before(outer);
    outer.attachShadow({ mode: 'open' }).append(provider);
    const verified = provider.verify();
    await waitUntil(() => provider.querySelector('dialog[open]'));
    const dialog = provider.querySelector('dialog')!;
    expect(dialog.matches(':modal')).to.equal(true);
    expect(getComputedStyle(dialog).paddingTop).to.equal('24px');
    await expect(dialog).to.be.accessible();
    enter(dialog, 'Password', adasPassword);
    press(dialog, 'Confirm');
    await verified;
    await pause();
    expect(provider.querySelector('dialog')).to.equal(null);
    outer.remove();
  });
});
