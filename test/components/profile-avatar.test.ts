import { expect } from '@open-wc/testing';

import type { LogtoProfile } from '../../components/profile/profile-element.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { endpoint } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { byRole, part, textOf } from '../helpers/read.js';
import { aPicture } from './pictures.js';
import {
  change,
  descriptionOf,
  enter,
  inputIn,
  openProfile,
  press,
  save,
  whenSaveEnds,
  statusOf,
} from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const pictureIn = (tag: LogtoProfile) => tag.shadowRoot!.querySelector('img');

describe('the picture in <logto-profile>', () => {
  /** A tenant that has a picture of the user. */
  async function withPicture() {
    const logto = new FakeLogto();
    const path = '/user-assets/default/ada/2026/09/01/x/me.png';
    logto.tenant.storage = { [path]: await aPicture() };
    logto.tenant.users[0]!.avatar = endpoint + path;
    return openProfile({ logto });
  }

  it('is shown with a text alternative, over the initial', async () => {
    const { tag } = await withPicture();
    await waitUntil(() => pictureIn(tag)!.naturalWidth > 0);
    expect(byRole(tag.shadowRoot!.querySelector('[part~="avatar"]')!, 'img', 'Your picture')).to.equal(pictureIn(tag));
    expect(pictureIn(tag)!.referrerPolicy).to.equal('no-referrer');
    await expect(tag).to.be.accessible();
  });

  it('is replaced by the initial if it does not load', async () => {
    const { tag } = await openProfile({ user: { avatar: `${endpoint}/user-assets/none.png`, name: 'élise' } });
    await waitUntil(() => !pictureIn(tag)!.checkVisibility());
    expect(textOf(part(tag, 'avatar'))).to.equal('É');
    await expect(tag).to.be.accessible();
  });

  for (const avatar of [
    'javascript:alert(1)',
    'data:image/svg+xml,<svg/>',
    'blob:x',
    'ftp://x/y.png',
    '//x/y.png',
    'x',
  ])
    it(`is never loaded from the unsafe URL ${avatar}`, async () => {
      const { tag } = await openProfile({ user: { avatar } });
      expect(pictureIn(tag)).to.equal(null);
      await change(tag, 'Picture');
      expect(pictureIn(tag)).to.equal(null);
      expect(textOf(part(tag, 'avatar'))).to.equal('A Not set');
    });

  it('opens its form with the focus on the upload button, which lists the accepted formats', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Picture');
    const chooses = byRole(row, 'button', 'Choose a picture…');
    await waitUntil(() => document.activeElement === chooses);
    expect(descriptionOf(chooses)).to.equal('Any picture that your browser can show.');
    await expect(tag).to.be.accessible();
  });

  it('the picture can be set to a URL', async () => {
    const { tag, writes } = await openProfile();
    const updates = eventsOf(document, 'logto-profile-updated');
    const row = await change(tag, 'Picture');
    enter(row, ` ${endpoint}/user-assets/none.png `, 'Or use a link to a picture');
    await save(row);
    expect(writes).to.deep.equal([
      { method: 'PATCH', path: '/api/my-account', body: { avatar: `${endpoint}/user-assets/none.png` } },
    ]);
    expect(updates.map(({ action, item }) => [action, item])).to.deep.equal([['added', 'avatar']]);
    expect(statusOf(tag)).to.equal('Picture saved.');
  });

  for (const link of ['me.png', 'javascript:alert(1)', 'data:image/png;base64,AAAA'])
    it(`cannot be set to the URL ${link}`, async () => {
      const { tag, writes } = await openProfile();
      const row = await change(tag, 'Picture');
      enter(row, link);
      await save(row);
      expect(descriptionOf(inputIn(row))).to.equal('Enter a full web address, such as https://example.com.');
      await waitUntil(() => document.activeElement === inputIn(row));
      expect(writes).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  for (const how of ['button', 'link'])
    it(`can be removed with the ${how}`, async () => {
      const { tag, writes } = await withPicture();
      const row = await change(tag, 'Picture');
      if (how === 'button') press(row, 'Remove picture');
      else {
        enter(row, '');
        press(row, 'Save');
      }
      await whenSaveEnds(row);
      expect(writes.map(({ body }) => body)).to.deep.equal([{ avatar: null }]);
      expect(pictureIn(tag)).to.equal(null);
      expect(statusOf(tag)).to.equal('Picture saved.');
    });

  it('offers no removal if there is no picture', async () => {
    const { tag } = await openProfile();
    expect(textOf(await change(tag, 'Picture'))).not.to.contain('Remove');
  });
});
