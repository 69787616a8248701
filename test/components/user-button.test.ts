import { expect, html } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';

import '../../components/user-button/logto-user-button.js';
import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { aUser } from '../fake-logto/users.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { endpoint, find, mount, put, whenRendered, type MountOptions } from '../helpers/mount.js';
import { eventsOf, nextEvent } from '../helpers/next-event.js';
import { allByRole, button, byRole, namesOf, part, parts, textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';

const thisPage = location.origin + location.pathname;

interface Options extends MountOptions {
  signedIn?: boolean;
  /** The page signs in and out by itself. */
  signsInItself?: boolean;
  content?: unknown;
}

/** In a page whose client can sign in and out. */
async function show({
  signedIn = true,
  signsInItself = false,
  logto = new FakeLogto(),
  content,
  ...options
}: Options = {}) {
  const client = new HostClient(logto, signedIn ? undefined : null);
  const properties = {
    ...(!signsInItself && { client, redirectUri: 'https://app.example/callback' }),
    ...options.properties,
  };
  const page = await mount(
    html`<logto-user-button account-url="/account">${content}</logto-user-button><button>Beside</button>`,
    { ...options, logto, properties },
  );
  return { client, ...page, tag: find(page, 'logto-user-button') };
}

type Tag = Awaited<ReturnType<typeof show>>['tag'];

const ownLinks = html`<a href="#billing">Billing</a><button type="button">Switch team</button>`;
const opener = (tag: Tag) => part<HTMLButtonElement>(tag, 'button');
const isOpen = (tag: Tag) => part(tag, 'panel').matches(':popover-open');
const items = (tag: Tag) => namesOf(tag, 'menuitem');
const hasFocus = (name: string, tag: Tag) => byRole(tag, 'menuitem', name).matches(':focus');

const states = (tag: Element) =>
  ['loading', 'signed-out', 'failed', 'ready'].filter((state) => tag.matches(`:state(${state})`));

async function open(tag: Tag) {
  opener(tag).click();
  await waitUntil(() => opener(tag).ariaExpanded === 'true', 'It does not open.');
}

async function openByKeys(tag: Tag, key = 'Enter') {
  opener(tag).focus();
  await sendKeys({ press: key });
  await waitUntil(() => opener(tag).ariaExpanded === 'true', 'It does not open.');
}

const closed = (tag: Tag) => waitUntil(() => opener(tag).ariaExpanded === 'false', 'It does not close.');

async function press(...keys: string[]) {
  for (const key of keys) await sendKeys({ press: key });
}

describe('<logto-user-button> when a user is signed in', () => {
  it('is a button with the user’s initial, labeled as this user’s menu', async () => {
    const { tag } = await show();
    expect(namesOf(tag, 'button')).to.deep.equal(['Account menu: Ada Lovelace']);
    expect(textOf(part(tag, 'avatar'))).to.equal('A');
    expect(opener(tag).ariaHasPopup).to.equal('menu');
    expect(opener(tag).ariaExpanded).to.equal('false');
    expect(states(tag)).to.deep.equal(['ready']);
    await expect(tag).to.be.accessible();
  });

  it('shows the name beside the initial on request', async () => {
    const { tag } = await show();
    expect(parts(tag, 'name')).to.deep.equal([]);
    tag.showName = true;
    await whenRendered(tag);
    expect(textOf(part(tag, 'name'))).to.equal('Ada Lovelace');
    await expect(tag).to.be.accessible();
  });

  it('shows the picture from http and https URLs only', async () => {
    const { tag, logto, provider } = await show();
    const picture = () => tag.shadowRoot?.querySelector('img')?.src;
    logto.tenant.users[0]!.avatar = `${endpoint}/user-assets/none.png`;
    await provider.refresh();
    await whenRendered(tag);
    expect(picture()).to.equal(`${endpoint}/user-assets/none.png`);
    logto.tenant.users[0]!.avatar = 'data:image/svg+xml,<svg onload="alert(1)"/>';
    await provider.refresh();
    await whenRendered(tag);
    expect(picture()).to.equal(undefined);
  });

  it('opens a menu with the name and address at the top', async () => {
    const { tag } = await show({ content: ownLinks });
    await open(tag);
    expect(textOf(part(tag, 'person'))).to.equal('Ada Lovelace ada@example.com');
    expect(textOf(part(tag, 'address'))).to.equal('ada@example.com');
    expect(items(tag)).to.deep.equal(['Manage account', 'Billing', 'Switch team', 'Sign out']);
    expect(namesOf(tag, 'menu')).to.deep.equal(['Account menu: Ada Lovelace']);
    await expect(tag).to.be.accessible();
  });

  it('shows the username or else the address if there is no name', async () => {
    const users = [aUser({ id: 'u', username: 'ada', name: null, primaryEmail: null })];
    const { tag, logto, provider } = await show({
      logto: new FakeLogto({ users }),
      userId: 'u',
      signsInItself: true,
    });
    expect(namesOf(tag, 'button')).to.deep.equal(['Account menu: ada']);
    await open(tag);
    expect(textOf(part(tag, 'person'))).to.equal('ada');
    Object.assign(logto.tenant.users[0]!, { username: null, primaryPhone: '12025550123' });
    await provider.refresh();
    await whenRendered(tag);
    expect(namesOf(tag, 'button')).to.deep.equal(['Account menu: +1 202 555 0123']);
  });

  it('has a menu even if the name is unavailable or not a string', async () => {
    const logto = new FakeLogto();
    logto.intercept(() => Response.json({ id: 'ada', name: { toString: 'x' }, username: 17 }));
    const { tag } = await show({ logto });
    expect(namesOf(tag, 'button')).to.deep.equal(['Account menu']);
    await open(tag);
    expect(parts(tag, 'person')).to.deep.equal([]);
    await expect(tag).to.be.accessible();
  });

  it('renders a name as text, whatever it contains', async () => {
    const name = '<img src=x onerror=alert(1)> {name}';
    const { tag } = await show({ logto: new FakeLogto({ users: [aUser({ id: ada, name })] }) });
    await open(tag);
    expect(textOf(part(tag, 'person'))).to.contain(name);
  });

  it('links to the account page', async () => {
    const { tag } = await show();
    await open(tag);
    expect(part<HTMLAnchorElement>(tag, 'manage').href).to.equal(`${location.origin}/account`);
  });

  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'https://', '', undefined])
    it(`has no account link for the unsafe URL ${String(url)}`, async () => {
      const { tag } = await show();
      tag.accountUrl = url;
      await whenRendered(tag);
      await open(tag);
      expect(items(tag)).to.deep.equal(['Sign out']);
    });

  it('signs out to the page’s post-sign-out URI, once, and then offers to sign in', async () => {
    const { tag, client } = await show({ properties: { postSignOutRedirectUri: 'https://app.example/bye' } });
    const leaving = deferred<void>();
    client.leave = () => leaving.promise;
    await openByKeys(tag, 'ArrowUp');
    await press('Enter');
    await waitUntil(() => namesOf(tag, 'button').includes('One moment…'), 'Nothing is under way.');
    button(tag, 'One moment…').click();
    await waitUntil(() => client.calls.length > 0, 'Logto is not told.');
    leaving.resolve();
    await waitUntil(() => namesOf(tag, 'button').includes('Sign in'), 'It does not offer to sign in.');
    expect(button(tag, 'Sign in').matches(':focus')).to.equal(true);
    expect(client.calls).to.deep.equal(['signOut https://app.example/bye']);
    expect(textOf(tag)).not.to.contain('Ada');
  });

  it('says that Logto could not be reached for sign-out, and offers to retry', async () => {
    const { tag, client, provider } = await show();
    client.leave = () => Promise.reject(new TypeError('Failed to fetch'));
    const errors = eventsOf(provider, 'logto-error');
    await open(tag);
    byRole(tag, 'menuitem', 'Sign out').click();
    await waitUntil(() => parts(tag, 'error').length > 0, 'Nothing is said.');
    expect(textOf(byRole(tag, 'alert'))).to.contain('You are signed out here. The server could not be reached');
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign out', 'Sign in']);
    expect(errors.map(({ target }) => target)).to.deep.equal([tag]);
    await expect(tag).to.be.accessible();
  });

  it('has no sign-out item if the page handles sign-out', async () => {
    const { tag } = await show({ signsInItself: true });
    await open(tag);
    expect(items(tag)).to.deep.equal(['Manage account']);
  });

  it('disappears with its menu when the session ends', async () => {
    const { tag, provider, logto } = await show();
    await open(tag);
    logto.tenant.users[0]!.isSuspended = true;
    await provider.refresh().catch(() => undefined);
    await waitUntil(() => states(tag).includes('signed-out'));
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Sign in');
    expect(document.querySelector(':popover-open')).to.equal(null);
  });
});

