import { expect } from '@open-wc/testing';

import { saveAddressAtLogto } from '../fake-logto/hosted-address.js';
import { listenToConsole } from '../helpers/console.js';
import { whenRendered } from '../helpers/mount.js';
import { eventsOf, nextEvent } from '../helpers/next-event.js';
import { part, textOf } from '../helpers/read.js';
import {
  aField,
  aTenantWith,
  change,
  edit,
  enter,
  openProfile,
  press,
  rowOf,
  save,
  whenSaveEnds,
  statusOf,
  valueOf,
} from './profile-page.js';

const notes = { internalNotes: { theme: 'dark', seenTour: true } };
const customData = {
  jobTitle: 'Mathematician',
  teamSize: 2,
  newsletter: true,
  plan: 'pro',
  badge: 'AB-1843',
  ...notes,
};
const address = { streetAddress: '12 St James’s Square', locality: 'London', postalCode: 'SW1Y 4LB', country: 'GB' };

interface Case {
  label: string;
  enters: string | boolean;
  into?: string;
  sends: unknown;
  shows: string;
  event: string;
}

const inTheProfile: Case[] = [
  { label: 'Nickname', enters: 'Countess', sends: { nickname: 'Countess' }, shows: 'Countess', event: 'nickname' },
  { label: 'Nickname', enters: '', sends: { nickname: '' }, shows: 'Not set', event: 'nickname' },
  { label: 'Nickname', enters: '   ', sends: { nickname: '' }, shows: 'Not set', event: 'nickname' },
  {
    label: 'Birthday',
    enters: '1815-12-11',
    sends: { birthdate: '1815-12-11' },
    shows: 'December 11, 1815',
    event: 'birthdate',
  },
  { label: 'Birthday', enters: '', sends: { birthdate: '' }, shows: 'Not set', event: 'birthdate' },
  { label: 'Gender', enters: 'male', sends: { gender: 'male' }, shows: 'Male', event: 'gender' },
  { label: 'Gender', enters: '', sends: { gender: '' }, shows: 'Not set', event: 'gender' },
  {
    label: 'Website',
    enters: ' https://lovelace.example/a?b=c#d ',
    sends: { website: 'https://lovelace.example/a?b=c#d' },
    shows: 'https://lovelace.example/a?b=c#d',
    event: 'website',
  },
  {
    label: 'Full name',
    enters: 'King',
    into: 'Family name',
    sends: { familyName: 'King' },
    shows: 'Ada King',
    event: 'fullname',
  },
  {
    label: 'Address',
    enters: 'Paris',
    into: 'City',
    sends: {
      address: { ...address, locality: 'Paris', formatted: '12 St James’s Square, Paris, SW1Y 4LB, GB' },
    },
    shows: '12 St James’s Square, Paris, SW1Y 4LB, United Kingdom',
    event: 'address',
  },
];

const inTheAccount: Case[] = [
  { label: 'Name', enters: 'Ada King', sends: { name: 'Ada King' }, shows: 'Ada King', event: 'name' },
  { label: 'Name', enters: '', sends: { name: null }, shows: 'Not set', event: 'name' },
  ...[
    { label: 'Job title', enters: 'Countess', key: 'jobTitle', value: 'Countess', shows: 'Countess' },
    { label: 'Team size', enters: '12.5', key: 'teamSize', value: 12.5, shows: '12.5' },
    { label: 'Team size', enters: '', key: 'teamSize', value: undefined, shows: 'Not set' },
    { label: 'Newsletter', enters: false, key: 'newsletter', value: false, shows: 'No' },
    { label: 'Plan', enters: 'free', key: 'plan', value: 'free', shows: 'Free' },
    { label: 'Plan', enters: '', key: 'plan', value: undefined, shows: 'Not set' },
    { label: 'Badge', enters: 'ZZ-0001', key: 'badge', value: 'ZZ-0001', shows: 'ZZ-0001' },
  ].map(({ key, value, ...what }) => {
    // As JSON, in which a key without a value is no key.
    const sends: unknown = JSON.parse(JSON.stringify({ customData: { ...customData, [key]: value } }));
    return { ...what, sends, event: key };
  }),
];

