import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { beforeEach, test } from 'node:test';

import { ada, FakeLogto } from '../fake-logto/fake-logto.js';
import { fromBase64Url } from '../fake-logto/ids.js';
import { ask as askTenant } from './ask.js';
import { recording } from './recording.js';

const page = 'http://localhost:5173';
const sha256 = (text: string) => createHash('sha256').update(text).digest();
const recorded = recording.find(({ section, name }) => section === 'web-authn' && name === 'ok')?.request.body;
const { payload } = recorded as unknown as {
  payload: { id: string; response: { clientDataJSON: string; attestationObject: string } };
};

let logto: FakeLogto;

beforeEach(() => {
  logto = new FakeLogto();
});

interface Differences {
  /** The client data of the browser. */
  clientData?: object;
  /** The host name whose passkey it is. */
  rpId?: string;
  /** The flags for user presence and user verification. */
  flags?: number;
}

/** Adds the recorded passkey, with an answer to today's challenge. There is no attestation, so nothing is signed. */
async function register({ clientData, rpId = 'tenant.example', flags = 0x45 }: Differences = {}) {
  const headers = { origin: page, 'user-agent': 'A browser' };
  const started = await ask('', { headers });
  const { challenge } = started.body.registrationOptions;
  const { clientDataJSON, attestationObject } = payload.response;
  const data = { ...(JSON.parse(fromBase64Url(clientDataJSON)) as object), challenge, ...clientData };
  const attestation = Buffer.from(attestationObject, 'base64url');
  const start = attestation.indexOf(sha256('localhost'));
  attestation.set(sha256(rpId), start);
  attestation[start + 32] = flags;
  const response = {
    clientDataJSON: Buffer.from(JSON.stringify(data)).toString('base64url'),
    attestationObject: attestation.toString('base64url'),
    transports: ['internal'],
  };
  const { verificationRecordId } = started.body;
  const { body } = await ask('/verify', {
    headers,
    body: { verificationRecordId, payload: { ...payload, response } },
  });
  return body.data?.message ?? body.code ?? 'added';
}

const ask = (path: string, asking: Parameters<typeof askTenant>[3]) =>
  askTenant(logto, 'POST', `/api/verifications/web-authn/registration${path}`, {
    token: logto.issueToken(ada),
    ...asking,
  });

test('the stand-in stores what a server stores of a passkey', async () => {
  assert.equal(await register(), 'added');
  const { publicKey, ...credential } = logto.tenant.verificationRecords[0]?.webAuthn?.credential ?? {};
  assert.deepEqual(credential, {
    credentialId: payload.id,
    counter: 0,
    transports: ['internal'],
    agent: 'A browser',
    rpId: 'tenant.example',
  });
  assert.match(publicKey ?? '', /^[\w-]{100,}$/);
});

test('the stand-in accepts a passkey from a related origin', async () => {
  const clientData = { origin: 'https://shop.example' };
  assert.match(await register({ clientData }), /Unexpected registration response origin "https:\/\/shop\.example"/);
  logto.tenant.accountCenter.webauthnRelatedOrigins.push('https://shop.example');
  assert.equal(await register({ clientData }), 'added');
});

test('the stand-in rejects a passkey of another host name', async () => {
  assert.match(await register({ rpId: 'localhost' }), /Unexpected RP ID hash/);
});

test('the stand-in rejects a passkey without user verification', async () => {
  assert.match(await register({ flags: 0x41 }), /User verification was required/);
});

test('the stand-in rejects an invalid registration', async () => {
  assert.match(await register({ clientData: { type: 'webauthn.get' } }), /Unexpected registration response type/);
});
