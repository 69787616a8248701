import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { addAuthenticator } from './authenticator.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { Leaks } from './leaks.js';
import { confirmWithPassword, enterCode, passkeysOf, shownCodes, shownKey } from './second-factors.js';
import { watchViolations } from './strict-csp.js';

const path = 'stories/demo/cdn.html';
let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

/** On the host of the tenant, where passkeys can be created. */
const visitHost = (run: (visit: Visit) => Promise<void>) => stage.visit(run, { host: 'localhost' });

/** Puts both tags beside the profile, before the script of the page runs. */
async function addTags({ page }: Visit): Promise<void> {
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const tags = ['logto-mfa', 'logto-passkeys'].map((name) => document.createElement(name));
      document.querySelector('logto-account-provider')?.append(...tags);
    }),
  );
}

async function addPasskey({ screen }: Visit, name: string): Promise<void> {
  await screen.click('button', 'Add a passkey');
  await screen.fill('Name', name);
  await screen.click('button', 'Create passkey');
  await screen.see('Passkey added.');
}

test('under a strict CSP with Trusted Types, second factors and passkeys cause no violation', () =>
  visitHost(async (visit) => {
    const { page, screen, screenshot } = visit;
    const violations = await watchViolations(visit);
    await addAuthenticator(page);
    await addTags(visit);
    await visit.enter(path);

    await screen.click('button', 'Add Authenticator app');
    await confirmWithPassword(visit);
    await screen.part('logto-mfa', 'qr');
    await screenshot('strict-app');
    await enterCode(visit, await shownKey(visit));

    await addPasskey(visit, 'Work laptop');
    await screenshot('strict-passkeys');
    await screen.click('button', 'Rename Work laptop');
    await screen.fill('Name', 'Old laptop');
    await screen.click('button', 'Save');
    await screen.see('Old laptop saved.');

    await screen.click('button', 'Create Backup codes');
    await screen.click('button', 'Create');
    await screen.see('These are your new backup codes.');
    await screenshot('strict-codes');
    assert.equal((await shownCodes(visit)).length, 10);
    await screen.click('button', 'I have saved them');
    await screen.see('Your backup codes are ready to use.');

    await screen.click('button', 'Remove Authenticator app');
    await screen.click('button', 'Remove');
    await screen.see('Authenticator app removed.');
    await screen.click('button', 'Remove Old laptop');
    await screen.see('Your backup codes will be removed, too.');
    await screen.click('button', 'Remove');
    await screen.see('Old laptop removed.');
    assert.deepEqual(violations, []);
    assert.deepEqual(visit.logto.tenant.users[0]?.mfaVerifications, []);
  }));

test('backup codes are printed and downloaded under a strict CSP, and leave nothing in the page', () =>
  visitHost(async (visit) => {
    const { page, screen, logto } = visit;
    const violations = await watchViolations(visit);
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await page.evaluateOnNewDocument(() => {
      Object.assign(globalThis, { print: () => undefined });
    });
    await addTags(visit);
    await visit.enter(path);
    await screen.click('button', 'Add Authenticator app');
    await confirmWithPassword(visit);
    await enterCode(visit, await shownKey(visit));
    await screen.click('button', 'Create Backup codes');
    await screen.click('button', 'Create');
    await screen.see('These are your new backup codes.');
    leaks.also('backup code', await shownCodes(visit));
    await screen.click('button', 'Print');
    await screen.click('button', 'Download');
    await screen.click('button', 'I have saved them');
    await screen.see('Your backup codes are ready to use.');
    assert.deepEqual(violations, []);
    assert.deepEqual(await leaks.find(), []);
  }));

test('no key, code, credential or record id is left after the elements are removed', () =>
  visitHost(async (visit) => {
    const { page, screen, logto } = visit;
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await addAuthenticator(page);
    await addTags(visit);
    await visit.enter(path);

    await screen.click('button', 'Add Authenticator app');
    await confirmWithPassword(visit);
    const key = await shownKey(visit);
    await enterCode(visit, key);
    leaks.also('key', [key, key.match(/.{4}/g)!.join(' ')]);
    assert.deepEqual(await leaks.find(), [], 'after the app was saved');

    await addPasskey(visit, 'Work laptop');
    leaks.also(
      'credential',
      passkeysOf(visit).flatMap(({ credentialId, publicKey }) => [credentialId, publicKey]),
    );
    leaks.also(
      'challenge',
      logto.tenant.verificationRecords.flatMap(({ webAuthn }) => webAuthn?.challenge ?? []),
    );
    assert.deepEqual(await leaks.find(), [], 'after the passkey was added');

    await screen.click('button', 'Create Backup codes');
    await screen.click('button', 'Create');
    await screen.see('These are your new backup codes.');
    leaks.also('backup code', await shownCodes(visit));
    const places = (await leaks.find()).map((place) => place.replace(/:.*$/s, ''));
    assert.deepEqual([...new Set(places)], ['backup code in text'], 'while the codes are shown');

    await page.evaluate(() => document.querySelectorAll('logto-mfa, logto-passkeys').forEach((tag) => tag.remove()));
    assert.deepEqual(await leaks.find(), [], 'after the tags are gone');
    for (const kind of ['key', 'credential', 'challenge', 'backup code', 'one-time code', 'verification record'])
      assert.ok(leaks.known.includes(kind), `there was a ${kind} to look for`);
  }));

test('panels are loaded only when they are opened', () =>
  visitHost(async (visit) => {
    const { page, screen } = visit;
    const parts: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (request.resourceType() === 'script') parts.push(pathname.replace(/^.*\/|\.js$/g, ''));
    });
    await addAuthenticator(page);
    await addTags(visit);
    await visit.enter(path);
    await screen.find('button', 'Add a passkey');
    const rare = /^((add|rename)-passkey-form|(totp|\w+-codes)-panel)|browser-name/;
    assert.deepEqual(
      parts.filter((part) => rare.test(part)),
      [],
    );
    await screen.click('button', 'Add a passkey');
    await confirmWithPassword(visit);
    await screen.find('button', 'Create passkey');
    assert.match(parts.join(), /add-passkey-form/);
    assert.doesNotMatch(parts.join(), /totp-panel|codes-panel|rename-passkey-form/);
  }));

test('a form that fails to load shows an error, and can be retried', () =>
  visitHost(async (visit) => {
    const { page, screen, problems } = visit;
    problems.expect(/passkey-form/, /ERR_FAILED/);
    await addAuthenticator(page);
    await addTags(visit);
    await visit.enter(path);
    let isOffline = true;
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      isOffline && request.url().includes('add-passkey-form') ? void request.abort('failed') : void request.continue(),
    );
    await screen.click('button', 'Add a passkey');
    await confirmWithPassword(visit);
    await screen.see('We could not reach the server. Check your connection and try again.');
    isOffline = false;
    await addPasskey(visit, 'Work laptop');
    assert.equal(passkeysOf(visit).length, 1);
  }));
