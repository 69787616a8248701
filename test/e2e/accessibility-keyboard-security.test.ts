import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeLogto, withSession, withTotp } from '../fake-logto/fake-logto.js';
import { totpCode } from '../fake-logto/totp.js';
import { byKeyboard, Keyboard } from './accessibility-keyboard.js';
import { addAuthenticator } from './authenticator.js';
import { startStage, type Stage } from './harness.js';
import { passkeysOf, shownKey } from './second-factors.js';
import { socialPage, startSocialStage, type SocialStage } from './social-visit.js';

const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
];
let stage: Stage;
let social: SocialStage;

before(async () => {
  [stage, social] = await Promise.all([startStage(), startSocialStage()]);
});

after(() => Promise.all([stage.close(), social.close()]));

test('with the keyboard, a user verifies with another method and a code, and Escape goes back', () =>
  byKeyboard(stage, async (keys, { codeFor }) => {
    await keys.choose('button “Change Username”');
    await keys.on('textbox “Username”');
    await keys.write('countess');
    await keys.press('Enter');
    await keys.on('textbox “Password”');
    await keys.press('Escape');
    await keys.on('textbox “Username”');

    await keys.press('Enter');
    await keys.on('textbox “Password”');
    // Nothing behind the dialog is reached, and the way around it leads to all of it.
    await keys.tab('button “Show password”', 'button “Confirm”', 'button “Cancel”', 'button “Use another way”');
    await keys.press('Enter');
    await keys.on('button “With your password”');
    await keys.tab('button “With a code by email to ada@example.com”');
    await keys.press('Space');
    await keys.on('textbox “Code”');
    await keys.type('not it');
    await keys.tab('button “Confirm”', 'button “Cancel”');
    await keys.press('Enter');
    await keys.on('textbox “Username”');

    await keys.press('Enter');
    await keys.on('textbox “Password”');
    await keys.tabTo('button “Use another way”');
    await keys.press('Enter');
    await keys.on('button “With your password”');
    await keys.tabTo('button “With a code by text message to +12025550123”');
    await keys.press('Enter');
    await keys.on('textbox “Code”');
    await keys.type(await codeFor('12025550123'));
    await keys.press('Enter');
    await keys.on('button “Change Username”');
  }));

test('with the keyboard, Tab stays within the step-up dialog', () =>
  byKeyboard(stage, async (keys) => {
    await keys.choose('button “Show where you are signed in”');
    await keys.on('textbox “Password”');
    const ways = ['button “Show password”', 'button “Confirm”', 'button “Cancel”', 'button “Use another way”'];
    const inside = new Set(['textbox “Password”', 'nothing', 'dialog “Confirm it’s you”', ...ways]);
    const passed: string[] = [];
    for (let count = 0; count < 8; count += 1) {
      await keys.press('Tab');
      passed.push(await keys.focus());
    }
    assert.deepEqual(
      passed.filter((each) => !inside.has(each)),
      [],
    );
    assert.deepEqual(passed.slice(0, 4), ways);
    await keys.press('Escape');
    await keys.on('button “Show where you are signed in”');
    await keys.forgetLosses(); // Tab leads to the browser itself between the last and the first
  }));

test('with the keyboard, an authenticator app is set up, replaced and removed', () =>
  byKeyboard(stage, async (keys, visit) => {
    await keys.choose('button “Add Authenticator app”');
    await keys.confirm();
    await keys.on('textbox “Code from the app”');
    await keys.back('button “Copy key”');
    await keys.press('Space');
    await keys.on('button “Copy key”');
    await keys.tab('textbox “Code from the app”');
    await keys.type('12');
    await keys.press('Enter');
    await keys.on('textbox “Code from the app”');
    await keys.write(totpCode(await shownKey(visit), visit.logto.now()));
    await keys.press('Enter');
    await keys.on('button “Replace Authenticator app”');

    await keys.press('Enter');
    await keys.on('textbox “Code from the app”');
    await keys.press('Escape');
    await keys.on('button “Replace Authenticator app”');
    await keys.tab('button “Remove Authenticator app”');
    await keys.press('Enter');
    await keys.on('button “Keep”');
    await keys.back('button “Remove”');
    await keys.tab('button “Keep”');
    await keys.press('Enter');
    await keys.on('button “Remove Authenticator app”');
    await keys.press('Enter');
    await keys.on('button “Keep”');
    await keys.back('button “Remove”');
    await keys.press('Enter');
    await keys.on('button “Add Authenticator app”');
  }));

test('with the keyboard, backup codes are created, copied, printed, saved and shown again', () => {
  const logto = new FakeLogto();
  withTotp(logto.tenant.users[0]!);
  return byKeyboard(
    stage,
    async (keys) => {
      await keys.choose('button “Create Backup codes”');
      await keys.on('button “Cancel”');
      await keys.back('button “Create”');
      await keys.press('Space');
      await keys.confirm();
      await keys.on('button “Copy codes”');
      await keys.press('Enter');
      await keys.on('button “Copy codes”');
      await keys.tab('button “Download”', 'button “Print”');
      await keys.press('Enter');
      await keys.on('button “Print”');
      await keys.tab('button “I have saved them”');
      await keys.press('Enter');
      await keys.on('button “Replace Backup codes”');
      await keys.back('button “Show Backup codes”');
      await keys.press('Enter');
      await keys.on('button “Close”');
      await keys.press('Enter');
      await keys.on('button “Show Backup codes”');
    },
    { logto },
  );
});

