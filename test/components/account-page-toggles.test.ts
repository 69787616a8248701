import { expect } from '@open-wc/testing';

import { snapshotOf, shown } from '../helpers/mount.js';
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
  quiet,
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

describe('<logto-account> as the tenant allows', () => {
  it('has no trace of a section of which everything is off', async () => {
    const { tag } = await openAccount({ ...nothing, fields: only({ name: 'Edit', session: 'Edit' }) });
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(sectionsOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(tagsOf(tag)).to.deep.equal(['profile']);
    expect(tag.shadowRoot!.textContent).not.to.contain('Security');
  });

  it('has no navigation where one section is left', async () => {
    const { tag } = await openAccount({ ...nothing, fields: only({ password: 'Edit' }) });
    expect(namesOf(tag, 'navigation')).to.deep.equal([]);
    expect(regionsOf(tag)).to.deep.equal(['Security']);
    expect(visibleTagsOf(tag)).to.deep.equal(['password']);
    await expect(tag).to.be.accessible();
  });

  it('says in one sentence that there is nothing, where everything is off', async () => {
    const { tag } = await openAccount(nothing);
    expect(noticeOf(tag)).to.equal('There is nothing to see or change here. For help, contact support.');
    expect(textOf(tag)).to.equal(`You are signed in ${noticeOf(tag)} Terms of use Privacy policy Contact support`);
    expect(statesOf(tag)).to.deep.equal(['empty']);
    expect([tagsOf(tag), sectionsOf(tag), namesOf(tag, 'navigation')]).to.deep.equal([[], [], []]);
    await expect(tag).to.be.accessible();
  });

  it('is not empty where accounts can be deleted', async () => {
    const { tag } = await openAccount({ ...nothing, deleteAccountUrl: 'https://example.com/leave' });
    expect([statesOf(tag), visibleTagsOf(tag)]).to.deep.equal([[], ['delete-account']]);
    expect(regionsOf(tag)).to.deep.equal(['Security']);
  });

  it('is empty where the address for deleting accounts leads nowhere', async () => {
    for (const deleteAccountUrl of ['', '/leave', 'javascript:alert(1)', 'mailto:help@example.com']) {
      const { tag } = await openAccount({ ...nothing, deleteAccountUrl });
      expect([statesOf(tag), visibleTagsOf(tag)], deleteAccountUrl).to.deep.equal([['empty'], []]);
    }
  });

  it('has no way to delete the account where the tenant has none', async () => {
    beAt('#security');
    const { tag } = await openAccount({ deleteAccountUrl: null });
    expect(tagsOf(tag)).to.include('mfa').and.not.to.include('delete-account');
  });

  it('leaves no gap for a tag that turns out to have nothing', async () => {
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

  it('has no section any more whose last tag turns out to have nothing, and shows the first instead', async () => {
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

  it('begins with Security where the tenant shows no profile, also at an address that names it', async () => {
    for (const fragment of ['', '#profile', '#profile/nickname']) {
      beAt(`/${fragment}`);
      const fields = only({ email: 'Edit', password: 'Edit', session: 'Edit' });
      const { tag, provider } = await openAccount({ ...nothing, fields });
      expect(linksOf(tag), fragment).to.deep.equal(['Security', 'Devices and apps']);
      expect([currentOf(tag), visibleTagsOf(tag)], fragment).to.deep.equal(['Security', ['email', 'password']]);
      provider.remove();
    }
  });

  it('does without the tenant’s settings: what Logto does not send counts as off', async () => {
    beAt('#devices');
    const { tag } = await openAccount({ settings: 'none', fields: { username: 'Off', email: 'Off', phone: 'Off' } });
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'connected-apps']);
    await follow(tag, 'Profile');
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
    await follow(tag, 'Security');
    expect(visibleTagsOf(tag)).to.deep.equal(['password', 'mfa', 'passkeys', 'social-links']);
  });

  it('follows the tenant’s settings when the page has newer ones', async () => {
    beAt('#security');
    const { tag, provider, logto } = await openAccount();
    expect(currentOf(tag)).to.equal('Security');
    logto.tenant.accountCenter.fields = only({ name: 'Edit', session: 'Edit' })!;
    logto.tenant.accountCenter.deleteAccountUrl = null;
    provider.settings = snapshotOf(logto);
    await waitUntil(() => linksOf(tag).length === 2);
    await quiet(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(visibleTagsOf(tag)).to.deep.equal(['profile']);
    expect(tagsOf(tag)).not.to.include('mfa');
  });
});

describe('<logto-account> that changes nothing', () => {
  /** The buttons of all sections, one after the other. */
  async function buttonsIn(tag: Parameters<typeof follow>[0]) {
    const all: string[] = [];
    for (const name of linksOf(tag)) {
      await follow(tag, name);
      all.push(...namesOf(tag, 'button'));
    }
    return all;
  }

  it('has no button to change anything where the tenant has made everything read-only', async () => {
    const { tag } = await openAccount({ fields: allReadOnly, deleteAccountUrl: null, devFeatures: true });
    const lists = ['Show where you are signed in', 'Show connected apps', 'Show trusted devices'];
    expect(await buttonsIn(tag)).to.deep.equal(lists);
    expect(visibleTagsOf(tag)).to.deep.equal(['sessions', 'connected-apps', 'trusted-devices']);
  });

  it('has none either with the attribute readonly, in sections visited later, too', async () => {
    const { tag } = await openAccount({ has: { readonly: '' } });
    expect((await buttonsIn(tag)).filter((name) => !name.startsWith('Show '))).to.deep.equal([]);
    for (const child of tag.querySelectorAll(':scope > :not(logto-sign-in)'))
      expect(child.hasAttribute('readonly'), child.localName).to.equal(true);
  });

  it('has them as soon as the attribute is gone, and not when it is back', async () => {
    const { tag } = await openAccount({ has: { readonly: '' } });
    tag.readonly = false;
    await shown(tag);
    expect(namesOf(tag, 'button')).to.include('Change Nickname');
    await follow(tag, 'Security');
    expect(namesOf(tag, 'button')).to.include('Change Password');
    tag.setAttribute('readonly', '');
    await shown(tag);
    expect(namesOf(tag, 'button')).not.to.include('Change Password');
  });

  it('never says that something may be edited with the attribute readonly', async () => {
    const heard = eventsOf(document, 'logto-access-changed');
    const { tag } = await openAccount({ has: { readonly: '' }, fields: only({ username: 'Edit', email: 'Edit' }) });
    expect(visibleTagsOf(tag)).to.deep.equal(['username', 'email', 'delete-account']);
    expect([...new Set(heard.map(({ access }) => access))]).to.deep.equal(['read-only']);
  });
});
