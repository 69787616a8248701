import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { namesOf, part, textOf } from '../helpers/read.js';
import { labelsOf, valuesOf } from '../helpers/rows.js';
import { accessHeard, answerWith, aTenant, pressAndWait, switchUser, whenIdle } from './credential-page.js';
import {
  openQuestion,
  expectAbsent,
  input,
  isAsking,
  labelOf,
  leaveUrl,
  openDeleteAccount,
  type,
} from './delete-account-page.js';
import { charles } from './guarded-list-page.js';
import { waitUntil } from '../helpers/wait-until.js';

describe('<logto-delete-account> when deletion is offered', () => {
  it('explains deletion, and offers it with one button', async () => {
    const heard = accessHeard();
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

  it('hides the button and closes the question when readonly is set', async () => {
    const heard = accessHeard();
    const { tag } = await openQuestion();
    tag.readonly = true;
    await whenRendered(tag);
    expect([isAsking(tag), namesOf(tag, 'button')]).to.deep.equal([false, []]);
    expect(tag.matches(':state(read-only)')).to.equal(true);
    expect(heard()).to.deep.equal(['edit', 'read-only']);
    await expect(tag).to.be.accessible();
    tag.readonly = false;
    await whenRendered(tag);
    expect([isAsking(tag), namesOf(tag, 'button')]).to.deep.equal([false, ['Delete account']]);
  });

  it('needs neither URL nor settings if the page deletes accounts itself', async () => {
    const { tag } = await openDeleteAccount({ handled: true, deleteAccountUrl: null });
    expect(labelsOf(tag)).to.deep.equal(['Your account']);
    const { tag: other } = await openDeleteAccount({ handled: true, settings: 'none' });
    expect(labelsOf(other)).to.deep.equal(['Your account']);
  });

  it('appears and disappears when the property handled changes', async () => {
    const heard = accessHeard();
    const { tag } = await openDeleteAccount({ deleteAccountUrl: null });
    expectAbsent(tag);
    tag.handled = true;
    await whenIdle(tag);
    expect(labelsOf(tag)).to.deep.equal(['Your account']);
    tag.handled = false;
    await whenIdle(tag);
    expectAbsent(tag);
    expect(heard()).to.deep.equal(['off', 'edit', 'off']);
  });

  it('has a heading slot', async () => {
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
    it(`is accessible while closed, open and showing an error, ${look}`, async () => {
      const { tag } = await openDeleteAccount();
      dress(tag);
      await expect(tag).to.be.accessible();
      await pressAndWait(tag, 'Delete account');
      await expect(tag).to.be.accessible();
      await pressAndWait(tag, 'Delete account');
      expect(input(tag).getAttribute('aria-invalid')).to.equal('true');
      await expect(tag).to.be.accessible();
    });
});

describe('<logto-delete-account> when deletion is not offered', () => {
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
    it(`renders nothing, takes no space and has the custom state “off”: ${what}`, async () => {
      const heard = accessHeard();
      const { tag, gone } = await openDeleteAccount({ deleteAccountUrl: deleteAccountUrl as string });
      expectAbsent(tag);
      expect(heard()).to.deep.equal(['off']);
      expect(gone).to.deep.equal([]);
    });

  it('renders nothing without settings', async () => {
    expectAbsent((await openDeleteAccount({ settings: 'none' })).tag);
  });

  it('disappears with its open question when the tenant removes the deletion URL', async () => {
    const { tag, provider, logto } = await openQuestion();
    logto.tenant.accountCenter.deleteAccountUrl = null;
    provider.settings = { accountCenter: logto.tenant.accountCenter, signInExperience: {} };
    await waitUntil(() => tag.matches(':state(off)'));
    expectAbsent(tag);
  });
});

describe('<logto-delete-account> without an account', () => {
  it('shows only the loading state while the account is loading', async () => {
    const logto = aTenant({ deleteAccountUrl: leaveUrl });
    const gate = deferred<undefined>();
    answerWith(logto, /^GET .*my-account$/, () => gate.promise);
    const { tag, provider } = await openDeleteAccount({ logto, stillLoading: true });
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Loading…');
    expect(tag.matches(':state(loading)')).to.equal(true);
    await expect(tag).to.be.accessible();
    gate.resolve(undefined);
    await whenLoaded(provider);
    await whenIdle(tag);
    expect(labelsOf(tag)).to.deep.equal(['Your account']);
  });

  it('asks a user who is signed out to sign in', async () => {
    const { tag, logto } = await openDeleteAccount({ signedOut: true });
    expect(textOf(tag)).to.equal('Sign in to see this part of your account.');
    expect(tag.matches(':state(signed-out)')).to.equal(true);
    expect(logto.requests).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('shows that the account could not be loaded, and tries again', async () => {
    const logto = aTenant({ deleteAccountUrl: leaveUrl });
    const recover = answerWith(logto, /^GET .*my-account$/, () => Response.error());
    const { tag } = await openDeleteAccount({ logto });
    expect(textOf(tag)).to.contain('We could not reach the server.');
    expect(tag.matches(':state(failed)')).to.equal(true);
    await expect(tag).to.be.accessible();
    recover();
    await pressAndWait(tag, 'Try again');
    await waitUntil(() => labelsOf(tag).length > 0);
    expect(namesOf(tag, 'button')).to.deep.equal(['Delete account']);
  });
});

describe('<logto-delete-account> when the user changes', () => {
  it('asks each user for their own word, and drops the first user’s input', async () => {
    const page = await openQuestion();
    type(page.tag, 'ad');
    await switchUser(page, charles);
    await whenIdle(page.tag);
    expect(isAsking(page.tag)).to.equal(false);
    await pressAndWait(page.tag, 'Delete account');
    const { username } = page.logto.tenant.users.find(({ id }) => id === charles)!;
    expect(labelOf(page.tag)).to.equal(`Type “${username}” to confirm`);
    expect(input(page.tag).value).to.equal('');
  });

  it('is closed after a sign-out, even if the same user signs in', async () => {
    const page = await openQuestion();
    type(page.tag, 'ada');
    await switchUser(page, null);
    expect(isAsking(page.tag)).to.equal(false);
    await switchUser(page, ada);
    await whenIdle(page.tag);
    expect(isAsking(page.tag)).to.equal(false);
  });

  it('is closed after the element is removed and added back', async () => {
    const { tag, provider } = await openQuestion();
    tag.remove();
    await tag.updateComplete;
    provider.append(tag);
    await whenIdle(tag);
    expect(isAsking(tag)).to.equal(false);
  });
});
