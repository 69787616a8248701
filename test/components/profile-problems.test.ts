import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { eventsOf } from '../helpers/next-event.js';
import { textOf } from '../helpers/read.js';
import {
  aField,
  change,
  descriptionOf,
  enter,
  inputIn,
  openProfile,
  press,
  save,
  valueOf,
  type ProfileOptions,
} from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

interface Case {
  label: string;
  enters: string | boolean;
  into?: string;
  says: string;
  page?: ProfileOptions;
}

const withField = (...field: Parameters<typeof aField>): ProfileOptions => ({
  catalogue: [aField(...field)],
  user: { customData: {} },
});

const requiredNickname: ProfileOptions = {
  catalogue: [aField('nickname', 'Text', {}, { label: 'Nickname', required: true })],
};

const cases: Case[] = [
  { label: 'Job title', enters: '', says: 'Job title is required.' },
  { label: 'Job title', enters: '   ', says: 'Job title is required.' },
  { label: 'Job title', enters: 'x', says: 'Use at least 2 characters.' },
  { label: 'Job title', enters: 'x'.repeat(41), says: 'Use at most 40 characters.' },
  { label: 'Name', enters: 'x'.repeat(129), says: 'Use at most 128 characters.' },
  { label: 'Team size', enters: 'many', says: 'Enter a number.' },
  { label: 'Team size', enters: '0', says: 'Enter 1 or more.' },
  { label: 'Team size', enters: '501', says: 'Enter 500 or less.' },
  { label: 'Website', enters: 'ada', says: 'Enter a full web address, such as https://example.com.' },
  {
    label: 'Name',
    enters: '😀'.repeat(70),
    says: 'Use at most 128 characters. Emoji and some other characters count as two or more.',
  },
  { label: 'Nickname', enters: '\u200b\u3164', says: 'Nickname is required.', page: requiredNickname },
  { label: 'Team size', enters: '0012', says: 'Enter a number without leading zeros.' },
  { label: 'Team size', enters: '1,5', says: 'Enter a number in this format: 1,234.5.' },
  { label: 'Birthday', enters: '2999-05-12', says: 'Enter a date that is not in the future.' },
  { label: 'Birthday', enters: '0085-05-12', says: 'Enter the year with all four digits.' },
  {
    label: 'amount',
    enters: '12345678901234567890',
    says: 'This number has too many digits to be stored exactly. Enter a shorter one.',
    page: withField('amount', 'Number'),
  },
  { label: 'Website', enters: 'javascript:alert(1)', says: 'Enter a full web address, such as https://example.com.' },
  { label: 'Badge', enters: 'nonsense', says: 'This does not match the expected format. Example: AB-1234' },
  { label: 'Full name', enters: '', into: 'Given name', says: 'Given name is required.' },
  { label: 'Address', enters: '', into: 'City', says: 'City is required.' },
  {
    label: 'terms',
    enters: false,
    says: 'terms is required.',
    page: withField('terms', 'Checkbox', {}, { required: true }),
  },
  {
    label: 'card',
    enters: '',
    says: 'card is required.',
    page: withField('card', 'Select', { options: [{ value: 'a' }] }, { required: true }),
  },
  {
    label: 'code',
    enters: 'x',
    says: 'This does not match the expected format.',
    page: withField('code', 'Regex', { format: '^y' }),
  },
  // The time a backtracking engine takes for this doubles with each letter.
  {
    label: 'code',
    enters: `${'a'.repeat(60)}!`,
    says: 'This does not match the expected format.',
    page: withField('code', 'Regex', { format: '^(a+)+$' }),
  },
];

