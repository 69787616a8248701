import { expect } from '@open-wc/testing';

import { asksBeforeLeaving } from '../helpers/leaving.js';
import { textOf } from '../helpers/read.js';
import {
  aClock,
  alertsIn,
  answerWith,
  dialogs,
  enter,
  enterCode,
  giveThePassword,
  isOpen,
  labelled,
  lastCode,
  linesOf,
  openForm,
  openTag,
  refusal,
  whenIdle,
  statusOf,
  submit,
  writesIn,
  wrongCode,
  type CredentialOptions,
} from './credential-page.js';

// The phone element differs only in its fields and texts, so the flow is tested with both.
const kinds = [
  {
    name: 'logto-email',
    toggle: 'email',
    label: 'New email address',
    own: 'primaryEmail',
    old: 'ada@example.com',
    typed: 'ada@new.example',
    value: 'ada@new.example',
    taken: 'charles@example.com',
    belongs: 'This email address belongs to another account.',
  },
  {
    name: 'logto-phone',
    toggle: 'phone',
    label: 'New phone number',
    own: 'primaryPhone',
    old: '12025550123',
    typed: '+44 20 7946 0958',
    value: '442079460958',
    taken: '+1 202 555 0124',
    belongs: 'This phone number belongs to another account.',
  },
] as const;

