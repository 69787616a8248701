import { expect } from '@open-wc/testing';

import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import {
  alertsIn,
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
  type CredentialOptions,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const theNew = 'New phone number';

/** With the countries, which are loaded when the form opens. */
async function openWithForm(options: CredentialOptions = {}) {
  const page = await openTag('logto-phone', options);
  const form = await openForm(page.tag);
  await waitUntil(() => form.querySelector('select'), 'The countries were not loaded.');
  return { ...page, form, country: labelled<HTMLSelectElement>(form, 'Country or region') };
}

async function sendTo(tag: HTMLElement, number: string, country?: string) {
  if (country) labelled<HTMLSelectElement>(tag, 'Country or region').value = country;
  enter(tag, theNew, number);
  await submit(tag, 'Continue');
}

describe('changing a phone number', () => {
  it('starts with a country and a number field that password managers recognize', async () => {
    const { tag, country } = await openWithForm();
    const { name, type, autocomplete, inputMode, value } = labelled(tag, theNew);
    expect([name, type, autocomplete, inputMode, value]).to.deep.equal(['phone', 'tel', 'tel', 'tel', '']);
    expect([country.name, country.autocomplete]).to.deep.equal(['country', 'country']);
    expect(country.selectedOptions[0]!.textContent).to.equal('United States (+1)');
    expect(country.options.length).to.be.greaterThan(200);
    expect(document.activeElement).to.equal(labelled(tag, theNew));
    await expect(tag).to.be.accessible();
  });

  it('lists the countries in the language of the page', async () => {
    const { tag } = await openTag('logto-phone', { attributes: { lang: 'de' } });
    await waitUntil(() => textOf(tag) !== '');
    await openForm(tag);
    await waitUntil(() => tag.querySelector('option'));
    const { options } = tag.querySelector('select')!;
    expect([...options].map(({ textContent }) => textContent)).to.include('Vereinigte Staaten (+1)');
  });

  for (const [typed, country, digits] of [
    ['(202) 555-0199', 'US', '12025550199'],
    ['030 901820', 'DE', '4930901820'],
    ['+49 30 901820', 'US', '4930901820'],
    ['0049 30 901820', 'DE', '4930901820'],
    [' 020 7946 0958 ', 'GB', '442079460958'],
  ] as const)
    it(`sends only digits with the country code: ${typed} of ${country}`, async () => {
      const { tag, sent, logto, user } = await openWithForm();
      await sendTo(tag, typed, country);
      const [asked] = sent.filter(({ path }) => path.endsWith('/verification-code'));
      expect(asked!.body).to.deep.equal({ identifier: { type: 'phone', value: digits } });
      await enterCode(tag, lastCode(logto));
      const record = logto.tenant.verificationRecords.at(-1)!;
      expect(writesIn(sent).map(({ path, body }) => [path, body])).to.deep.equal([
        ['/api/my-account/primary-phone', { phone: digits, newIdentifierVerificationRecordId: record.id }],
      ]);
      expect(user.primaryPhone).to.equal(digits);
    });

  it('formats numbers in groups, announces the change, fires an event and returns the focus', async () => {
    const { tag, logto } = await openWithForm();
    const heard = eventsOf(document, 'logto-phone-updated');
    await sendTo(tag, '030 901820', 'DE');
    expect(descriptionOf(labelled(tag, 'Code'))).to.equal('Enter the code that was sent to +49 30 901820.');
    expect(document.activeElement).to.equal(labelled(tag, 'Code'));
    await expect(tag).to.be.accessible();
    await enterCode(tag, lastCode(logto));
    expect([textOf(part(tag, 'value')), statusOf(tag)]).to.deep.equal(['+49 309 018 20', 'Phone saved.']);
    expect(heard.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['changed', 'phone', tag]]);
    expect(tag.shadowRoot!.activeElement).to.equal(part(tag, 'edit'));
    expect(isOpen(tag)).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('adds the first phone number', async () => {
    const { tag, user, logto } = await openWithForm({ user: { primaryPhone: null } });
    await sendTo(tag, '+442079460958');
    await enterCode(tag, lastCode(logto));
    expect(user.primaryPhone).to.equal('442079460958');
    expect(namesOf(tag, 'button')).to.include.members(['Change Phone', 'Remove Phone']);
  });

  for (const [typed, country, problem] of [
    ['', 'US', 'Phone number is required.'],
    ['202 555', 'US', 'This number is incomplete. Enter all of its digits.'],
    ['+', 'US', 'This number is incomplete. Enter all of its digits.'],
    [
      '030 9018201234567890',
      'DE',
      'This is not a valid phone number in that country. Check the digits and the country.',
    ],
    ['my number', 'US', 'This is not a valid phone number in that country. Check the digits and the country.'],
    ['202 555 0101 x5', 'US', 'Codes cannot be sent to an extension. Enter the number without it.'],
    ['+1 202 555 0101;ext=5', 'DE', 'Codes cannot be sent to an extension. Enter the number without it.'],
    ['(202) 555-0123', 'US', 'You already use this one. Enter another one, or cancel.'],
    ['+1 202 555 0123', 'DE', 'You already use this one. Enter another one, or cancel.'],
  ] as const)
    it(`shows what is wrong with “${typed}” of ${country} without a request`, async () => {
      const { tag, sent } = await openWithForm();
      await sendTo(tag, typed, country);
      const input = labelled(tag, theNew);
      expect(descriptionOf(input)).to.equal(problem);
      expect(input.value, 'what was typed').to.equal(typed);
      expect(document.activeElement).to.equal(input);
      expect(sent).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  it('lets the user correct a mistyped number, and discards it', async () => {
    const { tag, user, logto, sent } = await openWithForm();
    await sendTo(tag, '+44 20 7946 0959');
    await submit(tag, 'Use another number');
    await sendTo(tag, '+44 20 7946 0958');
    await enterCode(tag, lastCode(logto));
    const second = logto.tenant.verificationRecords.at(-1)!;
    expect(sent.at(-2)!.body).to.include({ verificationId: second.id });
    expect(sent.at(-1)!.body).to.deep.equal({ phone: '442079460958', newIdentifierVerificationRecordId: second.id });
    expect(user.primaryPhone).to.equal('442079460958');
  });

  it('keeps the country when the user goes back to correct the number', async () => {
    const { tag } = await openWithForm();
    await sendTo(tag, '030 901820', 'DE');
    await submit(tag, 'Use another number');
    expect(labelled<HTMLSelectElement>(tag, 'Country or region').value).to.equal('DE');
  });

  it('offers to use “another number” instead of “another address”', async () => {
    const { tag } = await openWithForm();
    await sendTo(tag, '+44 20 7946 0958');
    expect(namesOf(tag, 'button')).to.include('Use another number');
  });

  it('can send another code after a minute', async () => {
    const { tag, logto, user } = await openWithForm();
    await sendTo(tag, '+44 20 7946 0958');
    passTime(61_000);
    await waitUntil(() => namesOf(tag, 'button').includes('Send a new code'));
    await submit(tag, 'Send a new code');
    expect(descriptionOf(labelled(tag, 'Code'))).to.equal('A new code is on its way to +44 20 7946 0958.');
    await enterCode(tag, lastCode(logto));
    expect(user.primaryPhone).to.equal('442079460958');
  });
});

describe('removing a phone number', () => {
  it('asks for confirmation, and removes the number once', async () => {
    const { tag, sent, user } = await openTag('logto-phone');
    press(tag, 'Remove Phone');
    await waitUntil(() => parts(tag, 'cancel').length === 1);
    expect(textOf(part(tag, 'form'))).to.match(/^Remove \+1 202 555 0123\? /);
    await expect(tag).to.be.accessible();
    const remove = button(tag, 'Remove');
    remove.click();
    remove.click();
    await whenIdle(tag);
    expect(linesOf(writesIn(sent))).to.deep.equal(['DELETE /api/my-account/primary-phone']);
    expect(user.primaryPhone).to.equal(null);
    expect([textOf(part(tag, 'value')), statusOf(tag)]).to.deep.equal(['Not set', 'Phone removed.']);
    expect(alertsIn(tag)).to.deep.equal([]);
  });

  it('is not offered for the only way to sign in, and says why', async () => {
    const { tag } = await openTag('logto-phone', { user: { username: null, primaryEmail: null } });
    expect(button(tag, 'Remove Phone').getAttribute('aria-disabled')).to.equal('true');
    expect(textOf(tag)).to.contain('This is your only way to sign in, so it cannot be removed.');
    await expect(tag).to.be.accessible();
  });
});
