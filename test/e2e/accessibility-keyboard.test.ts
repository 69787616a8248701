import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { byKeyboard } from './accessibility-keyboard.js';
import { accountPage } from './account-visit.js';
import { chooseFile } from './choose-file.js';
import { startStage, type Stage } from './harness.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

test('with the keyboard, a user signs in and out', () =>
  byKeyboard(
    stage,
    async (keys, { screen }) => {
      await screen.find('button', 'Sign in');
      await keys.tab('link “The same, with one element”', 'button “Sign in”');
      await keys.press('Space');
      await keys.on('textbox “Username or email”');
      await keys.type('ada');
      await keys.tab('textbox “Password”');
      await keys.type('Walnut-Lamp!73');
      await keys.tab('button “Sign in”');
      await keys.press('Enter');
      await screen.see('Signed in as Ada Lovelace');
      await keys.choose('button “Sign out”');
      await screen.find('button', 'Sign in');
      await keys.tabTo('button “Sign in”');
    },
    { isSignedIn: false },
  ));

test('Tab reaches every control once in visual order and leaves again, and so does Shift+Tab', () =>
  byKeyboard(
    stage,
    async (keys) => {
      const forth = await keys.walk('Tab');
      const back = await keys.walk('Shift+Tab');
      assert.deepEqual(
        back.map(({ what }) => what).reverse(),
        forth.map(({ what }) => what),
      );
      assert.deepEqual(new Set(forth.map(({ what }) => what)).size, forth.length, 'every name is said once');
      assert.deepEqual(keys.jumps(forth), []);
      assert.ok(forth.length > 25);
    },
    { hasSettings: true },
  ));

test('with the keyboard, a user moves between sections of the account page and into each section', () =>
  byKeyboard(
    stage,
    async (keys, { screen }) => {
      await keys.tabTo('link “Profile”');
      await keys.tab('link “Security”', 'link “Devices and apps”');
      await keys.back('link “Security”');
      await keys.press('Enter');
      await keys.on('region “Security”');
      await screen.find('button', 'Change Username');
      await keys.tab('button “Change Username”');
      await keys.back('link “Devices and apps”', 'link “Security”', 'link “Profile”', 'button “Sign out”');
      await keys.tabTo('link “Devices and apps”');
      await keys.press('Enter');
      await keys.on('region “Devices and apps”');
      await screen.find('button', 'Show connected apps');
      await keys.tab('button “Show where you are signed in”', 'button “Show connected apps”');
      await keys.page.goBack();
      await keys.tabTo('button “Change Username”');
    },
    { path: accountPage },
  ));

test('with the keyboard, a profile field is changed, rejected, corrected and closed', () =>
  byKeyboard(stage, async (keys) => {
    await keys.choose('button “Change Website”');
    await keys.on('textbox “Website”');
    await keys.write('nowhere');
    await keys.tab('button “Save”');
    await keys.press('Enter');
    await keys.on('textbox “Website”');
    await keys.write('https://lovelace.example.com');
    await keys.press('Enter');
    await keys.on('button “Change Website”');
    await keys.tab('button “Change Profile page”');
    await keys.press('Space');
    await keys.on('textbox “Profile page”');
    await keys.press('Escape');
    await keys.on('button “Change Profile page”');
    await keys.press('Enter');
    await keys.on('textbox “Profile page”');
    await keys.tab('button “Save”', 'button “Cancel”');
    await keys.press('Space');
    await keys.on('button “Change Profile page”');
  }));

test('with the keyboard, an address, a date and a selection are changed', () =>
  byKeyboard(stage, async (keys, { logto, screen }) => {
    await keys.choose('button “Change Birthday”');
    await keys.on('date “Birthday”');
    await keys.type('12111815');
    await keys.press('Enter');
    await keys.on('button “Change Birthday”');
    assert.equal(logto.tenant.users[0]?.profile.birthdate, '1815-12-11');

    await keys.tab('button “Change Gender”');
    await keys.press('Enter');
    await keys.on('combobox “Gender”');
    await keys.type('Prefer');
    await keys.tab('button “Save”');
    await keys.press('Space');
    await keys.on('button “Change Gender”');
    assert.equal(logto.tenant.users[0]?.profile.gender, 'prefer_not_to_say');

    await keys.choose('button “Change Address”');
    await keys.on('textbox “Street”');
    await keys.tab('textbox “City”', 'textbox “State or region”', 'textbox “Postal code”', 'textbox “Country”');
    await keys.back('textbox “Postal code”');
    await keys.write('SW1Y 4LE');
    await keys.press('Enter');
    await screen.see('SW1Y 4LE');
    await keys.on('button “Change Address”');
  }));

