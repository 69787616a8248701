import assert from 'node:assert/strict';
import { test } from 'node:test';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { ask } from './ask.js';

test('the stand-in stores an avatar and serves it to every origin', async () => {
  const logto = new FakeLogto();
  const { status, body } = await ask(logto, 'POST', '/api/my-account/user-assets/avatar', { body: aForm(4) });
  assert.equal(status, 200);
  const image = await logto.fetch(new Request(body.url));
  assert.equal(image.headers.get('content-type'), 'image/png');
  assert.equal(image.headers.get('access-control-allow-origin'), '*');
  assert.equal((await image.arrayBuffer()).byteLength, 4);
});

test('the stand-in rejects images that are too large, and all images without a storage provider', async () => {
  const path = '/api/my-account/user-assets/avatar';
  const answers = await Promise.all([
    ask(new FakeLogto(), 'POST', path, { body: aForm(8 * 1024 * 1024 + 1) }),
    ask(new FakeLogto({ storage: false }), 'POST', path, { body: aForm(4) }),
  ]);
  assert.deepEqual(
    answers.map(({ body }) => body.code),
    ['guard.file_size_exceeded', 'storage.not_configured'],
  );
});

function aForm(size: number): FormData {
  const form = new FormData();
  form.set('file', new File([new Uint8Array(size)], 'me.png', { type: 'image/png' }));
  return form;
}
