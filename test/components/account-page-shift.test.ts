import { expect } from '@open-wc/testing';

import { elementLoaders } from '../../components/element-loaders.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { part, parts, textOf } from '../helpers/read.js';
import {
  beAt,
  openAccount,
  whenAccountIdle,
  tagIn,
  topOf,
  whenElementLoaded,
  visibleTagsOf,
  type AccountOptions,
} from './account-page.js';
import { answerWith, aTenant, enter, openForm } from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

const ways = ['username', 'email', 'phone', 'password'];
const slow = /^GET .*logto-configs/;

/** The page at the section in which one tag waits for Logto, which answers when the test says so. */
async function withSlowPasskeys(options: AccountOptions = {}) {
  beAt('#security');
  const gate = deferred<Response | undefined>();
  const logto = aTenant(options);
  answerWith(logto, slow, () => gate.promise);
  const page = await openAccount({ ...options, logto, stillLoading: true });
  await waitUntil(() => page.tag.querySelector('logto-password') !== null);
  await whenElementLoaded(page.tag, 'logto-social-links');
  await whenElementLoaded(page.tag, 'logto-mfa');
  await pause();
  return { ...page, answer: gate.resolve };
}

/** The tags that are seen, each time that changes, and how far the first one has moved. */
function watch(tag: Parameters<typeof visibleTagsOf>[0]) {
  const seen: string[] = [];
  const tops = new Set<number>();
  let isOver = false;
  const look = () => {
    const all = visibleTagsOf(tag);
    if (seen.at(-1) !== all.join()) seen.push(all.join());
    const [first] = all;
    if (first) tops.add(topOf(tag.querySelector(`logto-${first}`)!));
    if (!isOver) requestAnimationFrame(look);
  };
  look();
  return { seen, tops, stop: () => void (isOver = true) };
}

const namesOfAdded = ({ addedNodes }: MutationRecord) => [...addedNodes].map(({ nodeName }) => nodeName.toLowerCase());