for (const { name, toggle, label, own, old, typed, value, taken, belongs } of kinds) {
  const openWithForm = async (options: CredentialOptions = {}) => {
    const page = await openTag(name, options);
    await openForm(page.tag);
    return page;
  };
  const sendTo = async (tag: HTMLElement, address: string) => {
    enter(tag, label, address);
    await submit(tag, 'Continue');
  };
  const coded = async (options: CredentialOptions = {}) => {
    const page = await openWithForm(options);
    await sendTo(page.tag, typed);
    return page;
  };
  const path = new RegExp(`^POST /api/my-account/primary-${toggle}`);

  describe(`unsaved input in <${name}>`, () => {
    it('is not discarded without confirmation, even after a network failure', async () => {
      const { tag, logto } = await openWithForm();
      expect(asksBeforeLeaving()).to.equal(false);
      answerWith(logto, /verification-code$/, () => Response.error());
      await sendTo(tag, typed);
      expect(labelled(tag, label).value).to.equal(typed);
      expect(asksBeforeLeaving()).to.equal(true);
      await submit(tag, 'Cancel');
      expect(asksBeforeLeaving()).to.equal(false);
    });
  });

  describe(`a code that <${name}> cannot send`, () => {
    for (const [status, code, words] of [
      [429, 'request.message_rate_limited', 'Too many codes were sent. Wait ten minutes, then try again.'],
      [501, 'connector.not_found', 'Codes cannot be sent from here. Choose another way, or contact support.'],
      [422, 'session.email_blocklist.email_not_allowed', 'This email address cannot be used here. Use another one.'],
      [500, 'x', 'Something went wrong on our side. Try again in a moment.'],
    ] as const)
      it(`shows why the code was not sent, and keeps the address: ${code}`, async () => {
        const { tag, logto } = await openWithForm();
        const recover = answerWith(logto, /verification-code$/, () => refusal(status, code));
        await sendTo(tag, typed);
        expect(alertsIn(tag)).to.deep.equal([words]);
        expect(labelled(tag, label).value).to.equal(typed);
        await expect(tag).to.be.accessible();
        recover();
        await submit(tag, 'Continue');
        expect(labelled(tag, 'Code').value).to.equal('');
        expect(alertsIn(tag)).to.deep.equal([]);
      });

    it('sends the code on the second try after a network failure', async () => {
      const { tag, logto } = await openWithForm();
      const recover = answerWith(logto, /verification-code$/, () => Response.error());
      await sendTo(tag, typed);
      expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
      recover();
      await submit(tag, 'Continue');
      expect(logto.outbox.map(({ to }) => to)).to.deep.equal([value]);
    });
  });

  describe(`a code that Logto rejects in <${name}>`, () => {
    it('shows that the code is wrong, and then accepts the right one', async () => {
      const { tag, logto, user } = await coded();
      await enterCode(tag, wrongCode(logto));
      expect(alertsIn(tag)).to.deep.equal(['That code is incorrect. Check it and try again.']);
      expect(labelled(tag, 'Code').value).to.equal(wrongCode(logto));
      expect(labelled(tag, 'Code').ariaInvalid).to.equal('true');
      await expect(tag).to.be.accessible();
      await enterCode(tag, lastCode(logto));
      expect(user[own]).to.equal(value);
    });

    for (const code of ['expired', 'not_found', 'exceed_max_try', 'email_mismatch', 'phone_mismatch'])
      it(`says that the code can no longer be used: ${code}`, async () => {
        const { tag, logto, sent } = await coded();
        answerWith(logto, /\/verify$/, () => refusal(400, `verification_code.${code}`));
        await enterCode(tag, lastCode(logto));
        expect(alertsIn(tag)).to.deep.equal(['That code is no longer valid. Ask for a new one.']);
        expect(writesIn(sent)).to.deep.equal([]);
        await expect(tag).to.be.accessible();
      });

    it('says that there were too many attempts', async () => {
      const { tag, logto } = await coded({ signInExperience: { sentinelPolicy: { maxAttempts: 1 } } });
      await enterCode(tag, wrongCode(logto));
      expect(alertsIn(tag).join()).to.contain('Too many failed attempts.');
    });
  });

  describe(`an address that <${name}> has verified but cannot save`, () => {
    it('is saved on the second try after a network failure, without another code', async () => {
      const { tag, logto, sent, user } = await coded();
      const recover = answerWith(logto, path, () => Response.error());
      await enterCode(tag, lastCode(logto));
      expect(alertsIn(tag)).to.deep.equal(['We could not reach the server. Check your connection and try again.']);
      expect(user[own]).to.equal(old);
      await expect(tag).to.be.accessible();
      recover();
      await submit(tag);
      expect(user[own]).to.equal(value);
      expect(statusOf(tag)).to.contain('saved.');
      expect(sent.filter(({ path }) => path.endsWith('/verify'))).to.have.lengthOf(1);
      expect(logto.outbox).to.have.lengthOf(1);
    });

    it('returns to the address step if the address belongs to another user', async () => {
      const { tag, logto, user } = await openWithForm();
      await sendTo(tag, taken);
      await enterCode(tag, lastCode(logto));
      expect(alertsIn(tag)).to.deep.equal([belongs]);
      expect(user[own]).to.equal(old);
      expect(document.activeElement).to.equal(labelled(tag, label));
      await expect(tag).to.be.accessible();
      await sendTo(tag, typed);
      expect(alertsIn(tag)).to.deep.equal([]);
      await enterCode(tag, lastCode(logto));
      expect(user[own]).to.equal(value);
    });

    it('keeps the address that belongs to another user in the field', async () => {
      const { tag, logto } = await openWithForm();
      await sendTo(tag, taken);
      await enterCode(tag, lastCode(logto));
      expect(labelled(tag, label).value).to.equal(taken);
    });

    it('returns to the address step with a reason if verification took too long', async () => {
      const { tag, logto, user } = await coded();
      answerWith(logto, path, () => refusal(400, 'verification_record.not_found'));
      await enterCode(tag, lastCode(logto));
      expect(alertsIn(tag)).to.deep.equal(['This took too long. Ask for a new code.']);
      expect(user[own]).to.equal(old);
      expect(document.activeElement).to.equal(labelled(tag, label));
    });

    it('asks for step-up verification again if it has expired, but not for the code', async () => {
      const { clock, advance } = aClock();
      const page = await openTag(name, { withDialog: true, clock });
      await openForm(page.tag);
      const verified = page.provider.verify();
      await giveThePassword();
      await verified;
      advance(9 * 60_000);
      await sendTo(page.tag, typed);
      advance(2 * 60_000); // the verification has expired, and the code has not
      const given = enterCode(page.tag, lastCode(page.logto));
      await giveThePassword();
      await given;
      await whenIdle(page.tag);
      expect(page.user[own]).to.equal(value);
      expect(linesOf(page.sent).filter((line) => line.endsWith('/verify'))).to.have.lengthOf(1);
      expect(dialogs()).to.deep.equal([]);
    });

    it('keeps the code if the address has become read-only, and then shows no buttons', async () => {
      const { tag, logto } = await coded();
      logto.tenant.accountCenter.fields[toggle] = 'ReadOnly';
      await enterCode(tag, lastCode(logto));
      expect(alertsIn(tag)).to.deep.equal(['This cannot be changed here. For help, contact support.']);
      expect(tag.matches(':state(read-only)')).to.equal(true);
      expect(isOpen(tag)).to.equal(true);
      await submit(tag, 'Cancel');
      expect(tag.shadowRoot!.querySelectorAll('button')).to.have.lengthOf(0);
      expect(textOf(tag)).to.contain(name === 'logto-email' ? old : '202');
    });
  });

  describe(`a removal that fails in <${name}>`, () => {
    for (const [status, code, words] of [
      [400, 'user.last_sign_in_method_required', 'This is your only way to sign in. Add another one first.'],
      [400, 'account_center.field_not_editable', 'This cannot be changed here. For help, contact support.'],
    ] as const)
      it(`shows why Logto refuses the removal: ${code}`, async () => {
        const { tag, logto, user } = await openTag(name);
        answerWith(logto, /^DELETE/, () => refusal(status, code));
        await submit(tag, name === 'logto-email' ? 'Remove Email' : 'Remove Phone');
        await submit(tag, 'Remove');
        expect(alertsIn(tag)).to.deep.equal([words]);
        expect(user[own]).to.equal(old);
        await expect(tag).to.be.accessible();
      });
  });
}
