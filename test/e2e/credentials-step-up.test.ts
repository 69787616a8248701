import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { Page } from 'puppeteer-core';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';

const password = 'Walnut-Lamp!73';
const dialog = 'Confirm it’s you';
const refused = 'Confirm once more.';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function confirm({ screen }: Visit, typed = password): Promise<void> {
  await screen.find('dialog', dialog);
  await screen.fill('Password', typed);
  await screen.click('button', 'Confirm');
}

/** Types a new username and sends it. */
async function saveUsername({ screen }: Visit, username: string): Promise<void> {
  await screen.click('button', 'Change Username');
  await screen.fill('Username', username);
  await screen.click('button', 'Save');
}

/** The tenant's responses from now on, as `POST /oidc/token 200`. */
function answersTo(page: Page): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    const method = response.request().method();
    if (method !== 'OPTIONS') answers.push(`${method} ${new URL(response.url()).pathname} ${response.status()}`);
  });
  return answers;
}

test('a second change within minutes needs no verification, even in another element', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, logto } = visit;
    await saveUsername(visit, 'countess');
    await confirm(visit);
    await screen.see('Username saved.');
    await screen.click('button', 'Remove Email');
    await screen.click('button', 'Remove');
    await screen.see('Email removed.');
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await screen.see('Password saved.');
    assert.deepEqual(visit.writes(), [
      'POST /api/verifications/password',
      'PATCH /api/my-account',
      'DELETE /api/my-account/primary-email',
      'POST /api/my-account/password',
    ]);
    assert.equal(logto.tenant.verificationRecords.length, 1);
  }));

test('after a reload the user has to verify again, since the record was in memory only', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page } = visit;
    await saveUsername(visit, 'countess');
    await confirm(visit);
    await screen.see('Username saved.');
    await page.reload();
    await saveUsername(visit, 'augusta');
    await confirm(visit);
    await screen.see('Username saved.');
  }));

test('a wrong password is reported at the field, and the right one continues', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 422/);
    await visit.enter();
    const { screen, logto, screenshot } = visit;
    await saveUsername(visit, 'countess');
    await confirm(visit, 'Walnut-Lamp!74');
    await screen.see('That password is incorrect. Check it and try again.');
    assert.equal(logto.tenant.users[0]?.username, 'ada');
    await screenshot('step-up-wrong-password');
    await screen.fill('Password', password);
    await screen.click('button', 'Confirm');
    await screen.see('Username saved.');
    assert.deepEqual(visit.writes(), [
      'POST /api/verifications/password',
      'POST /api/verifications/password',
      'PATCH /api/my-account',
    ]);
  }));

test('a wrong code is reported, and the right one continues', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 4\d\d/);
    await visit.enter();
    const { screen, codeFor } = visit;
    await saveUsername(visit, 'countess');
    await screen.click('button', 'Use another way');
    await screen.clickText('With a code by text message to +12025550123');
    const code = await codeFor('12025550123');
    await screen.fill('Code', code === '000000' ? '111111' : '000000');
    await screen.click('button', 'Confirm');
    await screen.see('That code is incorrect. Check it and try again.');
    await screen.fill('Code', code);
    await screen.click('button', 'Confirm');
    await screen.see('Username saved.');
  }));

// Chromium drops the space between two text nodes where the line breaks: “by emailto ada@example.com”.
test('screen readers read the verification methods as they are shown', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen } = visit;
    await saveUsername(visit, 'countess');
    await screen.click('button', 'Use another way');
    await screen.find('button', 'With your password');
    await screen.find('button', 'With a code by email to ada@example.com');
    await screen.find('button', 'With a code by text message to +12025550123');
  }));

