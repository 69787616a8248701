import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startStage, type Stage, type Visit } from './harness.js';

const path = 'stories/demo/index.html';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** The stand-in's settings are out of reach from another origin, as in production; the browser complains itself. */
async function signedIn({ open, screen, signIn, problems }: Visit): Promise<void> {
  problems.expect(/\/api\/\.well-known\//);
  await open(path);
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
}

test('a user who is not signed in is asked to sign in, and nothing is requested for them', () =>
  stage.visit(async ({ open, screen, logto, problems, screenshot }) => {
    await open(path);
    await screen.find('button', 'Sign in');
    await screen.see('Sign in to see this part of your account.');
    assert.deepEqual(logto.requests, []);
    assert.deepEqual(problems.warnings, []);
    await screenshot('account-signed-out');
  }));

test('without settings, the profile shows the standard claims that the account has', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const { screen, screenshot } = visit;
    await screen.find('heading', 'Profile');
    assert.deepEqual(await screen.texts('logto-profile', 'label'), [
      'Picture',
      'Name',
      'Full name',
      'Nickname',
      'Preferred username',
      'Birthday',
      'Gender',
      'Website',
      'Profile page',
      'Address',
      'Time zone',
      'Language',
    ]);
    assert.equal(await screen.row('Name'), 'Ada Lovelace');
    assert.equal(await screen.row('Gender'), 'Female');
    assert.equal(await screen.row('Time zone'), 'Not set');
    assert.match(await screen.row('Birthday'), /December 10, 1815/);
    await screenshot('account-signed-in');
  }));

test('without settings, the console says once what is missing and how to supply it', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    await visit.problems.warned(/settings of the Logto tenant/);
    await visit.page.reload();
    await visit.screen.see('Signed in as Ada Lovelace');
    const [warning, again, ...others] = await visit.problems.warned(/settings of the Logto tenant/, 2);
    assert.match(warning ?? '', /^\[logto-account-elements\] The settings of the Logto tenant could not be read/);
    assert.match(warning ?? '', /Missing: .*read-only.*connectors/);
    assert.match(warning ?? '', /"settings" property.*<script type="application\/json">.*"settings-src"/);
    assert.equal(again, warning, 'once for each time the page is loaded');
    assert.deepEqual(others, []);
  }));

test('a new nickname is saved, announced, and still there after a reload', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const { screen, page, screenshot } = visit;
    await screen.click('button', 'Change Nickname');
    assert.equal(await screen.value('Nickname'), 'Ada');
    await screenshot('account-nickname-open');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(await screen.row('Nickname'), 'Countess');
    await screenshot('account-nickname-saved');

    await page.reload();
    await screen.see('Signed in as Ada Lovelace');
    assert.equal(await screen.row('Nickname'), 'Countess');
  }));

test('a new name appears as the signed-in user’s name', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const { screen } = visit;
    await screen.click('button', 'Change Name');
    await screen.fill('Name', 'Augusta Ada King');
    await screen.click('button', 'Save');
    await screen.see('Signed in as Augusta Ada King');
  }));

test('one part of an address changes, and the others are kept', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const { screen, logto, screenshot } = visit;
    await screen.click('button', 'Change Address');
    await screen.fill('City', 'Ockham Park');
    await screenshot('account-address-open');
    await screen.click('button', 'Save');
    await screen.see('Address saved.');
    assert.match(await screen.row('Address'), /12 St James’s Square.*Ockham Park/);
    const { locality, postalCode, country } = logto.tenant.users[0]?.profile.address ?? {};
    assert.deepEqual(
      { locality, postalCode, country },
      { locality: 'Ockham Park', postalCode: 'SW1Y 4LB', country: 'GB' },
    );
  }));

test('a field that Logto refuses to change keeps the input, and says why', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 500/);
    await signedIn(visit);
    const { screen, logto, screenshot } = visit;
    const undo = logto.intercept(({ method }) =>
      method === 'PATCH' ? Response.json({ message: 'Internal server error.' }, { status: 500 }) : undefined,
    );
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Something went wrong on our side. Try again in a moment.');
    assert.equal(await screen.value('Nickname'), 'Countess');
    await screenshot('account-save-failed');
    undo();
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
  }));

test('a field that turns out to be read-only says so, and has no buttons anymore', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 400/);
    visit.logto.tenant.accountCenter.fields.name = 'ReadOnly';
    await signedIn(visit);
    const { screen, page, screenshot } = visit;
    await screen.click('button', 'Change Name');
    await screen.fill('Name', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('This cannot be changed here.');
    await screenshot('account-read-only-refused');
    await screen.click('button', 'Cancel');
    await screen.find('button', 'Change Nickname');
    assert.equal(await page.$('::-p-aria([name="Change Name"][role="button"])'), null);
  }));

test('a user who leaves the page with unsaved input is asked first', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const { screen, page } = visit;
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    await screen.click('button', 'Change Nickname');
    await page.reload();
    assert.deepEqual(asked, [], 'nothing is typed yet');
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await page.reload();
    assert.deepEqual(asked, ['beforeunload']);
  }));
