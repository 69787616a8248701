import { expect } from '@open-wc/testing';

import { snapshotOf, whenRendered } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, parts, textOf } from '../helpers/read.js';
import {
  beAt,
  currentOf,
  follow,
  linksOf,
  noticeOf,
  only,
  openAccount,
  whenAccountIdle,
  regionsOf,
  statesOf,
  tagsOf,
  visibleTagsOf,
} from './account-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const nothing = { fields: only(), deleteAccountUrl: null };
const allReadOnly = Object.fromEntries(Object.keys(only()!).map((name) => [name, 'ReadOnly' as const]));

/** All sections that there are for anybody, seen or not. */
const sectionsOf = (tag: Element) => parts(tag, 'section').map(({ ariaLabel }) => ariaLabel);

describe('<logto-account> with fields turned off by the tenant', () => {
  it('leaves out a section if everything in it is off', async () => {
    const { tag } = await openAccount({ ...nothing, fields: only({ name: 'Edit', session: 'Edit' }) });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(sectionsOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(tagsOf(tag)).to.deep.equal(['profile']);
    expect(tag.shadowRoot!.textContent).not.to.contain('Security');
  });

  it('has no navigation if only one section is left', async () => {
    const { tag } = await openAccount({ ...nothing, fields: only({ password: 'Edit' }) });
    expect(namesOf(tag, 'navigation')).to.deep.equal([]);
    expect(regionsOf(tag)).to.deep.equal(['Security']);
    expect(visibleTagsOf(tag)).to.deep.equal(['password']);
    await expect(tag).to.be.accessible();
  });

  it('says that the account is empty if everything is off', async () => {
    const { tag } = await openAccount(nothing);
    expect(noticeOf(tag)).to.equal('There is nothing to see or change here. For help, contact support.');
    expect(textOf(tag)).to.equal(`You are signed in ${noticeOf(tag)} Terms of use Privacy policy Contact support`);
    expect(statesOf(tag)).to.deep.equal(['empty']);
    expect([tagsOf(tag), sectionsOf(tag), namesOf(tag, 'navigation')]).to.deep.equal([[], [], []]);
    await expect(tag).to.be.accessible();
  });

  it('is not empty if accounts can be deleted', async () => {
    const { tag } = await openAccount({ ...nothing, deleteAccountUrl: 'https://example.com/leave' });
    expect([statesOf(tag), visibleTagsOf(tag)]).to.deep.equal([[], ['delete-account']]);
    expect(regionsOf(tag)).to.deep.equal(['Security']);
  });

  it('is empty if the deletion URL is invalid', async () => {
    for (const deleteAccountUrl of ['', '/leave', 'javascript:alert(1)', 'mailto:help@example.com']) {
      const { tag } = await openAccount({ ...nothing, deleteAccountUrl });
      expect([statesOf(tag), visibleTagsOf(tag)], deleteAccountUrl).to.deep.equal([['empty'], []]);
    }
  });

  it('does not offer account deletion if the tenant has no deletion URL', async () => {
    beAt('#security');
    const { tag } = await openAccount({ deleteAccountUrl: null });
    expect(tagsOf(tag)).to.include('mfa').and.not.to.include('delete-account');
  });

  it('leaves no gap for an element that turns out to be empty', async () => {
    const { tag } = await openAccount({
      ...nothing,
      fields: only({ password: 'Edit', mfa: 'Edit', passkey: 'Off', social: 'Edit' }),
      signInExperience: { socialConnectors: [] },
      mfa: { factors: [] },
    });
    expect(visibleTagsOf(tag)).to.deep.equal(['password']);
    const [section] = parts(tag, 'section');
    const left =
      section!.getBoundingClientRect().bottom - tag.querySelector('logto-password')!.getBoundingClientRect().bottom;
    expect(left).to.be.within(-1, 1);
  });

  it('leaves out a section whose last element turns out to be empty, and shows the first section instead', async () => {
    const { tag } = await openAccount({
      ...nothing,
      fields: only({ name: 'Edit', session: 'Edit', social: 'Edit' }),
      signInExperience: { socialConnectors: [] },
    });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Security', 'Devices and apps']);
    await follow(tag, 'Security');
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect([currentOf(tag), regionsOf(tag)]).to.deep.equal(['Profile', ['Profile']]);
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
  });

  it('starts with Security if the tenant shows no profile, even at #profile', async () => {
    for (const fragment of ['', '#profile', '#profile/nickname']) {
      beAt(`/${fragment}`);
      const fields = only({ email: 'Edit', password: 'Edit', session: 'Edit' });
      const { tag, provider } = await openAccount({ ...nothing, fields });
      expect(linksOf(tag), fragment).to.deep.equal(['Security', 'Devices and apps']);
      expect([currentOf(tag), visibleTagsOf(tag)], fragment).to.deep.equal(['Security', ['email', 'password']]);
      provider.remove();
    }
  });

  it('works without the tenant’s settings: fields that Logto does not send count as off', async () => {
    beAt('#devices');
    const { tag } = await openAccount({ settings: 'none', fields: { username: 'Off', email: 'Off', phone: 'Off' } });
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'connected-apps']);
    await follow(tag, 'Profile');
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys', 'social-links']);
  });

  it('updates when the page sets new settings', async () => {
    beAt('#security');
    const { tag, provider, logto } = await openAccount();
    expect(currentOf(tag)).to.equal('Security');
    logto.tenant.accountCenter.fields = only({ name: 'Edit', session: 'Edit' })!;
    logto.tenant.accountCenter.deleteAccountUrl = null;
    provider.settings = snapshotOf(logto);
    await waitUntil(() => linksOf(tag).length === 2);
    await whenAccountIdle(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
    expect(tagsOf(tag)).not.to.include('mfa');
  });
});

