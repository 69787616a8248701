import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startStage, type Stage, type Visit } from './harness.js';

const password = 'Walnut-Lamp!73';
const dialog = 'Confirm it’s you';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function confirmWithPassword({ screen }: Visit, right = password): Promise<void> {
  await screen.find('dialog', dialog);
  await screen.fill('Password', right);
  await screen.click('button', 'Confirm');
}

async function signInAnew({ screen, signIn }: Visit, username: string, right = password): Promise<void> {
  await screen.click('button', 'Sign out');
  await screen.click('button', 'Sign in');
  await signIn(username, right);
}

async function reload({ page, screen }: Visit): Promise<void> {
  await page.reload();
  await screen.see('Signed in as Ada Lovelace');
}

test('the four rows show how the user signs in, and request nothing', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, screenshot } = visit;
    assert.equal(await screen.row('Username', 'logto-username'), 'ada');
    assert.equal(await screen.row('Email', 'logto-email'), 'ada@example.com');
    assert.equal(await screen.row('Password', 'logto-password'), 'Set');
    assert.match(await screen.row('Phone', 'logto-phone'), /^\+1 ?202 ?555 ?0123$/);
    assert.deepEqual(visit.writes(), []);
    assert.equal(await visit.page.$('logto-account-provider input'), null, 'no field before somebody asks for one');
    await screenshot('credentials-rows');
  }));

test('a new username is saved after the password, is there after a reload, and can be used to sign in', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, logto, screenshot } = visit;
    await screen.click('button', 'Change Username');
    assert.equal(await screen.value('Username'), 'ada');
    await screen.fill('Username', 'countess');
    await screenshot('credentials-username-open');
    await screen.click('button', 'Save');
    await screen.find('dialog', dialog);
    await screenshot('credentials-dialog-password');
    await confirmWithPassword(visit);
    await screen.see('Username saved.');
    assert.equal(await screen.row('Username', 'logto-username'), 'countess');
    assert.equal(logto.tenant.users[0]?.username, 'countess');
    assert.deepEqual(visit.writes(), ['POST /api/verifications/password', 'PATCH /api/my-account']);

    await reload(visit);
    assert.equal(await screen.row('Username', 'logto-username'), 'countess');
    await signInAnew(visit, 'countess');
    await screen.see('Signed in as Ada Lovelace');
  }));

test('a page that is reloaded while waiting for a code asks for the code again, for the same user only', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { page, screen, logto, codeFor } = visit;
    const kept = () => page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes(':code/')).length);
    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await confirmWithPassword(visit);
    await screen.see('Enter the code that was sent to countess@example.com.');
    await reload(visit);
    await screen.see('The code that was sent to countess@example.com still works. Enter it.');
    assert.equal(await kept(), 1);
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await confirmWithPassword(visit);
    await screen.see('Email saved.');
    assert.equal(logto.tenant.users[0]?.primaryEmail, 'countess@example.com');
    assert.equal(logto.outbox.length, 1);
    assert.equal(await kept(), 0);
  }));

test('a new email address is saved after a code to the old one and a code to the new one', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await screen.click('button', 'Use another way');
    await screenshot('credentials-dialog-choice');
    await screen.clickText('With a code by email to ada@example.com');
    await screen.see('Enter the code that was sent to ada@example.com.');
    await screen.fill('Code', await codeFor('ada@example.com'));
    await screenshot('credentials-dialog-code');
    await screen.click('button', 'Confirm');

    await screen.see('Enter the code that was sent to countess@example.com.');
    assert.equal(logto.tenant.users[0]?.primaryEmail, 'ada@example.com');
    await screenshot('credentials-email-code');
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await screen.see('Email saved.');
    assert.equal(logto.tenant.users[0]?.primaryEmail, 'countess@example.com');
    assert.deepEqual(
      logto.outbox.map(({ to, template }) => `${template} ${to}`),
      ['UserPermissionValidation ada@example.com', 'BindNewIdentifier countess@example.com'],
    );

    await reload(visit);
    assert.equal(await screen.row('Email', 'logto-email'), 'countess@example.com');
    await signInAnew(visit, 'countess@example.com');
    await screen.see('Signed in as Ada Lovelace');
  }));

test('a phone number dialed in the selected country is stored as digits with the country code', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Change Phone');
    await screen.choose('Country or region', 'Germany (+49)');
    await screen.fill('New phone number', '0151 2345-6789');
    await screenshot('credentials-phone-open');
    await screen.click('button', 'Continue');
    await confirmWithPassword(visit);
    await screen.see('Enter the code that was sent to +49 1512 3456789.');
    await screen.fill('Code', ` ${await codeFor('4915123456789')} `);
    await screen.click('button', 'Save');
    await screen.see('Phone saved.');
    assert.equal(logto.tenant.users[0]?.primaryPhone, '4915123456789');
    assert.equal(await screen.row('Phone', 'logto-phone'), '+49 151 234 567 89');
    await reload(visit);
    assert.equal(await screen.row('Phone', 'logto-phone'), '+49 151 234 567 89');
  }));