describe('the validation error of <logto-profile>', () => {
  for (const { label, enters, into, says, page } of cases)
    it(`says “${says}” for “${String(enters).slice(0, 20)}” as ${into ?? label}`, async () => {
      const { tag, writes, logto } = await openProfile(page);
      const errors = eventsOf(document, 'logto-error');
      const row = await change(tag, label);
      enter(row, enters, into);
      const requests = logto.requests.length;
      await save(row);
      const input = inputIn(row, into);
      expect([...row.querySelectorAll('.error')].map(textOf)).to.deep.equal([says]);
      expect(descriptionOf(input)).to.contain(says);
      expect(input.getAttribute('aria-invalid')).to.equal('true');
      await waitUntil(() => document.activeElement === input, 'The focus is not on the input.');
      if (input.type !== 'checkbox') expect(input.value).to.equal(enters);
      expect(writes).to.deep.equal([]);
      expect(logto.requests.length).to.equal(requests);
      expect(errors).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  it('disappears when the input changes, and a valid value is saved', async () => {
    const { tag, user } = await openProfile();
    const row = await change(tag, 'Badge');
    enter(row, 'nonsense');
    await save(row);
    enter(row, 'ZZ-0001');
    await tag.updateComplete;
    expect(row.querySelector('.error')).to.equal(null);
    expect(inputIn(row).getAttribute('aria-invalid')).to.equal('false');
    await save(row);
    expect(user.customData['badge']).to.equal('ZZ-0001');
  });

  it('appears once, at the first invalid part of a composite field', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Address');
    enter(row, '', 'Postal code');
    enter(row, '', 'City');
    await save(row);
    expect([...row.querySelectorAll('.error')].map(textOf)).to.deep.equal(['City is required.']);
    expect(document.activeElement).to.equal(inputIn(row, 'City'));
    expect(inputIn(row, 'Postal code').getAttribute('aria-invalid')).to.equal('false');
  });

  it('is not shown for a stored value that current rules would reject', async () => {
    const { tag, user, writes } = await openProfile({
      catalogue: [
        aField('address', 'Address', {
          parts: [
            { name: 'locality', enabled: true, type: 'Regex', config: { format: '^L' } },
            { name: 'region', enabled: true },
          ],
        }),
      ],
      user: { profile: { address: { locality: 'Paris' } } },
    });
    const row = await change(tag, 'address');
    enter(row, 'Ile-de-France', 'State or region');
    await save(row);
    expect(writes).to.have.lengthOf(1);
    expect(user.profile.address).to.include({ locality: 'Paris', region: 'Ile-de-France' });
  });

  it('describes the tenant’s date format', async () => {
    const { tag } = await openProfile(withField('month', 'Date', { format: 'custom', customFormat: 'MM/yyyy' }));
    const row = await change(tag, 'month');
    enter(row, 'May');
    await save(row);
    expect(textOf(row)).to.contain('Enter a date in this format: MM/yyyy.');
  });

  it('rejects unknown time zones', async () => {
    listenToConsole();
    const { tag } = await openProfile({ settings: 'none' });
    for (const [label, says] of [['Time zone', 'Choose a time zone from the list, such as Europe/Berlin.']] as const) {
      const row = await change(tag, label);
      enter(row, 'no such thing');
      await save(row);
      expect(descriptionOf(inputIn(row)), label).to.equal(says);
    }
  });
});

describe('the tenant’s regular expression', () => {
  for (const format of ['(', '(?=a)a', '\\1', '['.repeat(5000)])
    it(`is ignored with one console warning if it cannot be checked: ${format.slice(0, 10)}`, async () => {
      const said = listenToConsole();
      const { tag, user } = await openProfile(withField('code', 'Regex', { format }));
      for (const value of ['anything', 'at all']) {
        const row = await change(tag, 'code');
        enter(row, value);
        await save(row);
        expect(user.customData['code']).to.equal(value);
      }
      expect(said.warnings).to.have.lengthOf(1);
      expect(said.warnings[0]).to.contain('"code"');
      expect(said.warnings[0]).not.to.contain('anything');
    });

  it('does not hang the page if it takes too long', async () => {
    const { tag } = await openProfile(withField('code', 'Regex', { format: '^(\\w+\\s?)*$' }));
    const row = await change(tag, 'code');
    enter(row, `${'word '.repeat(2000)}!`);
    await save(row);
    expect(row.querySelectorAll('.error')).to.have.lengthOf(1);
  });

  it('may match anywhere in the value', async () => {
    const { tag } = await openProfile(withField('code', 'Regex', { format: '\\d' }));
    const row = await change(tag, 'code');
    enter(row, 'a1b');
    press(row, 'Save');
    await waitUntil(() => valueOf(tag, 'code') === 'a1b');
  });
});
