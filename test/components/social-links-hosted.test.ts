import { expect } from '@open-wc/testing';

import { ada } from '../fake-logto/fake-logto.js';
import { eventsOf } from '../helpers/next-event.js';
import { button, namesOf } from '../helpers/read.js';
import { focused, isRowOpen, valuesOf } from '../helpers/rows.js';
import { stayHere } from '../helpers/stay-here.js';
import { aTenant, anEndpoint, answerWith, errorsHeard, pressAndWait, whenIdle, statusOf } from './credential-page.js';
import {
  address,
  github,
  goTo,
  leave,
  linesSent,
  openSocial,
  remembered,
  withoutMethods,
  type SocialOptions,
  type SocialPage,
} from './social-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const link = 'Link GitHub';
const replace = 'Replace the GitHub account';
const apple = [{ id: 'apple-id', target: 'apple', name: 'Apple' }];

/** Presses a button that leads away, where this test stays. */
async function sentAway({ name = link, ...options }: SocialOptions & { name?: string } = {}) {
  const addresses = stayHere();
  const at = anEndpoint();
  const page = await openSocial({ at, ...options });
  await pressAndWait(page.tag, name);
  return { ...page, addresses, at: options.at ?? at };
}

/** Where that was: at Logto’s own page, or at the provider. */
const placeOf = ({ addresses, at }: { addresses: URL[]; at: string }) =>
  addresses.map(({ origin }) => (origin === at ? 'hosted' : 'embedded')).join();

describe('the place where social accounts are linked', () => {
  for (const [mode, callbackUri, place] of [
    ['auto', undefined, 'hosted'],
    ['auto', '/linked', 'embedded'],
    ['embedded', undefined, 'embedded'],
    ['embedded', '/linked', 'embedded'],
    ['hosted', undefined, 'hosted'],
    ['hosted', '/linked', 'hosted'],
  ] as const)
    it(`is ${place} with the mode “${mode}” and ${callbackUri ? 'a' : 'no'} redirect URI`, async () => {
      expect(placeOf(await sentAway({ mode, ...(callbackUri && { callbackUri }) }))).to.equal(place);
    });

  it('accounts are linked on Logto’s page by default', async () => {
    expect(placeOf(await sentAway())).to.equal('hosted');
  });

  it('is Logto’s page for Apple, whose response no page can read', async () => {
    const logto = aTenant();
    logto.tenant.connectors.push({ id: 'apple-id', type: 'Social', authorizationEndpoint: 'https://appleid.example/' });
    const options = { logto, providers: apple, name: 'Link Apple', callbackUri: '/linked' };
    expect(placeOf(await sentAway({ ...options, mode: 'auto' }))).to.equal('hosted');
  });

  it('does not exist for Apple in the mode “embedded”', async () => {
    const providers = [...apple, { id: '0ffoz13j70sg', target: 'github', name: 'GitHub' }];
    const { tag } = await openSocial({
      providers,
      mode: 'embedded',
      linked: { apple: { userId: '7', details: { id: '7' } } },
    });
    expect(namesOf(tag, 'button')).to.deep.equal(['Unlink Apple', 'Link GitHub']);
    const other = await openSocial({ providers, mode: 'embedded' });
    expect(namesOf(other.tag, 'button')).to.deep.equal(['Link GitHub']);
  });

  it('follows the attributes of the element', async () => {
    const page = await sentAway();
    page.tag.setAttribute('callback-uri', '/linked');
    await pressAndWait(page.tag, link);
    page.tag.setAttribute('mode', 'hosted');
    await pressAndWait(page.tag, link);
    expect(placeOf(page)).to.equal('hosted,embedded,hosted');
    expect(page.addresses[1]!.searchParams.get('redirect_uri')).to.equal(`${location.origin}/linked`);
  });
});

describe('linking a social account on Logto’s own page', () => {
  for (const [what, options, path] of [
    ['a first account is linked', {}, '/account/social/0ffoz13j70sg'],
    ['the linked account is replaced', { linked: github, name: replace }, '/account/social/0ffoz13j70sg/change'],
  ] as const)
    it(`leads there, and back to where the user was, if ${what}`, async () => {
      goTo('/account?tab=social&x=a+b#links');
      const { addresses, at, sent, tag } = await sentAway(options);
      const [{ origin, pathname, searchParams }] = addresses as [URL];
      expect([addresses.length, origin, pathname]).to.deep.equal([1, at, path]);
      expect(Object.fromEntries(searchParams)).to.deep.equal({ redirect: location.href, ui_locales: 'en' });
      expect([linesSent(sent), isRowOpen(tag)]).to.deep.equal([[], false]);
      await expect(tag).to.be.accessible();
    });

  it('escapes the provider’s id in the URL', async () => {
    const providers = [{ id: '../../sign-out?x=#', target: 'odd', name: 'Odd' }];
    const { addresses } = await sentAway({ providers, name: 'Link Odd' });
    expect(addresses[0]!.pathname).to.equal('/account/social/..%2F..%2Fsign-out%3Fx%3D%23');
  });

  it('opens Logto’s page in the language of the element', async () => {
    const addresses = stayHere();
    const { tag } = await openSocial();
    tag.lang = 'de';
    await waitUntil(() => namesOf(tag, 'button').includes('GitHub verknüpfen'), 'It is not in German.');
    await pressAndWait(tag, 'GitHub verknüpfen');
    expect(addresses[0]!.searchParams.get('ui_locales')).to.equal('de');
  });

  it('requires no step-up verification before', async () => {
    const { addresses, sent } = await sentAway({ withDialog: true });
    expect([addresses.length, sent.length]).to.deep.equal([1, 0]);
  });

  it('stays on Logto’s page for a user who has only a username', async () => {
    expect(placeOf(await sentAway({ user: withoutMethods }))).to.equal('hosted');
  });

  it('stores in the tab the user, place, current account and expiry, but no secret', async () => {
    const before = Date.now();
    const { at, token } = await sentAway({ linked: github, name: replace });
    const { expiresAt, ...rest } = remembered()!;
    expect(rest).to.deep.equal({
      owner: { task: 'social', endpoint: at, userId: ada },
      data: { kind: 'hosted', target: 'github', before: '42' },
    });
    expect(expiresAt).to.be.within(before + 10 * 60_000, Date.now() + 60 * 60_000);
    expect([sessionStorage.length, JSON.stringify({ ...sessionStorage }).includes(token)]).to.deep.equal([1, false]);
  });
});

