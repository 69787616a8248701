import { expect } from '@open-wc/testing';

import { textOf } from '../helpers/read.js';
import { waitUntil } from '../helpers/wait-until.js';
import {
  address,
  beAt,
  currentOf,
  follow,
  goToFragment,
  only,
  openAccount,
  whenAccountIdle,
  travel,
} from './account-page.js';

type Tag = Awaited<ReturnType<typeof openAccount>>['tag'];

const all = { fields: only({ name: 'Edit', username: 'Edit', password: 'Edit', session: 'Edit' }) };

const formIn = (tag: Tag, element: string) => tag.querySelector(`${element} .logto-form`);
const opens = (tag: Tag, element: string) => waitUntil(() => formIn(tag, element), `${element} does not open.`);

describe('a link to a task in <logto-account>', () => {
  it('opens the form when the page loads', async () => {
    beAt('#security/password');
    const { tag } = await openAccount(all);
    await opens(tag, 'logto-password');
    expect([currentOf(tag), address()]).to.deep.equal(['Security', '/#security/password']);
    await waitUntil(() => tag.querySelector('logto-password input:focus'), 'The form has no focus.');
  });

  it('opens the form with path routing, too', async () => {
    beAt('/account/security/password');
    const { tag } = await openAccount({ ...all, has: { routing: 'history' } });
    await opens(tag, 'logto-password');
    expect(currentOf(tag)).to.equal('Security');
  });

  it('opens the form when it is followed later, and Back returns to the previous section', async () => {
    beAt('#devices');
    const { tag } = await openAccount(all);
    await goToFragment(tag, '#security/username');
    await opens(tag, 'logto-username');
    expect(currentOf(tag)).to.equal('Security');
    await travel(tag, -1);
    expect(currentOf(tag)).to.equal('Devices and apps');
    expect(formIn(tag, 'logto-password')).to.equal(null);
  });

  it('opens the form once: a form that the user closed stays closed', async () => {
    beAt('#security/username');
    const { tag } = await openAccount(all);
    await opens(tag, 'logto-username');
    formIn(tag, 'logto-username')!.querySelector<HTMLElement>('.cancel')!.click();
    await waitUntil(() => !formIn(tag, 'logto-username'), 'It does not close.');
    await follow(tag, 'Profile');
    await follow(tag, 'Security');
    expect(formIn(tag, 'logto-username')).to.equal(null);
  });

  for (const [place, fields] of [
    ['is read-only', { ...all.fields, password: 'ReadOnly' }],
    ['is off', { ...all.fields, password: 'Off', mfa: 'Edit' }],
  ] as const)
    it(`shows only the section if the password ${place}`, async () => {
      beAt('#security/password');
      const { tag } = await openAccount({ fields });
      await whenAccountIdle(tag);
      expect(currentOf(tag)).to.equal('Security');
      expect(tag.querySelector('.logto-form')).to.equal(null);
    });

  for (const fragment of [
    '#profile/nothing',
    '#profile/../x',
    '#profile/%E0%A4%A',
    '#profile/[x]',
    '#profile/password',
  ])
    it(`shows only the section at the malformed fragment ${fragment}`, async () => {
      beAt(fragment);
      const { tag } = await openAccount(all);
      expect([currentOf(tag), location.hash]).to.deep.equal(['Profile', fragment]);
      expect(tag.querySelector('.logto-form')).to.equal(null);
    });

  it('ignores a fragment that begins with a slash, which belongs to the page', async () => {
    beAt('#/security/password');
    const { tag } = await openAccount(all);
    await follow(tag, 'Security');
    expect(location.hash).to.equal('#/security/password');
    expect(textOf(tag)).to.contain('Password');
  });
});