describe('the menu of <logto-user-button>', () => {
  for (const key of ['Enter', ' ', 'ArrowDown'])
    it(`opens with the focus on the first item by ${key === ' ' ? 'Space' : key}`, async () => {
      const { tag } = await show({ content: ownLinks });
      await openByKeys(tag, key);
      await waitUntil(() => hasFocus('Manage account', tag), 'The first item has no focus.');
    });

  it('opens with the focus on the last item by ArrowUp', async () => {
    const { tag } = await show({ content: ownLinks });
    await openByKeys(tag, 'ArrowUp');
    await waitUntil(() => hasFocus('Sign out', tag), 'The last item has no focus.');
  });

  it('moves through all items, including the page’s, with the arrow keys, and wraps around', async () => {
    const { tag } = await show({ content: ownLinks });
    await openByKeys(tag);
    const way = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'Home', 'End']) {
      await press(key);
      way.push(allByRole(tag, 'menuitem').findIndex((item) => item.matches(':focus')));
    }
    expect(way).to.deep.equal([1, 2, 3, 0, 3, 0, 3]);
  });

  it('moves to the next item that starts with a typed letter', async () => {
    const { tag } = await show({ content: ownLinks });
    await openByKeys(tag);
    await press('s');
    expect(hasFocus('Switch team', tag)).to.equal(true);
    await press('S');
    expect(hasFocus('Sign out', tag)).to.equal(true);
    await press('b');
    expect(hasFocus('Billing', tag)).to.equal(true);
    await press('x');
    expect(hasFocus('Billing', tag)).to.equal(true);
  });

  it('closes with Escape, and returns the focus to the button', async () => {
    const { tag } = await show();
    await openByKeys(tag);
    await press('Escape');
    await closed(tag);
    expect(isOpen(tag)).to.equal(false);
    expect(opener(tag).matches(':focus')).to.equal(true);
  });

  it('closes with Tab, which moves to what follows the button', async () => {
    const { tag, provider } = await show();
    await openByKeys(tag);
    await press('Tab');
    await closed(tag);
    expect(textOf(provider.querySelector(':focus')!)).to.equal('Beside');
  });

  it('closes on a click outside', async () => {
    const { tag, provider } = await show();
    await open(tag);
    const { left, top } = provider.querySelector('button')!.getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left) + 5, Math.round(top) + 5] });
    await closed(tag);
    expect(isOpen(tag)).to.equal(false);
  });

  it('closes when its button is clicked again', async () => {
    const { tag } = await show();
    const { left, top } = opener(tag).getBoundingClientRect();
    const position: [number, number] = [Math.round(left) + 8, Math.round(top) + 8];
    await sendMouse({ type: 'click', position });
    await waitUntil(() => isOpen(tag), 'It does not open.');
    await sendMouse({ type: 'click', position });
    await closed(tag);
    expect(isOpen(tag)).to.equal(false);
  });

  it('closes when an item is chosen, and the page receives the click', async () => {
    const { tag } = await show({ content: ownLinks });
    let clicks = 0;
    tag.querySelector('button')!.addEventListener('click', () => clicks++);
    await openByKeys(tag);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await closed(tag);
    expect(clicks).to.equal(1);
    expect(opener(tag).matches(':focus')).to.equal(true);
  });

  it('follows a link with Space, like with Enter', async () => {
    const { tag } = await show({ content: ownLinks });
    await openByKeys(tag);
    await press('ArrowDown', ' ');
    await waitUntil(() => location.hash === '#billing', 'It leads nowhere.');
    history.replaceState(null, '', thisPage + location.search);
  });

  it('keeps the focus where a menu item of the page has moved it', async () => {
    const { tag, provider } = await show({ content: ownLinks });
    const beside = provider.querySelector<HTMLButtonElement>(':scope > button')!;
    tag.querySelector('button')!.addEventListener('click', () => beside.focus());
    await openByKeys(tag);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await closed(tag);
    expect(beside.matches(':focus')).to.equal(true);
  });

  it('stays within the viewport, wherever the button is', async () => {
    await setViewport({ width: 320, height: 480 });
    try {
      for (const corner of ['start start', 'start end', 'end start', 'end end']) {
        for (const dir of ['ltr', 'rtl']) {
          const { tag, provider } = await show({ content: ownLinks });
          const corners = document.createElement('div');
          Object.assign(corners, { dir });
          Object.assign(corners.style, { position: 'fixed', inset: '4px', display: 'grid', overflow: 'hidden' });
          Object.assign(corners.style, { placeItems: corner });
          provider.before(corners);
          corners.append(provider);
          await open(tag);
          const { left, top, right, bottom } = part(tag, 'panel').getBoundingClientRect();
          expect(left, corner).to.be.at.least(0);
          expect(top, corner).to.be.at.least(0);
          expect(right, corner).to.be.at.most(innerWidth);
          expect(bottom, corner).to.be.at.most(innerHeight);
          corners.remove();
        }
      }
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });
});