describe('saving a field of <logto-profile>', () => {
  for (const [path, cases] of [
    ['/api/my-account/profile', inTheProfile],
    ['/api/my-account', inTheAccount],
  ] as const)
    for (const { label, enters, into, sends, shows, event } of cases)
      it(`sends “${enters}” as ${label} and nothing else, fires an event, and shows it`, async () => {
        const { tag, writes } = await openProfile();
        const heard = eventsOf(document, 'logto-profile-updated');
        await edit(tag, label, enters, into);
        expect(writes).to.deep.equal([{ method: 'PATCH', path, body: sends }]);
        expect(valueOf(tag, label)).to.equal(shows);
        expect(statusOf(tag)).to.equal(`${label} saved.`);
        expect(heard.map(({ item, target }) => [item, target === tag])).to.deep.equal([[event, true]]);
      });

  it('reports in the event whether a value was added, changed or removed', async () => {
    const { tag } = await openProfile({ user: { profile: {} } });
    const heard = eventsOf(document, 'logto-profile-updated');
    for (const nickname of ['Countess', 'Ada', '']) await edit(tag, 'Nickname', nickname);
    expect(heard.map(({ action, item }) => `${item} ${action}`)).to.deep.equal([
      'nickname added',
      'nickname changed',
      'nickname removed',
    ]);
  });

  it('announces the saved value in an existing live region, and returns the focus to the button', async () => {
    const { tag } = await openProfile();
    const status = tag.shadowRoot!.querySelector('[role="status"]')!;
    expect(textOf(status)).to.equal('');
    await edit(tag, 'Nickname', 'Countess');
    expect(textOf(status)).to.equal('Nickname saved.');
    expect(textOf(part(tag, 'status'))).to.equal('Saved');
    expect(tag.shadowRoot!.activeElement).to.equal(rowOf(tag, 'Nickname').querySelector('button'));
    await change(tag, 'Badge');
    expect(textOf(status)).to.equal('');
    await expect(tag).to.be.accessible();
  });

  it('fires an event with the name of the field but never its value', async () => {
    const { tag } = await openProfile();
    const updated = nextEvent(document, 'logto-profile-updated');
    await edit(tag, 'Nickname', 'Secret-Countess');
    const event = await updated;
    const told = Object.entries(event).map(([key, value]) => `${key}=${String(value)}`);
    expect(told).to.have.members(['isTrusted=false', 'action=changed', 'item=nickname']);
  });

  it('writes dates in the tenant’s format, and numbers of a claim as text', async () => {
    const catalogue = [aField('since', 'Date', { format: 'dd/MM/yyyy' }), aField('locale', 'Number', {})];
    const { tag, user, writes } = await openProfile({ catalogue });
    await edit(tag, 'since', '2020-02-29');
    expect(user.customData['since']).to.equal('29/02/2020');
    await edit(tag, 'locale', '12');
    expect(writes.at(-1)!.body).to.deep.equal({ locale: '12' });
  });

  it('removes an emptied part of an address, and keeps parts that are not shown', async () => {
    const parts = [
      { name: 'locality', enabled: true, type: 'Text' },
      { name: 'region', enabled: true, type: 'Text' },
    ];
    const { tag, user } = await openProfile({ catalogue: [aField('address', 'Address', { parts })] });
    await edit(tag, 'address', 'Greater London', 'State or region');
    await edit(tag, 'address', '', 'City');
    const { locality: _, ...kept } = address;
    expect(user.profile.address).to.deep.equal({ ...kept, region: 'Greater London', formatted: 'Greater London' });
  });

  it('removes an emptied address completely, including parts that the form does not show', async () => {
    const parts = [{ name: 'locality', enabled: true, type: 'Text' }];
    const { tag, user } = await openProfile({ catalogue: [aField('address', 'Address', { parts })] });
    await edit(tag, 'address', '', 'City');
    expect(user.profile.address).to.deep.equal({});
    expect(valueOf(tag, 'address')).to.equal('Not set');
  });

  it('formats an address like Logto’s own page: existing parts in the tenant’s order', async () => {
    const parts = ['streetAddress', 'postalCode', 'locality'].map((name) => ({ name, enabled: true, type: 'Text' }));
    const logto = aTenantWith({ catalogue: [aField('address', 'Address', { parts })] });
    saveAddressAtLogto(logto, logto.tenant.users[0]!, { streetAddress: '11 St James’s Square' });
    const { tag, user } = await openProfile({ logto });
    const stored = user.profile.address!;
    expect(stored.formatted).to.equal('11 St James’s Square, SW1Y 4LB, London');
    expect(valueOf(tag, 'address')).to.equal(stored.formatted);
    await edit(tag, 'address', '1 Main Street', 'Street');
    const formatted = '1 Main Street, SW1Y 4LB, London';
    expect(user.profile.address).to.deep.equal({ ...stored, streetAddress: '1 Main Street', formatted });
    expect(valueOf(tag, 'address')).to.equal(formatted);
  });

  it('neither shows nor sends the previous formatted address', async () => {
    const parts = ['streetAddress', 'locality'].map((name) => ({ name, enabled: true, type: 'Text' }));
    const stored = { streetAddress: '2 Side Street', locality: 'Town', formatted: '1 Main Street, Town' };
    const { tag, user } = await openProfile({
      catalogue: [aField('address', 'Address', { parts })],
      user: { profile: { address: stored } },
    });
    expect(valueOf(tag, 'address')).to.equal('2 Side Street, Town');
    await edit(tag, 'address', 'Village', 'City');
    expect(user.profile.address).to.deep.equal({
      streetAddress: '2 Side Street',
      locality: 'Village',
      formatted: '2 Side Street, Village',
    });
  });

  it('offers a formatted address as one field, and replaces it with its parts', async () => {
    const parts = [{ name: 'locality', enabled: true, type: 'Text' }];
    const catalogue = [aField('address', 'Address', { parts })];
    const { tag, user } = await openProfile({ catalogue, user: { profile: { address: { formatted: '1 Main St' } } } });
    expect(valueOf(tag, 'address')).to.equal('1 Main St');
    await edit(tag, 'address', 'Town', 'City');
    expect(user.profile.address).to.deep.equal({ locality: 'Town', formatted: 'Town' });
  });

  it('keeps the formatted address beside the changed parts without settings', async () => {
    listenToConsole();
    const stored = { ...address, formatted: 'The house on the square, London' };
    const { tag, user } = await openProfile({ settings: 'none', user: { profile: { address: stored } } });
    await edit(tag, 'Address', 'Paris', 'City');
    expect(user.profile.address).to.deep.equal({ ...stored, locality: 'Paris' });
    expect(valueOf(tag, 'Address')).to.contain('The house on the square, London').and.to.contain('Paris');
  });
});

