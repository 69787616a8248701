import { expect } from '@open-wc/testing';

import { stayHere } from '../helpers/stay-here.js';
import { pause } from '../helpers/wait-until.js';
import './credential-page.js';
import {
  address,
  beAt,
  currentOf,
  follow,
  linkOf,
  only,
  openAccount,
  whenAccountIdle,
  regionsOf,
  travel,
} from './account-page.js';

const small = { fields: only({ name: 'Edit', password: 'Edit', session: 'Edit' }), deleteAccountUrl: null };

const atPath = (path = '/me', has: Record<string, string> = {}) =>
  openAccount({ ...small, has: { routing: 'history', 'base-path': path, ...has } });

describe('<logto-account> with paths', () => {
  it('has links with the path of each section', async () => {
    const { tag } = await openAccount({ ...small, has: { routing: 'history' } });
    expect(linkOf(tag, 'Security').href).to.equal(`${location.origin}/account/security`);
  });

  for (const path of ['/me/here', 'me/here', '/me/here/', 'me/here/', '//me//here//'])
    it(`opens at the section of the path, and creates such paths: base-path ${path}`, async () => {
      beAt('/me/here/security');
      const { tag } = await atPath(path);
      expect([currentOf(tag), regionsOf(tag)]).to.deep.equal(['Security', ['Security']]);
      expect(linkOf(tag, 'Profile').href).to.equal(`${location.origin}/me/here/profile`);
    });

  for (const path of ['', '/'])
    it(`works at the root of the site: base-path “${path}”`, async () => {
      beAt('/security');
      const { tag } = await atPath(path);
      expect(currentOf(tag)).to.equal('Security');
      expect(linkOf(tag, 'Profile').href).to.equal(`${location.origin}/profile`);
    });

  for (const [url, section] of [
    ['/me/devices', 'Devices and apps'],
    ['/me/devices/', 'Devices and apps'],
    ['/me/security?x=1#devices', 'Security'],
    ['/me/', 'Profile'],
    ['/me', 'Profile'],
    ['/me/nothing', 'Profile'],
    ['/me/security/more', 'Security'],
    ['/menu/security', 'Profile'],
    ['/me/%E0%A4%A', 'Profile'],
  ] as const)
    it(`opens at ${section} for ${url}`, async () => {
      beAt(url);
      const { tag } = await atPath();
      expect(currentOf(tag)).to.equal(section);
      expect(location.href).to.equal(location.origin + url);
    });

  it('follows its links without reloading the page, and the browser’s back and forward buttons', async () => {
    const left = stayHere();
    beAt('/me/profile');
    const { tag } = await atPath();
    const { length } = history;
    await follow(tag, 'Security');
    expect([currentOf(tag), address()]).to.deep.equal(['Security', '/me/security']);
    await follow(tag, 'Security');
    await follow(tag, 'Devices and apps');
    expect([address(), history.length]).to.deep.equal(['/me/devices', length + 2]);
    await travel(tag, -1);
    expect([currentOf(tag), address()]).to.deep.equal(['Security', '/me/security']);
    await travel(tag, -1);
    expect([currentOf(tag), address()]).to.deep.equal(['Profile', '/me/profile']);
    await travel(tag, 1);
    expect([currentOf(tag), regionsOf(tag)]).to.deep.equal(['Security', ['Security']]);
    expect(left.map(String)).to.deep.equal([]);
  });

  it('returns to the first section at the base path itself', async () => {
    beAt('/me');
    const { tag } = await atPath();
    await follow(tag, 'Security');
    await travel(tag, -1);
    expect([address(), currentOf(tag)]).to.deep.equal(['/me', 'Profile']);
  });

  it('ignores paths that mean something else', async () => {
    beAt('/me/security');
    const { tag } = await atPath();
    history.pushState(null, '', '/elsewhere');
    dispatchEvent(new PopStateEvent('popstate'));
    await whenAccountIdle(tag);
    expect(currentOf(tag)).to.equal('Security');
  });

  for (const [how, keys] of [
    ['with Ctrl', { ctrlKey: true }],
    ['with Command', { metaKey: true }],
    ['with Shift', { shiftKey: true }],
    ['with Alt', { altKey: true }],
    ['with the middle button', { button: 1 }],
  ] as const)
    it(`leaves a click ${how} to the browser`, async () => {
      beAt('/me/profile');
      const { tag } = await atPath();
      let isLeft: boolean | undefined;
      const listen = (event: Event) => {
        isLeft = !event.defaultPrevented;
        event.preventDefault(); // the browser would open a tab
      };
      addEventListener('click', listen, { once: true });
      linkOf(tag, 'Security').dispatchEvent(
        new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ...keys }),
      );
      removeEventListener('click', listen);
      await pause();
      expect([isLeft, address(), currentOf(tag)]).to.deep.equal([true, '/me/profile', 'Profile']);
    });
});
