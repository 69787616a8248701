import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { aUser } from '../fake-logto/users.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import {
  adasPassword,
  alertsIn,
  answerWith,
  descriptionOf,
  dialogs,
  enter,
  formOf,
  giveThePassword,
  isOpen,
  labelled,
  linesOf,
  openForm,
  openTag,
  press,
  refusal,
  whenIdle,
  statusOf,
  submit,
  theDialog,
  writesIn,
  type CredentialOptions,
} from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const label = 'New password';
const good = 'Teal-Kettle!48';

async function openWithForm(options: CredentialOptions = {}) {
  const page = await openTag('logto-password', options);
  await openForm(page.tag);
  return page;
}

async function save(tag: HTMLElement, password: string) {
  enter(tag, label, password);
  await submit(tag);
}

const companion = (tag: Element) => formOf(tag).querySelector<HTMLInputElement>('input[autocomplete="username"]')!;

describe('changing a password', () => {
  it('starts with one field that password managers recognize, with the username beside it', async () => {
    const { tag } = await openWithForm();
    const { name, type, autocomplete, value } = labelled(tag, label);
    expect([name, type, autocomplete, value]).to.deep.equal(['new-password', 'password', 'new-password', '']);
    expect(formOf(tag).querySelectorAll('input[type="password"]')).to.have.lengthOf(1);
    const { value: whose, readOnly, tabIndex, ariaHidden, ariaLabel } = companion(tag);
    expect([whose, readOnly, tabIndex, ariaHidden, ariaLabel]).to.deep.equal(['ada', true, -1, null, 'Account']);
    expect(document.activeElement).to.equal(labelled(tag, label));
    await expect(tag).to.be.accessible();
  });

  it('identifies a user without a username by email address or phone number', async () => {
    expect(companion((await openWithForm({ user: { username: null } })).tag).value).to.equal('ada@example.com');
    const user = { username: null, primaryEmail: null };
    expect(companion((await openWithForm({ user })).tag).value).to.equal('12025550123');
  });

  it('saves the password once, announces it, fires an event and returns the focus', async () => {
    const { tag, sent, user } = await openWithForm();
    const heard = eventsOf(document, 'logto-password-updated');
    await save(tag, good);
    expect(writesIn(sent).map(({ method, path, body }) => [method, path, body])).to.deep.equal([
      ['POST', '/api/my-account/password', { password: good }],
    ]);
    expect(writesIn(sent)[0]!.verification).not.to.equal(null);
    expect(user.password).to.equal(good);
    expect([textOf(part(tag, 'value')), statusOf(tag)]).to.deep.equal(['Set', 'Password saved.']);
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([
      ['changed', 'password', tag],
    ]);
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
    expect(isOpen(tag)).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('keeps spaces at both ends of the password', async () => {
    const { tag, sent } = await openWithForm();
    await save(tag, '  Teal Kettle 48 ');
    expect(writesIn(sent)[0]!.body).to.deep.equal({ password: '  Teal Kettle 48 ' });
  });

  it('saves once after double Enter and double clicks, and shows progress', async () => {
    const { tag, logto, sent } = await openWithForm();
    const answer = deferred<undefined>();
    answerWith(logto, /my-account\/password$/, () => answer.promise);
    enter(tag, label, good);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => namesOf(tag, 'button').includes('Saving…'));
    expect(button(tag, 'Saving…').getAttribute('aria-disabled')).to.equal('true');
    button(tag, 'Saving…').click();
    await expect(tag).to.be.accessible();
    answer.resolve(undefined);
    await whenIdle(tag);
    expect(writesIn(sent)).to.have.lengthOf(1);
  });

  it('shows the password on request, and hides it again', async () => {
    const { tag } = await openWithForm();
    const toggle = button(tag, 'Show password');
    expect([textOf(toggle), toggle.type, toggle.getAttribute('aria-pressed')]).to.deep.equal([
      'Show',
      'button',
      'false',
    ]);
    enter(tag, label, good);
    toggle.click();
    const input = labelled(tag, label);
    expect([input.type, input.value, toggle.getAttribute('aria-pressed')]).to.deep.equal(['text', good, 'true']);
    await expect(tag).to.be.accessible();
    toggle.click();
    expect([input.type, toggle.getAttribute('aria-pressed')]).to.deep.equal(['password', 'false']);
  });

  it('requires a password, without a request', async () => {
    const { tag, sent } = await openWithForm();
    await submit(tag);
    expect(descriptionOf(labelled(tag, label))).to.contain('New password is required.');
    expect(labelled(tag, label).getAttribute('aria-invalid')).to.equal('true');
    expect(sent).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('says that it is already the user’s password, and keeps it in the field', async () => {
    const { tag } = await openWithForm();
    await save(tag, adasPassword);
    expect(alertsIn(tag)).to.deep.equal(['This is already your password. Choose a different one.']);
    expect(labelled(tag, label).value).to.equal(adasPassword);
    await expect(tag).to.be.accessible();
    await save(tag, good);
    expect(statusOf(tag)).to.equal('Password saved.');
  });

  for (const [status, code, words] of [
    [400, 'guard.invalid_input', 'That was not accepted. Check what you entered and try again.'],
    [500, 'x', 'Something went wrong on our side. Try again in a moment.'],
    [429, 'x', 'Too many attempts. Wait a while, then try again.'],
  ] as const)
    it(`keeps the password when Logto responds ${status}, and explains the error`, async () => {
      const { tag, logto, user } = await openWithForm();
      const recover = answerWith(logto, /my-account\/password$/, () => refusal(status, code));
      await save(tag, good);
      expect(alertsIn(tag)).to.deep.equal([words]);
      expect(labelled(tag, label).value).to.equal(good);
      await expect(tag).to.be.accessible();
      recover();
      await submit(tag);
      expect(user.password).to.equal(good);
    });

  it('a password can be changed again, from an empty field', async () => {
    const { tag } = await openWithForm();
    await save(tag, good);
    await openForm(tag);
    expect(labelled(tag, label).value).to.equal('');
  });

  it('offers no removal', async () => {
    expect(namesOf((await openTag('logto-password')).tag, 'button')).to.deep.equal(['Change Password']);
  });
});

describe('setting a first password', () => {
  const alone = () => new FakeLogto({ users: [aUser({ id: 'u', username: 'ada' })] });

  it('needs no step-up verification if the user has no way to verify', async () => {
    const { tag, sent, user } = await openWithForm({ logto: alone(), userId: 'u', withDialog: true });
    await save(tag, good);
    expect(linesOf(sent)).to.deep.equal(['POST /api/my-account/password']);
    expect(sent[0]!.verification).to.equal(null);
    expect(user.password).to.equal(good);
    expect(namesOf(tag, 'button')).to.include('Change Password');
    expect(dialogs()).to.deep.equal([]);
  });

  it('lets the user verify with the new password', async () => {
    const { tag, provider, sent } = await openWithForm({ logto: alone(), userId: 'u', withDialog: true });
    await save(tag, good);
    const verified = provider.verify();
    await giveThePassword(good);
    await verified;
    expect(sent.at(-1)).to.deep.include({ path: '/api/verifications/password', body: { password: good } });
  });

  it('needs step-up verification if the user has an email address', async () => {
    const { tag, sent } = await openWithForm({ user: { password: null }, withDialog: true });
    enter(tag, label, good);
    press(tag, 'Save');
    const dialog = await theDialog();
    expect(sent).to.deep.equal([]);
    expect(namesOf(dialog, 'button')).to.include('With a code by email to ada@example.com');
    press(dialog, 'Cancel');
    await whenIdle(tag);
  });

  it('needs step-up verification if the user has received an email address meanwhile', async () => {
    const logto = alone();
    const { tag, user, sent } = await openWithForm({ logto, userId: 'u', withDialog: true });
    user.primaryEmail = 'u@example.com';
    enter(tag, label, good);
    press(tag, 'Save');
    const dialog = await theDialog();
    press(dialog, 'With a code by email to u@example.com');
    await waitUntil(() => logto.outbox.length === 1);
    await waitUntil(() => textOf(dialog).includes('Enter the code'));
    enter(dialog, 'Code', logto.outbox[0]!.code);
    press(dialog, 'Confirm');
    await whenIdle(tag);
    await pause();
    expect(user.password).to.equal(good);
    expect(writesIn(sent).map(({ verification }) => verification !== null)).to.deep.equal([false, true]);
  });
});
