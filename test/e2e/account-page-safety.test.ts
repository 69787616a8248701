import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { accountCdnPage, goTo } from './account-visit.js';
import { startStage, type Stage } from './harness.js';
import { Leaks } from './leaks.js';
import { confirmWithPassword } from './second-factors.js';
import { watchViolations } from './strict-csp.js';

let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

test('under a strict CSP with Trusted Types, the three sections cause no violation', () =>
  stage.visit(async (visit) => {
    const { page, screen, problems, screenshot } = visit;
    problems.expect(/status of 40\d/);
    const violations = await watchViolations(visit);
    await visit.enter(accountCdnPage);
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    await goTo(visit, 'Security');
    await screen.find('button', 'Add Authenticator app');
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await confirmWithPassword(visit);
    await screen.see('Password saved.');
    await goTo(visit, 'Devices and apps');
    await screen.click('button', 'Show where you are signed in');
    await screen.see('Chrome on Linux');
    await screenshot('strict-account-page');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.find('link', 'Sicherheit');
    await screen.click('link', 'Sicherheit');
    await screen.see('Authentifizierungs-App');
    assert.deepEqual(violations, []);
  }));

test('the strict CSP is enforced on the account page, and the navigation is styled', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/Content Security Policy/i);
    const violations = await watchViolations(visit);
    await visit.enter(accountCdnPage);
    const link = await visit.screen.find('link', 'Profile');
    assert.equal(await link.evaluate((element) => getComputedStyle(element).textDecorationLine), 'none');
    await visit.page.evaluate(() => document.body.setAttribute('style', 'color: red'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(
      violations.map((line) => line.split(' ')[0]),
      ['style-src-attr'],
    );
  }));

test('no secret is in the account page, whichever section was visited', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto } = visit;
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await visit.enter(`${accountCdnPage}?tab=account#security`);
    await screen.find('button', 'Add Authenticator app');
    assert.deepEqual(await leaks.find(), [], 'after signing in');
    await goTo(visit, 'Devices and apps');
    await screen.click('button', 'Show where you are signed in');
    await confirmWithPassword(visit);
    await screen.see('Chrome on Linux');
    await goTo(visit, 'Profile');
    assert.deepEqual(await leaks.find(), [], 'after all sections');
    await screen.click('button', 'Sign out');
    await screen.find('button', 'Sign in');
    assert.deepEqual(await leaks.find(), [], 'after signing out');
    for (const kind of ['access_token', 'code', 'password', 'verification record'])
      assert.ok(leaks.known.includes(kind), `there was a ${kind} to look for`);
  }));
