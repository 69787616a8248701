import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { withPasskey } from '../fake-logto/fake-logto.js';
import { addAuthenticator, type Authenticator } from './authenticator.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { confirmWithPassword, enterDemo, passkeysOf } from './second-factors.js';

const tag = 'logto-passkeys';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** In the demo, on the host of the tenant: an IP address is not a valid relying party. */
const inDemo = (run: (visit: Visit, authenticator: Authenticator) => Promise<void>) =>
  stage.visit(
    async (visit) => {
      const authenticator = await addAuthenticator(visit.page);
      await enterDemo(visit);
      await run(visit, authenticator);
    },
    { host: 'localhost' },
  );

/** Verifies the user and opens the form. */
async function startAdding(visit: Visit): Promise<void> {
  await visit.screen.click('button', 'Add a passkey');
  await confirmWithPassword(visit);
  await visit.screen.find('textbox', 'Name');
}

async function add(visit: Visit, name: string): Promise<void> {
  await startAdding(visit);
  await visit.screen.fill('Name', name);
  await visit.screen.click('button', 'Create passkey');
  await visit.screen.see('Passkey added.');
}

test('a passkey is created, verified by the tenant, renamed and removed', () =>
  inDemo(async (visit, authenticator) => {
    const { page, screen, screenshot } = visit;
    await startAdding(visit);
    assert.match(await screen.value('Name'), /^(Chrome|Chromium) on \w+$/);
    await screenshot('passkeys-form');
    await screen.fill('Name', 'Work laptop');
    await screen.click('button', 'Create passkey');
    await screen.see('Passkey added.');
    await screen.focusOn('Add a passkey');
    assert.match(await screen.row('Work laptop', tag), /^Added \w/);
    await screenshot('passkeys-list');

    const [passkey, ...others] = passkeysOf(visit);
    assert.deepEqual(others, []);
    const [stored] = await authenticator.credentials();
    assert.equal(stored?.rpId, 'localhost');
    assert.equal(Buffer.from(stored.credentialId, 'base64').toString('base64url'), passkey?.credentialId);
    assert.match(passkey?.publicKey ?? '', /^[\w-]{40,}$/);

    await screen.click('button', 'Rename Work laptop');
    await screen.fill('Name', ' Old laptop ');
    await screen.click('button', 'Save');
    await screen.see('Old laptop saved.');
    await screen.focusOn('Rename Old laptop');
    await page.reload();
    await screen.find('button', 'Rename Old laptop');

    await screen.click('button', 'Remove Old laptop');
    await screen.see('It is your only second step.');
    await screenshot('passkeys-remove');
    await screen.click('button', 'Remove');
    await confirmWithPassword(visit);
    await screen.see('Old laptop removed.');
    await screen.see('Your first passkey');
    assert.deepEqual(passkeysOf(visit), []);
  }));

test('a device that already has a passkey says so, and another device is accepted', () =>
  inDemo(async (visit, authenticator) => {
    const { page, screen, screenshot } = visit;
    await add(visit, 'This device');
    await screen.click('button', 'Add a passkey');
    await screen.click('button', 'Create passkey');
    await screen.see('This device already has a passkey for your account. Use another device.');
    await screenshot('passkeys-already');
    assert.equal(passkeysOf(visit).length, 1);
    await authenticator.remove();
    const another = await addAuthenticator(page);
    await screen.fill('Name', 'Another device');
    await screen.click('button', 'Create passkey');
    await screen.see('Passkey added.');
    assert.deepEqual(
      passkeysOf(visit).map(({ name }) => name),
      ['This device', 'Another device'],
    );
    assert.equal((await another.credentials()).length, 1);
  }));

test('without user verification no passkey is created or announced, and with it the same form creates one', () =>
  inDemo(async (visit, authenticator) => {
    const { page, screen } = visit;
    await authenticator.recognize(false);
    await startAdding(visit);
    await screen.fill('Name', 'Ring');
    await screen.click('button', 'Create passkey');
    await screen.focusOn('Create passkey');
    assert.equal(await screen.value('Name'), 'Ring');
    assert.equal(await page.$(`${tag} >>> [part~="error"]`), null);
    assert.deepEqual(passkeysOf(visit), []);
    await authenticator.recognize(true);
    await screen.click('button', 'Create passkey');
    await screen.see('Passkey added.');
    assert.equal(passkeysOf(visit)[0]?.name, 'Ring');
  }));

test('a passkey that the tenant could not store at first is not created twice on the device', () =>
  inDemo(async (visit, authenticator) => {
    const { logto, screen, problems, screenshot } = visit;
    problems.expect(/status of 500/);
    const fail = ({ url }: Request) =>
      url.endsWith('/registration/verify') ? new Response('', { status: 500 }) : undefined;
    const recover = logto.intercept(fail);
    await startAdding(visit);
    await screen.click('button', 'Create passkey');
    await screen.see('Your passkey was created, but not saved yet. Try again.');
    await screenshot('passkeys-unsaved');
    recover();
    await screen.click('button', 'Try again');
    await screen.see('Passkey added.');
    assert.deepEqual([(await authenticator.credentials()).length, passkeysOf(visit).length], [1, 1]);
  }));

test('a passkey that was removed elsewhere is gone after a reload, and the others are unchanged', () =>
  inDemo(async (visit) => {
    const { logto, page, screen } = visit;
    const [user] = logto.tenant.users;
    withPasskey(withPasskey(user!, { name: 'Phone' }), { name: 'Tablet' });
    await page.reload();
    await screen.find('button', 'Rename Phone');
    user!.mfaVerifications = user!.mfaVerifications.slice(1);
    await screen.click('button', 'Remove Phone');
    await screen.click('button', 'Remove');
    visit.problems.expect(/status of 400/);
    await confirmWithPassword(visit);
    await screen.see('Phone removed.');
    await screen.find('button', 'Rename Tablet');
    assert.deepEqual(
      passkeysOf(visit).map(({ name }) => name),
      ['Tablet'],
    );
  }));
