import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { getAccount, patchAccount, uploadAvatar } from '../../src/api/account.js';
import { setPassword } from '../../src/api/password.js';
import { aClient, failureOf } from '../helpers/node-stand-in.js';

// The timer of a time-out does not keep Node alive.
let alive: NodeJS.Timeout;
before(() => void (alive = setInterval(() => undefined, 1000)));
after(() => clearInterval(alive));

const never = () => new Promise<undefined>(() => undefined);

describe('a request to the Account API', () => {
  it('has the token and the user’s language, but neither cookies nor a verification record that it was not given', async () => {
    const { client, requests, logto } = aClient({ language: () => 'pt-BR' });
    await getAccount(client);
    const [{ headers, credentials, redirect, cache } = new Request('about:blank')] = requests;
    assert.deepEqual(headers.get('authorization'), `Bearer ${Object.keys(logto.tenant.accessTokens)[0]}`);
    assert.equal(headers.get('accept-language'), 'pt-BR');
    assert.equal(headers.get('accept'), 'application/json');
    assert.equal(headers.has('logto-verification-id'), false);
    assert.equal(headers.has('content-type'), false);
    assert.equal(headers.has('cookie'), false);
    assert.equal(credentials, 'omit');
    assert.equal(redirect, 'error');
    assert.equal(cache, 'no-store');
  });

  it('uses the current language for each request', async () => {
    let lang = 'en';
    const { client, requests } = aClient({ language: () => lang });
    await getAccount(client);
    lang = 'de-AT';
    await getAccount(client);
    assert.deepEqual(
      requests.map(({ headers }) => headers.get('accept-language')),
      ['en', 'de-AT'],
    );
  });

  it('has the verification record in the header only', async () => {
    const { client, requests } = aClient();
    await failureOf(setPassword(client, 'Walnut-Lamp!74', 'record-1'));
    assert.equal(requests[0]?.headers.get('logto-verification-id'), 'record-1');
    assert.equal(requests[0]?.url.includes('record-1'), false);
    assert.deepEqual(await requests[0]?.json(), { password: 'Walnut-Lamp!74' });
  });

  for (const endpoint of ['https://auth.example', 'https://auth.example/', 'https://auth.example//']) {
    it(`goes to the right URL for the endpoint ${endpoint}`, async () => {
      const { client, requests } = aClient({ endpoint, answer: () => Response.json({ id: 'ada' }) });
      await getAccount(client);
      assert.equal(requests[0]?.url, 'https://auth.example/api/my-account');
    });
  }

  it('keeps the path of an endpoint behind a proxy', async () => {
    const endpoint = 'https://app.example/logto/';
    const { client, requests } = aClient({ endpoint, answer: () => Response.json({ id: 'ada' }) });
    await getAccount(client);
    assert.equal(requests[0]?.url, 'https://app.example/logto/api/my-account');
  });

  it('sends a file as multipart form data, with the browser’s content type and boundary', async () => {
    const { client, requests } = aClient();
    const { url } = await uploadAvatar(client, new File(['x'], 'me.png', { type: 'image/png' }));
    assert.match(url, /^https?:/);
    assert.match(requests[0]?.headers.get('content-type') ?? '', /^multipart\/form-data; boundary=/);
  });
});

describe('a write is sent only once', () => {
  const answers: Record<string, () => Response | Promise<undefined>> = {
    'the connection breaks': () => Response.error(),
    'there is no response in time': never,
    'the server fails': () => Response.json({ message: 'Internal server error.' }, { status: 500 }),
    'a gateway gives up': () => new Response('', { status: 504 }),
    'the response is invalid': () => new Response('<html>'),
    'the rate is limited': () => new Response('', { status: 429, headers: { 'retry-after': '0' } }),
  };
  for (const [sentence, answer] of Object.entries(answers)) {
    it(`when ${sentence}`, async () => {
      const { client, requests } = aClient({ timeout: 50, answer });
      await failureOf(patchAccount(client, { name: 'Ada King' }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      assert.equal(requests.length, 1);
    });
  }
});
