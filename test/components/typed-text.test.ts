import { expect } from '@open-wc/testing';

import { confirmCode, waitingForCode } from './code-dialog.js';
import {
  descriptionOf,
  whenDialogClosed,
  enter,
  labelled,
  lastCode,
  openForm,
  openTag,
  press,
  pressAndWait,
  submit,
  theDialog,
} from './credential-page.js';
import { appCode, bodiesOf, openMfa, saveCode } from './mfa-page.js';
import { openPasskeys, passkeysOf } from './passkeys-page.js';
import { waitUntil } from '../helpers/wait-until.js';
import { panelOf } from '../helpers/rows.js';

const persian = (code: string) => code.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'.charAt(Number(digit)));
const wide = (code: string) => code.replace(/\d/g, (digit) => '０１２３４５６７８９'.charAt(Number(digit)));
const pasted = (code: string) => `\u200e${code.slice(0, 3)}\u2011${code.slice(3)}\u00a0\u200f`;

describe('a code that is typed or pasted in another format', () => {
  for (const [how, written] of [
    ['in the digits of another script', persian],
    ['in wide digits', wide],
    ['with a dash and invisible marks', pasted],
  ] as const) {
    it(`a code ${how} is accepted for a new address`, async () => {
      const { tag, logto, user } = await openTag('logto-email');
      await openForm(tag);
      enter(tag, 'New email address', 'countess@example.com');
      await submit(tag, 'Continue');
      enter(tag, 'Code', written(lastCode(logto)));
      await submit(tag);
      expect(user.primaryEmail).to.equal('countess@example.com');
    });

    it(`is accepted ${how} for step-up verification`, async () => {
      const { dialog, logto, verified } = await waitingForCode();
      await confirmCode(dialog, written(lastCode(logto)));
      await whenDialogClosed();
      expect(await verified).to.equal(undefined);
    });

    it(`is accepted ${how} from an authenticator app`, async () => {
      const { tag, logto, sent } = await openMfa();
      await pressAndWait(tag, 'Add Authenticator app');
      const code = appCode(tag, logto);
      await saveCode(tag, written(code));
      expect(bodiesOf(sent, 'POST', /mfa-verifications$/)[0]).to.include({ code });
    });
  }

  it('sends no request if it contains letters', async () => {
    const { dialog, logto, sent } = await waitingForCode();
    const before = sent.length;
    await confirmCode(dialog, `${lastCode(logto).slice(0, 5)}O`);
    await waitUntil(() => labelled(dialog, 'Code').getAttribute('aria-invalid') === 'true');
    expect(sent.length).to.equal(before);
    press(dialog, 'Cancel');
    await whenDialogClosed();
  });
});

describe('an ambiguous or invalid address', () => {
  it('gets no code: a number whose country is unclear', async () => {
    const { tag, logto } = await openTag('logto-phone');
    await openForm(tag);
    await waitUntil(() => tag.querySelector('select'), 'The countries did not come.');
    labelled<HTMLSelectElement>(tag, 'Country or region').value = 'DE';
    enter(tag, 'New phone number', '4915112345678');
    await submit(tag, 'Continue');
    expect(descriptionOf(labelled(tag, 'New phone number'))).to.equal(
      'It is not clear which country this number is from. Start with + and the country code, such as +49.',
    );
    expect(logto.outbox).to.have.lengthOf(0);
    enter(tag, 'New phone number', '+4915112345678');
    await submit(tag, 'Continue');
    expect(logto.outbox.map(({ to }) => to)).to.deep.equal(['4915112345678']);
  });

  it('gets no code: an email address that Logto cannot store', async () => {
    const { tag, logto } = await openTag('logto-email');
    await openForm(tag);
    enter(tag, 'New email address', `${'x'.repeat(117)}@example.com`);
    await submit(tag, 'Continue');
    expect(descriptionOf(labelled(tag, 'New email address'))).to.equal('Use at most 128 characters.');
    expect(logto.outbox).to.have.lengthOf(0);
    await expect(tag).to.be.accessible();
  });
});

