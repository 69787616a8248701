import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';

import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { startMockSocialProvider, useSocialProvider, type MockSocialProvider } from '../fake-logto/social-provider.js';

const redirectUri = 'https://shop.example/account?tab=social';
let provider: MockSocialProvider;
let logto: FakeLogto;

beforeEach(async () => {
  provider = await startMockSocialProvider();
  logto = new FakeLogto();
  useSocialProvider(logto.tenant, provider);
});

afterEach(() => provider.close());

interface Answer {
  verificationRecordId: string;
  authorizationUri: string;
  code?: string;
  message?: string;
  data?: object;
}

async function ask(path: string, body: object): Promise<Answer & { status: number }> {
  const headers = { authorization: `Bearer ${logto.issueToken(ada)}`, 'content-type': 'application/json' };
  const request = new Request(`https://tenant.example/api${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  const response = await logto.fetch(request);
  return { ...((await response.json()) as Answer), status: response.status };
}

const start = () => ask('/verifications/social', { connectorId: '0ffoz13j70sg', state: 'st4te', redirectUri });

/** The parameters that the provider adds to the URL for a choice. */
async function choose(choice: string, authorizationUri: string): Promise<Record<string, string>> {
  const body = new URLSearchParams({ choice });
  const response = await fetch(authorizationUri, { method: 'POST', body, redirect: 'manual' });
  const location = new URL(response.headers.get('location') ?? '');
  assert.equal(response.status, 303);
  assert.equal(location.origin + location.pathname, 'https://shop.example/account');
  const { tab, ...added } = Object.fromEntries(location.searchParams);
  assert.equal(tab, 'social');
  return added;
}

const verify = (verificationRecordId: string, connectorData: object) =>
  ask('/verifications/social/verify', { verificationRecordId, connectorData });

test('connectors redirect to the provider, where users choose an account', async () => {
  const { authorizationUri } = await start();
  const { origin, pathname, searchParams } = new URL(authorizationUri);
  assert.equal(origin + pathname, `${provider.origin}/authorize`);
  assert.deepEqual(Object.fromEntries(searchParams), {
    client_id: '0ffoz13j70sg',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'read:user user:email',
    state: 'st4te',
  });
  const html = await (await fetch(authorizationUri)).text();
  const buttons = [...html.matchAll(/<button [^>]*>(.*?)<\/button>/g)].map(([, words]) => words);
  assert.deepEqual(buttons, [
    'Continue as Grace Hopper',
    'Continue as Alan Turing',
    'Continue as 31415926',
    'Cancel',
    'Fail',
  ]);
});

test('a code identifies the user, and only once', async () => {
  const { authorizationUri, verificationRecordId } = await start();
  const { state, ...callback } = await choose('grace', authorizationUri);
  assert.equal(state, 'st4te');
  assert.equal((await verify(verificationRecordId, { ...callback, redirectUri })).status, 200);
  const { userInfo, tokens } = logto.tenant.verificationRecords[0]?.social ?? {};
  const { rawData, ...person } = userInfo ?? {};
  const avatar = `${provider.origin}/avatars/grace.svg`;
  assert.deepEqual(person, { id: 'grace', name: 'Grace Hopper', email: 'grace@social.example', avatar });
  assert.deepEqual(rawData, person);
  assert.equal(tokens?.scope, 'read:user user:email');
  assert.equal((await fetch(avatar)).headers.get('content-type'), 'image/svg+xml');

  const again = await verify(verificationRecordId, { ...callback, redirectUri });
  assert.deepEqual([again.status, again.code], [400, 'connector.invalid_response']);
});

test('a code is valid only for its redirect URI', async () => {
  const { authorizationUri, verificationRecordId } = await start();
  for (const elsewhere of [{ redirectUri: 'https://shop.example/account' }, {}]) {
    const callback = await choose('alan', authorizationUri);
    const { code } = await verify(verificationRecordId, { ...callback, ...elsewhere });
    assert.equal(code, 'connector.invalid_response');
  }
});

test('a code that the provider did not issue is rejected', async () => {
  const { verificationRecordId } = await start();
  const { code } = await verify(verificationRecordId, { code: 'guessed', userId: 'grace', redirectUri });
  assert.equal(code, 'connector.invalid_response');
});

test('a canceled request differs from a provider failure', async () => {
  const { authorizationUri, verificationRecordId } = await start();
  const cancelled = await choose('cancel', authorizationUri);
  assert.deepEqual(cancelled, { error: 'access_denied', state: 'st4te' });
  const refusal = await verify(verificationRecordId, { ...cancelled, redirectUri });
  assert.deepEqual([refusal.status, refusal.code], [401, 'connector.authorization_failed']);

  const failed = await choose('fail', authorizationUri);
  assert.deepEqual(failed, { error: 'server_error', state: 'st4te' });
  const failure = await verify(verificationRecordId, { ...failed, redirectUri });
  assert.deepEqual([failure.status, failure.code], [500, 'connector.general']);
  assert.deepEqual(failure.data, { error: 'server_error' });
});

test('a request that does not come from a connector gets an error page', async () => {
  const query = { redirect_uri: redirectUri, client_id: 'c', response_type: 'code' };
  const ask = async (changes: object) => {
    const response = await fetch(`${provider.origin}/authorize?${new URLSearchParams({ ...query, ...changes })}`);
    return `${response.status} ${/<p>(.*)<\/p>/.exec(await response.text())?.[1]}`;
  };
  assert.equal(await ask({ redirect_uri: 'javascript:0' }), '400 The redirect_uri is missing or no web address.');
  assert.equal(await ask({ client_id: '' }), '400 The client_id is missing.');
  assert.equal(await ask({ response_type: 'token' }), '400 The response_type has to be “code”.');
});
