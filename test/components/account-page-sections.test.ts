import { expect } from '@open-wc/testing';

import { namesOf, part, parts, textOf } from '../helpers/read.js';
import {
  beAt,
  currentOf,
  follow,
  linkOf,
  linksOf,
  only,
  openAccount,
  whenAccountIdle,
  regionsOf,
  tagIn,
  tagsOf,
  visibleTagsOf,
  type AccountOptions,
} from './account-page.js';
import { enter, labelled, openForm } from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const profile = ['profile'];
const security = ['username', 'email', 'phone', 'password', 'mfa', 'passkeys', 'social-links', 'delete-account'];
const sessions = ['sessions', 'connected-apps', 'trusted-devices'];

/** A tenant on which nothing is off. */
const everything: AccountOptions = { fields: { trustedDevice: 'Edit' }, devFeatures: true };

describe('<logto-account> on a tenant with all features', () => {
  it('has a navigation with a link to each section, and marks the current one', async () => {
    const { tag } = await openAccount(everything);
    expect(namesOf(tag, 'navigation')).to.deep.equal(['Account sections']);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Devices and apps']);
    expect(currentOf(tag)).to.equal('Profile');
    const { origin, pathname, search } = location;
    for (const [name, section] of [
      ['Profile', 'profile'],
      ['Security', 'security'],
      ['Devices and apps', 'devices'],
    ] as const)
      expect(linkOf(tag, name).href).to.equal(`${origin}${pathname}${search}#${section}`);
    await follow(tag, 'Security');
    expect(currentOf(tag)).to.equal('Security');
    expect(location.hash).to.equal('#security');
  });

  it('shows one section, as a region named like its link', async () => {
    const { tag } = await openAccount(everything);
    expect(regionsOf(tag)).to.deep.equal(['Profile']);
    await follow(tag, 'Devices and apps');
    expect(regionsOf(tag)).to.deep.equal(['Devices and apps']);
  });

  it('adds the elements of a section to the page when it is first visited', async () => {
    const { tag } = await openAccount(everything);
    expect(tagsOf(tag)).to.have.members(profile);
    expect(visibleTagsOf(tag)).to.deep.equal(profile);
    await follow(tag, 'Security');
    expect(tagsOf(tag)).to.have.members([...profile, ...security]);
    expect(visibleTagsOf(tag)).to.deep.equal(security);
    await follow(tag, 'Devices and apps');
    expect(tagsOf(tag)).to.have.members([...profile, ...security, ...sessions]);
    expect(visibleTagsOf(tag)).to.deep.equal(sessions);
    for (const name of [...profile, ...security, ...sessions])
      expect(document.querySelector(`logto-${name}`) !== null, name).to.equal(true);
    await follow(tag, 'Profile');
    expect(visibleTagsOf(tag)).to.deep.equal(profile);
  });

  it('requests only what the visited sections need', async () => {
    const { tag, logto } = await openAccount(everything);
    const asked = () => logto.requests.map(({ path }) => path.replace('/api/my-account', ''));
    expect(asked()).to.deep.equal(['']);
    await follow(tag, 'Security');
    expect(asked().join()).to.contain('/mfa-verifications');
    expect(asked().join()).not.to.contain('trusted-devices');
  });

  it('keeps unsaved input while the user visits another section', async () => {
    beAt('#security');
    const { tag } = await openAccount(everything);
    const username = tagIn(tag, 'logto-username');
    await openForm(username);
    enter(username, 'Username', 'countess');
    await follow(tag, 'Profile');
    expect(username.checkVisibility()).to.equal(false);
    await follow(tag, 'Security');
    expect(tagIn(tag, 'logto-username') === username).to.equal(true);
    expect(labelled(username, 'Username').value).to.equal('countess');
    expect(username.checkVisibility()).to.equal(true);
  });

  it('opens at the section that the address names', async () => {
    beAt('#devices');
    const { tag } = await openAccount(everything);
    expect(currentOf(tag)).to.equal('Devices and apps');
    expect(tagsOf(tag)).to.have.members(sessions);
  });

  it('shows the sign-out button, or who is signed in, above the sections', async () => {
    const { tag } = await openAccount(everything);
    const signIn = tagIn(tag, 'logto-sign-in');
    expect(textOf(signIn)).to.equal('Signed in as Ada Lovelace');
    expect(signIn.getBoundingClientRect().bottom <= part(tag, 'navigation').getBoundingClientRect().top).to.equal(true);
    await follow(tag, 'Security');
    expect(signIn.checkVisibility()).to.equal(true);
  });

  it('has the custom state “ready”, and none of “loading” or “empty”', async () => {
    const { tag } = await openAccount(everything);
    expect(tag.matches(':state(ready)')).to.equal(true);
    for (const state of ['loading', 'signed-out', 'failed', 'empty'])
      expect(tag.matches(`:state(${state})`), state).to.equal(false);
    expect(textOf(tag)).not.to.contain('Loading…');
    expect(parts(tag, 'error')).to.have.lengthOf(0);
  });

  it('shows all sections again after it is moved within the page', async () => {
    const { tag, provider } = await openAccount(everything);
    await follow(tag, 'Security');
    const box = document.createElement('div');
    provider.append(box);
    box.append(tag);
    await follow(tag, 'Profile');
    expect(visibleTagsOf(tag)).to.deep.equal(profile);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(security);
    expect(tagsOf(tag)).to.have.lengthOf(profile.length + security.length);
  });

  it('uses the language of the page, and so do its elements', async () => {
    const { tag } = await openAccount({ ...everything, has: { lang: 'de' } });
    await waitUntil(() => linksOf(tag)[1] === 'Sicherheit');
    expect(regionsOf(tag)).to.deep.equal(['Profil']);
    expect(namesOf(tag, 'navigation')[0]).not.to.equal('Account sections');
    expect(textOf(tagIn(tag, 'logto-profile'))).to.contain('Spitzname');
  });

  it('recovers when an element’s translation loads later than its own', async () => {
    const { tag } = await openAccount();
    const late = Object.assign(document.createElement('logto-sign-in'), { slot: 'logto-sign-in', lang: 'cs' });
    tagIn(tag, 'logto-sign-in').replaceWith(late);
    await waitUntil(() => parts(tag, 'loading').length > 0, 'Nothing was on its way.');
    await whenAccountIdle(tag);
    expect(textOf(late)).to.equal('Přihlášený účet: Ada Lovelace');
  });
});

