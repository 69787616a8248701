import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { AccountError } from '../../src/api/account-error.js';
import { getAccount, patchAccount } from '../../src/api/account.js';
import { setPassword } from '../../src/api/password.js';
import { getTrustedDevices } from '../../src/api/trusted-devices.js';
import { FakeLogto } from '../fake-logto/fake-logto.js';
import { aClient, errorOf, failureOf } from '../helpers/node-stand-in.js';

const json = (status: number, body: unknown) => () => Response.json(body, { status });
const text = (status: number, body: string | null, type = 'text/plain') => {
  return () => new Response(body, { status, headers: { 'content-type': type } });
};
const html = '<!doctype html><title>502 Bad Gateway</title>';

/** What happens, how it is answered, and the kind and code that come of it. */
const answers: [sentence: string, answer: () => Response, failure: string][] = [
  [
    'a tenant without account center',
    json(400, { code: 'account_center.not_enabled' }),
    'disabled account_center.not_enabled',
  ],
  [
    'a field that is read-only',
    json(400, { code: 'account_center.field_not_editable' }),
    'not-allowed account_center.field_not_editable',
  ],
  [
    'a field that is off',
    json(400, { code: 'account_center.field_not_enabled' }),
    'not-allowed account_center.field_not_enabled',
  ],
  [
    'a third-party application',
    json(403, { code: 'auth.third_party_application_forbidden' }),
    'third-party-app auth.third_party_application_forbidden',
  ],
  ['a code named like an object member', json(422, { code: 'constructor' }), 'rejected constructor'],
  [
    'no verification record',
    json(401, { code: 'verification_record.permission_denied' }),
    'verification-required verification_record.permission_denied',
  ],
  [
    'an authorization header removed by a proxy',
    json(401, { code: 'auth.authorization_header_missing' }),
    'signed-out auth.authorization_header_missing',
  ],
  [
    'too many messages',
    json(429, { code: 'request.message_rate_limited' }),
    'rate-limited request.message_rate_limited',
  ],
  [
    'too many wrong passwords',
    json(400, { code: 'session.verification_blocked_too_many_attempts' }),
    'rate-limited session.verification_blocked_too_many_attempts',
  ],
  ['a proxy that limits the rate', text(429, 'Slow down'), 'rate-limited http_429'],
  ['an unknown code', json(422, { code: 'user.from_mars' }), 'rejected user.from_mars'],
  ['a missing connector', json(501, { code: 'connector.not_found' }), 'unexpected connector.not_found'],
  ['a 500 that has only a message', json(500, { message: 'Internal server error.' }), 'unexpected http_500'],
  ['a plain-text 404', text(404, 'Not Found'), 'unexpected http_404'],
  ['a plain-text 405', text(405, 'Method Not Allowed'), 'unexpected http_405'],
  ['an error page of a proxy', text(502, html, 'text/html'), 'unexpected http_502'],
  ['an upload that is too large for a proxy', text(413, html, 'text/html'), 'unexpected http_413'],
  ['an error without body', text(400, null), 'unexpected http_400'],
  ['an error with an incomplete body', text(400, '{"code":"user.', 'application/json'), 'unexpected http_400'],
  ['an error whose code is not a string', json(400, { code: 17 }), 'unexpected http_400'],
  ['an error that is null', json(400, null), 'unexpected http_400'],
  ['a login page in place of the account', text(200, html, 'text/html'), 'unexpected malformed_response'],
  ['an empty response', text(200, ''), 'unexpected malformed_response'],
  ['an incomplete response', text(200, '{"id":"ada', 'application/json'), 'unexpected malformed_response'],
  ['an account without id', json(200, { name: 'Nobody' }), 'unexpected malformed_response'],
  ['an account that is a list', json(200, []), 'unexpected malformed_response'],
  ['an account that is null', json(200, null), 'unexpected malformed_response'],
  ['no content in place of the account', () => new Response(null, { status: 204 }), 'unexpected malformed_response'],
  ['a redirect', () => Response.redirect('https://evil.example/'), 'network answer_unreadable'],
  ['a connection that breaks', () => Response.error(), 'network network'],
];

describe('the account client classifies', () => {
  for (const [sentence, answer, failure] of answers) {
    it(`${sentence} as ${failure}`, async () => {
      const { client, requests } = aClient({ answer });
      assert.equal(await failureOf(getAccount(client)), failure);
      assert.equal(requests.length, 1);
    });
  }

  it('the stand-in’s own responses', async () => {
    const disabled = aClient({ logto: new FakeLogto({ enabled: false }) });
    assert.equal(await failureOf(getAccount(disabled.client)), 'disabled account_center.not_enabled');
    const foreign = aClient({ token: { applicationId: 'photo-printer' } });
    assert.equal(
      await failureOf(patchAccount(foreign.client, { name: 'X' })),
      'third-party-app auth.third_party_application_forbidden',
    );
    const { client } = aClient();
    assert.equal(
      await failureOf(setPassword(client, 'Another-Lamp!74')),
      'verification-required verification_record.permission_denied',
    );
    assert.equal(await failureOf(getTrustedDevices(client, 'x')), 'unexpected http_404');
  });

  it('a rejection with Logto’s details', async () => {
    const data = [{ code: 'password_rejected.too_short', interpolation: { min: 8 } }];
    const { client } = aClient({ answer: json(422, { code: 'password.rejected', data }) });
    assert.deepEqual((await errorOf(setPassword(client, 'x'))).data, data);
  });
});

describe('AccountError.from', () => {
  const kindOf = (cause: unknown) => AccountError.from(cause).kind;

  it('returns an AccountError unchanged, even one from another copy of the library', () => {
    const other = Object.assign(new Error('not ours'), { name: 'AccountError', kind: 'disabled' });
    assert.equal(AccountError.from(other), other);
  });

  it('recognizes the SDK’s error for an ended session', () => {
    assert.equal(kindOf(Object.assign(new Error('x'), { code: 'not_authenticated' })), 'signed-out');
    assert.equal(kindOf(Object.assign(new Error('x'), { code: 'oidc.invalid_grant' })), 'signed-out');
  });

  it('accepts anything that can be thrown', () => {
    for (const cause of [undefined, null, 'no', 17, {}, new Error('x'), Object.create(null)]) {
      assert.equal(kindOf(cause), 'unexpected');
    }
  });

  it('distinguishes an intended abort from an error', () => {
    assert.equal(kindOf(new DOMException('', 'AbortError')), 'aborted');
    assert.equal(kindOf(new DOMException('', 'TimeoutError')), 'timeout');
  });
});
