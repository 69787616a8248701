import { expect } from '@open-wc/testing';

import { put } from '../helpers/mount.js';
import { stayHere } from '../helpers/stay-here.js';
import {
  address,
  beAt,
  currentOf,
  follow,
  goToFragment,
  linkOf,
  only,
  openAccount,
  whenAccountIdle,
  regionsOf,
  travel,
} from './account-page.js';
import { anEndpoint, aTenant } from './credential-page.js';
import { leave } from './social-page.js';

/** Two sections that are there at once. */
const small = { fields: only({ name: 'Edit', password: 'Edit', session: 'Edit' }), deleteAccountUrl: null };

describe('<logto-account> with hash routing', () => {
  for (const [fragment, section] of [
    ['#security', 'Security'],
    ['#devices', 'Devices and apps'],
    ['', 'Profile'],
    ['#', 'Profile'],
    ['#nothing-of-ours', 'Profile'],
    ['#%E0%A4%A', 'Profile'],
    ['#constructor', 'Profile'],
  ] as const)
    it(`opens at ${section}: ${fragment || 'no fragment'}`, async () => {
      beAt(fragment || location.pathname + location.search);
      const { tag } = await openAccount(small);
      expect([currentOf(tag), regionsOf(tag)]).to.deep.equal([section, [section]]);
      expect(location.hash).to.equal(fragment === '#' ? '' : fragment);
    });

  it('opens the first section if the address names one that is off', async () => {
    beAt('#devices');
    const { tag } = await openAccount({ ...small, fields: only({ name: 'Edit', password: 'Edit' }) });
    expect(currentOf(tag)).to.equal('Profile');
  });
});

describe('<logto-account> when the address changes', () => {
  it('follows its links, and the browser’s back and forward buttons', async () => {
    const { tag } = await openAccount(small);
    const { length } = history;
    await follow(tag, 'Security');
    expect([currentOf(tag), address()]).to.deep.equal(['Security', '/#security']);
    await follow(tag, 'Devices and apps');
    expect(history.length).to.equal(length + 2);
    await travel(tag, -1);
    expect([currentOf(tag), regionsOf(tag), address()]).to.deep.equal(['Security', ['Security'], '/#security']);
    await travel(tag, -1);
    expect([currentOf(tag), regionsOf(tag), address()]).to.deep.equal(['Profile', ['Profile'], '/']);
    await travel(tag, 1);
    expect([currentOf(tag), regionsOf(tag)]).to.deep.equal(['Security', ['Security']]);
  });

  it('adds no history entry for the section that is already shown', async () => {
    const { tag } = await openAccount(small);
    await follow(tag, 'Security');
    const { length } = history;
    await follow(tag, 'Security');
    expect([history.length, currentOf(tag)]).to.deep.equal([length, 'Security']);
  });

  it('follows links elsewhere in the page', async () => {
    const link = put(document.createElement('a'));
    link.href = '#devices';
    const { tag } = await openAccount(small);
    link.click();
    await travel(tag, -1); // both are asynchronous: afterwards the link has been followed, and undone
    await travel(tag, 1);
    expect(currentOf(tag)).to.equal('Devices and apps');
  });

  it('ignores fragments that mean something else in the page', async () => {
    const { tag } = await openAccount(small);
    await follow(tag, 'Security');
    await goToFragment(tag, 'faq');
    expect([currentOf(tag), regionsOf(tag), address()]).to.deep.equal(['Security', ['Security'], '/#faq']);
    await goToFragment(tag, '%E0%A4%A');
    expect(currentOf(tag)).to.equal('Security');
  });

  it('keeps the query of the page without reloading it', async () => {
    const left = stayHere();
    const { search } = location;
    const { tag } = await openAccount(small);
    await follow(tag, 'Security');
    expect([location.search, left.length]).to.deep.equal([search, 0]);
  });

  it('keeps the query even if the page has changed it since', async () => {
    const left = stayHere();
    const { tag } = await openAccount(small);
    history.replaceState(null, '', `${location.search}&tab=2`);
    const { search } = location;
    await follow(tag, 'Security');
    expect([left.map(String), location.search, currentOf(tag)]).to.deep.equal([[], search, 'Security']);
  });

  it('works in a page with a <base> element', async () => {
    const base = document.createElement('base');
    base.href = '/elsewhere/';
    document.head.append(base);
    try {
      const left = stayHere();
      const { tag } = await openAccount(small);
      expect(linkOf(tag, 'Security').href).to.equal(`${location.origin}/#security`);
      await follow(tag, 'Security');
      expect([left.map(String), address(), currentOf(tag)]).to.deep.equal([[], '/#security', 'Security']);
    } finally {
      base.remove();
    }
  });

  it('stops following the address after it is removed', async () => {
    const { addEventListener: add, removeEventListener: remove } = globalThis;
    const listening: unknown[] = [];
    const isOurs = (type: unknown) => type === 'hashchange' || type === 'popstate';
    Object.assign(globalThis, {
      addEventListener: (...args: Parameters<typeof add>) => {
        if (isOurs(args[0])) listening.push(args[1]);
        add(...args);
      },
      removeEventListener: (...args: Parameters<typeof remove>) => {
        if (isOurs(args[0])) listening.splice(listening.indexOf(args[1]), 1);
        remove(...args);
      },
    });
    try {
      const { tag } = await openAccount(small);
      expect(listening.length).to.be.greaterThan(0);
      tag.remove();
      expect(listening).to.have.lengthOf(0);
    } finally {
      Object.assign(globalThis, { addEventListener: add, removeEventListener: remove });
    }
  });
});

