import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { HandMadeBrowser } from './oidc-by-hand.js';
import { watchViolations } from './strict-csp.js';

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0';
const tags = ['sessions', 'connected-apps', 'trusted-devices', 'delete-account'];
let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

/** The button in the question: the page has another one that is called like it, for this browser. */
const endSessions = async ({ screen }: Visit) => (await screen.part('logto-sessions', 'confirm')).click();

test('under a strict CSP with Trusted Types, lists, questions and the deletion form cause no violation', () => {
  return stage.visit(async (here) => {
    here.problems.expect(/status of 401/); // whether there are trusted devices at all is asked without a proof
    const violations = await watchViolations(here);
    const { page, screen, server, logto, screenshot } = here;
    await page.evaluateOnNewDocument((names) => {
      document.addEventListener('readystatechange', () => {
        if (document.readyState !== 'interactive') return;
        const all = names.map((name) => document.createElement(`logto-${name}`));
        for (const tag of all) if (tag.localName === 'logto-delete-account') Object.assign(tag, { handled: true });
        document.querySelector('logto-account-provider')?.append(...all);
      });
    }, tags);
    logto.tenant.devFeatures = true;
    logto.tenant.accountCenter.fields.trustedDevice = 'Edit';
    await here.enter('stories/demo/cdn.html');
    await new HandMadeBrowser(server, firefox).signIn('demo-app');
    await new HandMadeBrowser(server, 'curl/8.5.0').signIn('photo-printer');
    await screen.click('button', 'Show where you are signed in');
    await screen.find('dialog', 'Confirm it’s you');
    await screen.fill('Password', 'Walnut-Lamp!73');
    await screen.click('button', 'Confirm');
    await screen.click('button', 'Sign out Firefox on Windows');
    await endSessions(here);
    await screen.see('Firefox on Windows is signed out.');
    await screen.click('button', 'Show connected apps');
    await screen.click('button', 'Remove access for Photo Printer');
    await screen.click('button', 'Remove access');
    await screen.see('No connected apps.');
    await screen.click('button', 'Show trusted devices');
    await screen.see('No trusted devices');
    await screen.click('button', 'Sign out everywhere else');
    await endSessions(here);
    await screen.see('You are signed out everywhere else.');
    await screenshot('strict-sessions');
    await screen.click('button', 'Delete account');
    await screen.fill('Type “ada” to confirm', 'no');
    await page.keyboard.press('Enter');
    await screen.see('Type “ada” exactly as shown.');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.see('Wo Sie angemeldet sind');
    assert.deepEqual(violations, []);
  });
});