test('with the keyboard, a picture is chosen, moved and enlarged, and the dialog closed', () =>
  byKeyboard(stage, async (keys) => {
    const { page } = keys;
    const file = join(tmpdir(), `picture-${process.pid}.png`);
    writeFileSync(file, Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 400 } })));
    await keys.choose('button “Change Picture”');
    await keys.on('button “Choose a picture…”');
    await chooseFile(page, file, () => keys.press('Enter'));
    await keys.on('application “Picture to crop”');
    await page.waitForSelector('>>> [part~="save"]:not([disabled]):not([type="submit"])'); // when the browser has read the picture
    await keys.press('ArrowLeft', 'ArrowUp');
    await keys.tab('slider “Zoom”');
    await keys.press('ArrowRight', 'ArrowRight');
    await keys.tab('button “Use picture”', 'button “Cancel”');
    await keys.back('button “Use picture”');
    await keys.press('Escape');
    await keys.on('button “Choose a picture…”');
    await keys.tab('textbox “Or use a link to a picture”', 'button “Save”', 'button “Cancel”');
    await keys.press('Enter');
    await keys.on('button “Change Picture”');
  }));

test('with the keyboard, a username is changed after the password, removed, and set again', () =>
  byKeyboard(stage, async (keys) => {
    await keys.choose('button “Change Username”');
    await keys.on('textbox “Username”');
    await keys.write('countess');
    await keys.press('Enter');
    await keys.confirm();
    await keys.on('button “Change Username”');
    await keys.tab('button “Remove Username”');
    await keys.press('Enter');
    await keys.on('button “Keep”');
    await keys.press('Enter');
    await keys.on('button “Remove Username”');
    await keys.press('Space');
    await keys.on('button “Keep”');
    await keys.back('button “Remove”');
    await keys.press('Space');
    await keys.on('button “Add Username”');
    await keys.press('Enter');
    await keys.on('textbox “Username”');
    await keys.type('ada');
    await keys.tab('button “Save”');
    await keys.press('Enter');
    await keys.on('button “Change Username”');
  }));

for (const { label, name, given, sentTo, other } of [
  {
    label: 'Email',
    name: 'New email address',
    given: 'countess@example.com',
    sentTo: 'countess@example.com',
    other: 'Use another email address',
  },
  {
    label: 'Phone',
    name: 'New phone number',
    given: '+12025550150',
    sentTo: '12025550150',
    other: 'Use another number',
  },
])
  test(`with the keyboard, ${label} is changed with a code, removed, and added again`, () =>
    byKeyboard(stage, async (keys, { codeFor }) => {
      await keys.choose(`button “Change ${label}”`);
      await keys.on(`textbox “${name}”`);
      await keys.press('Escape');
      await keys.on(`button “Change ${label}”`);
      await keys.press('Enter');
      await keys.on(`textbox “${name}”`);
      await keys.write(given);
      await keys.press('Enter');
      await keys.confirm();
      await keys.on('textbox “Code”');
      await keys.tab('button “Save”', 'button “Cancel”');
      await keys.tabTo(`button “${other}”`);
      await keys.press('Enter');
      await keys.on(`textbox “${name}”`);
      await keys.write(given);
      await keys.press('Enter');
      await keys.on('textbox “Code”');
      await keys.type(await codeFor(sentTo));
      await keys.press('Enter');
      await keys.on(`button “Change ${label}”`);

      await keys.tab(`button “Remove ${label}”`);
      await keys.press('Enter');
      await keys.on('button “Keep”');
      await keys.back('button “Remove”');
      await keys.press('Enter');
      await keys.on(`button “Add ${label}”`);
      await keys.press('Enter');
      await keys.on(`textbox “${name}”`);
      await keys.type(given);
      await keys.press('Enter');
      await keys.on('textbox “Code”');
      await keys.type(await codeFor(sentTo));
      await keys.press('Enter');
      await keys.on(`button “Change ${label}”`);
    }));

test('with the keyboard, a password is shown and hidden, rejected, and changed', () =>
  byKeyboard(
    stage,
    async (keys) => {
      await keys.choose('button “Change Password”');
      await keys.on('textbox “New password”');
      await keys.type('abcd');
      await keys.tab('button “Show password”');
      await keys.press('Space');
      await keys.on('button “Show password”');
      await keys.press('Space');
      await keys.tab('button “Save”');
      await keys.press('Enter');
      await keys.on('textbox “New password”');
      await keys.write('Copper+Tide&58');
      await keys.press('Enter');
      await keys.confirm();
      await keys.on('button “Change Password”');
    },
    { hasSettings: true },
  ));

test('with the keyboard, a user who retries a failed load keeps their place', () =>
  byKeyboard(stage, async (keys, { logto, page, problems, screen }) => {
    problems.expect(/status of 500/);
    const recover = logto.intercept(() => new Response('{}', { status: 500 }));
    await page.reload();
    await screen.part('logto-sign-in', 'retry');
    await screen.part('logto-username', 'retry');
    await keys.tabTo('button “Sign out”');
    await keys.tab('button “Try again”');
    recover();
    await keys.press('Enter');
    await screen.part('logto-username', 'edit');
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.notEqual(await keys.focus(), 'nothing');
  }));

// Chromium gives the focus back without the cursor: the arrow keys do nothing then, and Ctrl and A marks the whole page.
test('after the step-up dialog closes, the caret is in the field again', () =>
  byKeyboard(stage, async (keys, { screen }) => {
    await keys.choose('button “Change Username”');
    await keys.on('textbox “Username”');
    await keys.write('charles');
    await keys.press('Enter');
    await keys.confirm();
    await screen.see('This username is taken.');
    await keys.on('textbox “Username”');
    await keys.write('countess');
    assert.equal(await screen.value('Username'), 'countess');
  }));
