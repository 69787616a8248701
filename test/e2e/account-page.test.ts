import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { accountPage, askedScopes, beIn, currentOf, goTo, settingsPage, tagsOf } from './account-visit.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { Leaks } from './leaks.js';
import { HandMadeBrowser } from './oidc-by-hand.js';
import { confirmWithPassword } from './second-factors.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0';

test('a user who signs in from the URL of a section returns to it', () =>
  stage.visit(async (visit) => {
    await visit.enter(`${accountPage}#devices`);
    await beIn(visit, 'Devices and apps');
    assert.equal(visit.page.url(), `${visit.site}/${accountPage}#devices`);
    assert.ok(!(await tagsOf(visit)).includes('logto-profile'));
    await visit.screenshot('account-page-sessions');
  }));

test('before sign-in, the account page shows only the sign-in button', () =>
  stage.visit(async (visit) => {
    await visit.open(accountPage);
    await visit.screen.find('button', 'Sign in');
    assert.deepEqual(await tagsOf(visit), ['h1', 'logto-sign-in']);
    assert.equal(await visit.page.$('logto-account >>> nav'), null);
  }));

test('the account page requests the scopes of all sections before any of them is loaded', () =>
  stage.visit(async (visit) => {
    const asked = askedScopes(visit);
    await visit.enter(accountPage);
    const scopes = await asked;
    for (const scope of ['openid', 'profile', 'email', 'phone', 'address', 'custom_data', 'identities'])
      assert.ok(scopes.includes(scope), scope);
    for (const scope of ['urn:logto:scope:sessions', 'urn:logto:scope:trusted_devices'])
      assert.ok(scopes.includes(scope), scope);
  }));

test('the account page does not request scopes of sections that the page leaves out', () =>
  stage.visit(async (visit) => {
    await visit.page.evaluateOnNewDocument(() =>
      document.addEventListener('readystatechange', () =>
        document.querySelector('logto-account')?.setAttribute('sections', 'profile'),
      ),
    );
    const asked = askedScopes(visit);
    await visit.enter(accountPage);
    const scopes = await asked;
    assert.ok(scopes.includes('custom_data'));
    assert.deepEqual(
      scopes.filter((scope) => /identities|sessions|trusted/.test(scope)),
      [],
    );
  }));

test('name, password and sessions can be changed in their sections, and no secret is left behind', () =>
  stage.visit(async (visit) => {
    const { page, screen, server, logto, problems, screenshot } = visit;
    problems.expect(/status of 40\d/);
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await visit.enter(accountPage);
    await beIn(visit, 'Profile');
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');

    await goTo(visit, 'Security');
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await screenshot('account-page-step-up');
    await confirmWithPassword(visit);
    await screen.see('Password saved.');
    assert.equal(logto.tenant.users[0]?.password, 'Copper+Tide&58');
    assert.deepEqual(await leaks.find(), [], 'after a new password');

    await new HandMadeBrowser(server, firefox).signIn('demo-app');
    await goTo(visit, 'Devices and apps');
    await screen.click('button', 'Show where you are signed in');
    await screen.click('button', 'Sign out Firefox on Windows');
    await (await screen.part('logto-sessions', 'confirm')).click();
    await screen.see('Firefox on Windows is signed out.');
    assert.deepEqual(await leaks.find(), [], 'after a session was ended');

    await page.reload();
    await beIn(visit, 'Devices and apps');
    await page.goBack();
    await beIn(visit, 'Security');
    assert.deepEqual(await leaks.find(), [], 'after a reload');
    for (const kind of ['access_token', 'password', 'verification record']) assert.ok(leaks.known.includes(kind), kind);
  }));

test('unsaved input is kept while another section is shown', () =>
  stage.visit(async (visit) => {
    const { page, screen } = visit;
    await visit.enter(`${accountPage}#security`);
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await goTo(visit, 'Devices and apps');
    await page.goBack();
    await beIn(visit, 'Security');
    assert.equal(await screen.value('Username'), 'countess');
  }));

test('after sign-out, nothing of the account is left in the account page', () =>
  stage.visit(async (visit) => {
    const { page, screen, site } = visit;
    await visit.enter(`${accountPage}#security`);
    await screen.click('button', 'Sign out');
    await screen.find('button', 'Sign in');
    assert.equal(new URL(page.url()).pathname, `/${accountPage}`);
    assert.ok(page.url().startsWith(site));
    assert.deepEqual(await tagsOf(visit), ['h1', 'logto-sign-in']);
  }));

test('the account page announces that the session has ended, and keeps unsaved input', () =>
  stage.visit(async (visit) => {
    const { screen, server, problems } = visit;
    problems.expect(/status of 40[01]/, /Logto requester error/);
    await visit.enter(accountPage);
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    server.expireAccessTokens();
    server.revokeRefreshTokens();
    await screen.click('button', 'Save');
    await screen.see('You have been signed out.');
    assert.equal(await screen.value('Nickname'), 'Countess');
    assert.equal(await currentOf(visit), 'Profile');
  }));

test('with settings, the account page shows only what they allow', () =>
  stage.visit(async (visit) => {
    const { screen } = visit;
    await visit.enter(settingsPage);
    await beIn(visit, 'Profile');
    assert.deepEqual(await screen.texts('logto-account', 'link'), ['Profile', 'Security']);
    await goTo(visit, 'Security');
    await screen.find('button', 'Change Username');
    assert.ok(!(await screen.has('button', 'Change Email')));
    await screen.find('button', 'Add Authenticator app');
    const tags = await tagsOf(visit);
    for (const name of ['logto-phone', 'logto-password', 'logto-sessions', 'logto-delete-account'])
      assert.ok(!tags.includes(name), name);
  }));

test('a section that fails to load partly shows an error, and loads after another try', () =>
  stage.visit(async (visit: Visit) => {
    const { page, screen, problems, screenshot } = visit;
    problems.expect(/logto-mfa/, /ERR_FAILED/);
    await visit.enter(accountPage);
    await screen.find('button', 'Change Nickname');
    let isOffline = true;
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      isOffline && request.url().includes('/security.js') ? void request.abort('failed') : void request.continue(),
    );
    await screen.click('link', 'Security');
    await screen.see('We could not reach the server. Check your connection and try again.');
    await screenshot('account-page-offline');
    isOffline = false;
    await screen.click('button', 'Try again');
    await screen.find('button', 'Add Authenticator app');
    await screen.seeNoMore('We could not reach the server.');
  }));
