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

test('a page of another origin can use the Account API', async () => {
  assert.equal(await fromPage('https://shop.example', '/api/my-account', { headers }), 200);
});

test('a page of another origin cannot read the public settings, as in a browser', async () => {
  await assert.rejects(fromPage('https://shop.example', '/api/.well-known/account-center'), TypeError);
  assert.equal(await fromPage(endpoint, '/api/.well-known/account-center'), 200);
});

test('a page of another origin cannot send cookies, as in a browser', async () => {
  await assert.rejects(
    fromPage('https://shop.example', '/api/my-account', { headers, credentials: 'include' }),
    TypeError,
  );
});

test('a network error reaches the page', async () => {
  const undo = logto.intercept(() => Response.error());
  await assert.rejects(fromPage(endpoint, '/api/my-account', { headers }), TypeError);
  undo();
});
