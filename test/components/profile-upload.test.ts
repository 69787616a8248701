import { expect, waitUntil } from '@open-wc/testing';

import type { LogtoProfile } from '../../components/profile/profile-element.js';
import { endpoint } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { part, parts, textOf } from '../helpers/read.js';
import { aGate, change, openProfile, press, rowOf, settle, statusOf } from './profile-page.js';

const upload = '/api/my-account/user-assets/avatar';

async function aPicture(): Promise<File> {
  const canvas = new OffscreenCanvas(300, 200);
  canvas.getContext('2d')!.fillRect(0, 0, 150, 200);
  return new File([await canvas.convertToBlob()], 'me.png', { type: 'image/png' });
}

/** Chooses a file as the browser's own dialog would. */
function choose(row: Element, file: File) {
  const input = row.querySelector<HTMLInputElement>('input[type="file"]')!;
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Chooses a picture and takes it as it is cropped. */
async function crop(tag: LogtoProfile, row: Element) {
  choose(row, await aPicture());
  await waitUntil(() => tag.shadowRoot!.querySelector('dialog [part~="save"]:enabled'));
  await expect(tag).to.be.accessible();
  press(part(tag, 'dialog'), 'Use picture');
  await waitUntil(() => parts(tag, 'dialog').length === 0);
}

const pictureIn = (tag: LogtoProfile) => tag.shadowRoot!.querySelector('img');

describe('a picture chosen in <logto-profile>', () => {
  for (const [what, file, says] of [
    ['a text', new File(['x'], 'a.txt', { type: 'text/plain' }), /not a picture we can use/],
    ['an SVG', new File(['<svg/>'], 'a.svg', { type: 'image/svg+xml' }), /not a picture we can use/],
    ['too large', new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'a.png', { type: 'image/png' }), /too large/],
  ] as const)
    it(`is refused at once when it is ${what}`, async () => {
      const { tag, writes } = await openProfile();
      const row = await change(tag, 'Picture');
      choose(row, file);
      await waitUntil(() => row.querySelector('[role="alert"]'));
      expect(textOf(row.querySelector('[role="alert"]')!)).to.match(says);
      expect(parts(tag, 'dialog')).to.have.lengthOf(0);
      expect(writes).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  it('is cropped, stored, and becomes the picture', async () => {
    const { tag, writes, user, logto } = await openProfile();
    const updates = eventsOf(document, 'logto-profile-updated');
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await settle(row);
    const [[path, stored]] = Object.entries(logto.tenant.storage!) as [[string, Blob]];
    expect(writes).to.deep.equal([
      { method: 'POST', path: upload, body: undefined },
      { method: 'PATCH', path: '/api/my-account', body: { avatar: endpoint + path } },
    ]);
    expect([stored.type, user.avatar]).to.deep.equal(['image/png', endpoint + path]);
    await waitUntil(() => pictureIn(tag)!.naturalWidth === 200);
    expect(updates.map(({ field }) => field)).to.deep.equal(['avatar']);
    expect(statusOf(tag)).to.equal('Picture saved.');
  });

  it('goes nowhere when the dialog is cancelled', async () => {
    const { tag, writes } = await openProfile();
    const row = await change(tag, 'Picture');
    choose(row, await aPicture());
    await waitUntil(() => parts(tag, 'dialog').length === 1);
    press(part(tag, 'dialog'), 'Cancel');
    await waitUntil(() => parts(tag, 'dialog').length === 0);
    expect(writes).to.deep.equal([]);
    expect(rowOf(tag, 'Picture').querySelector('form')).not.to.equal(null);
  });

  it('cannot be stored without a storage provider, and a link is offered instead', async () => {
    const { tag } = await openProfile({ storage: false });
    const errors = eventsOf(document, 'logto-error');
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await settle(row);
    expect(textOf(row.querySelector('[role="alert"]')!)).to.equal(
      'Pictures cannot be stored here. Use a link to a picture instead.',
    );
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['storage.not_configured']);
    await expect(tag).to.be.accessible();
  });

  it('is not uploaded again when only the last step failed', async () => {
    const { tag, logto, writes } = await openProfile();
    const recover = logto.intercept(({ method }) =>
      method === 'PATCH' ? new Response(null, { status: 500 }) : undefined,
    );
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await settle(row);
    expect(row.querySelectorAll('[role="alert"]')).to.have.lengthOf(1);
    recover();
    press(row, 'Try again');
    await waitUntil(() => statusOf(tag) === 'Picture saved.');
    expect(writes.map(({ method }) => method)).to.deep.equal(['POST', 'PATCH', 'PATCH']);
  });

  it('is uploaded again when the upload failed', async () => {
    const { tag, logto, writes } = await openProfile();
    const recover = logto.intercept(({ method }) => (method === 'POST' ? Response.error() : undefined));
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await settle(row);
    recover();
    press(row, 'Try again');
    await waitUntil(() => statusOf(tag) === 'Picture saved.');
    expect(writes.map(({ method }) => method)).to.deep.equal(['POST', 'POST', 'PATCH']);
  });

  for (const body of [null, [], 'text', {}, { url: 'javascript:alert(1)' }, { url: 7 }])
    it(`never becomes what a broken answer says: ${JSON.stringify(body)}`, async () => {
      const { tag, logto, writes } = await openProfile();
      logto.intercept(({ method }) => (method === 'POST' ? Response.json(body) : undefined));
      const row = await change(tag, 'Picture');
      await crop(tag, row);
      await settle(row);
      expect(row.querySelectorAll('[role="alert"]')).to.have.lengthOf(1);
      expect(writes.map(({ method }) => method)).to.deep.equal(['POST']);
    });

  it('stays on its way, in an open form, when Save is pressed meanwhile', async () => {
    const { tag, logto, writes } = await openProfile();
    const gate = aGate();
    logto.intercept(({ method }) => (method === 'POST' ? gate.passed() : undefined));
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await waitUntil(() => writes.length === 1);
    press(row, 'Saving…');
    await tag.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const isOpen = row.isConnected;
    gate.open();
    await settle(row);
    expect(isOpen).to.equal(true);
  });
});
