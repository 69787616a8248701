import { expect } from '@open-wc/testing';

import { textOf, parts } from '../helpers/read.js';
import { stayHere } from '../helpers/stay-here.js';
import { waitUntil } from '../helpers/wait-until.js';
import {
  address,
  beAt,
  currentOf,
  follow,
  only,
  openAccount,
  whenAccountIdle,
  whenElementLoaded,
} from './account-page.js';
import { anEndpoint, press } from './credential-page.js';
import { anEndpointHere } from './passkeys-page.js';

type Tag = Awaited<ReturnType<typeof openAccount>>['tag'];

/** The label of the row that is open, whether its form is in the shadow DOM or in the page. */
function openRowOf(tag: Tag): string {
  const rows = [...tag.children].flatMap((child) => parts(child, 'row'));
  const row = rows.find((each) => each.querySelector('[part~="form"]'));
  return row ? textOf(row.querySelector('[part~="label"]')!) : '';
}

const focused = (tag: Tag) => document.activeElement?.shadowRoot?.activeElement?.ariaLabel ?? tag.localName;

describe('a task link in <logto-account>', () => {
  for (const [place, section, row] of [
    ['profile/nickname', 'Profile', 'Nickname'],
    ['profile/profile/nickname', 'Profile', 'Nickname'],
    ['security/email', 'Security', 'Email'],
    ['security/mfa', 'Security', 'Authenticator app'],
    ['security/totp', 'Security', 'Authenticator app'],
    ['security/mfa/totp', 'Security', 'Authenticator app'],
    ['security/passkeys', 'Security', 'Your first passkey'],
  ] as const) {
    it(`opens “${row}” at #${place}`, async () => {
      beAt(`#${place}`);
      const { tag } = await openAccount({ at: anEndpointHere() });
      await waitUntil(() => openRowOf(tag) === row, `“${row}” does not open.`);
      expect(currentOf(tag)).to.equal(section);
    });
  }

  it('opens the row with path routing, too', async () => {
    beAt('/me/security/totp');
    const { tag } = await openAccount({ has: { routing: 'history', 'base-path': '/me' } });
    await waitUntil(() => openRowOf(tag) === 'Authenticator app');
  });

  it('focuses a provider’s button without leaving the page', async () => {
    const addresses = stayHere();
    beAt('#security/social-links/github');
    const { tag } = await openAccount();
    await waitUntil(() => focused(tag) === 'Link GitHub', 'The button has no focus.');
    expect(addresses).to.deep.equal([]);
  });

  for (const place of ['security/nothing', 'security/social-links/nothing', 'security/mfa/__proto__', 'devices/totp'])
    it(`shows only the section for the unknown task #${place}`, async () => {
      beAt(`#${place}`);
      const { tag } = await openAccount();
      await whenElementLoaded(tag, place.startsWith('devices') ? 'logto-sessions' : 'logto-social-links');
      expect([openRowOf(tag), focused(tag)]).to.deep.equal(['', 'logto-account']);
      expect(address()).to.equal(`/#${place}`);
    });
});

describe('open() of <logto-account>', () => {
  it('shows the section, and opens the same row as a task link', async () => {
    beAt('#profile');
    const { tag } = await openAccount();
    expect(await tag.open('security/password')).to.equal(true);
    expect([openRowOf(tag), currentOf(tag), address()]).to.deep.equal(['Password', 'Security', '/#security']);
  });

  it('works without routing, where the fragment belongs to the page', async () => {
    for (const [has, fragment] of [
      [{ routing: 'off' }, ''],
      [{}, '#/shop'],
    ] as const) {
      beAt(`/${fragment}`);
      const { tag, provider } = await openAccount({ has });
      expect(await tag.open('security/username'), fragment).to.equal(true);
      expect([openRowOf(tag), location.hash]).to.deep.equal(['Username', fragment]);
      provider.remove();
    }
  });

  for (const [place, fields] of [
    ['security/password', only({ username: 'Edit', password: 'ReadOnly' })],
    ['security/password', only({ username: 'Edit', mfa: 'Edit' })],
    ['security/nothing', undefined],
    ['security', undefined],
    ['nowhere/password', undefined],
    ['', undefined],
  ] as const)
    it(`opens nothing for “${place}” ${fields ? `where the password is ${fields.password}` : ''}`, async () => {
      beAt('');
      const { tag } = await openAccount({ ...(fields && { fields }) });
      expect(await tag.open(place)).to.equal(false);
      expect(openRowOf(tag)).to.equal('');
    });

  it('opens nothing if the user moves to another section meanwhile', async () => {
    beAt('#profile');
    const { tag } = await openAccount();
    const opened = tag.open('security/password');
    await follow(tag, 'Profile');
    expect([await opened, openRowOf(tag)]).to.deep.equal([false, '']);
  });
});

describe('the return link of <logto-account>', () => {
  const backOf = (tag: Tag) => parts(tag, 'return') as HTMLAnchorElement[];

  /** Comes by a link with this query, and removes the username. */
  async function removeUsername(query: string, has: Record<string, string> = {}, fragment = '#security/username') {
    beAt(`/${query}${fragment}`);
    const { tag } = await openAccount({ at: anEndpoint(), has });
    const username = tag.querySelector('logto-username')!;
    if (fragment.includes('/')) {
      await waitUntil(() => openRowOf(tag) === 'Username', 'It does not open.');
      username.querySelector<HTMLElement>('.cancel')!.click();
    }
    expect(backOf(tag), 'before it is done').to.deep.equal([]);
    await waitUntil(() => parts(username, 'remove').length > 0);
    press(username, 'Remove Username');
    await waitUntil(() => parts(username, 'confirm').length > 0);
    press(username, 'Remove');
    await waitUntil(() => textOf(username).includes('Not set'), 'It is not removed.');
    await whenAccountIdle(tag);
    return tag;
  }

  const back = async (query: string, has?: Record<string, string>, fragment?: string) =>
    backOf(await removeUsername(query, has, fragment)).map(({ href }) => href);

  it('appears when the task is done, and leads to a same-origin URL from the task link', async () => {
    const tag = await removeUsername(`?return-to=${encodeURIComponent('/checkout?step=2#pay')}`);
    const [link] = backOf(tag);
    expect(link?.href).to.equal(`${location.origin}/checkout?step=2#pay`);
    expect(textOf(link!)).to.equal('Back to the page you came from');
    expect(link!.closest('[role="status"]')).not.to.equal(null);
    await expect(tag).to.be.accessible();
  });

  it('leads to the URL set by the page, even on another origin', async () => {
    expect(await back('?return-to=/checkout', { 'return-to': 'https://shop.example/cart' })).to.deep.equal([
      'https://shop.example/cart',
    ]);
  });

  for (const bad of [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    `https://${location.host}@evil.example/`,
    `blob:${location.origin}/x`,
    'http://[',
    '',
  ])
    it(`rejects ${JSON.stringify(bad)}`, async () => {
      const found = await back(`?return-to=${encodeURIComponent(bad)}`);
      expect(found.filter((href) => !href.startsWith(`${location.origin}/`))).to.deep.equal([]);
    });

  it('rejects a script URL, even if the page sets it', async () => {
    expect(await back('', { 'return-to': 'javascript:alert(1)' })).to.deep.equal([]);
  });

  it('does not appear for users who came without a task', async () => {
    expect(await back('?return-to=/checkout', {}, '#security')).to.deep.equal([]);
  });
});
