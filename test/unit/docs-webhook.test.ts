import assert from 'node:assert/strict';
import { test } from 'node:test';

import { managementRecording } from '../contract/recording.js';
import { codeBlocks } from '../tools/guides.js';

type ReadWebhook = (request: Request, signingKey: string) => Promise<{ event: string } | undefined>;

const { code = '' } = codeBlocks('js').find((block) => block.code.includes('export async function readWebhook')) ?? {};
const { readWebhook } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as {
  readWebhook: ReadWebhook;
};

const deliveries = managementRecording.flatMap((exchange) => {
  const { rawBody } = exchange as { rawBody?: string };
  const signature = exchange.request.headers['logto-signature-sha-256'];
  return rawBody && signature ? [{ name: exchange.name, rawBody, signature }] : [];
});

const read = (body: string, signature: string | undefined, key = 'SIGNING_KEY') => {
  const headers: Record<string, string> = signature === undefined ? {} : { 'logto-signature-sha-256': signature };
  return readWebhook(new Request('https://app.example/hook', { method: 'POST', headers, body }), key);
};

test('the webhook check in the guide accepts what Logto has signed', async () => {
  assert.ok(deliveries.length > 20);
  for (const { name, rawBody, signature } of deliveries)
    assert.deepEqual(await read(rawBody, signature), JSON.parse(rawBody), name);
});

test('the webhook check in the guide rejects everything else', async () => {
  const [first, second] = deliveries;
  const { rawBody = '', signature = '' } = first ?? {};
  assert.equal(await read(`${rawBody} `, signature), undefined);
  assert.equal(await read(rawBody, second?.signature), undefined);
  assert.equal(await read(rawBody, signature, 'another key'), undefined);
  for (const wrong of [undefined, '', 'nope', signature.slice(2), `${signature}00`, signature.toUpperCase()])
    assert.equal(await read(rawBody, wrong), undefined);
});