describe('<logto-user-button> when no one is signed in', () => {
  it('offers to sign in', async () => {
    const { tag, client } = await show({ signedIn: false });
    expect(textOf(tag)).to.equal('Sign in');
    expect(states(tag)).to.deep.equal(['signed-out']);
    await expect(tag).to.be.accessible();
    const leaving = deferred<void>();
    client.leave = () => leaving.promise;
    button(tag, 'Sign in').click();
    await waitUntil(() => namesOf(tag, 'button').includes('One moment…'), 'Nothing is under way.');
    button(tag, 'One moment…').click();
    await waitUntil(() => client.calls.length > 0, 'Logto is not asked.');
    expect(client.calls).to.deep.equal(['signIn https://app.example/callback']);
    leaving.resolve();
  });

  it('shows why signing in failed, and keeps the button', async () => {
    const { tag, client, provider } = await show({ signedIn: false });
    client.leave = () => Promise.reject(new Error('The discovery document is missing.'));
    button(tag, 'Sign in').click();
    await nextEvent(provider, 'logto-error');
    await whenRendered(tag);
    expect(textOf(byRole(tag, 'alert'))).to.equal('Something went wrong on our side. Try again in a moment.');
    expect(namesOf(tag, 'button')).to.deep.equal(['Sign in']);
    await expect(tag).to.be.accessible();
  });

  it('is empty if the page handles sign-in', async () => {
    const { tag } = await show({ signsInItself: true, signedOut: true });
    expect(textOf(tag)).to.equal('');
    expect(states(tag)).to.deep.equal(['signed-out']);
  });
});

