import { expect, waitUntil } from '@open-wc/testing';

import { namesOf, textOf } from '../helpers/read.js';
import {
  anEndpoint,
  dialogGone,
  enter,
  giveThePassword,
  labelled,
  lastCode,
  openForm,
  openPage,
  openTag,
  press,
  pressIn,
  settle,
  theDialog,
  type CredentialOptions,
} from './credential-page.js';

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
    await waitUntil(() =>
      textOf(document.querySelector('dialog') ?? document.body).includes('Please confirm once more'),
    );
    await giveThePassword();
    await settle(tag);
    expect(user.username).to.equal('countess');
  });

  it('learns at once that what was typed is no address', async () => {
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