describe('a section of <logto-account> while it loads', () => {
  it('shows nothing below an element that is still loading', async () => {
    const { tag, answer } = await withSlowPasskeys();
    expect(tagIn(tag, 'logto-social-links').matches(':state(loading)')).to.equal(false);
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa']);
    const [placeholder] = parts(tag, 'loading').filter((each) => each.checkVisibility());
    expect(topOf(placeholder!) > topOf(tagIn(tag, 'logto-mfa'))).to.equal(true);
    answer(undefined);
    await whenAccountIdle(tag);
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa', 'passkeys', 'social-links', 'delete-account']);
  });

  it('grows downward, so visible content does not move', async () => {
    const { tag, answer } = await withSlowPasskeys();
    const username = topOf(tagIn(tag, 'logto-username'));
    const { seen, tops, stop } = watch(tag);
    answer(undefined);
    await whenAccountIdle(tag);
    await pause(100);
    stop();
    expect([...tops]).to.deep.equal([username]);
    const all = 'username,email,phone,password,mfa,passkeys,social-links,delete-account';
    expect(seen.filter((names) => !all.startsWith(names))).to.deep.equal([]);
    expect(seen.at(-1)).to.equal(all);
  });

  it('shows the links of the service when everything above them is there', async () => {
    const { tag, answer } = await withSlowPasskeys();
    expect(parts(tag, 'service')).to.deep.equal([]);
    answer(undefined);
    await whenAccountIdle(tag);
    expect(textOf(part(tag, 'service'))).to.contain('Terms of use');
  });

  it('creates its elements one after the other, so that the page can respond in between', async () => {
    const made: string[][] = [];
    const observer = new MutationObserver((records) => {
      const added = records.filter(({ target }) => target.nodeName === 'LOGTO-ACCOUNT').flatMap(namesOfAdded);
      if (added.length > 0) made.push(added);
    });
    observer.observe(document.body, { childList: true, subtree: true });
    await openAccount();
    observer.disconnect();
    expect(made.slice(0, 2)).to.deep.equal([['logto-sign-in'], ['logto-profile']]);
    expect(made.filter((names) => names.length > 1)).to.deep.equal([]);
  });

  it('closes the gap of an element that turns out to be off', async () => {
    const { tag, answer } = await withSlowPasskeys({ settings: 'none', fields: { passkey: 'Off' } });
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa']);
    answer(undefined);
    await whenAccountIdle(tag);
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa', 'social-links']);
  });

  it('continues below an element that failed to load, and shows the error', async () => {
    const { tag, answer } = await withSlowPasskeys();
    answer(Response.json({ message: 'Internal server error.' }, { status: 500 }));
    await whenAccountIdle(tag);
    expect(visibleTagsOf(tag)).to.deep.equal([...ways, 'mfa', 'passkeys', 'social-links', 'delete-account']);
    expect(parts(tagIn(tag, 'logto-passkeys'), 'error')).to.have.lengthOf(1);
  });

  it('does not move anything when the account is read again', async () => {
    beAt('#security');
    const { tag, logto, provider } = await openAccount();
    const gate = deferred<undefined>();
    answerWith(logto, slow, () => gate.promise);
    await openForm(tagIn(tag, 'logto-password'));
    enter(tag, 'New password', 'Copper');
    const before = visibleTagsOf(tag).join();
    const { seen, tops, stop } = watch(tag);
    const refreshed = provider.refresh();
    await pause(100);
    gate.resolve(undefined);
    await refreshed;
    await whenAccountIdle(tag);
    stop();
    expect(seen).to.deep.equal([before]);
    expect(tops.size).to.equal(1);
  });

  it('shows the sections from top to bottom in order, without routing', async () => {
    const gate = deferred<undefined>();
    const logto = aTenant();
    answerWith(logto, slow, () => gate.promise);
    const { tag } = await openAccount({ logto, has: { routing: 'off' }, stillLoading: true });
    await waitUntil(() => tag.querySelector('logto-sessions') !== null);
    await whenElementLoaded(tag, 'logto-sessions');
    await waitUntil(() => visibleTagsOf(tag).includes('password'), 'The ways to sign in do not come.');
    await pause();
    const { tops, stop } = watch(tag);
    expect(visibleTagsOf(tag).slice(0, 5)).to.deep.equal(['profile', ...ways]);
    expect(visibleTagsOf(tag)).not.to.include('passkeys');
    gate.resolve(undefined);
    await whenAccountIdle(tag);
    stop();
    expect(tops.size).to.equal(1);
  });

  it('shows no section below one that is still loading, without routing', async () => {
    const gate = deferred<undefined>();
    const logto = aTenant();
    answerWith(logto, slow, () => gate.promise);
    const { tag } = await openAccount({ logto, has: { routing: 'off' }, stillLoading: true });
    await waitUntil(() => tag.querySelector('logto-sessions') !== null);
    await whenElementLoaded(tag, 'logto-sessions');
    await pause();
    const early = visibleTagsOf(tag).includes('sessions');
    gate.resolve(undefined);
    await whenAccountIdle(tag);
    expect(early).to.equal(false);
  });

  it('does not move when the signed-in user’s name appears', async () => {
    const gate = deferred<void>();
    const original = elementLoaders['logto-sign-in'];
    Object.assign(elementLoaders, { 'logto-sign-in': () => gate.promise.then(original) });
    try {
      const logto = aTenant();
      const client = new HostClient(logto); // with whom one can sign out
      const { tag } = await openAccount({ logto, properties: { client }, stillLoading: true });
      await waitUntil(() => parts(tag, 'navigation').length > 0);
      const before = topOf(part(tag, 'navigation'));
      gate.resolve();
      await whenAccountIdle(tag);
      expect(textOf(tag)).to.contain('Signed in as');
      expect(topOf(part(tag, 'navigation'))).to.equal(before);
    } finally {
      Object.assign(elementLoaders, { 'logto-sign-in': original });
    }
  });
});
