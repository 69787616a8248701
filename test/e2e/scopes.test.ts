import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { accountPage, askedScopes } from './account-visit.js';
import { startStage, type Stage } from './harness.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

test('sign-in requests the scopes of elements that are not loaded yet, and no others', () =>
  stage.visit(async (visit) => {
    const asked = askedScopes(visit);
    await visit.enter('test/e2e/pages/not-loaded.html');
    assert.deepEqual((await asked).sort(), [
      'email',
      'offline_access',
      'openid',
      'profile',
      'urn:logto:scope:sessions',
      'urn:logto:scope:trusted_devices',
    ]);
  }));

test('sign-in requests the scope that a layer needs to check a verification', () =>
  stage.visit(async (visit) => {
    const asked = askedScopes(visit);
    await visit.enter('test/e2e/pages/layer-only.html');
    assert.deepEqual((await asked).sort(), ['identities', 'offline_access', 'openid', 'profile']);
  }));

test('a user who signed in on a page with fewer scopes is asked to sign in again, and returns there', () =>
  stage.visit(async (visit) => {
    const { logto, page, screen, site, problems } = visit;
    const [ada] = logto.tenant.users;
    assert.ok(ada);
    ada.profile.address = { locality: 'London' };
    await visit.enter('test/e2e/pages/sign-in-only.html');
    await visit.open(`${accountPage}?tab=1#profile`);
    await screen.see('Some of your account is hidden here. Sign in again to see all of it.');
    const rows = await screen.texts('logto-profile', 'row');
    assert.ok(rows.some((row) => row.includes('Name')));
    assert.ok(!rows.some((row) => row.includes('Address')), rows.join());

    await problems.warned(/without these scopes.*address/);
    const asked = askedScopes(visit);
    await screen.click('button', 'Sign in again');
    assert.ok((await asked).includes('address'));
    await screen.see('London');
    assert.equal(page.url(), `${site}/${accountPage}?tab=1#profile`);
    await screen.seeNoMore('Sign in again');
    assert.equal(problems.warnings.filter((line) => line.includes('without these scopes')).length, 1);
  }));
