import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { button, namesOf, part, parts, textOf } from '../helpers/read.js';
import {
  beAt,
  currentOf,
  follow,
  linksOf,
  only,
  openAccount,
  whenAccountIdle,
  regionsOf,
  statesOf,
  tagIn,
  tagsOf,
  visibleTagsOf,
  type AccountOptions,
  type AccountPage,
} from './account-page.js';
import {
  answerWith,
  aTenant,
  enter,
  isOpen,
  labelled,
  openForm,
  press,
  refusal,
  submit,
  switchUser,
} from './credential-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const charles = 'char1791babb';
const account = /^GET \/api\/my-account$/;

/** The account is answered when the test says so. */
async function slowly(options: AccountOptions = {}) {
  const gate = deferred<undefined>();
  const logto = aTenant(options);
  answerWith(logto, account, () => gate.promise);
  const page = await openAccount({ ...options, logto, stillLoading: true });
  await page.tag.updateComplete;
  return { ...page, answer: () => gate.resolve(undefined) };
}

/** All words and tags that have ever been there from now on. */
function watch(tag: HTMLElement) {
  const words = new Set<string>();
  const tags = new Set<string>();
  const look = () => {
    words.add(tag.shadowRoot!.textContent.replace(/\s+/g, ' ').trim());
    for (const { localName } of tag.children) tags.add(localName.replace('logto-', ''));
  };
  new MutationObserver(look).observe(tag.shadowRoot!, { subtree: true, childList: true, characterData: true });
  new MutationObserver(look).observe(tag, { childList: true });
  look();
  return { words: () => [...words].join('|'), tags: () => [...tags] };
}

/** Signs in another user, or no one. */
async function becomes(page: AccountPage, userId: string | null) {
  await switchUser(page, userId);
  await whenAccountIdle(page.tag);
}

describe('<logto-account> while the account is loading', () => {
  it('shows a placeholder, and nothing else', async () => {
    const { tag, answer } = await slowly();
    expect(textOf(tag)).to.equal('Loading…');
    expect(part(tag, 'loading').getAttribute('aria-busy')).to.equal('true');
    expect([statesOf(tag), tagsOf(tag), linksOf(tag)]).to.deep.equal([['loading'], [], []]);
    await expect(tag).to.be.accessible();
    answer();
    await whenAccountIdle(tag);
    expect([statesOf(tag), regionsOf(tag)]).to.deep.equal([[], ['Profile']]);
    expect(textOf(tag)).not.to.contain('Loading…');
  });

  it('never shows a text or an element that turns out to be off', async () => {
    const { tag, answer } = await slowly({
      fields: only({ name: 'Edit', session: 'Edit' }),
      deleteAccountUrl: null,
    });
    const { words, tags } = watch(tag);
    answer();
    await waitUntil(() => linksOf(tag).length > 0);
    await whenAccountIdle(tag);
    expect(linksOf(tag)).to.deep.equal(['Profile', 'Devices and apps']);
    expect(tags()).to.have.members(['sign-in', 'profile']);
    expect(words()).to.contain('Devices and apps');
    expect(words()).not.to.contain('Security').and.not.to.contain('nothing to see');
  });

  it('never says that the account is empty before it has loaded', async () => {
    const { tag, answer } = await slowly();
    const { words } = watch(tag);
    answer();
    await whenAccountIdle(tag);
    expect(words()).to.contain('Profile');
    expect(words()).not.to.contain('nothing to see');
  });
});

describe('<logto-account> when no one is signed in', () => {
  const signedOut = (logto = aTenant()) =>
    openAccount({ logto, properties: { client: new HostClient(logto, null), redirectUri: location.origin } });

  it('shows only the sign-in button', async () => {
    const { tag } = await signedOut();
    expect(textOf(tag)).to.equal('Sign in');
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign in']);
    expect([statesOf(tag), tagsOf(tag), linksOf(tag), parts(tag, 'section')]).to.deep.equal([
      ['signed-out'],
      [],
      [],
      [],
    ]);
    await expect(tag).to.be.accessible();
  });

  it('shows the section that the address names after sign-in', async () => {
    beAt('#security');
    const page = await openAccount({ signedOut: true });
    expect(linksOf(page.tag)).to.deep.equal([]);
    await becomes(page, ada);
    expect([currentOf(page.tag), regionsOf(page.tag)]).to.deep.equal(['Security', ['Security']]);
    expect(visibleTagsOf(page.tag)).to.include('mfa');
  });

  it('hides the account after the user signs out', async () => {
    const page = await openAccount();
    await becomes(page, null);
    expect(textOf(page.tag)).to.equal('Sign in to see this part of your account.');
    expect([statesOf(page.tag), tagsOf(page.tag)]).to.deep.equal([['signed-out'], []]);
  });
});