describe('<logto-account> when it is read-only', () => {
  /** The buttons of all sections, one after the other. */
  async function buttonsIn(tag: Parameters<typeof follow>[0]) {
    const all: string[] = [];
    for (const name of linksOf(tag)) {
      await follow(tag, name);
      all.push(...namesOf(tag, 'button'));
    }
    return all;
  }

  it('has no edit buttons if the tenant has made all fields read-only', async () => {
    const { tag } = await openAccount({ fields: allReadOnly, deleteAccountUrl: null, devFeatures: true });
    const lists = ['Show where you are signed in', 'Show connected apps', 'Show trusted devices'];
    expect(await buttonsIn(tag)).to.deep.equal(lists);
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'connected-apps', 'trusted-devices']);
  });

  it('has no edit buttons with the attribute readonly, even in sections visited later', async () => {
    const { tag } = await openAccount({ has: { readonly: '' } });
    expect((await buttonsIn(tag)).filter((name) => !name.startsWith('Show '))).to.deep.equal([]);
    for (const child of tag.querySelectorAll(':scope > :not(logto-sign-in)'))
      expect(child.hasAttribute('readonly'), child.localName).to.equal(true);
  });

  it('shows edit buttons when the attribute readonly is removed, and hides them when it is set again', async () => {
    const { tag } = await openAccount({ has: { readonly: '' } });
    tag.readonly = false;
    await whenRendered(tag);
    expect(namesOf(tag, 'button')).to.include('Change Nickname');
    await follow(tag, 'Security');
    expect(namesOf(tag, 'button')).to.include('Change Password');
    tag.setAttribute('readonly', '');
    await whenRendered(tag);
    expect(namesOf(tag, 'button')).not.to.include('Change Password');
  });

  it('reports “read-only” and never “editable” with the attribute readonly', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await openAccount({ has: { readonly: '' }, fields: only({ username: 'Edit', email: 'Edit' }) });
    expect(visibleTagsOf(tag)).to.deep.equal(['username', 'email', 'delete-account']);
    expect([...new Set(heard.map(({ access }) => access))]).to.deep.equal(['read-only']);
  });
});