// Its parts are loaded with the form only.
test('a phone number looks the same before and after its form was opened', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen } = visit;
    const before = await screen.row('Phone', 'logto-phone');
    await screen.click('button', 'Change Phone');
    await screen.find('combobox', 'Country or region');
    await screen.click('button', 'Cancel');
    await screen.find('button', 'Change Phone');
    assert.equal(await screen.row('Phone', 'logto-phone'), before);
  }));

test('a phone number is removed after confirmation, and another one is added', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Remove Phone');
    await screen.see('You will no longer be able to sign in with it.');
    await screen.focusOn('Keep');
    await screenshot('credentials-phone-remove');
    await screen.click('button', 'Keep');
    assert.deepEqual(visit.writes(), []);

    await screen.click('button', 'Remove Phone');
    await screen.click('button', 'Remove');
    await confirmWithPassword(visit);
    await screen.see('Phone removed.');
    assert.equal(logto.tenant.users[0]?.primaryPhone, null);
    assert.equal(await screen.row('Phone', 'logto-phone'), 'Not set');

    await screen.click('button', 'Add Phone');
    await screen.fill('New phone number', '+44 20 7946 0958');
    await screen.click('button', 'Continue');
    await screen.fill('Code', await codeFor('442079460958'));
    await screen.click('button', 'Save');
    await screen.see('Phone saved.');
    assert.equal(logto.tenant.users[0]?.primaryPhone, '442079460958');
  }));

test('a new password can be used to sign in, and the old one cannot', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 422/);
    await visit.enter();
    const { screen, page, logto, screenshot } = visit;
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'Copper+Tide&58');
    await screenshot('credentials-password-open');
    await screen.click('button', 'Save');
    await confirmWithPassword(visit);
    await screen.see('Password saved.');
    assert.equal(logto.tenant.users[0]?.password, 'Copper+Tide&58');
    assert.equal(await page.$('logto-account-provider input'), null);

    await signInAnew(visit, 'ada', password);
    await screen.see('The username, email or password is not right.');
    await visit.signIn('ada', 'Copper+Tide&58');
    await screen.see('Signed in as Ada Lovelace');
  }));

test('a password that Logto rejects stays in its field, with the reasons', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 4\d\d/);
    await visit.enter();
    const { screen, screenshot } = visit;
    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'aaaa1234');
    await screen.click('button', 'Save');
    await confirmWithPassword(visit);
    await screen.see('no repeated characters, such as aaaa');
    await screen.see('no sequences, such as 1234 or qwerty');
    await screen.focusOn('New password');
    assert.equal(await screen.value('New password'), 'aaaa1234');
    await screenshot('credentials-password-rejected');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await screen.see('Password saved.');
  }));

test('a user without a password, email or phone sets a first password without verification, and can verify afterward', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const { screen, logto, codeFor, screenshot } = visit;
    Object.assign(logto.tenant.users[0]!, { password: null, primaryEmail: null, primaryPhone: null });
    await reload(visit);
    await screen.click('button', 'Add Email');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await screen.see('To do this, set a password first.');
    assert.deepEqual(visit.writes(), []);
    await screenshot('credentials-no-way-to-confirm');
    await screen.click('button', 'Cancel');

    await screen.click('button', 'Add Password');
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await screen.see('Password saved.');
    assert.equal(logto.tenant.users[0]?.password, 'Copper+Tide&58');
    assert.deepEqual(visit.writes(), ['POST /api/my-account/password']);

    await screen.click('button', 'Add Email');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await confirmWithPassword(visit, 'Copper+Tide&58');
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await screen.see('Email saved.');
  }));

test('an address that belongs to another user is rejected with a message, and another one is accepted', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 422/);
    await visit.enter();
    const { screen, logto, codeFor, screenshot } = visit;
    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'charles@example.com');
    await screen.click('button', 'Continue');
    await confirmWithPassword(visit);
    await screen.see('Enter the code that was sent to charles@example.com.');
    await screen.fill('Code', await codeFor('charles@example.com'));
    await screen.click('button', 'Save');
    await screen.see('This email address belongs to another account.');
    await screenshot('credentials-email-taken');
    await screen.fill('New email address', 'countess@example.com');
    await screen.click('button', 'Continue');
    await screen.see('Enter the code that was sent to countess@example.com.');
    await screen.fill('Code', await codeFor('countess@example.com'));
    await screen.click('button', 'Save');
    await screen.see('Email saved.');
    assert.equal(logto.tenant.users[0]?.primaryEmail, 'countess@example.com');
  }));
