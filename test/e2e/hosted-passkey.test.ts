import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { addAuthenticator } from './authenticator.js';
import { startStage, type Stage, type Visit } from './harness.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

// An IP address is not a valid relying party.
const visitTenant = (run: (visit: Visit) => Promise<void>) => stage.visit(run, { host: 'localhost' });

/** Signs in to an application, which opens the session at the tenant. */
async function signedIn({ open, screen, signIn }: Visit): Promise<void> {
  await open('test/e2e/pages/oidc.html');
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('signed in as ada');
}

/** Goes to the page for adding a passkey, from which the application's page is where one comes back to. */
async function goToTask({ page, server }: Visit, redirect = page.url()): Promise<string> {
  await page.goto(`${server.origin}/account/passkey/add?${new URLSearchParams({ redirect, ui_locales: 'de' })}`);
  return redirect;
}

async function backAt({ page, screen }: Visit, address: string): Promise<void> {
  await screen.see('signed in as ada');
  assert.equal(page.url(), address);
}

const passkeysOf = ({ logto }: Visit) =>
  (logto.tenant.users[0]?.mfaVerifications ?? []).flatMap((factor) => (factor.type === 'WebAuthn' ? [factor] : []));

test('the stand-in’s passkey page adds a passkey at the tenant’s origin, and returns', () =>
  visitTenant(async (visit) => {
    const authenticator = await addAuthenticator(visit.page);
    await signedIn(visit);
    const address = await goToTask(visit, `${visit.site}/test/e2e/pages/oidc.html?lang=de#passkeys`);
    await visit.screen.see('For ada');
    await visit.screenshot('hosted-passkey');
    await visit.screen.click('button', 'Add passkey');
    await backAt(visit, address);
    const [passkey, ...others] = passkeysOf(visit);
    assert.deepEqual(others, []);
    assert.equal(passkey?.rpId, 'localhost');
    assert.match(passkey.agent ?? '', /Chrome/);
    const [stored] = await authenticator.credentials();
    assert.equal(
      stored?.credentialId && Buffer.from(stored.credentialId, 'base64').toString('base64url'),
      passkey.credentialId,
    );
  }));

test('the stand-in’s passkey page returns without a passkey if the user cancels', () =>
  visitTenant(async (visit) => {
    await signedIn(visit);
    const address = await goToTask(visit);
    await visit.screen.click('link', 'Back');
    await backAt(visit, address);
    assert.deepEqual(passkeysOf(visit), []);
  }));

test('the stand-in’s passkey page stays open with a retry if the browser creates no passkey', () =>
  visitTenant(async (visit) => {
    const authenticator = await addAuthenticator(visit.page);
    await authenticator.recognize(false);
    await signedIn(visit);
    const address = await goToTask(visit);
    await visit.screen.click('button', 'Add passkey');
    await visit.screen.see('The operation either timed out or was not allowed');
    assert.deepEqual(passkeysOf(visit), []);
    await authenticator.recognize(true);
    await visit.screen.click('button', 'Add passkey');
    await backAt(visit, address);
    assert.equal(passkeysOf(visit).length, 1);
  }));

test('the stand-in’s passkey page asks signed-out users to sign in', () =>
  visitTenant(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.open('test/e2e/pages/oidc.html');
    await goToTask(visit);
    await visit.screen.see('Nobody is signed in here.');
  }));

test('the stand-in’s passkey page does nothing for a user who was suspended after signing in', () =>
  visitTenant(async (visit) => {
    visit.problems.expect(/status of 401/);
    await signedIn(visit);
    for (const user of visit.logto.tenant.users) user.isSuspended = true;
    await goToTask(visit);
    await visit.screen.see('Nobody is signed in here.');
  }));

test('the stand-in’s passkey page redirects to http and https URLs only', () =>
  visitTenant(async (visit) => {
    visit.problems.expect(/status of 400/);
    await signedIn(visit);
    for (const redirect of ['', 'javascript:alert(1)', '/elsewhere']) {
      await goToTask(visit, redirect);
      await visit.screen.see('The address has to say where to go afterwards');
    }
  }));

test('the stand-in’s passkey page says what the account center does not allow', () =>
  visitTenant(async (visit) => {
    visit.problems.expect(/status of 400/);
    await addAuthenticator(visit.page);
    await signedIn(visit);
    await goToTask(visit);
    visit.logto.tenant.accountCenter.fields.passkey = 'ReadOnly';
    await visit.screen.click('button', 'Add passkey');
    await visit.screen.see('Field is not editable.');
  }));