describe('the tenant’s terms, privacy policy and support address', () => {
  const linksIn = (tag: HTMLElement) =>
    [...tag.shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part="service"] a')].map((link) => [
      textOf(link),
      link.href,
    ]);

  it('appear below all sections', async () => {
    const { tag } = await openAccount();
    const links = [
      ['Terms of use', 'http://localhost:5173/terms'],
      ['Privacy policy', 'http://localhost:5173/privacy'],
      ['Contact support', 'mailto:help@example.com'],
    ];
    expect(linksIn(tag)).to.deep.equal(links);
    await follow(tag, 'Security');
    expect(linksIn(tag)).to.deep.equal(links);
    await expect(tag).to.be.accessible();
  });

  it('appear even if the tenant has turned everything else off', async () => {
    expect(linksIn((await openAccount({ fields: only(), deleteAccountUrl: null })).tag)).to.have.lengthOf(3);
  });

  it('are left out if they are unsafe URLs or unknown', async () => {
    const signInExperience = {
      termsOfUseUrl: 'javascript:alert(1)',
      privacyPolicyUrl: null,
      supportEmail: 'a@b.example?bcc=c@d.example',
    };
    expect(parts((await openAccount({ signInExperience })).tag, 'service')).to.deep.equal([]);
    expect(parts((await openAccount({ settings: 'none' })).tag, 'service')).to.deep.equal([]);
  });
});