describe('<logto-social-links> when the user returns from Logto’s page', () => {
  /** Reloads the page. */
  async function back({ logto, at }: Pick<SocialPage, 'logto'> & { at: string }, options: SocialOptions = {}) {
    const errors = errorsHeard();
    const updates = eventsOf(document, 'logto-social-links-updated');
    return { ...(await openSocial({ logto, at, ...options })), errors, updates };
  }

  const grace = { userId: 'grace', details: { id: 'grace', name: 'Grace Hopper' } };

  it('announces a new account, fires an event, and restores the focus', async () => {
    const away = await sentAway();
    away.provider.remove();
    away.user.identities = { github: grace };
    const { tag, updates, sent } = await back(away);
    expect([statusOf(tag), valuesOf(tag)['GitHub']]).to.deep.equal(['GitHub is linked.', 'Grace Hopper']);
    expect(updates.map(({ action, item, target }) => [action, item, target])).to.deep.equal([['added', 'github', tag]]);
    expect(focused(tag)).to.equal(button(tag, replace));
    expect([remembered(), linesSent(sent)]).to.deep.equal([null, []]);
    await expect(tag).to.be.accessible();
  });

  it('announces an account that has replaced another, too', async () => {
    const away = await sentAway({ linked: github, name: replace });
    away.provider.remove();
    away.user.identities = { github: grace };
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.map(({ action }) => action)]).to.deep.equal(['GitHub is linked.', ['changed']]);
  });

  for (const [what, options] of [
    ['no new account', {}],
    ['the same account', { linked: github, name: replace }],
  ] as const)
    it(`announces nothing with ${what}, and restores the focus`, async () => {
      const away = await sentAway(options);
      away.provider.remove();
      const { tag, updates, errors } = await back(away);
      expect([statusOf(tag), updates.length, errors.kinds(), remembered()]).to.deep.equal(['', 0, [], null]);
      expect(focused(tag)).to.equal(button(tag, 'linked' in options ? replace : link));
    });

  it('announces nothing if the linked account has disappeared', async () => {
    const away = await sentAway({ linked: github, name: replace });
    away.provider.remove();
    away.user.identities = {};
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length]).to.deep.equal(['', 0]);
    expect(focused(tag)).to.equal(button(tag, link));
  });

  it('announces a new account once, and not again after another reload', async () => {
    const away = await sentAway();
    away.provider.remove();
    away.user.identities = { github: grace };
    (await back(away)).provider.remove();
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length]).to.deep.equal(['', 0]);
  });

  it('leaves query parameters that look like a provider’s response in the address', async () => {
    const away = await sentAway();
    away.provider.remove();
    goTo('/account?code=of-a-sign-in&state=of-a-sign-in');
    const { tag } = await back(away);
    expect([address(), statusOf(tag)]).to.deep.equal(['/account?code=of-a-sign-in&state=of-a-sign-in', '']);
  });

  for (const [what, change, isLeft] of [
    ['announces nothing to another user, and cleans up', { userId: 'char1791babb' }, false],
    ['announces nothing for another tenant, and keeps the stored data', { at: 'https://another.logto.example' }, true],
  ] as const)
    it(what, async () => {
      const away = await sentAway();
      away.provider.remove();
      for (const user of away.logto.tenant.users) user.identities = { github: grace };
      const { tag, updates } = await back(away, change);
      expect([statusOf(tag), updates.length, remembered() !== null]).to.deep.equal(['', 0, isLeft]);
      sessionStorage.clear();
    });

  it('announces nothing the next day, and cleans up', async () => {
    const away = await sentAway();
    away.provider.remove();
    away.user.identities = { github: grace };
    leave(JSON.stringify({ ...remembered(), expiresAt: Date.now() - 1 }));
    const { tag, updates } = await back(away);
    expect([statusOf(tag), updates.length, remembered()]).to.deep.equal(['', 0, null]);
  });

  it('waits while the account cannot be read', async () => {
    const away = await sentAway();
    away.provider.remove();
    away.user.identities = { github: grace };
    const recover = answerWith(away.logto, /^GET .*my-account$/, () => Response.error());
    const { tag, provider } = await back(away);
    expect(remembered()).not.to.equal(null);
    recover();
    await provider.refresh();
    await whenIdle(tag);
    expect(statusOf(tag)).to.equal('GitHub is linked.');
  });

  it('reads the account again in a page from the back/forward cache', async () => {
    const { tag, user } = await sentAway();
    user.identities = { github: grace };
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await waitUntil(() => remembered() === null, 'It has not looked.');
    await whenIdle(tag);
    expect([statusOf(tag), valuesOf(tag)['GitHub']]).to.deep.equal(['GitHub is linked.', 'Grace Hopper']);
    expect(focused(tag)).to.equal(button(tag, replace));
  });
});