describe('an email address with pasted extras', () => {
  for (const pasted of ['mailto:countess@example.com', 'Ada King <countess@example.com>,', 'countess＠example．com'])
    it(`gets its code: ${pasted}`, async () => {
      const { tag, logto } = await openTag('logto-email');
      await openForm(tag);
      enter(tag, 'New email address', pasted);
      await submit(tag, 'Continue');
      expect(logto.outbox.map(({ to }) => to)).to.deep.equal(['countess@example.com']);
      expect(descriptionOf(labelled(tag, 'Code'))).to.contain('countess@example.com');
    });

  it('is rejected and kept in the field if it contains spaces or a second address', async () => {
    const { tag, logto } = await openTag('logto-email');
    await openForm(tag);
    for (const typed of ['countess @example.com', 'a@example.com, b@example.com']) {
      enter(tag, 'New email address', typed);
      await submit(tag, 'Continue');
      const field = labelled(tag, 'New email address');
      expect([field.value, field.getAttribute('aria-invalid')]).to.deep.equal([typed, 'true']);
    }
    expect(logto.outbox).to.deep.equal([]);
  });
});

describe('invisible characters in input', () => {
  it('are removed from an email address', async () => {
    const { tag, logto, user } = await openTag('logto-email');
    await openForm(tag);
    enter(tag, 'New email address', '\u200fcountess\u200b@example.com\ufeff');
    await submit(tag, 'Continue');
    expect(logto.outbox.map(({ to }) => to)).to.deep.equal(['countess@example.com']);
    enter(tag, 'Code', lastCode(logto));
    await submit(tag);
    expect(user.primaryEmail).to.equal('countess@example.com');
  });

  it('are removed from a username, and are not a username by themselves', async () => {
    const { tag, user } = await openTag('logto-username');
    await openForm(tag);
    enter(tag, 'Username', '\u2060\u200b');
    await submit(tag);
    expect(labelled(tag, 'Username').getAttribute('aria-invalid')).to.equal('true');
    enter(tag, 'Username', '\u200bcount\u00adess\u200f');
    await submit(tag);
    expect(user.username).to.equal('countess');
  });

  it('are removed from a passkey’s name, and are not a name by themselves', async () => {
    const { tag, user } = await openPasskeys({ has: ['Phone'] });
    await pressAndWait(tag, 'Rename Phone');
    enter(tag, 'Name', '\u3164\u200b');
    await pressAndWait(tag, 'Save');
    expect(labelled(tag, 'Name').getAttribute('aria-invalid')).to.equal('true');
    enter(tag, 'Name', '\u2003Work\u200b phone 👩‍💻\u200f');
    await pressAndWait(tag, 'Save');
    expect(passkeysOf(user)[0]!.name).to.equal('Work phone 👩‍💻');
  });
});

describe('input in a right-to-left page', () => {
  const { dir } = document.documentElement;
  beforeEach(() => void (document.documentElement.dir = 'rtl'));
  afterEach(() => void (document.documentElement.dir = dir));

  const direction = (input: Element) => getComputedStyle(input).direction;

  it('is left-to-right for addresses, numbers, usernames, passwords and codes', async () => {
    for (const [name, label] of [
      ['logto-email', 'New email address'],
      ['logto-phone', 'New phone number'],
      ['logto-username', 'Username'],
      ['logto-password', 'New password'],
    ] as const) {
      const { tag } = await openTag(name);
      await openForm(tag);
      expect(direction(labelled(tag, label)), label).to.equal('ltr');
      const value = tag.shadowRoot!.querySelector('[part~="value"] bdi');
      if (value) expect(direction(value), name).to.equal('ltr');
    }
    const { dialog } = await waitingForCode();
    expect(direction(labelled(dialog, 'Code'))).to.equal('ltr');
    press(await theDialog(), 'Cancel');
    await whenDialogClosed();
    const { tag } = await openMfa();
    await pressAndWait(tag, 'Add Authenticator app');
    expect(direction(labelled(tag, 'Code from the app'))).to.equal('ltr');
    expect(panelOf(tag)).not.to.equal(null);
  });
});
