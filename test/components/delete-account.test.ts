import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { aUser, FakeLogto } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { focused, panelOf } from '../helpers/rows.js';
import {
  aTenant,
  alertsIn,
  answerWith,
  descriptionOf,
  whenDialogClosed,
  dialogs,
  errorsHeard,
  giveThePassword,
  linesOf,
  press,
  pressAndWait,
  whenIdle,
  statusOf,
  theDialog,
} from './credential-page.js';
import { openQuestion, confirm, input, isAsking, labelOf, leaveUrl, type } from './delete-account-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const requested = 'logto-delete-account-requested';

describe('the confirmation form of <logto-delete-account>', () => {
  it('explains the consequences and where the link leads, and takes the focus', async () => {
    const { tag } = await openQuestion();
    expect(textOf(panelOf(tag))).to.contain(
      'Delete your account? This cannot be undone. You will finish this on another page.',
    );
    expect(namesOf(panelOf(tag), 'button')).to.deep.equal(['Delete account', 'Cancel']);
    expect(focused(tag)).to.equal(input(tag));
    const { type: kind, autocomplete, autocapitalize, spellcheck, value } = input(tag);
    expect([kind, autocomplete, autocapitalize, spellcheck, value]).to.deep.equal(['text', 'off', 'none', false, '']);
    await expect(tag).to.be.accessible();
  });

  it('does not mention another page if this one deletes the account', async () => {
    const { tag } = await openQuestion({ handled: true });
    expect(textOf(panelOf(tag))).to.contain('This cannot be undone.');
    expect(textOf(panelOf(tag))).not.to.contain('another page');
  });

  for (const [user, word] of [
    [{}, 'ada'],
    [{ username: null }, 'ada@example.com'],
    [{ username: null, primaryEmail: null }, '12025550123'],
    [{ username: null, primaryEmail: null, primaryPhone: null }, 'DELETE'],
  ] as const)
    it(`asks for a word that no one types by accident: ${word}`, async () => {
      const { tag, gone } = await openQuestion({ user });
      expect(labelOf(tag)).to.equal(`Type “${word}” to confirm`);
      await confirm(tag, ` ${word.toUpperCase()} `);
      expect(gone.map(String)).to.deep.equal([leaveUrl]);
    });

  it('accepts the word with invisible marks from an Arabic sentence', async () => {
    const { tag, gone } = await openQuestion();
    await confirm(tag, '\u2068ada\u2069');
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });

  for (const typed of ['', ' ', 'ad', 'ada!', 'DELETE', 'ada@example.com'])
    it(`keeps the input and shows an error for the wrong word: "${typed}"`, async () => {
      const { tag, sent, gone } = await openQuestion();
      const heard = eventsOf(document, requested);
      await confirm(tag, typed);
      expect(input(tag).value).to.equal(typed);
      expect(descriptionOf(input(tag))).to.equal('Type “ada” exactly as shown.');
      expect(input(tag).getAttribute('aria-invalid')).to.equal('true');
      expect(focused(tag)).to.equal(input(tag));
      expect([sent, heard, gone]).to.deep.equal([[], [], []]);
      await expect(tag).to.be.accessible();
    });

  it('removes the error when the user types again', async () => {
    const { tag } = await openQuestion();
    await confirm(tag, 'ad');
    type(tag, 'ada');
    await whenRendered(tag);
    expect(input(tag).getAttribute('aria-invalid')).to.equal('false');
    expect(textOf(tag)).not.to.contain('exactly as shown');
  });

  it('shows the error in the language of the page', async () => {
    const { tag } = await openQuestion();
    await confirm(tag, 'ad');
    tag.lang = 'de';
    await waitUntil(() => labelOf(tag) === 'Geben Sie zur Bestätigung „ada“ ein');
    expect(input(tag).value).to.equal('ad');
    expect(descriptionOf(input(tag))).to.equal('Geben Sie „ada“ so ein, wie es hier steht.');
  });

  it('follows a language change and keeps the input', async () => {
    const { tag, gone } = await openQuestion();
    type(tag, 'ada');
    tag.lang = 'de';
    await waitUntil(() => labelOf(tag) === 'Geben Sie zur Bestätigung „ada“ ein');
    expect(input(tag).value).to.equal('ada');
    await pressAndWait(tag, 'Konto löschen');
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });

  for (const [how, leave] of [
    ['the button', (tag: HTMLElement) => press(tag, 'Cancel')],
    [
      'Escape',
      async (tag: HTMLElement) => {
        input(tag).focus();
        await sendKeys({ press: 'Escape' });
      },
    ],
  ] as const)
    it(`closes with ${how}, returns the focus, and is empty the next time`, async () => {
      const { tag, sent } = await openQuestion();
      type(tag, 'ada');
      await leave(tag);
      await waitUntil(() => !isAsking(tag));
      await whenRendered(tag);
      expect(focused(tag)).to.equal(button(tag, 'Delete account'));
      await pressAndWait(tag, 'Delete account');
      expect([input(tag).value, sent]).to.deep.equal(['', []]);
    });

  it('works with the keyboard alone', async () => {
    const { tag, gone } = await openQuestion();
    expect(focused(tag)).to.equal(input(tag));
    await sendKeys({ type: 'ada' });
    await sendKeys({ press: 'Tab' });
    expect(focused(tag)).to.equal(button(tag, 'Delete account'));
    await sendKeys({ press: 'Tab' });
    expect(focused(tag)).to.equal(button(tag, 'Cancel'));
    input(tag).focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => gone.length > 0);
    await whenIdle(tag);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });
});