describe('two <logto-account> elements in one page', () => {
  it('both show the section that the address names, each from its own tenant', async () => {
    const one = await openAccount({ ...small, at: anEndpoint() });
    const two = await openAccount({ ...small, fields: only({ name: 'Edit', mfa: 'Edit' }), at: anEndpoint() });
    await follow(one.tag, 'Security');
    await whenAccountIdle(two.tag);
    expect([currentOf(one.tag), currentOf(two.tag)]).to.deep.equal(['Security', 'Security']);
    expect([...one.tag.children].map(({ localName }) => localName)).to.include('logto-password');
    expect([...two.tag.children].map(({ localName }) => localName)).to.include('logto-mfa');
    await follow(one.tag, 'Devices and apps');
    await whenAccountIdle(two.tag);
    expect([currentOf(one.tag), currentOf(two.tag)]).to.deep.equal(['Devices and apps', 'Security']);
    await follow(two.tag, 'Profile');
    await whenAccountIdle(one.tag);
    expect([currentOf(one.tag), currentOf(two.tag)]).to.deep.equal(['Profile', 'Profile']);
  });
});

describe('<logto-account> when the user comes back from another page', () => {
  const logto = aTenant();
  const userId = logto.tenant.users[0]!.id;
  const away = (owner: { endpoint: string; userId: string }) =>
    leave(
      JSON.stringify({
        owner: { task: 'social', ...owner },
        expiresAt: Date.now() + 60_000,
        data: { kind: 'hosted', target: 'github' },
      }),
    );

  it('shows the section that the user left from until they navigate elsewhere', async () => {
    const at = anEndpoint();
    away({ endpoint: at, userId });
    const { tag } = await openAccount({ at, logto });
    expect([currentOf(tag), address()]).to.deep.equal(['Security', '/']);
    await follow(tag, 'Profile');
    expect(currentOf(tag)).to.equal('Profile');
    await travel(tag, -1);
    expect(currentOf(tag)).to.equal('Profile');
  });

  it('follows the address if the user left from another tenant’s page or under another account', async () => {
    for (const owner of [
      { endpoint: 'https://another.logto.example', userId },
      { endpoint: anEndpoint(), userId: 'somebody' },
    ]) {
      away(owner);
      beAt('#devices');
      const at = owner.userId === userId ? anEndpoint() : owner.endpoint;
      const { tag } = await openAccount({ at, logto });
      expect(currentOf(tag)).to.equal('Devices and apps');
    }
  });
});
