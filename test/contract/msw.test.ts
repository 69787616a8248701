import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { setupServer } from 'msw/node';

import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { handlersFor } from '../fake-logto/msw.js';

const endpoint = 'https://tenant.example';
const logto = new FakeLogto();
const server = setupServer(...handlersFor(logto, `${endpoint}/`));
const headers = { authorization: `Bearer ${logto.issueToken(ada)}` };

before(() => server.listen({ onUnhandledRequest: 'error' }));
after(() => server.close());

/** Fetches as a page of this origin would. */
async function fromPage(origin: string, path: string, options?: RequestInit): Promise<number> {
  Object.defineProperty(globalThis, 'location', { value: new URL(origin), configurable: true });
  try {
    return (await fetch(endpoint + path, options)).status;
  } finally {
    Reflect.deleteProperty(globalThis, 'location');
  }
}

test('lets a page of another origin use the Account API', async () => {
  assert.equal(await fromPage('https://shop.example', '/api/my-account', { headers }), 200);
});

test('refuses it the public settings, as a browser would', async () => {
  await assert.rejects(fromPage('https://shop.example', '/api/.well-known/account-center'), TypeError);
  assert.equal(await fromPage(endpoint, '/api/.well-known/account-center'), 200);
});

test('refuses it cookies, as a browser would', async () => {
  await assert.rejects(
    fromPage('https://shop.example', '/api/my-account', { headers, credentials: 'include' }),
    TypeError,
  );
});

test('passes on a network error', async () => {
  const undo = logto.intercept(() => Response.error());
  await assert.rejects(fromPage(endpoint, '/api/my-account', { headers }), TypeError);
  undo();
});