test('Escape closes the dialog, keeps the input, returns the focus, and the next save asks again', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page, logto } = visit;
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await page.keyboard.press('Enter');
    await screen.find('dialog', dialog);
    await screen.focusOn('Password');
    await page.keyboard.press('Escape');
    await screen.seeNoMore(dialog);
    await screen.focusOn('Username');
    assert.equal(await screen.value('Username'), 'countess');
    assert.equal(await screen.has('button', 'Saving…'), false);
    assert.equal(await page.$('dialog'), null, 'nothing of the dialog is left in the page');
    assert.equal(await page.$('[role="alert"]'), null, 'who gives up needs no error');
    assert.deepEqual(visit.writes(), []);

    await page.keyboard.press('Enter');
    await confirm(visit);
    await screen.see('Username saved.');
    assert.equal(logto.tenant.users[0]?.username, 'countess');
  }));

test('Escape while a password is being verified cancels the change', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page, logto } = visit;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    logto.intercept(({ url }) => (url.endsWith('/verifications/password') ? held.then(() => undefined) : undefined));
    await saveUsername(visit, 'countess');
    await confirm(visit);
    await screen.find('button', 'One moment…');
    await page.keyboard.press('Escape');
    await screen.seeNoMore(dialog);
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(logto.tenant.users[0]?.username, 'ada');
    assert.equal(await screen.value('Username'), 'countess');
    assert.deepEqual(visit.writes(), ['POST /api/verifications/password']);
  }));

test('a token that expires between opening the form and saving is renewed once, and the change is made once', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    const { screen, server, page, logto } = visit;
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    server.expireAccessTokens();
    const answers = answersTo(page);
    await screen.click('button', 'Save');
    await confirm(visit);
    await screen.see('Username saved.');
    assert.deepEqual(
      answers.filter((answer) => answer.includes(' /oidc/') || answer.includes(' /api/')),
      [
        'POST /api/verifications/password 401',
        'POST /oidc/token 200',
        'GET /api/my-account 200', // whose is the new one?
        'POST /api/verifications/password 201',
        'PATCH /api/my-account 200',
      ],
    );
    assert.equal(logto.tenant.users[0]?.username, 'countess');
  }));

test('a token that expires between verification and change is renewed without asking the user again', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    const { screen, server, logto } = visit;
    const undo = logto.intercept(({ method }) => {
      if (method === 'PATCH') {
        undo();
        server.expireAccessTokens();
      }
      return undefined;
    });
    await saveUsername(visit, 'countess');
    await confirm(visit);
    await screen.see('Username saved.');
    assert.deepEqual(visit.writes(), [
      'POST /api/verifications/password',
      'PATCH /api/my-account',
      'PATCH /api/my-account',
    ]);
  }));

test('a verification that Logto has dropped is requested once more, and the change is made once', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    const { screen, logto, screenshot } = visit;
    const undo = logto.intercept(({ method }) => {
      if (method === 'PATCH') {
        undo();
        logto.tenant.verificationRecords = [];
      }
      return undefined;
    });
    await saveUsername(visit, 'countess');
    await confirm(visit);
    await screen.see(refused);
    await screenshot('step-up-refused');
    assert.equal(logto.tenant.users[0]?.username, 'ada');
    await confirm(visit);
    await screen.see('Username saved.');
    assert.equal(logto.tenant.users[0]?.username, 'countess');
    assert.deepEqual(visit.writes(), [
      'POST /api/verifications/password',
      'PATCH /api/my-account',
      'POST /api/verifications/password',
      'PATCH /api/my-account',
    ]);
  }));

test('a verification that Logto keeps rejecting is not requested in a loop', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    const { screen, logto, screenshot } = visit;
    logto.intercept(({ method }) => {
      if (method === 'PATCH') logto.tenant.verificationRecords = [];
      return undefined;
    });
    await saveUsername(visit, 'countess');
    await confirm(visit);
    await screen.see(refused);
    await confirm(visit);
    await screen.see('This could not be confirmed. Sign out, sign in again, and then try once more.');
    assert.equal(await screen.has('dialog', dialog), false);
    assert.equal(await screen.value('Username'), 'countess');
    assert.equal(logto.tenant.users[0]?.username, 'ada');
    await screenshot('step-up-refused-twice');
  }));