describe('saving a profile field that others also write to', () => {
  it('merges custom data into the server’s current data', async () => {
    const { tag, user } = await openProfile();
    const row = await change(tag, 'Job title');
    enter(row, 'Countess');
    user.customData = { jobTitle: 'Mathematician', plan: 'free', addedMeanwhile: true };
    await save(row);
    expect(user.customData).to.deep.equal({ jobTitle: 'Countess', plan: 'free', addedMeanwhile: true });
    expect(valueOf(tag, 'Plan')).to.equal('Free');
  });

  it('merges an address into the server’s current address', async () => {
    const { tag, user } = await openProfile();
    const row = await change(tag, 'Address');
    enter(row, 'Paris', 'City');
    user.profile.address = { ...address, region: 'Somewhere' };
    await save(row);
    expect(user.profile.address).to.include({ locality: 'Paris', region: 'Somewhere' });
  });

  it('keeps both of two custom fields that are saved at once', async () => {
    const { tag, provider, user, writes } = await openProfile();
    const [second, third] = [document.createElement('logto-profile'), document.createElement('logto-profile')];
    provider.append(second, third);
    await whenRendered(provider);
    const [job, size, name] = [
      await change(tag, 'Job title'),
      await change(second, 'Team size'),
      await change(third, 'Name'),
    ];
    enter(job, 'Countess');
    enter(size, '7');
    enter(name, 'Augusta');
    for (const row of [job, size, name]) press(row, 'Save');
    for (const row of [job, size, name]) await whenSaveEnds(row);
    expect(user.customData).to.deep.equal({ ...customData, jobTitle: 'Countess', teamSize: 7 });
    expect(user.name).to.equal('Augusta');
    expect(writes).to.have.lengthOf(3);
  });

  it('shows the server’s value if it already equals the input', async () => {
    const { tag, user, writes } = await openProfile();
    const row = await change(tag, 'Job title');
    enter(row, 'Countess');
    user.customData = { ...user.customData, jobTitle: 'Countess' };
    await save(row);
    expect(writes).to.deep.equal([]);
    expect(valueOf(tag, 'Job title')).to.equal('Countess');
  });

  it('stores the default checkbox state that a new user sees and saves', async () => {
    const catalogue = [aField('newsletter', 'Checkbox', { defaultValue: 'true' })];
    const { tag, user } = await openProfile({ catalogue, user: { customData: {} } });
    const row = await change(tag, 'newsletter');
    expect((row.querySelector('input') as HTMLInputElement).checked).to.equal(true);
    await save(row);
    expect(user.customData).to.deep.equal({ newsletter: true });
    expect(valueOf(tag, 'newsletter')).to.equal('Yes');
  });

  it('keeps standard claims unchanged without settings', async () => {
    listenToConsole();
    const { tag, writes } = await openProfile({ settings: 'none' });
    await edit(tag, 'Time zone', 'europe/london');
    await edit(tag, 'Language', 'de-AT');
    await edit(tag, 'Profile page', 'www.example.com/ada');
    expect(writes.map(({ body }) => body)).to.deep.equal([
      { zoneinfo: 'Europe/London' },
      { locale: 'de-AT' },
      { profile: 'https://www.example.com/ada' },
    ]);
  });
});