test('with the keyboard, a passkey is added, renamed and removed', () =>
  byKeyboard(
    stage,
    async (keys, visit) => {
      await addAuthenticator(visit.page);
      await keys.choose('button “Add a passkey”');
      await keys.confirm();
      await keys.on('textbox “Name”');
      await keys.write('Laptop');
      await keys.press('Enter');
      await keys.on('button “Add a passkey”');
      assert.equal(passkeysOf(visit)[0]?.name, 'Laptop');
      await keys.back('button “Remove Laptop”', 'button “Rename Laptop”');
      await keys.press('Enter');
      await keys.on('textbox “Name”');
      await keys.press('Escape');
      await keys.on('button “Rename Laptop”');
      await keys.press('Enter');
      await keys.on('textbox “Name”');
      await keys.write('');
      await keys.press('Enter');
      await keys.on('textbox “Name”');
      await keys.write('Old laptop');
      await keys.tab('button “Save”');
      await keys.press('Space');
      await keys.on('button “Rename Old laptop”');
      await keys.tab('button “Remove Old laptop”');
      await keys.press('Enter');
      await keys.on('button “Keep”');
      await keys.back('button “Remove”');
      await keys.press('Enter');
      await keys.on('list');
      await keys.tab('button “Add a passkey”');
    },
    { host: 'localhost' },
  ));

test('with the keyboard, a social account is linked and unlinked', () =>
  social.visit(async (visit) => {
    const { screen, page } = visit;
    visit.problems.expect(/\/api\/\.well-known\//, /status of 4\d\d/);
    const keys = await Keyboard.at(page);
    await visit.open(socialPage);
    await keys.signIn();
    await screen.see('Signed in as Ada Lovelace');
    await keys.choose('button “Link GitHub”');
    await screen.see('wants to know who you are');
    await keys.choose('button “Continue as Grace Hopper”');
    await keys.confirm();
    await keys.on('button “Replace the GitHub account”');
    await keys.tab('button “Unlink GitHub”');
    await keys.press('Enter');
    await keys.on('button “Keep”');
    await keys.back('button “Unlink”');
    await keys.tab('button “Keep”');
    await keys.press('Enter');
    await keys.on('button “Unlink GitHub”');
    await keys.press('Space');
    await keys.on('button “Keep”');
    await keys.back('button “Unlink”');
    await keys.press('Enter');
    await keys.on('button “Link GitHub”');
    assert.deepEqual(await keys.losses(), []);
  }));

test('with the keyboard, sessions are shown, and one and then all others are ended', () =>
  byKeyboard(
    stage,
    async (keys, { logto }) => {
      for (const userAgent of browsers) withSession(logto.tenant, logto.tenant.users[0]!, { userAgent });
      await keys.choose('button “Show where you are signed in”');
      await keys.confirm();
      await keys.on('list');
      const others = ['button “Sign out Firefox on Windows”', 'button “Sign out Safari on macOS”'];
      await keys.tab(...others, 'button “Sign out everywhere else”');
      await keys.press('Enter');
      await keys.on('button “Keep signed in”');
      await keys.back('button “Sign out”');
      await keys.tab('button “Keep signed in”');
      await keys.press('Enter');
      await keys.on('button “Sign out everywhere else”');
      await keys.back(...others.reverse());
      await keys.press('Space');
      await keys.on('button “Keep signed in”');
      await keys.back('button “Sign out”');
      await keys.press('Space');
      await keys.on('list');
      await keys.tab('button “Sign out Safari on macOS”', 'button “Sign out everywhere else”');
      await keys.press('Space');
      await keys.on('button “Keep signed in”');
      await keys.back('button “Sign out”');
      await keys.press('Enter');
      await keys.on('list');
    },
    { logto: new FakeLogto({ sessions: [], grants: [] }) },
  ));

test('with the keyboard, an app’s access is removed', () =>
  byKeyboard(stage, async (keys) => {
    await keys.choose('button “Show connected apps”');
    await keys.confirm();
    await keys.on('list');
    await keys.tab('button “Remove access for Photo Printer”');
    await keys.press('Enter');
    await keys.on('button “Keep”');
    await keys.back('button “Remove access”');
    await keys.tab('button “Keep”');
    await keys.press('Space');
    await keys.on('button “Remove access for Photo Printer”');
    await keys.press('Enter');
    await keys.on('button “Keep”');
    await keys.back('button “Remove access”');
    await keys.press('Enter');
    await keys.on('list');
  }));

test('with the keyboard, an account is deleted only after the name and the password were entered', () =>
  byKeyboard(
    stage,
    async (keys, { page }) => {
      await keys.choose('button “Delete account”');
      await keys.on('textbox “Type “ada” to confirm”');
      await keys.type('bob');
      await keys.press('Enter');
      await keys.on('textbox “Type “ada” to confirm”');
      await keys.press('Escape');
      await keys.on('button “Delete account”');
      await keys.press('Space');
      await keys.on('textbox “Type “ada” to confirm”');
      await keys.type('Ada');
      await keys.tab('button “Delete account”', 'button “Cancel”');
      await keys.press('Enter');
      await keys.on('button “Delete account”');
      await keys.press('Enter');
      await keys.on('textbox “Type “ada” to confirm”');
      await keys.type('ada');
      await keys.tab('button “Delete account”');
      await keys.press('Space');
      await keys.on('textbox “Password”');
      await keys.press('Escape');
      await keys.on('button “Delete account”');
      await page.evaluate(() => void (document.querySelector('logto-delete-account')!.handled = true));
      await keys.press('Enter');
      await keys.confirm();
      await keys.on('button “Delete account”');
    },
    { hasSettings: true },
  ));
