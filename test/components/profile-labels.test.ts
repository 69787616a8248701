import { expect } from '@open-wc/testing';

import type { LogtoProfile } from '../../components/profile/profile-element.js';
import { addMessages } from '../../src/localize/languages.js';
import { whenRendered } from '../helpers/mount.js';
import { textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import { aField, labelsOf, openProfile, rowOf, valuesOf } from './profile-page.js';

/** A tenant whose administrator has typed Logto's English words, and some others. */
const typed = [
  aField('nickname', 'Text', {}, { label: ' NICKNAME ' }),
  aField('birthdate', 'Date', {}, { label: 'Date of birth' }),
  aField('givenName', 'Text', {}, { label: 'givenName' }),
  aField('website', 'Url', {}, { label: 'Blog' }),
  aField('zip', 'Text', {}, { label: 'Zip code' }),
];

const readIn = async (lang: string, catalogue: unknown[], user = {}) => {
  const page = await openProfile({ catalogue, user, attributes: { lang } });
  await waitUntil(() => labelsOf(page.tag).length > 0, 'There are no rows.');
  return page;
};

/** Whatever the button is called in this language. */
async function openRow(tag: LogtoProfile, label: string) {
  rowOf(tag, label).querySelector<HTMLElement>('[part~="edit"]')!.click();
  await waitUntil(() => tag.querySelector('.logto-form'), 'No form is open.');
  return tag.querySelector('.logto-form')!;
}

const own = ({ tag }: Awaited<ReturnType<typeof readIn>>) => labelsOf(tag).slice(2); // after picture and name

describe('The labels of <logto-profile>', () => {
  it('are translated if the tenant has kept Logto’s English labels', async () => {
    expect(own(await readIn('de', typed))).to.deep.equal(['Spitzname', 'Geburtstag', 'Vorname', 'Blog', 'Zip code']);
  });

  it('use the tenant’s spelling in English', async () => {
    const labels = own(await readIn('en-GB', typed));
    expect(labels).to.deep.equal(['NICKNAME', 'Date of birth', 'givenName', 'Blog', 'Zip code']);
  });

  it('are kept if they are an English standard label on another field', async () => {
    expect(own(await readIn('de', [aField('nickname', 'Text', {}, { label: 'Name' })]))).to.deep.equal(['Name']);
  });

  it('are translated for options and parts of an address, too', async () => {
    const options = [
      { value: 'female', label: 'Female' },
      { value: 'male', label: 'Chap' },
    ];
    const parts = [{ name: 'postalCode', enabled: true, label: 'Zip code' }];
    const catalogue = [aField('gender', 'Select', { options }), aField('address', 'Address', { parts })];
    const page = await readIn('de', catalogue, { profile: { gender: 'female' } });
    expect(valuesOf(page.tag)['Geschlecht']).to.equal('Weiblich');
    const form = await openRow(page.tag, 'Adresse');
    expect([...form.querySelectorAll('label')].map(textOf)).to.deep.equal(['Postleitzahl']);
  });

  it('prefer the page’s messages for the current language, and update immediately', async () => {
    const options = [{ value: 'r', label: 'Red' }];
    const team = aField('team', 'Select', { options }, { label: 'Team', description: 'Yours.' });
    const page = await readIn('nl', [team, ...typed], { customData: { team: 'r' } });
    expect(own(page)[0]).to.equal('Team');
    addMessages('nl', {
      'profile.field.team': 'Ploeg',
      'profile.option.team.r': 'Rood',
      'profile.description.team': 'De jouwe.',
      'profile.field.website': 'Weblog',
      'profile.placeholder.website': 'https://weblog.example',
    });
    await whenRendered(page.provider);
    expect(own(page)).to.include.members(['Ploeg', 'Weblog']);
    expect(valuesOf(page.tag)['Ploeg']).to.equal('Rood');
    expect(textOf(await openRow(page.tag, 'Ploeg'))).to.contain('De jouwe.');
  });

  it('ignore the page’s messages for another language', async () => {
    addMessages('fr', { 'profile.field.zip': 'Code postal' });
    expect(own(await readIn('de', typed)).at(-1)).to.equal('Zip code');
    expect(own(await readIn('fr-CH', typed)).at(-1)).to.equal('Code postal');
  });

  it('prefer the page’s message for a part of one field to the one for all fields', async () => {
    const options = [{ value: 'gb', label: 'Britain' }];
    const parts = [
      { name: 'postalCode', enabled: true },
      { name: 'locality', enabled: true },
      { name: 'country', type: 'Select', enabled: true, config: { options } },
    ];
    addMessages('it', {
      'profile.field.address.postalCode': 'CAP di casa',
      'profile.placeholder.address.postalCode': '00100',
      'profile.option.address.country.gb': 'Gran Bretagna',
      'profile.field.postalCode': 'CAP',
      'profile.field.locality': 'Comune',
      'profile.field.fullname.givenName': 'Nome di battesimo',
    });
    const page = await readIn('it', [aField('address', 'Address', { parts }), aField('fullname', 'Fullname')]);
    const form = await openRow(page.tag, 'Indirizzo');
    expect([...form.querySelectorAll('label')].map(textOf)).to.deep.equal(['CAP di casa', 'Comune', 'Paese']);
    expect(form.querySelector('input')!.placeholder).to.equal('00100');
    const choices = [...form.querySelectorAll('option')].map(({ textContent }) => textContent.trim());
    expect(choices).to.include('Gran Bretagna');
    form.querySelector<HTMLElement>('.cancel')!.click();
    const name = await openRow(page.tag, 'Nome completo');
    expect([...name.querySelectorAll('label')].map(textOf)[0]).to.equal('Nome di battesimo');
  });
});
