import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { hostedPage } from '../../src/redirect/hosted-page.js';

const page = {
  endpoint: 'https://tenant.logto.app',
  task: 'passkey/add',
  redirect: 'https://app.example/account',
  lang: 'en',
};
const urlOf = (differences: Partial<typeof page> = {}) => new URL(hostedPage({ ...page, ...differences }));

describe('the URL of Logto’s own page for a task', () => {
  it('is below the endpoint, with the return URL and the user’s language', () => {
    assert.equal(
      hostedPage(page),
      'https://tenant.logto.app/account/passkey/add?redirect=https%3A%2F%2Fapp.example%2Faccount&ui_locales=en',
    );
  });

  it('does not depend on trailing slashes of the endpoint', () => {
    for (const slashes of ['/', '//', '///'])
      assert.equal(hostedPage({ ...page, endpoint: page.endpoint + slashes }), hostedPage(page));
  });

  it('keeps the endpoint’s port and path', () => {
    const { origin, pathname } = urlOf({ endpoint: 'http://localhost:3001/auth/' });
    assert.deepEqual([origin, pathname], ['http://localhost:3001', '/auth/account/passkey/add']);
  });

  it('returns to exactly where the user was', () => {
    for (const redirect of [
      'https://app.example/account?tab=1&x=a+b&y=%20%26#passkeys',
      'https://app.example/konto/ü?q=日本語#a&ui_locales=xx&redirect=https://evil.example',
      'https://app.example/?redirect=https%3A%2F%2Felsewhere.example',
    ]) {
      const { searchParams, hash } = urlOf({ redirect });
      assert.equal(searchParams.get('redirect'), redirect);
      assert.deepEqual([...searchParams.keys()], ['redirect', 'ui_locales']);
      assert.equal(hash, '');
    }
  });

  for (const [redirect, told] of [
    ['https://app.example/a?tab=1&invite_token=abc#me', 'https://app.example/a?tab=1#me'],
    ['https://app.example/a?code=abc&state=xyz', 'https://app.example/a'],
    ['https://app.example/a#access_token=abc&view=me', 'https://app.example/a#view=me'],
    ['https://app.example/a#/account?token=abc', 'https://app.example/a#/account'],
    ['https://app.example/a#/account?token=abc&tab=2', 'https://app.example/a#/account?tab=2'],
    ['https://app.example/a?page_id=12#/token/list', 'https://app.example/a?page_id=12#/token/list'],
  ] as const)
    it(`has the return URL ${told} if the user is at ${redirect}`, () => {
      assert.equal(urlOf({ redirect }).searchParams.get('redirect'), told);
    });

  it('has the user’s language as its only other parameter', () => {
    assert.equal(urlOf({ lang: 'zh-Hant-TW' }).searchParams.get('ui_locales'), 'zh-Hant-TW');
    const { searchParams, origin } = urlOf({ lang: 'de&redirect=https://evil.example#' });
    assert.equal(searchParams.get('redirect'), page.redirect);
    assert.equal(searchParams.getAll('redirect').length, 1);
    assert.equal(origin, page.endpoint);
  });
});
