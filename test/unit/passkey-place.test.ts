import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { canCreatePasskeys, followsRelatedOrigins, type PasskeyPlace } from '../../src/settings/passkey-place.js';

const place: PasskeyPlace = {
  origin: 'https://app.example.com',
  rpId: 'example.com',
  isSecure: true,
  relatedOrigins: [],
  followsRelatedOrigins: true,
};
const canCreate = (differences: Partial<PasskeyPlace>) => canCreatePasskeys({ ...place, ...differences });

describe('a page can create passkeys for Logto’s host', () => {
  for (const [what, origin, rpId] of [
    ['at the same host', 'https://example.com', 'example.com'],
    ['at the same host and another port', 'https://example.com:8443', 'example.com'],
    ['on a subdomain', 'https://app.example.com', 'example.com'],
    ['on a deeper subdomain', 'https://my.app.example.com', 'example.com'],
    ['on localhost', 'http://localhost:5173', 'localhost'],
    ['on a subdomain of localhost', 'http://app.localhost:5173', 'localhost'],
  ] as const)
    it(what, () => {
      for (const relatedOrigins of [undefined, [], ['https://other.example']])
        for (const follows of [undefined, true, false])
          assert.equal(canCreate({ origin, rpId, relatedOrigins, followsRelatedOrigins: follows }), true);
    });

  it('whatever the letter case of the URL', () => {
    assert.equal(canCreate({ origin: 'https://APP.Example.COM' }), true);
  });
});

describe('a page cannot create passkeys', () => {
  for (const [what, origin, rpId] of [
    ['for a subdomain of its host', 'https://example.com', 'auth.example.com'],
    ['for a sibling of its host', 'https://app.example.com', 'auth.example.com'],
    ['if its host only ends the same', 'https://evil-example.com', 'example.com'],
    ['if its host only starts the same', 'https://example.com.evil.example', 'example.com'],
    ['if only its port or name suggests it', 'https://evil.example:8443', 'example.com'],
    ['if a dot is another character', 'https://app.examplexcom', 'example.com'],
    ['on localhost, for another host', 'http://localhost:5173', 'tenant.logto.app'],
    ['on another host, for localhost', 'https://app.example.com', 'localhost'],
  ] as const)
    it(what, () => assert.equal(canCreate({ origin, rpId }), false));

  for (const [origin, rpId] of [
    ['http://127.0.0.1:5173', '127.0.0.1'],
    ['https://192.0.2.7', '192.0.2.7'],
    ['http://[::1]:5173', '[::1]'],
    ['https://192.0.2.7', 'example.com'],
  ] as const)
    it(`at an IP address, even as a related origin: ${origin} for ${rpId}`, () =>
      assert.equal(canCreate({ origin, rpId, relatedOrigins: [origin] }), false));

  it('without HTTPS, even at the same host or as a related origin', () => {
    const origin = 'http://example.com';
    assert.equal(canCreate({ origin, isSecure: false, relatedOrigins: [origin] }), false);
  });
});

describe('a page of another host can create passkeys', () => {
  const elsewhere = { origin: 'https://shop.example', rpId: 'tenant.logto.app' };
  const related = ['https://other.example', 'https://shop.example'];

  it('if the tenant lists its origin and the browser supports related origins', () => {
    assert.equal(canCreate({ ...elsewhere, relatedOrigins: related }), true);
  });

  it('perhaps, if the browser’s support is unknown', () => {
    assert.notEqual(canCreate({ ...elsewhere, relatedOrigins: related, followsRelatedOrigins: undefined }), false);
  });

  it('but not if the browser does not support related origins', () => {
    for (const relatedOrigins of [related, undefined])
      assert.equal(canCreate({ ...elsewhere, relatedOrigins, followsRelatedOrigins: false }), false);
  });

  it('but not if the tenant lists only other origins', () => {
    for (const relatedOrigins of [
      [],
      ['https://other.example'],
      ['http://shop.example'],
      ['https://shop.example:8443'],
      ['https://shop.example.evil.example'],
      ['https://evil-shop.example'],
    ])
      assert.equal(canCreate({ ...elsewhere, relatedOrigins }), false, relatedOrigins.join());
  });

  it('perhaps, if the tenant’s list is unknown', () => {
    for (const follows of [undefined, true])
      assert.equal(canCreate({ ...elsewhere, relatedOrigins: undefined, followsRelatedOrigins: follows }), undefined);
  });
});

describe('the browser’s support of related origins', () => {
  const say = (PublicKeyCredential: unknown) => Object.assign(globalThis, { PublicKeyCredential });

  afterEach(() => void Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));

  it('support of related origins is what the browser reports', async () => {
    for (const relatedOrigins of [true, false]) {
      say({ getClientCapabilities: async () => ({ relatedOrigins }) });
      assert.equal(await followsRelatedOrigins(), relatedOrigins);
    }
  });

  it('is unknown if the browser does not report it', async () => {
    assert.equal(await followsRelatedOrigins(), undefined);
    say({});
    assert.equal(await followsRelatedOrigins(), undefined);
    say({ getClientCapabilities: async () => ({ passkeyPlatformAuthenticator: true }) });
    assert.equal(await followsRelatedOrigins(), undefined);
  });

  it('is unknown if the browser fails to report it', async () => {
    say({ getClientCapabilities: () => Promise.reject(new DOMException('No.', 'NotAllowedError')) });
    assert.equal(await followsRelatedOrigins(), undefined);
  });
});
