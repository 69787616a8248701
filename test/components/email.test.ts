import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, textOf } from '../helpers/read.js';
import {
  alertsIn,
  answerWith,
  descriptionOf,
  enter,
  enterCode,
  isOpen,
  labelled,
  lastCode,
  linesOf,
  openForm,
  openTag,
  passTime,
  press,
  whenIdle,
  statusOf,
  submit,
  writesIn,
  wrongCode,
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const theNew = 'New email address';

async function openWithForm(options: CredentialOptions = {}) {
  const page = await openTag('logto-email', options);
  await openForm(page.tag);
  return page;
}

async function sendTo(tag: HTMLElement, address: string) {
  enter(tag, theNew, address);
  await submit(tag, 'Continue');
}

/** With a code on its way to a new address. */
async function coded(address = 'ada@new.example', options: CredentialOptions = {}) {
  const page = await openWithForm(options);
  await sendTo(page.tag, address);
  return page;
}

const resend = (tag: Element) => namesOf(tag, 'button').find((name) => name.startsWith('Send a new code'))!;

describe('changing an email address', () => {
  it('starts with a field that password managers recognize', async () => {
    const { tag } = await openWithForm();
    const { name, type, autocomplete, inputMode, value } = labelled(tag, theNew);
    expect([name, type, autocomplete, inputMode, value]).to.deep.equal(['email', 'email', 'email', 'email', '']);
  });

  it('sends a code to the new address, and saves the address after the code is entered', async () => {
    const { tag, user, sent, logto } = await coded(' ada@new.example ');
    const heard = eventsOf(document, 'logto-email-updated');
    const [asked] = sent.filter(({ path }) => path.endsWith('/verification-code'));
    expect(asked!.body).to.deep.equal({ identifier: { type: 'email', value: 'ada@new.example' } });
    expect(user.primaryEmail).to.equal('ada@example.com');
    expect(descriptionOf(labelled(tag, 'Code'))).to.equal('Enter the code that was sent to ada@new.example.');
    expect(document.activeElement).to.equal(labelled(tag, 'Code'));
    expect(labelled(tag, 'Code')).to.have.attribute('autocomplete', 'one-time-code');
    await expect(tag).to.be.accessible();

    await enterCode(tag, lastCode(logto));
    const [record] = logto.tenant.verificationRecords.filter(({ template }) => template === 'BindNewIdentifier');
    expect(writesIn(sent).map(({ method, path, body }) => [method, path, body])).to.deep.equal([
      [
        'POST',
        '/api/my-account/primary-email',
        { email: 'ada@new.example', newIdentifierVerificationRecordId: record!.id },
      ],
    ]);
    expect(writesIn(sent)[0]!.verification).not.to.equal(record!.id);
    expect(textOf(part(tag, 'value'))).to.equal('ada@new.example');
    expect(statusOf(tag)).to.equal('Email saved.');
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['changed', 'email', tag]]);
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
    expect(isOpen(tag)).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('adds the first email address', async () => {
    const { tag, user, logto } = await coded('ada@new.example', { user: { primaryEmail: null } });
    await enterCode(tag, lastCode(logto));
    expect(user.primaryEmail).to.equal('ada@new.example');
    expect(namesOf(tag, 'button')).to.include.members(['Change Email', 'Remove Email']);
  });

  it('requires step-up verification before a code is sent', async () => {
    const { sent } = await coded();
    expect(linesOf(sent)).to.deep.equal([
      'POST /api/verifications/password',
      'POST /api/verifications/verification-code',
    ]);
  });

  it('sends one code and saves the address once after double Enter and double clicks', async () => {
    const { tag, logto, sent } = await openWithForm();
    answerWith(logto, /^POST/, async () => void (await new Promise((resolve) => setTimeout(resolve, 60))));
    enter(tag, theNew, 'ada@new.example');
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    const working = button(tag, 'One moment…');
    expect(working.getAttribute('aria-disabled')).to.equal('true');
    working.click();
    await expect(tag).to.be.accessible();
    await whenIdle(tag);
    expect(logto.outbox).to.have.lengthOf(1);
    enter(tag, 'Code', lastCode(logto));
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Enter' });
    button(tag, 'Saving…').click();
    await expect(tag).to.be.accessible();
    await whenIdle(tag);
    expect(writesIn(sent)).to.have.lengthOf(1);
    expect(sent.filter(({ path }) => path.endsWith('/verify'))).to.have.lengthOf(1);
  });

  for (const [typed, problem] of [
    ['', 'Email address is required.'],
    ['ada', 'Enter a full email address, such as name@example.com.'],
    ['ada@example', 'Enter a full email address, such as name@example.com.'],
    ['a da@example.com', 'Enter a full email address, such as name@example.com.'],
    ['ada@example.com', 'You already use this one. Enter another one, or cancel.'],
    ['ADA@Example.com', 'You already use this one. Enter another one, or cancel.'],
  ] as const)
    it(`shows what is wrong with “${typed}” without a request`, async () => {
      const { tag, sent } = await openWithForm();
      await sendTo(tag, typed);
      const input = labelled(tag, theNew);
      expect(descriptionOf(input)).to.equal(problem);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      expect(document.activeElement).to.equal(input);
      expect(sent).to.deep.equal([]);
      await expect(tag).to.be.accessible();
      enter(tag, theNew, 'a');
      await tag.updateComplete;
      expect(descriptionOf(input)).to.equal('');
    });

  it('shows an error if no code is entered', async () => {
    const { tag } = await coded();
    await enterCode(tag, ' ');
    expect(descriptionOf(labelled(tag, 'Code'))).to.contain('Enter the code from the message.');
    await expect(tag).to.be.accessible();
  });

  it('lets the user correct a mistyped address, and discards it', async () => {
    const { tag, user, logto, sent } = await coded('aad@new.example');
    await submit(tag, 'Use another email address');
    expect(document.activeElement).to.equal(labelled(tag, theNew));
    await expect(tag).to.be.accessible();
    await sendTo(tag, 'ada@new.example');
    await enterCode(tag, lastCode(logto));
    const second = logto.tenant.verificationRecords.at(-1)!;
    expect(second.identifier).to.equal('ada@new.example');
    expect(sent.at(-2)!.body).to.include({ verificationId: second.id });
    expect(sent.at(-1)!.body).to.deep.equal({
      email: 'ada@new.example',
      newIdentifierVerificationRecordId: second.id,
    });
    expect(user.primaryEmail).to.equal('ada@new.example');
  });

  it('keeps the mistyped address in the field to be corrected', async () => {
    const { tag } = await coded('aad@new.example');
    await submit(tag, 'Use another email address');
    expect(document.activeElement).to.equal(labelled(tag, theNew));
    expect(labelled(tag, theNew).value).to.equal('aad@new.example');
  });

  it('does not accept the first address’s code for the second address', async () => {
    const { tag, user, logto } = await coded('aad@new.example');
    const first = lastCode(logto);
    await submit(tag, 'Use another email address');
    expect(document.activeElement).to.equal(labelled(tag, theNew));
    await sendTo(tag, 'ada@new.example');
    if (first !== lastCode(logto)) await enterCode(tag, first);
    expect(alertsIn(tag)).to.deep.equal(['That code is incorrect. Check it and try again.']);
    expect(user.primaryEmail).to.equal('ada@example.com');
  });

  it('starts over after it was canceled at the code step', async () => {
    const { tag, sent } = await coded();
    press(tag, 'Cancel');
    await waitUntil(() => !isOpen(tag));
    expect(textOf(part(tag, 'value'))).to.equal('ada@example.com');
    await openForm(tag);
    expect(labelled(tag, theNew).value).to.equal('');
    expect(writesIn(sent)).to.deep.equal([]);
  });
});

describe('another code for a new email address', () => {
  it('can be sent after a minute, and invalidates the first code', async () => {
    const { tag, logto, sent, user } = await coded();
    const again = button(tag, resend(tag));
    expect([again.getAttribute('aria-disabled'), /in (60|59) seconds$/.test(resend(tag))]).to.deep.equal([
      'true',
      true,
    ]);
    again.click();
    passTime(61_000);
    await waitUntil(() => resend(tag) === 'Send a new code');
    expect(logto.outbox).to.have.lengthOf(1);
    await submit(tag, 'Send a new code');
    expect(logto.outbox).to.have.lengthOf(2);
    expect(descriptionOf(labelled(tag, 'Code'))).to.equal('A new code is on its way to ada@new.example.');
    expect(resend(tag)).to.match(/seconds$/);
    await expect(tag).to.be.accessible();
    await enterCode(tag, lastCode(logto));
    expect(user.primaryEmail).to.equal('ada@new.example');
    const [, second] = logto.tenant.verificationRecords.filter(({ template }) => template === 'BindNewIdentifier');
    expect(sent.at(-2)!.body).to.include({ verificationId: second!.id });
    expect(sent.at(-1)!.body).to.include({ newIdentifierVerificationRecordId: second!.id });
  });

  it('clears the error about the previous code', async () => {
    const { tag, logto } = await coded();
    await enterCode(tag, wrongCode(logto));
    passTime(61_000);
    await waitUntil(() => resend(tag) === 'Send a new code');
    await submit(tag, 'Send a new code');
    expect(alertsIn(tag)).to.deep.equal([]);
  });
});
