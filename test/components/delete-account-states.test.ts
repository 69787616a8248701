import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { later } from '../helpers/later.js';
import { settled, shown } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import { labelsOf, valuesOf } from '../helpers/rows.js';
import { answerWith, aTenant, settle } from './credential-page.js';
import {
  asked,
  expectAbsent,
  input,
  isAsking,
  labelOf,
  leaveUrl,
  openDeleteAccount,
  pressed,
  type,
} from './delete-account-page.js';
import { becomes, charles } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const accesses = () => {
  const heard = eventsOf(document, 'logto-access-changed');
  return () => heard.map(({ access }) => access);
};

describe('<logto-delete-account> where there is a way to leave', () => {
  it('says what it is about, and offers it with one button', async () => {
    const heard = accesses();
    const { tag, sent } = await openDeleteAccount();
    expect(textOf(part(tag, 'heading'))).to.equal('Delete account');
    expect(valuesOf(tag)).to.deep.equal({ 'Your account': 'Delete it and everything that belongs to it.' });
    expect(namesOf(tag, 'button')).to.deep.equal(['Delete account']);
    expect(heard()).to.deep.equal(['edit']);
    expect(sent).to.deep.equal([]);
    for (const state of ['loading', 'signed-out', 'failed', 'off', 'read-only'])
      expect(tag.matches(`:state(${state})`), state).to.equal(false);
    await expect(tag).to.be.accessible();
  });

  it('has no button with the attribute readonly, and closes the question', async () => {
    const heard = accesses();
    const { tag } = await asked();
    tag.readonly = true;
    await shown(tag);
    expect([isAsking(tag), namesOf(tag, 'button')]).to.deep.equal([false, []]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(heard()).to.deep.equal(['edit', 'read-only']);
    await expect(tag).to.be.accessible();
    tag.readonly = false;
    await shown(tag);
    expect([isAsking(tag), namesOf(tag, 'button')]).to.deep.equal([false, ['Delete account']]);
  });

  it('is there without any address when the page does it itself, settings or not', async () => {
    const { tag } = await openDeleteAccount({ handled: true, deleteAccountUrl: null });
    expect(labelsOf(tag)).to.deep.equal(['Your account']);
    const { tag: other } = await openDeleteAccount({ handled: true, settings: 'none' });
    expect(labelsOf(other)).to.deep.equal(['Your account']);
  });

  it('comes and goes with what the page says that it does', async () => {
    const heard = accesses();
    const { tag } = await openDeleteAccount({ deleteAccountUrl: null });
    expectAbsent(tag);
    tag.handled = true;
    await settle(tag);
    expect(labelsOf(tag)).to.deep.equal(['Your account']);
    tag.handled = false;
    await settle(tag);
    expectAbsent(tag);
    expect(heard()).to.deep.equal(['off', 'edit', 'off']);
  });

  it('has a place for a heading', async () => {
    const { tag } = await openDeleteAccount();
    const mine = document.createElement('h3');
    mine.slot = 'heading';
    mine.textContent = 'Leave us';
    tag.append(mine);
    expect(namesOf(tag, 'heading')).to.deep.equal(['Leave us']);
  });

  for (const [look, dress] of [
    ['dark', (tag: HTMLElement) => void (tag.style.colorScheme = 'dark')],
    ['right to left', (tag: HTMLElement) => void (tag.parentElement!.dir = 'rtl')],
    ['narrow', (tag: HTMLElement) => void (tag.parentElement!.style.maxWidth = '18rem')],
  ] as const)
    it(`is accessible, closed, asking and complaining, ${look}`, async () => {
      const { tag } = await openDeleteAccount();
      dress(tag);
      await expect(tag).to.be.accessible();
      await pressed(tag, 'Delete account');
      await expect(tag).to.be.accessible();
      await pressed(tag, 'Delete account');
      expect(input(tag).getAttribute('aria-invalid')).to.equal('true');
      await expect(tag).to.be.accessible();
    });
});

describe('<logto-delete-account> where there is no way to leave', () => {
  for (const [what, deleteAccountUrl] of [
    ['no address', null],
    ['an empty one', ''],
    ['a script', 'javascript:alert(document.domain)'],
    ['a script behind blanks', ' \tjava\nscript:alert(1)'],
    ['a document of its own', 'data:text/html,<script>alert(1)</script>'],
    ['a relative one', '/delete-account'],
    ['one without a scheme', '//leave.example/'],
    ['words', 'ask us'],
    ['an app’s', 'mailto:leave@example.com'],
    ['no text', { href: 'https://leave.example/' }],
  ] as const)
    it(`is absent, takes no space and says so: ${what}`, async () => {
      const heard = accesses();
      const { tag, gone } = await openDeleteAccount({ deleteAccountUrl: deleteAccountUrl as string });
      expectAbsent(tag);
      expect(heard()).to.deep.equal(['off']);
      expect(gone).to.deep.equal([]);
    });

  it('is absent without settings', async () => {
    expectAbsent((await openDeleteAccount({ settings: 'none' })).tag);
  });

  it('is absent once the tenant takes the address back, with what was open', async () => {
    const { tag, provider, logto } = await asked();
    logto.tenant.accountCenter.deleteAccountUrl = null;
    provider.settings = { accountCenter: logto.tenant.accountCenter, signInExperience: {} };
    await waitUntil(() => tag.matches(':state(off)'));
    expectAbsent(tag);
  });
});

describe('<logto-delete-account> without an account', () => {
  it('says only that it is loading while the account is on its way', async () => {
    const logto = aTenant({ deleteAccountUrl: leaveUrl });
    const gate = later<undefined>();
    answerWith(logto, /^GET .*my-account$/, () => gate.promise);
    const { tag, provider } = await openDeleteAccount({ logto, stillLoading: true });
    await shown(tag);
    expect(textOf(tag)).to.equal('Loading…');
    expect(tag.matches(':state(loading)')).to.equal(true);
    await expect(tag).to.be.accessible();
    gate.keep(undefined);
    await settled(provider);
    await settle(tag);
    expect(labelsOf(tag)).to.deep.equal(['Your account']);
  });

  it('asks a user who is signed out to sign in', async () => {
    const { tag, logto } = await openDeleteAccount({ signedOut: true });
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(tag.matches(':state(signed-out)')).to.equal(true);
    expect(logto.requests).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('says that the account could not be loaded, and tries again', async () => {
    const logto = aTenant({ deleteAccountUrl: leaveUrl });
    const recover = answerWith(logto, /^GET .*my-account$/, () => Response.error());
    const { tag } = await openDeleteAccount({ logto });
    expect(textOf(tag)).to.contain('We could not reach the server.');
    expect(tag.matches(':state(failed)')).to.equal(true);
    await expect(tag).to.be.accessible();
    recover();
    await pressed(tag, 'Try again');
    await waitUntil(() => labelsOf(tag).length > 0);
    expect(namesOf(tag, 'button')).to.deep.equal(['Delete account']);
  });
});

describe('two users of <logto-delete-account>, one after the other', () => {
  it('are each asked for their own word, and get nothing of what the other has typed', async () => {
    const page = await asked();
    type(page.tag, 'ad');
    await becomes(page, charles);
    await settle(page.tag);
    expect(isAsking(page.tag)).to.equal(false);
    await pressed(page.tag, 'Delete account');
    const { username } = page.logto.tenant.users.find(({ id }) => id === charles)!;
    expect(labelOf(page.tag)).to.equal(`Type “${username}” to confirm`);
    expect(input(page.tag).value).to.equal('');
  });

  it('find it closed after a sign-out, also when they are the same', async () => {
    const page = await asked();
    type(page.tag, 'ada');
    await becomes(page, null);
    expect(isAsking(page.tag)).to.equal(false);
    await becomes(page, ada);
    await settle(page.tag);
    expect(isAsking(page.tag)).to.equal(false);
  });

  it('find it closed after the tag was taken out and put back', async () => {
    const { tag, provider } = await asked();
    tag.remove();
    await tag.updateComplete;
    provider.append(tag);
    await settle(tag);
    expect(isAsking(tag)).to.equal(false);
  });
});
