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
    ['below it', 'https://app.example.com', 'example.com'],
    ['far below it', 'https://my.app.example.com', 'example.com'],
    ['on localhost', 'http://localhost:5173', 'localhost'],
    ['below localhost', 'http://app.localhost:5173', 'localhost'],
  ] as const)
    it(what, () => {
      for (const relatedOrigins of [undefined, [], ['https://other.example']])
        for (const follows of [undefined, true, false])
          assert.equal(canCreate({ origin, rpId, relatedOrigins, followsRelatedOrigins: follows }), true);
    });

  it('whatever case the address is written in', () => {
    assert.equal(canCreate({ origin: 'https://APP.Example.COM' }), true);
  });
});

describe('a page cannot create passkeys', () => {
  for (const [what, origin, rpId] of [
    ['for a host below its own', 'https://example.com', 'auth.example.com'],
    ['for a host beside its own', 'https://app.example.com', 'auth.example.com'],
    ['where its host only ends alike', 'https://evil-example.com', 'example.com'],
    ['where its host only begins alike', 'https://example.com.evil.example', 'example.com'],
    ['where only its port or name says so', 'https://evil.example:8443', 'example.com'],
    ['where a dot is another letter', 'https://app.examplexcom', 'example.com'],
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
    it(`at an IP address, even a related one: ${origin} for ${rpId}`, () =>
      assert.equal(canCreate({ origin, rpId, relatedOrigins: [origin] }), false));

  it('without HTTPS, even at the same host and a related one', () => {
    const origin = 'http://example.com';
    assert.equal(canCreate({ origin, isSecure: false, relatedOrigins: [origin] }), false);
  });
});

describe('a page elsewhere can create passkeys', () => {
  const elsewhere = { origin: 'https://shop.example', rpId: 'tenant.logto.app' };
  const related = ['https://other.example', 'https://shop.example'];

  it('where the tenant has listed it and the browser goes by that', () => {
    assert.equal(canCreate({ ...elsewhere, relatedOrigins: related }), true);
  });

  it('perhaps, where the browser does not say', () => {
    assert.notEqual(canCreate({ ...elsewhere, relatedOrigins: related, followsRelatedOrigins: undefined }), false);
  });

  it('not where the browser does not go by the list, known or not', () => {
    for (const relatedOrigins of [related, undefined])
      assert.equal(canCreate({ ...elsewhere, relatedOrigins, followsRelatedOrigins: false }), false);
  });

  it('not where the tenant has listed others only', () => {
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

  it('perhaps, where it is not known whom the tenant has listed', () => {
    for (const follows of [undefined, true])
      assert.equal(canCreate({ ...elsewhere, relatedOrigins: undefined, followsRelatedOrigins: follows }), undefined);
  });
});

describe('whether the browser goes by related origins', () => {
  const say = (PublicKeyCredential: unknown) => Object.assign(globalThis, { PublicKeyCredential });

  afterEach(() => void Reflect.deleteProperty(globalThis, 'PublicKeyCredential'));

  it('is what it says of itself', async () => {
    for (const relatedOrigins of [true, false]) {
      say({ getClientCapabilities: async () => ({ relatedOrigins }) });
      assert.equal(await followsRelatedOrigins(), relatedOrigins);
    }
  });

  it('is not known where it says nothing', async () => {
    assert.equal(await followsRelatedOrigins(), undefined);
    say({});
    assert.equal(await followsRelatedOrigins(), undefined);
    say({ getClientCapabilities: async () => ({ passkeyPlatformAuthenticator: true }) });
    assert.equal(await followsRelatedOrigins(), undefined);
  });

  it('is not known where it cannot tell at the moment', async () => {
    say({ getClientCapabilities: () => Promise.reject(new DOMException('No.', 'NotAllowedError')) });
    assert.equal(await followsRelatedOrigins(), undefined);
  });
});