describe('<logto-account> when the account cannot be loaded', () => {
  it('shows an error, and the account after another try', async () => {
    const logto = aTenant();
    const recover = answerWith(logto, account, () => new Response('Bad gateway', { status: 502 }));
    const { tag } = await openAccount({ logto });
    await waitUntil(() => textOf(tag).includes('Something went wrong'), textOf(tag));
    expect(textOf(tag)).to.equal('Something went wrong on our side. Try again in a moment. Try again');
    expect(namesOf(tag, 'button')).to.deep.equal(['Try again']);
    expect([statesOf(tag), tagsOf(tag), linksOf(tag)]).to.deep.equal([['failed'], [], []]);
    await expect(tag).to.be.accessible();
    recover();
    press(tag, 'Try again');
    await waitUntil(() => linksOf(tag).length === 3);
    await whenAccountIdle(tag);
    expect([statesOf(tag), visibleTagsOf(tag)]).to.deep.equal([[], ['profile']]);
  });

  it('offers no retry if the tenant has no account center', async () => {
    const { tag } = await openAccount({ enabled: false });
    expect(textOf(tag)).to.equal('You cannot manage your account here yet.');
    expect(namesOf(tag, 'button')).to.deep.equal([]);
  });

  for (const [why, options, words, buttons] of [
    ['there is no account center', { enabled: false }, 'You cannot manage your account here yet.', ['Sign out']],
    ['Logto fails', {}, 'Something went wrong on our side. Try again in a moment.', ['Try again', 'Sign out']],
  ] as const)
    it(`offers to sign out: ${why}`, async () => {
      const logto = aTenant(options);
      if (why === 'Logto fails') answerWith(logto, account, () => new Response('Bad gateway', { status: 502 }));
      const client = new HostClient(logto);
      const { tag } = await openAccount({ logto, properties: { getAccessToken: undefined, client } });
      await waitUntil(() => namesOf(tag, 'button').includes('Sign out'), 'There is no way out.');
      expect(textOf(tag)).to.contain(words);
      expect(textOf(tag).split(words)).to.have.lengthOf(2);
      expect(namesOf(tag, 'button')).to.deep.equal(buttons);
      await expect(tag).to.be.accessible();
      press(tag, 'Sign out');
      await waitUntil(() => client.calls.some((call) => call.startsWith('signOut')));
    });

  for (const session of ['getAccessToken', 'client'] as const)
    it(`keeps the focus in the element after another try, with ${session}`, async () => {
      const logto = aTenant();
      const recover = answerWith(logto, account, () => new Response('Bad gateway', { status: 502 }));
      const properties = session === 'client' && { getAccessToken: undefined, client: new HostClient(logto) };
      const { tag } = await openAccount({ logto, ...(properties && { properties }) });
      recover();
      button(tag, 'Try again').focus();
      press(tag, 'Try again');
      await waitUntil(() => linksOf(tag).length === 3);
      await whenAccountIdle(tag);
      expect(tag.matches(':focus-within')).to.equal(true);
    });
});

describe('<logto-account> when the session ends', () => {
  it('says that the session has ended, and keeps visible content and unsaved input', async () => {
    beAt('#security');
    const { tag, logto } = await openAccount();
    const username = tagIn(tag, 'logto-username');
    await openForm(username);
    enter(username, 'Username', 'countess');
    answerWith(logto, /^(PATCH|GET)/, () => refusal(401, 'auth.unauthorized'));
    await submit(username);
    expect(textOf(tagIn(tag, 'logto-sign-in'))).to.contain('You have been signed out. Sign in again to continue.');
    expect(labelled(username, 'Username').value).to.equal('countess');
    expect([linksOf(tag).length, regionsOf(tag)]).to.deep.equal([3, ['Security']]);
    expect(visibleTagsOf(tag)).to.include('email');
    await follow(tag, 'Devices and apps');
    await follow(tag, 'Security');
    expect(labelled(username, 'Username').value).to.equal('countess');
  });

  it('shows another user their account in the same section, without the first user’s input', async () => {
    beAt('#profile');
    const page = await openAccount();
    const { tag } = page;
    await follow(tag, 'Security');
    await openForm(tagIn(tag, 'logto-username'));
    enter(tag, 'Username', 'countess');
    await becomes(page, charles);
    expect(textOf(tagIn(tag, 'logto-sign-in'))).to.equal('Signed in as Charles Babbage');
    expect(isOpen(tagIn(tag, 'logto-username'))).to.equal(false);
    expect(textOf(tagIn(tag, 'logto-username'))).to.contain('charles');
    expect(tag.innerHTML + tag.shadowRoot!.innerHTML).not.to.contain('countess');
    expect(currentOf(tag)).to.equal('Security');
  });

  it('shows additional sections to a user with more permissions', async () => {
    const page = await openAccount({ settings: 'none', userId: charles });
    expect(linksOf(page.tag).length).to.be.greaterThan(0);
    await becomes(page, ada);
    expect(linksOf(page.tag)).to.deep.equal(['Profile', 'Security', 'Devices and apps']);
    expect(visibleTagsOf(page.tag)).to.deep.equal(['profile']);
  });
});
