import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { withBackupCodes, withTotp } from '../fake-logto/fake-logto.js';
import { totpCode } from '../fake-logto/totp.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { confirmWithPassword, enterCode, enterDemo, shownCodes, shownKey, storedCodes } from './second-factors.js';

const tag = 'logto-mfa';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

const inDemo = (run: (visit: Visit) => Promise<void>) =>
  stage.visit(async (visit) => {
    await enterDemo(visit);
    await run(visit);
  });

/** The keys that the tenant has. */
const storedKeys = ({ logto }: Visit) =>
  logto.tenant.users[0]!.mfaVerifications.flatMap((factor) => (factor.type === 'Totp' ? [factor.key] : []));

const factorsOf = ({ logto }: Visit) => logto.tenant.users[0]!.mfaVerifications.map(({ type }) => type);

async function reload({ page, screen }: Visit): Promise<void> {
  await page.reload();
  await screen.see('Signed in as Ada Lovelace');
}

test('an authenticator app is set up with the shown key, replaced, and removed', () =>
  inDemo(async (visit) => {
    const { screen, screenshot } = visit;
    assert.equal(await screen.row('Authenticator app', tag), 'Not set up');
    await screen.click('button', 'Add Authenticator app');
    await confirmWithPassword(visit);
    await screen.part('logto-mfa', 'qr');
    const key = await shownKey(visit);
    await screenshot('mfa-app');
    await enterCode(visit, key);
    assert.deepEqual(storedKeys(visit), [key]);
    assert.match(await screen.row('Authenticator app', tag), /^Set up Added \w/);
    await screen.focusOn('Replace Authenticator app');

    await reload(visit);
    await screen.click('button', 'Replace Authenticator app');
    await confirmWithPassword(visit);
    await screen.see('Your current app works until you save.');
    const another = await shownKey(visit);
    assert.notEqual(another, key);
    assert.deepEqual(storedKeys(visit), [key]);
    await enterCode(visit, another);
    assert.deepEqual(storedKeys(visit), [another]);

    await screen.click('button', 'Remove Authenticator app');
    await screen.see('It is your only second step.');
    await screen.click('button', 'Remove');
    await screen.see('Authenticator app removed.');
    assert.equal(await screen.row('Authenticator app', tag), 'Not set up');
    assert.deepEqual(factorsOf(visit), []);
  }));

test('a code of another key is rejected, and then the right one is accepted for the same key', () =>
  inDemo(async (visit) => {
    const { screen, logto, problems } = visit;
    problems.expect(/status of 400/);
    await screen.click('button', 'Add Authenticator app');
    await confirmWithPassword(visit);
    const key = await shownKey(visit);
    const near = [-1, 0, 1].map((steps) => totpCode(key, logto.now() + steps * 30_000));
    await screen.fill(
      'Code from the app',
      ['000000', '111111', '222222', '333333'].find((code) => !near.includes(code))!,
    );
    await screen.click('button', 'Save');
    await screen.see('That code is incorrect.');
    assert.deepEqual(factorsOf(visit), []);
    await enterCode(visit, key);
    assert.deepEqual(storedKeys(visit), [key]);
  }));

test('backup codes are created, saved, shown again and replaced', () =>
  inDemo(async (visit) => {
    const { screen, logto, screenshot } = visit;
    withTotp(logto.tenant.users[0]!);
    await reload(visit);
    await screen.click('button', 'Create Backup codes');
    await screen.see('Each lets you sign in once without your usual second step.');
    await screen.click('button', 'Create');
    await confirmWithPassword(visit);
    await screen.see('These are your new backup codes.');
    const codes = await shownCodes(visit);
    await screenshot('mfa-codes');
    assert.equal(codes.length, 10);
    assert.deepEqual(storedCodes(visit), [codes]);
    await screen.click('button', 'I have saved them');
    await screen.see('Your backup codes are ready to use.');
    assert.equal(await screen.row('Backup codes', tag), '10 codes left');

    await reload(visit);
    await screen.click('button', 'Show Backup codes');
    await confirmWithPassword(visit);
    assert.deepEqual(await shownCodes(visit), codes);
    await screen.click('button', 'Close');

    await screen.click('button', 'Replace Backup codes');
    await screen.see('Your 10 remaining codes will stop working right away.');
    await screen.click('button', 'Replace');
    await screen.see('These are your new backup codes.');
    const others = await shownCodes(visit);
    assert.deepEqual(storedCodes(visit), [others]);
    assert.deepEqual(
      others.filter((code) => codes.includes(code)),
      [],
    );
  }));

test('new backup codes that did not reach Logto after the old ones were removed are sent again on retry', () =>
  inDemo(async (visit) => {
    const { page, screen, logto, problems, screenshot } = visit;
    problems.expect(/status of 500/);
    withBackupCodes(withTotp(logto.tenant.users[0]!));
    await reload(visit);
    const sent: string[][] = [];
    let isFailing = true;
    logto.intercept(async (request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/mfa-verifications')) return undefined;
      sent.push(((await request.json()) as { codes: string[] }).codes);
      return isFailing ? new Response('', { status: 500 }) : undefined;
    });
    await screen.click('button', 'Replace Backup codes');
    await screen.click('button', 'Replace');
    await confirmWithPassword(visit);
    await screen.see('Your old codes no longer work, and the new ones are not saved yet.');
    await screenshot('mfa-codes-half-done');
    assert.deepEqual(storedCodes(visit), []);
    assert.equal(await page.$(`${tag} >>> [part~="code"]`), null, 'no code that does not work');
    isFailing = false;
    await screen.click('button', 'Try again');
    await screen.see('These are your new backup codes.');
    const codes = await shownCodes(visit);
    assert.deepEqual([storedCodes(visit), sent], [[codes], [codes, codes]]);
  }));
