import { expect } from '@open-wc/testing';

import { listenToConsole } from '../helpers/console.js';
import { endpoint } from '../helpers/mount.js';
import { part, parts, textOf } from '../helpers/read.js';
import { aField, change, edit, enter, formOf, inputIn, openProfile, rowOf, save, valueOf } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('input in <logto-profile>', () => {
  for (const [lang, typed, stored] of [
    ['de', '45.000', 45000],
    ['de', '1,5', 1.5],
    ['fr', '1\u202f234,5', 1234.5],
    ['de-CH', '1’234’567.5', 1234567.5],
    ['hi', '१२,३४,५६७', 1234567],
    ['fa', '۱۲٫۵', 12.5],
  ] as const)
    it(`stores ${stored} for the number ${typed} in ${lang}, and shows the same number again`, async () => {
      const catalogue = [aField('amount', 'Number')];
      const { tag, user, writes } = await openProfile({ catalogue, attributes: { lang } });
      user.customData = {};
      const open = async () => {
        await waitUntil(() => parts(tag, 'edit').at(-1), 'The words did not come.');
        parts(tag, 'edit').at(-1)!.click();
        await waitUntil(() => tag.querySelector('form'), 'The form did not open.');
        return formOf(tag);
      };
      const submit = async (form: Element) => {
        form.querySelector('form')!.requestSubmit();
        await waitUntil(() => !tag.querySelector('form'), 'It was not saved.');
      };
      const form = await open();
      enter(form, typed);
      await submit(form);
      expect(user.customData).to.deep.equal({ amount: stored });
      await submit(await open());
      expect(writes, 'what the form began with is the same number').to.have.lengthOf(1);
    });

  it('is trimmed and loses invisible characters, in every field', async () => {
    const { tag, user } = await openProfile();
    await edit(tag, 'Name', '\u3000\u200b  Emil \u{1f468}\u200d\u{1f4bb}\u200f ');
    await edit(tag, 'Nickname', '\ufeffEm\u00adil');
    await edit(tag, 'Job title', '\u00a0Engineer\u2060');
    await edit(tag, 'Address', ' Paris\u200b ', 'City');
    expect(user).to.include({ name: 'Emil \u{1f468}\u200d\u{1f4bb}' });
    expect(user.profile.nickname).to.equal('Emil');
    expect(user.customData['jobTitle']).to.equal('Engineer');
    expect(user.profile.address).to.include({ locality: 'Paris' });
  });

  it('is empty if it contains only invisible characters', async () => {
    const { tag, user } = await openProfile();
    await edit(tag, 'Name', '\u3164\u200b');
    expect(user.name).to.equal(null);
    expect(valueOf(tag, 'Name')).to.equal('Not set');
  });

  it('completes a URL without a scheme', async () => {
    const { tag, user } = await openProfile();
    await edit(tag, 'Website', 'www.example.com');
    expect(user.profile.website).to.equal('https://www.example.com');
    const { host } = new URL(endpoint);
    await edit(tag, 'Picture', `${host}/user-assets/none.png`, 'Or use a link to a picture');
    expect(user.avatar).to.equal(`https://${host}/user-assets/none.png`);
  });

  it('uses the current name of a time zone, and finds it in a list', async () => {
    const { tag, user } = await openProfile({
      catalogue: [aField('zoneinfo', 'Text', {}, { label: 'Time zone' })],
      user: { profile: { zoneinfo: 'Asia/Calcutta' } },
    });
    expect(valueOf(tag, 'Time zone')).to.equal('Asia/Kolkata');
    const row = await change(tag, 'Time zone');
    const input = inputIn(row) as HTMLInputElement;
    expect(input.value).to.equal('Asia/Kolkata');
    const names = [...input.list!.options].map(({ value }) => value);
    expect(names).to.include.members(['UTC', 'Asia/Kolkata', 'Europe/Kyiv', 'America/Nuuk', 'Asia/Ho_Chi_Minh']);
    expect(names).not.to.include('Asia/Calcutta');
    await save(row);
    expect(user.profile.zoneinfo, 'nothing was changed').to.equal('Asia/Calcutta');
    await edit(tag, 'Time zone', 'europe/kiev');
    expect(user.profile.zoneinfo).to.equal('Europe/Kyiv');
  });

  it('offers languages by their own names, and keeps a value stored in another form', async () => {
    const { tag, user, writes } = await openProfile({
      catalogue: [aField('locale', 'Text', {}, { label: 'Language' })],
      user: { profile: { locale: 'Deutsch' } },
    });
    expect(valueOf(tag, 'Language')).to.equal('Deutsch');
    const row = await change(tag, 'Language');
    const select = inputIn(row) as HTMLSelectElement;
    const named = (value: string) => [...select.options].find((option) => option.value === value)?.label;
    expect([named('de'), named('fr-CA'), named('ja'), named('pt-BR')]).to.deep.equal([
      'Deutsch',
      'Français (Canada)',
      '日本語',
      'Português (Brasil)',
    ]);
    expect(select.value).to.equal('Deutsch');
    await expect(tag).to.be.accessible();
    await save(row);
    expect(writes).to.deep.equal([]);
    await edit(tag, 'Language', 'de-AT');
    expect(user.profile.locale).to.equal('de-AT');
  });

  it('keeps the line breaks of an unchanged text, and replaces them with spaces after a change', async () => {
    const lines = '12 Saint James Square\nLondon';
    const { tag, user, writes } = await openProfile({
      catalogue: [aField('place', 'Text', {}, { label: 'Place' })],
      user: { customData: { place: lines } },
    });
    const row = await change(tag, 'Place');
    expect(inputIn(row)).to.have.property('value', '12 Saint James Square London');
    await save(row);
    expect([writes, user.customData['place']]).to.deep.equal([[], lines]);
    const again = await change(tag, 'Place');
    enter(again, `${inputIn(again).value}, England`);
    await save(again);
    expect(user.customData['place']).to.equal('12 Saint James Square London, England');
  });

  it('keeps and formats a partial birthdate', async () => {
    listenToConsole();
    for (const [birthdate, shown] of [
      ['1990', '1990'],
      ['0000-05-14', 'May 14'],
    ] as const) {
      const { tag, user, writes } = await openProfile({ user: { profile: { birthdate } } });
      expect(valueOf(tag, 'Birthday')).to.equal(shown);
      await save(await change(tag, 'Birthday'));
      expect(writes).to.deep.equal([]);
      expect(user.profile.birthdate).to.equal(birthdate);
    }
  });

  it('is left-to-right for numbers, URLs and time zones, even in a right-to-left page', async () => {
    listenToConsole();
    const { tag, provider } = await openProfile({ settings: 'none' });
    provider.dir = 'rtl';
    const direction = (element: Element) => getComputedStyle(element).direction;
    expect(direction(rowOf(tag, 'Website').querySelector('bdi')!)).to.equal('ltr');
    for (const label of ['Website', 'Time zone', 'Birthday'])
      expect(direction(inputIn(await change(tag, label))), label).to.equal('ltr');
    const picture = await change(tag, 'Picture');
    expect(direction(inputIn(picture, 'Or use a link to a picture'))).to.equal('ltr');
  });

  it('uses the first user-perceived character for the initial', async () => {
    const { tag } = await openProfile({ user: { name: '🇩🇪 Emil', avatar: null } });
    expect(textOf(part(tag, 'avatar'))).to.equal('🇩🇪 Not set');
  });
});