describe('step-up verification before account deletion', () => {
  it('comes before the event and before the tenant’s page', async () => {
    const { tag, gone, logto } = await openQuestion({ withDialog: true });
    const heard = eventsOf(document, requested);
    type(tag, 'ada');
    press(tag, 'Delete account');
    const dialog = await theDialog();
    expect(namesOf(panelOf(tag), 'button')).to.include('One moment…');
    expect([heard, gone]).to.deep.equal([[], []]);
    expect(textOf(dialog)).to.contain('Password');
    await giveThePassword();
    await whenIdle(tag);
    expect(heard).to.have.lengthOf(1);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
    expect(logto.tenant.users).to.have.lengthOf(2);
  });

  it('can be canceled without an error and without losing the input', async () => {
    const { tag, gone } = await openQuestion({ withDialog: true });
    const errors = errorsHeard();
    const heard = eventsOf(document, requested);
    type(tag, 'ada');
    press(tag, 'Delete account');
    press(await theDialog(), 'Cancel');
    await whenDialogClosed();
    await whenIdle(tag);
    expect([heard, gone, errors.kinds(), alertsIn(tag)]).to.deep.equal([[], [], [], []]);
    expect(input(tag).value).to.equal('ada');
    expect(focused(tag)).to.equal(input(tag));
    press(tag, 'Delete account');
    await giveThePassword();
    await whenIdle(tag);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });

  it('is skipped for a user without any way to verify', async () => {
    const logto = new FakeLogto({ users: [aUser({ id: 'u', username: 'ada' })], deleteAccountUrl: leaveUrl });
    const { tag, sent, gone } = await openQuestion({ logto, userId: 'u', withDialog: true });
    await confirm(tag);
    expect([dialogs(), sent]).to.deep.equal([[], []]);
    expect(gone.map(String)).to.deep.equal([leaveUrl]);
  });

  it('is asked for once after a double click and Enter', async () => {
    const logto = aTenant({ deleteAccountUrl: leaveUrl });
    const { tag, sent, gone } = await openQuestion({ logto });
    const heard = eventsOf(document, requested);
    const gate = deferred<undefined>();
    answerWith(logto, /verifications\/password$/, () => gate.promise);
    type(tag, 'ada');
    press(tag, 'Delete account');
    await waitUntil(() => sent.length > 0);
    press(tag, 'One moment…');
    input(tag).focus();
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Escape' });
    press(tag, 'Cancel');
    expect(isAsking(tag)).to.equal(true);
    await expect(tag).to.be.accessible();
    gate.resolve(undefined);
    await whenIdle(tag);
    expect(linesOf(sent)).to.deep.equal(['POST /api/verifications/password']);
    expect([heard.length, gone.map(String)]).to.deep.equal([1, [leaveUrl]]);
  });

  it('leaves the row closed without a message when the page is left', async () => {
    const { tag } = await openQuestion();
    await confirm(tag);
    expect([isAsking(tag), statusOf(tag), alertsIn(tag)]).to.deep.equal([false, '', []]);
  });
});