describe('<logto-user-button> without an account', () => {
  it('reserves the space of the picture while loading', async () => {
    const logto = new FakeLogto();
    const answer = deferred<undefined>();
    const stop = logto.intercept(() => answer.promise);
    const { tag, provider } = await show({ logto, stillLoading: true });
    await whenRendered(tag);
    expect(textOf(part(tag, 'loading'))).to.equal('Loading…');
    expect(states(tag)).to.deep.equal(['loading']);
    await expect(tag).to.be.accessible();
    const before = tag.getBoundingClientRect();
    answer.resolve(undefined);
    stop();
    await waitUntil(() => provider.status === 'ready', 'There is no account.');
    await whenRendered(tag);
    const after = tag.getBoundingClientRect();
    expect([after.width, after.height]).to.deep.equal([before.width, before.height]);
  });

  it('shows the error, and offers to retry and to sign out', async () => {
    const logto = new FakeLogto();
    const stop = logto.intercept(() => Response.error());
    const { tag, provider } = await show({ logto });
    expect(states(tag)).to.deep.equal(['failed']);
    await open(tag);
    expect(textOf(part(tag, 'error'))).to.equal('We could not reach the server. Check your connection and try again.');
    expect(items(tag)).to.deep.equal(['Try again', 'Manage account', 'Sign out']);
    await expect(tag).to.be.accessible();
    stop();
    byRole(tag, 'menuitem', 'Try again').click();
    await waitUntil(() => provider.status === 'ready', 'It does not try again.');
    await whenRendered(tag);
    expect(namesOf(tag, 'button')).to.deep.equal(['Account menu: Ada Lovelace']);
  });

  it('no longer shows a user after it leaves its provider', async () => {
    const { tag } = await show();
    await open(tag);
    put(tag);
    await whenRendered(tag);
    expect(textOf(tag)).to.equal('Loading…');
  });
});
