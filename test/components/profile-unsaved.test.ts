import { expect } from '@open-wc/testing';

import { asksBeforeLeaving } from '../helpers/leaving.js';
import { parts, textOf } from '../helpers/read.js';
import { change, enter, formOf, inputIn, openProfile, press, save, statusOf, valueOf } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('unsaved input in <logto-profile>', () => {
  it('makes the browser ask before leaving the page, until it is saved', async () => {
    const { tag } = await openProfile();
    expect(asksBeforeLeaving()).to.equal(false);
    const row = await change(tag, 'Nickname');
    expect(asksBeforeLeaving()).to.equal(false);
    enter(row, 'Countess');
    await tag.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    enter(row, 'Ada');
    await tag.updateComplete;
    expect(asksBeforeLeaving()).to.equal(false);
    enter(row, 'Countess');
    await save(row);
    expect(asksBeforeLeaving()).to.equal(false);
    enter(await change(tag, 'Badge'), 'ZZ-0001');
    await tag.updateComplete;
    expect(asksBeforeLeaving()).to.equal(true);
    tag.remove();
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('is kept when the language changes and the rest is translated', async () => {
    const { tag, provider } = await openProfile();
    const row = await change(tag, 'Name');
    enter(row, 'Augusta');
    provider.lang = 'de';
    await waitUntil(() => textOf(tag).includes('Speichern'));
    expect(inputIn(row).value).to.equal('Augusta');
    expect(textOf(row)).to.contain('Abbrechen');
    expect(document.activeElement).to.equal(inputIn(row));
    press(row, 'Speichern');
    await waitUntil(() => statusOf(tag) === 'Name: gespeichert.');
  });

  it('is kept when the account is read again', async () => {
    const { tag, provider, user } = await openProfile();
    enter(await change(tag, 'Name'), 'Augusta');
    user.profile.nickname = 'Countess';
    await provider.refresh();
    await tag.updateComplete;
    expect(inputIn(formOf(tag)).value).to.equal('Augusta');
    expect(valueOf(tag, 'Nickname')).to.equal('Countess');
  });

  it('is kept when the account cannot be read again', async () => {
    const { tag, provider, logto } = await openProfile();
    enter(await change(tag, 'Name'), 'Augusta');
    logto.intercept(() => new Response(null, { status: 500 }));
    await provider.refresh().catch(() => undefined);
    await tag.updateComplete;
    expect(inputIn(formOf(tag)).value).to.equal('Augusta');
  });

  it('is kept when the settings are read again, and the labels update', async () => {
    const { tag, provider, logto } = await openProfile();
    enter(await change(tag, 'Job title'), 'Countess');
    const accountCenter = {
      ...logto.tenant.accountCenter,
      profileFields: [{ name: 'jobTitle' }, { name: 'nickname' }],
    };
    provider.settings = { accountCenter, signInExperience: logto.tenant.signInExperience };
    await waitUntil(() => parts(tag, 'row').length === 4);
    expect(inputIn(formOf(tag)).value).to.equal('Countess');
  });

  it('is kept when the element is moved in the page', async () => {
    const { tag, provider } = await openProfile();
    enter(await change(tag, 'Name'), 'Augusta');
    const section = document.createElement('section');
    provider.append(section);
    section.append(tag);
    await waitUntil(() => parts(tag, 'row').length > 0);
    expect(inputIn(formOf(tag)).value).to.equal('Augusta');
    expect(asksBeforeLeaving()).to.equal(true);
  });
});
