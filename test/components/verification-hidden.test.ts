import { expect } from '@open-wc/testing';

import { namesOf, textOf } from '../helpers/read.js';
import {
  anEndpoint,
  whenDialogClosed,
  enter,
  giveThePassword,
  labelled,
  lastCode,
  openForm,
  openPage,
  openTag,
  press,
  pressInDialog,
  whenIdle,
  theDialog,
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('step-up verification for a user whose password, email and phone the tenant hides', () => {
  const fields = { password: 'Off', email: 'Off', phone: 'Off' } as const;

  async function openDialog(options: CredentialOptions = {}) {
    const page = await openTag('logto-username', { fields, withDialog: true, ...options });
    enter(await openForm(page.tag), 'Username', 'countess');
    press(page.tag, 'Save');
    return { ...page, dialog: await theDialog() };
  }

  it('accepts a password', async () => {
    const { tag, user } = await openDialog();
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  for (const [way, label, type, typed, address] of [
    ['With a code by email', 'The email address on your account', 'email', ' ada@example.com ', 'ada@example.com'],
    ['With a code by text message', 'The phone number on your account', 'tel', '+1 (202) 555-0123', '12025550123'],
  ] as const)
    it(`lets the user type the address and get a code there: ${type}`, async () => {
      const { tag, dialog, user, logto } = await openDialog();
      await pressInDialog(dialog, 'Use another way');
      expect(namesOf(dialog, 'button').slice(0, 3)).to.deep.equal([
        'With your password',
        'With a code by email',
        'With a code by text message',
      ]);
      await pressInDialog(dialog, way);
      const input = labelled(dialog, label);
      expect([input.type, input.autocomplete, input.inputMode]).to.deep.equal([type, type, type]);
      expect(document.activeElement).to.equal(input);
      await expect(dialog).to.be.accessible();
      await pressInDialog(dialog, 'Send code');
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      await expect(dialog).to.be.accessible();
      enter(dialog, label, typed);
      await pressInDialog(dialog, 'Send code');
      expect(logto.outbox.map(({ to }) => to)).to.deep.equal([address]);
      enter(dialog, 'Code', lastCode(logto));
      press(dialog, 'Confirm');
      await whenDialogClosed();
      await whenIdle(tag);
      expect(user.username).to.equal('countess');
    });

  it('rejects an address that is not the user’s after the code, and offers another way', async () => {
    const { tag, dialog, user, logto } = await openDialog();
    await pressInDialog(dialog, 'Use another way');
    await pressInDialog(dialog, 'With a code by email');
    enter(dialog, 'The email address on your account', 'else@example.com');
    await pressInDialog(dialog, 'Send code');
    enter(dialog, 'Code', lastCode(logto));
    press(dialog, 'Confirm');
    await waitUntil(() => textOf(document.querySelector('dialog') ?? document.body).includes('Confirm once more'));
    await giveThePassword();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  it('rejects input that is not an address immediately', async () => {
    const { dialog } = await openDialog();
    await pressInDialog(dialog, 'Use another way');
    await pressInDialog(dialog, 'With a code by email');
    enter(dialog, 'The email address on your account', 'ada');
    await pressInDialog(dialog, 'Send code');
    expect(textOf(dialog)).to.contain('Enter a full email address, such as name@example.com.');
  });

  async function typing(way: string, options: CredentialOptions = {}) {
    const page = await openDialog(options);
    await pressInDialog(page.dialog, 'Use another way');
    await pressInDialog(page.dialog, way);
    return page;
  }

  async function typingNumber(options: CredentialOptions = {}) {
    const page = await typing('With a code by text message', options);
    await waitUntil(() => page.dialog.querySelector('select'), 'No countries are offered.');
    return page;
  }

  function choose(dialog: Element, country: string) {
    labelled<HTMLSelectElement>(dialog, 'Country or region').value = country;
  }

  it('has an empty code field, whatever was typed before', async () => {
    const { dialog } = await typing('With a code by email');
    enter(dialog, 'The email address on your account', 'ada@example.com');
    await pressInDialog(dialog, 'Send code');
    expect(labelled(dialog, 'Code').value).to.equal('');
  });

  for (const [typed, country] of [
    ['(202) 555-0123', 'US'],
    ['202.555.0123', 'US'],
    ['+1 202 555 0123', 'DE'],
    ['001 202 555 0123', 'DE'],
    ['٢٠٢٥٥٥٠١٢٣', 'US'],
  ] as const)
    it(`accepts a number in any format: ${typed} with ${country} selected`, async () => {
      const { dialog, logto } = await typingNumber();
      choose(dialog, country);
      enter(dialog, 'The phone number on your account', typed);
      await pressInDialog(dialog, 'Send code');
      expect(logto.outbox.map(({ to }) => to)).to.deep.equal(['12025550123']);
      expect(textOf(dialog)).to.contain('+1 202 555 0123');
    });

  for (const [typed, words] of [
    ['12', 'This number is incomplete. Enter all of its digits.'],
    ['ada', 'This is not a valid phone number in that country. Check the digits and the country.'],
    ['202 555 0123 ext. 5', 'Codes cannot be sent to an extension. Enter the number without it.'],
    ['202 555 0123 4567 8901', 'This is not a valid phone number in that country. Check the digits and the country.'],
  ] as const)
    it(`rejects an invalid phone number without a request: ${typed}`, async () => {
      const { dialog, sent } = await typingNumber();
      choose(dialog, 'US');
      enter(dialog, 'The phone number on your account', typed);
      await pressInDialog(dialog, 'Send code');
      expect(textOf(dialog)).to.contain(words);
      expect(labelled(dialog, 'The phone number on your account').value).to.equal(typed);
      expect(sent).to.deep.equal([]);
    });

  it('accepts an address in uppercase', async () => {
    const { tag, dialog, user, logto } = await typing('With a code by email');
    enter(dialog, 'The email address on your account', 'ADA@Example.com');
    await pressInDialog(dialog, 'Send code');
    enter(dialog, 'Code', lastCode(logto));
    press(dialog, 'Confirm');
    await whenDialogClosed();
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  it('uses the address exactly as typed on the second try, for accounts with uppercase letters', async () => {
    const { tag, dialog, user, logto } = await typing('With a code by email', {
      user: { primaryEmail: 'Ada@Example.com' },
    });
    for (const step of ['first', 'second']) {
      const open = step === 'first' ? dialog : await theDialog();
      if (step === 'second') {
        await pressInDialog(open, 'Use another way');
        await pressInDialog(open, 'With a code by email');
      }
      enter(open, 'The email address on your account', 'Ada@Example.com');
      await pressInDialog(open, 'Send code');
      enter(open, 'Code', lastCode(logto));
      press(open, 'Confirm');
      await waitUntil(() => !document.contains(open));
    }
    await whenIdle(tag);
    expect(user.username).to.equal('countess');
  });

  it('does not reveal an address known from another tenant on the page', async () => {
    const open = await openPage('', { withDialog: true, at: anEndpoint() });
    const verified = open.provider.verify();
    await giveThePassword();
    await verified;
    const { dialog } = await openDialog();
    expect(textOf(dialog)).not.to.contain('ada@example.com');
  });
});
