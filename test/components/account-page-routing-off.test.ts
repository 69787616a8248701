import { expect } from '@open-wc/testing';

import { whenRendered } from '../helpers/mount.js';
import { namesOf } from '../helpers/read.js';
import { address, beAt, goToFragment, openAccount, whenAccountIdle, regionsOf, visibleTagsOf } from './account-page.js';

describe('<logto-account> without routing', () => {
  const all = ['Profile', 'Security', 'Devices and apps'];

  it('shows all sections one after the other, without navigation', async () => {
    beAt('#security');
    const { tag } = await openAccount({ has: { routing: 'off' } });
    expect(namesOf(tag, 'navigation')).to.deep.equal([]);
    expect(regionsOf(tag)).to.deep.equal(all);
    expect(visibleTagsOf(tag)).to.deep.equal([
      'profile',
      'username',
      'email',
      'phone',
      'password',
      'mfa',
      'passkeys',
      'social-links',
      'delete-account',
      'sessions',
      'connected-apps',
    ]);
    await expect(tag).to.be.accessible();
  });

  it('neither reads nor changes the address', async () => {
    const { length } = history;
    const { tag } = await openAccount({ has: { routing: 'off' } });
    expect([address(), history.length]).to.deep.equal(['/', length]);
    await goToFragment(tag, 'security');
    expect([regionsOf(tag), address()]).to.deep.equal([all, '/#security']);
  });

  it('can be turned off and on while the page is open', async () => {
    const { tag } = await openAccount();
    tag.routing = 'off';
    await whenAccountIdle(tag);
    expect(regionsOf(tag)).to.deep.equal(all);
    expect(visibleTagsOf(tag)).to.include.members(['profile', 'password', 'sessions']);
    tag.setAttribute('routing', 'hash');
    await whenRendered(tag);
    expect([regionsOf(tag), namesOf(tag, 'navigation').length]).to.deep.equal([['Profile'], 1]);
  });
});
