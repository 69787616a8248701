import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { textOf } from '../helpers/read.js';
import {
  aField,
  change,
  descriptionOf,
  inputIn,
  labelsOf,
  openProfile,
  rowOf,
  valueOf,
  valuesOf,
} from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const standardRows = [
  'Picture',
  'Name',
  'Full name',
  'Nickname',
  'Preferred username',
  'Birthday',
  'Gender',
  'Website',
  'Profile page',
  'Address',
  'Time zone',
  'Language',
];

describe('the fields of <logto-profile>', () => {
  it('are the tenant’s fields, with its order and labels', async () => {
    const { tag } = await openProfile();
    expect(valuesOf(tag)).to.deep.equal({
      Picture: 'A Not set',
      Name: 'Ada Lovelace',
      'Full name': 'Ada Lovelace',
      Nickname: 'Ada',
      Birthday: 'December 10, 1815',
      Gender: 'Female',
      Website: 'https://ada.example.com',
      Address: '12 St James’s Square London SW1Y 4LB United Kingdom',
      'Job title': 'Mathematician',
      'Team size': '2',
      Newsletter: 'Yes',
      Plan: 'Pro',
      Badge: 'AB-1843',
    });
    expect(labelsOf(tag)).to.deep.equal(Object.keys(valuesOf(tag)));
  });

  it('follow the order of the tenant’s selection, not of its catalog', async () => {
    const profileFields = [{ name: 'plan' }, { name: 'nickname' }, { name: 'avatar' }];
    const { tag } = await openProfile({ profileFields });
    expect(labelsOf(tag)).to.deep.equal(['Name', 'Plan', 'Nickname', 'Picture']);
  });

  it('are the standard claims in a usual order without settings', async () => {
    const said = listenToConsole();
    const { tag } = await openProfile({ settings: 'none' });
    expect(labelsOf(tag)).to.deep.equal(standardRows);
    expect(valuesOf(tag)).to.include({ Birthday: 'December 10, 1815', Gender: 'Female', Language: 'British English' });
    expect(await said.warned()).to.have.lengthOf(1);
    expect(said.warnings[0]).to.contain('settings');
    await expect(tag).to.be.accessible();
  });

  it('can come from inline settings', async () => {
    const { tag } = await openProfile({ settings: 'inline' });
    expect(labelsOf(tag)).to.include('Job title');
  });

  it('show values in the language of the page', async () => {
    document.documentElement.lang = 'de';
    try {
      const catalogue = [aField('size', 'Number'), aField('since', 'Date'), aField('member', 'Checkbox')];
      const customData = { size: 12345.5, since: '2020-02-29', member: false };
      const { tag } = await openProfile({ catalogue, user: { customData } });
      await waitUntil(() => valueOf(tag, 'member') !== 'No', 'The words were not loaded.');
      expect(valuesOf(tag)).to.include({ size: '12.345,5', since: '29. Februar 2020', member: 'Nein' });
    } finally {
      document.documentElement.lang = 'en';
    }
  });

  it('show a date in the tenant’s custom format as a date', async () => {
    const catalogue = [aField('since', 'Date', { format: 'dd/MM/yyyy' })];
    const { tag } = await openProfile({ catalogue, user: { customData: { since: '29/02/2020' } } });
    expect(valueOf(tag, 'since')).to.equal('February 29, 2020');
  });

  it('show a stored value even if it does not match the field’s type', async () => {
    const catalogue = [
      aField('size', 'Number'),
      aField('since', 'Date'),
      aField('plan', 'Select', { options: [{ value: 'a' }] }),
    ];
    const customData = { size: 'many', since: 'long ago', plan: 'retired' };
    const { tag } = await openProfile({ catalogue, user: { customData } });
    expect(valuesOf(tag)).to.include({ size: 'many', since: 'long ago', plan: 'retired' });
  });

  it('show an address line by line', async () => {
    const { tag } = await openProfile();
    const value = rowOf(tag, 'Address').querySelector<HTMLElement>('[part~="value"]')!;
    expect(value.textContent.trim().split('\n')).to.deep.equal([
      '12 St James’s Square',
      'London',
      'SW1Y 4LB',
      'United Kingdom',
    ]);
    const range = new Range();
    range.selectNodeContents(value);
    const tops = new Set([...range.getClientRects()].map(({ top }) => top));
    expect(tops.size).to.equal(4);
  });

  it('show only the enabled parts of a composite field, in the tenant’s order', async () => {
    const parts = [
      { name: 'familyName', enabled: true, label: 'Surname' },
      { name: 'middleName', enabled: false },
      { name: 'givenName', enabled: true },
    ];
    const { tag } = await openProfile({ catalogue: [aField('fullname', 'Fullname', { parts }, { label: 'Called' })] });
    expect(valueOf(tag, 'Called')).to.equal('Lovelace Ada');
    const row = await change(tag, 'Called');
    expect([...row.querySelectorAll('label')].map(textOf)).to.deep.equal(['Surname', 'First name']);
  });

  it('show the tenant’s description in the form', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Job title');
    const input = inputIn(row, 'Job title') as HTMLInputElement;
    expect(descriptionOf(input)).to.equal('Shown on your card');
    expect(input.placeholder).to.equal('Engineer');
    expect(input.getAttribute('aria-required')).to.equal('true');
  });

  it('offer the tenant’s options in order, and the user’s previous value', async () => {
    const options = [{ value: 'b', label: 'Bronze' }, { value: 's', label: 'Silver' }, { value: 'gold' }];
    const catalogue = [aField('card', 'Select', { options })];
    const { tag } = await openProfile({ catalogue, user: { customData: { card: 'platinum' } } });
    const select = inputIn(await change(tag, 'card')) as HTMLSelectElement;
    const offered = [...select.options].map(({ label }) => label.trim());
    expect(offered).to.deep.equal(['Choose…', 'Bronze', 'Silver', 'gold', 'platinum']);
    expect(select.value).to.equal('platinum');
  });

  it('set autocomplete for standard claims, but not for custom fields', async () => {
    const { tag } = await openProfile();
    const completes = async (label: string) =>
      [...(await change(tag, label)).querySelectorAll('input, select')].map((input) =>
        input.getAttribute('autocomplete'),
      );
    expect(await completes('Full name')).to.deep.equal(['given-name', 'family-name']);
    expect(await completes('Birthday')).to.deep.equal(['bday']);
    expect(await completes('Address')).to.deep.equal([
      'street-address',
      'address-level2',
      'postal-code',
      'country-name',
    ]);
    expect(await completes('Badge')).to.deep.equal(['off']);
  });

  it('offer the browser’s time zones', async () => {
    listenToConsole();
    const { tag } = await openProfile({ settings: 'none' });
    const input = inputIn(await change(tag, 'Time zone')) as HTMLInputElement;
    expect([...input.list!.options].map(({ value }) => value)).to.include('Europe/London');
  });
});
