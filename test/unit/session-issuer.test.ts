import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isIssuerAt } from '../../src/settings/issuer.js';

const endpoint = 'https://my-tenant.logto.app';

test('an issuer belongs to the endpoint with its origin', () => {
  assert.ok(isIssuerAt(endpoint, 'https://my-tenant.logto.app/oidc'));
  assert.ok(isIssuerAt('https://MY-tenant.logto.app:443', 'https://my-tenant.logto.app/oidc'));
  assert.ok(isIssuerAt('http://192.168.1.7:3001', 'http://192.168.1.7:3001/oidc'));
});

for (const issuer of [
  'https://my-tenant.logto.app',
  'https://my-tenant.logto.app/oidc/',
  'http://my-tenant.logto.app/oidc',
  'https://my-tenant.logto.app:8443/oidc',
  'https://my-tenant.logto.app.evil.example/oidc',
  'https://evil.example/oidc?https://my-tenant.logto.app/oidc',
  'https://localhost/oidc',
  'oidc',
  '',
  undefined,
  null,
  17,
])
  test(`${JSON.stringify(issuer)} does not belong to the endpoint`, () => assert.ok(!isIssuerAt(endpoint, issuer)));

test('the loopback names are the same host, at the same port', () => {
  assert.ok(isIssuerAt('http://127.0.0.1:3001', 'http://localhost:3001/oidc'));
  assert.ok(isIssuerAt('http://localhost:3001', 'http://[::1]:3001/oidc'));
  assert.ok(!isIssuerAt('http://localhost:3001', 'http://localhost:3002/oidc'));
});
