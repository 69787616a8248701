import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { recording, trustedDevicesRecording } from '../contract/recording.js';
import { aClient } from '../helpers/node-stand-in.js';
import { cases, modules } from './api-cases.js';

const anAnswer = { id: 'ada', url: '', grants: [], sessions: [] };

async function bodyOf(request: Request): Promise<unknown> {
  if (request.headers.get('content-type')?.startsWith('multipart/')) {
    const [[name, file] = []] = [...(await request.formData())];
    return `${name}=${(file as File).name}`;
  }
  const text = await request.text();
  return text === '' ? undefined : JSON.parse(text);
}

describe('the functions of the Account API', () => {
  for (const [name, { call, sends, body, guarded, answers = anAnswer }] of Object.entries(cases)) {
    it(`${name} sends ${sends}`, async () => {
      const { client, requests } = aClient({ answer: () => Response.json(answers) });
      await call(client);
      const [request] = requests;
      assert.ok(request);
      assert.equal(`${request.method} ${request.url.split('/api/')[1]}`, sends);
      assert.equal(request.headers.get('logto-verification-id'), guarded ? 'v' : null);
      assert.deepEqual(await bodyOf(request), body);
      assert.equal(requests.length, 1);
    });
  }

  for (const [name, { call, answers }] of Object.entries(cases).filter(([, { answers }]) => answers)) {
    for (const [words, other] of Object.entries({ nothing: null, 'something else': { message: 'Hi' }, text: 'Hi' })) {
      it(`${name} rejects ${words} in place of ${JSON.stringify(answers)}`, async () => {
        const { client } = aClient({ answer: () => Response.json(other) });
        await assert.rejects(() => call(client), { kind: 'unexpected', code: 'malformed_response' });
      });
    }
  }

  it('all functions are in this table', () => {
    const exported = modules.flatMap((module) => Object.entries<unknown>({ ...module }));
    const functions = exported.filter(([, value]) => typeof value === 'function').map(([name]) => name);
    assert.deepEqual(functions.sort(), Object.keys(cases).sort());
  });

  it('cover every recorded route of Logto, except those for tokens of social providers', () => {
    const asked = Object.values(cases).map(({ sends }) => `${sends.split('?')[0]!.replace('a%2Fb', '*')}`);
    const recorded = [...recording, ...trustedDevicesRecording]
      .filter(({ method, path }) => method !== 'OPTIONS' && /^\/api\/(my-account|verifications)(\/|\?|$)/.test(path))
      .filter(({ path }) => !path.endsWith('/access-token'))
      // What Koa answers in plain text is no route.
      .filter(({ response: { body } }) => body !== 'Not Found' && body !== 'Method Not Allowed')
      .map(({ method, path }) => `${method} ${routeOf(path)}`);
    assert.deepEqual([...new Set(recorded)].filter((route) => !asked.includes(route)).sort(), []);
  });

  it('use no route that was not recorded', () => {
    const recorded = new Set(
      [...recording, ...trustedDevicesRecording].map(({ method, path }) => `${method} ${routeOf(path)}`),
    );
    const asked = Object.values(cases).map(({ sends }) => sends.split('?')[0]!.replace('a%2Fb', '*'));
    assert.deepEqual(
      asked.filter((route) => !recorded.has(route)),
      [],
    );
  });
});

/** Below `/api/`, without query, with `*` for an id. */
function routeOf(path: string): string {
  const [route = ''] = path.replace(/^\/api\//, '').split('?');
  return route
    .replace(/^(my-account\/(?:grants|sessions|trusted-devices|(?:sso-)?identities))\/[^/]+/, '$1/*')
    .replace(/^(my-account\/mfa-verifications)\/(?!totp|backup-codes)[^/]+/, '$1/*');
}
