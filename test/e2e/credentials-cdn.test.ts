import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { watchViolations } from './strict-csp.js';

const path = 'stories/demo/cdn.html';
const password = 'Walnut-Lamp!73';
let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

/** Puts the tags for signing in beside the profile, before the script of the page runs. */
async function addTags({ page }: Visit): Promise<void> {
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const tags = ['username', 'email', 'phone', 'password'].map((name) => document.createElement(`logto-${name}`));
      document.querySelector('logto-account-provider')?.append(...tags);
    }),
  );
}

/** The parts of the script that are loaded from now on, by name. */
function partsOf({ page }: Visit): string[] {
  const parts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() === 'script') parts.push(pathname.replace(/^.*\/|\.js$/g, ''));
  });
  return parts;
}

async function confirm({ screen }: Visit): Promise<void> {
  await screen.find('dialog', 'Confirm it’s you');
  await screen.fill('Password', password);
  await screen.click('button', 'Confirm');
}

test('under a strict CSP with Trusted Types, the dialog, the forms and the list of countries cause no violation', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 4\d\d/);
    const { page, screen, logto, codeFor, screenshot } = visit;
    const violations = await watchViolations(visit);
    await addTags(visit);
    await visit.enter(path);

    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await screen.click('button', 'Save');
    await screen.find('dialog', 'Confirm it’s you');
    await screen.click('button', 'Use another way');
    await screen.clickText('With a code by email to ada@example.com');
    await screen.fill('Code', await codeFor('ada@example.com'));
    await screenshot('strict-dialog');
    await screen.click('button', 'Confirm');
    await screen.see('Username saved.');

    await screen.click('button', 'Change Phone');
    await screen.choose('Country or region', 'Germany (+49)');
    await screen.fill('New phone number', '0151 23456789');
    await screenshot('strict-phone');
    await screen.click('button', 'Continue');
    await screen.fill('Code', await codeFor('4915123456789'));
    await screen.click('button', 'Save');
    await screen.see('Phone saved.');

    await screen.click('button', 'Remove Email');
    await screen.click('button', 'Remove');
    await screen.see('Email removed.');

    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'aaaa1234');
    await screen.click('button', 'Show password');
    await screen.click('button', 'Save');
    await screen.see('no repeated characters, such as aaaa');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await screen.see('Password saved.');

    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.click('button', 'Benutzername: Ändern');
    await screen.find('textbox', 'Benutzername');
    await screenshot('strict-german');

    assert.deepEqual(violations, []);
    const { username, primaryEmail, primaryPhone } = logto.tenant.users[0]!;
    assert.deepEqual(
      { username, primaryEmail, primaryPhone },
      { username: 'countess', primaryEmail: null, primaryPhone: '4915123456789' },
    );
  }));

test('light DOM forms are styled under a strict CSP, too', () =>
  stage.visit(async (visit) => {
    const violations = await watchViolations(visit);
    await addTags(visit);
    await visit.enter(path);
    const { screen } = visit;
    await screen.click('button', 'Change Email');
    const field = await screen.find('textbox', 'New email address');
    assert.notEqual(await field.evaluate((element) => getComputedStyle(element).borderRadius), '0px');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    const dialog = await screen.find('dialog', 'Confirm it’s you');
    assert.notEqual(await dialog.evaluate((element) => getComputedStyle(element).borderRadius), '0px');
    assert.deepEqual(violations, []);
  }));

test('the dialog and the phone number library are loaded only when they are needed', () =>
  stage.visit(async (visit) => {
    const { screen } = visit;
    const parts = partsOf(visit);
    await addTags(visit);
    await visit.enter(path);
    const rare = () => parts.filter((part) => /verification-dialog|phone-number/.test(part)).sort();
    assert.deepEqual(rare(), []);
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    assert.deepEqual(rare(), []);
    await screen.click('button', 'Save');
    await confirm(visit);
    await screen.see('Username saved.');
    assert.match(rare().join(), /verification-dialog/);
    assert.doesNotMatch(rare().join(), /phone-number/);
    await screen.click('button', 'Change Phone');
    await screen.find('combobox', 'Country or region');
    assert.match(rare().join(), /phone-number/);
  }));

test('a phone number is accepted even if the phone number library fails to load', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto, codeFor, problems } = visit;
    problems.expect(/phone-number/, /ERR_FAILED/);
    await addTags(visit);
    await visit.enter(path);
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      request.url().includes('phone-number') ? void request.abort('failed') : void request.continue(),
    );
    await screen.click('button', 'Change Phone');
    await screen.fill('New phone number', '+49 151 23456789');
    await screen.click('button', 'Continue');
    await confirm(visit);
    await screen.see('Enter the code that was sent to +4915123456789.');
    await screen.fill('Code', await codeFor('4915123456789'));
    await screen.click('button', 'Save');
    await screen.see('Phone saved.');
    assert.equal(logto.tenant.users[0]?.primaryPhone, '4915123456789');
  }));

test('a change whose dialog fails to load shows an error, and can be retried', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto, problems, screenshot } = visit;
    problems.expect(/verification-dialog/, /ERR_FAILED/);
    await addTags(visit);
    await visit.enter(path);
    let isOffline = true;
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      isOffline && request.url().includes('dialog') ? void request.abort('failed') : void request.continue(),
    );
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await screen.click('button', 'Save');
    await screen.see('We could not reach the server. Check your connection and try again.');
    assert.equal(await screen.value('Username'), 'countess');
    await screenshot('cdn-no-dialog');
    isOffline = false;
    await screen.click('button', 'Save');
    await confirm(visit);
    await screen.see('Username saved.');
    assert.equal(logto.tenant.users[0]?.username, 'countess');
  }));
