import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { LogtoProfile } from '../../components/profile/profile-element.js';
import { endpoint } from '../helpers/mount.js';
import { eventsOf } from '../helpers/next-event.js';
import { part, parts, textOf } from '../helpers/read.js';
import { aPicture, choose, crop } from './pictures.js';
import { aGate, change, enter, inputIn, openProfile, press, whenSaveEnds, statusOf } from './profile-page.js';
import { waitUntil } from '../helpers/wait-until.js';

const upload = '/api/my-account/user-assets/avatar';

const pictureIn = (tag: LogtoProfile) => tag.shadowRoot!.querySelector('img');

describe('a chosen picture in <logto-profile>', () => {
  for (const [what, file, says] of [
    ['empty', new File([], 'a.png', { type: 'image/png' }), /^This file is empty\. Choose another one\.$/],
  ] as const)
    it(`is rejected immediately if it is ${what}`, async () => {
      const { tag, writes } = await openProfile();
      const row = await change(tag, 'Picture');
      choose(row, file);
      await waitUntil(() => row.querySelector('[role="alert"]'));
      expect(textOf(row.querySelector('[role="alert"]')!)).to.match(says);
      expect(parts(tag, 'dialog')).to.have.lengthOf(0);
      expect(writes).to.deep.equal([]);
      await expect(tag).to.be.accessible();
    });

  it('is rejected with an error and no request if the browser cannot display it', async () => {
    const { tag, writes } = await openProfile();
    const row = await change(tag, 'Picture');
    for (const [name, type] of [
      ['a.txt', 'text/plain'],
      ['a.heic', 'image/heic'],
    ] as const) {
      choose(row, new File(['no picture'], name, { type }));
      await waitUntil(() => tag.shadowRoot!.querySelector('dialog [role="alert"]'));
      expect(textOf(part(tag, 'dialog'))).to.contain('This picture cannot be read. Choose another one.');
      await expect(tag).to.be.accessible();
      press(part(tag, 'dialog'), 'Cancel');
      await waitUntil(() => parts(tag, 'dialog').length === 0);
    }
    expect(writes).to.deep.equal([]);
  });

  it('cannot be canceled with Cancel or Escape while it is uploading', async () => {
    const { tag, logto, writes } = await openProfile();
    const gate = aGate();
    logto.intercept(({ method }) => (method === 'POST' ? gate.passed() : undefined));
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await waitUntil(() => writes.length === 1);
    press(row, 'Cancel');
    row.querySelector('form')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await tag.updateComplete;
    expect(row.isConnected && row.querySelector('form') !== null).to.equal(true);
    gate.open();
    await whenSaveEnds(row);
    expect(statusOf(tag)).to.equal('Picture saved.');
  });

  for (const code of ['guard.mime_type_not_allowed', 'guard.file_size_exceeded', 'account_center.field_not_editable'])
    it(`offers no retry for a permanent error: ${code}`, async () => {
      const { tag, logto } = await openProfile();
      logto.intercept(({ method }) =>
        method === 'POST' ? Response.json({ code, message: '' }, { status: 400 }) : undefined,
      );
      const row = await change(tag, 'Picture');
      await crop(tag, row);
      await whenSaveEnds(row);
      expect(row.querySelectorAll('[role="alert"]')).to.have.lengthOf(1);
      expect(textOf(row)).not.to.contain('Try again');
    });

  it('is cropped and uploaded, and becomes the user’s picture', async () => {
    const { tag, writes, user, logto } = await openProfile();
    const updates = eventsOf(document, 'logto-profile-updated');
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await whenSaveEnds(row);
    const [[path, stored]] = Object.entries(logto.tenant.storage!) as [[string, Blob]];
    expect(writes).to.deep.equal([
      { method: 'POST', path: upload, body: undefined },
      { method: 'PATCH', path: '/api/my-account', body: { avatar: endpoint + path } },
    ]);
    expect([stored.type, user.avatar]).to.deep.equal(['image/png', endpoint + path]);
    await waitUntil(() => pictureIn(tag)!.naturalWidth === 200);
    expect(updates.map(({ action, item }) => [action, item])).to.deep.equal([['added', 'avatar']]);
    expect(statusOf(tag)).to.equal('Picture saved.');
  });

  it('is not uploaded if the user cancels the dialog', async () => {
    const { tag, writes } = await openProfile();
    const row = await change(tag, 'Picture');
    choose(row, await aPicture());
    await waitUntil(() => parts(tag, 'dialog').length === 1);
    press(part(tag, 'dialog'), 'Cancel');
    await waitUntil(() => parts(tag, 'dialog').length === 0);
    expect(writes).to.deep.equal([]);
    expect(row.isConnected).to.equal(true);
  });

  it('returns the focus to its button if the dialog is canceled, even if the click did not focus it', async () => {
    const { tag } = await openProfile();
    const row = await change(tag, 'Picture');
    for (const how of ['Cancel', 'Escape']) {
      (document.activeElement as HTMLElement).blur();
      choose(row, await aPicture());
      await waitUntil(() => parts(tag, 'dialog').length === 1);
      if (how === 'Escape') await sendKeys({ press: 'Escape' });
      else press(part(tag, 'dialog'), 'Cancel');
      await waitUntil(() => parts(tag, 'dialog').length === 0);
      await waitUntil(() => document.activeElement === row.querySelector('.choose'), `No focus after ${how}.`);
    }
  });

  it('is kept with the typed URL if the upload fails', async () => {
    const { tag, logto } = await openProfile();
    logto.intercept(({ method }) => (method === 'POST' ? Response.error() : undefined));
    const row = await change(tag, 'Picture');
    enter(row, 'https://ada.example/me.png', 'Or use a link to a picture');
    await crop(tag, row);
    await whenSaveEnds(row);
    expect(textOf(row)).to.contain('Try again');
    expect(inputIn(row, 'Or use a link to a picture')).to.have.property('value', 'https://ada.example/me.png');
  });

  it('cannot be uploaded without a storage provider, which offers a URL instead', async () => {
    const { tag } = await openProfile({ storage: false });
    const errors = eventsOf(document, 'logto-error');
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await whenSaveEnds(row);
    expect(textOf(row.querySelector('[role="alert"]')!)).to.equal(
      'Pictures cannot be stored here. Use a link to a picture instead.',
    );
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['storage.not_configured']);
    expect(textOf(row), 'a second try would only upload it again').not.to.contain('Try again');
    await expect(tag).to.be.accessible();
  });

  it('is not uploaded again if only the last step failed', async () => {
    const { tag, logto, writes } = await openProfile();
    const recover = logto.intercept(({ method }) =>
      method === 'PATCH' ? new Response(null, { status: 500 }) : undefined,
    );
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await whenSaveEnds(row);
    expect(row.querySelectorAll('[role="alert"]')).to.have.lengthOf(1);
    recover();
    press(row, 'Try again');
    await waitUntil(() => statusOf(tag) === 'Picture saved.');
    expect(writes.map(({ method }) => method)).to.deep.equal(['POST', 'PATCH', 'PATCH']);
  });

  it('is uploaded again if the upload failed', async () => {
    const { tag, logto, writes } = await openProfile();
    const recover = logto.intercept(({ method }) => (method === 'POST' ? Response.error() : undefined));
    const row = await change(tag, 'Picture');
    await crop(tag, row);
    await whenSaveEnds(row);
    recover();
    press(row, 'Try again');
    await waitUntil(() => statusOf(tag) === 'Picture saved.');
    expect(writes.map(({ method }) => method)).to.deep.equal(['POST', 'POST', 'PATCH']);
  });

  for (const body of [null, [], 'text', {}, { url: 'javascript:alert(1)' }, { url: 7 }])
    it(`never takes its URL from an invalid response: ${JSON.stringify(body)}`, async () => {
      const { tag, logto, writes } = await openProfile();
      logto.intercept(({ method }) => (method === 'POST' ? Response.json(body) : undefined));
      const row = await change(tag, 'Picture');
      await crop(tag, row);
      await whenSaveEnds(row);
      expect(row.querySelectorAll('[role="alert"]')).to.have.lengthOf(1);
      expect(writes.map(({ method }) => method)).to.deep.equal(['POST']);
    });

  it('keeps uploading in an open form if Save is clicked meanwhile', async () => {
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
    await whenSaveEnds(row);
    expect(isOpen).to.equal(true);
  });
});