test('a verification that has expired at the tenant is requested once, and the change is made once', () => {
  let later = 0;
  const logto = new FakeLogto({ clock: () => Date.now() + later });
  return stage.visit(
    async (visit) => {
      visit.problems.expect(/status of 401/);
      await visit.enter();
      const { screen } = visit;
      await saveUsername(visit, 'countess');
      await confirm(visit);
      await screen.see('Username saved.');
      later = 11 * 60_000;
      await saveUsername(visit, 'augusta');
      await confirm(visit);
      await screen.see('Username saved.');
      assert.equal(logto.tenant.users[0]?.username, 'augusta');
      assert.equal(visit.writes().filter((write) => write.startsWith('PATCH')).length, 3);
    },
    { logto },
  );
});

test('a verification that expires while the user waits for a code is requested again, and the code is not', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    const { screen, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await confirm(visit);
    await screen.find('textbox', 'Code');
    const { tenant } = logto;
    tenant.verificationRecords = tenant.verificationRecords.filter(({ type }) => type !== 'Password');
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await screen.see(refused);
    await screenshot('step-up-while-binding');
    await confirm(visit);
    await screen.see('Email saved.');
    assert.equal(logto.outbox.length, 1);
    assert.equal(tenant.users[0]?.primaryEmail, 'countess@example.com');
    assert.deepEqual(visit.writes().slice(1), [
      'POST /api/verifications/verification-code',
      'POST /api/verifications/verification-code/verify',
      'POST /api/my-account/primary-email',
      'POST /api/verifications/password',
      'POST /api/my-account/primary-email',
    ]);
  }));

test('a user who cancels the second verification does not need to enter the code again', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    const { screen, page, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await confirm(visit);
    await screen.find('textbox', 'Code');
    const { tenant } = logto;
    tenant.verificationRecords = tenant.verificationRecords.filter(({ type }) => type !== 'Password');
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await screen.see(refused);
    await page.keyboard.press('Escape');
    await screen.seeNoMore(dialog);
    await screenshot('step-up-declined-while-binding');
    await screen.click('button', 'Save');
    await confirm(visit);
    await screen.see('Email saved.');
    assert.equal(logto.outbox.length, 1);
  }));

test('too many wrong passwords are reported as such, and the right one is rejected, too', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 4\d\d/);
    visit.logto.tenant.signInExperience.sentinelPolicy = { maxAttempts: 2 };
    await visit.enter();
    const { screen, logto, screenshot } = visit;
    await saveUsername(visit, 'countess');
    await confirm(visit, 'wrong');
    await screen.see('That password is incorrect.');
    await confirm(visit, 'wrong again');
    await screen.see('Too many failed attempts. For your safety, this is locked for a while.');
    await screenshot('step-up-locked');
    await confirm(visit);
    await screen.see('Too many failed attempts.');
    assert.equal(logto.tenant.users[0]?.username, 'ada');

    await screen.click('button', 'Use another way');
    await screen.clickText('With a code by email to ada@example.com');
    await screen.fill('Code', await visit.codeFor('ada@example.com'));
    await screen.click('button', 'Confirm');
    await screen.see('Username saved.');
  }));

test('two elements that need verification at once share one dialog', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, page, logto } = visit;
    await screen.click('button', 'Remove Phone');
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await page.evaluate(() => {
      document.querySelector('logto-phone')!.shadowRoot!.querySelector<HTMLElement>('[part~="confirm"]')!.click();
      document.querySelector<HTMLFormElement>('logto-username form')!.requestSubmit();
    });
    await screen.find('dialog', dialog);
    assert.equal((await page.$$('dialog[open]')).length, 1);
    await confirm(visit);
    await screen.see('Username saved.');
    await screen.see('Phone removed.');
    const { username, primaryPhone } = logto.tenant.users[0]!;
    assert.deepEqual({ username, primaryPhone }, { username: 'countess', primaryPhone: null });
    assert.equal(visit.writes().filter((write) => write.includes('verifications')).length, 1);
  }));
