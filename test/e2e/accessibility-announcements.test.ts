import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { totpCode } from '../fake-logto/totp.js';
import { byKeyboard } from './accessibility-keyboard.js';
import { startStage, type Stage } from './harness.js';
import { shownKey } from './second-factors.js';

const password = 'Walnut-Lamp!73';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

const failure = 'alert: Something went wrong on our side. Try again in a moment.';

test('a saved value is announced once, a failure each time, and a field error through its field', () =>
  byKeyboard(stage, async (keys, { logto, problems }) => {
    problems.expect(/status of 500/);
    assert.deepEqual(await keys.heard(), [], 'nothing is announced that nobody has asked for');
    await keys.choose('button “Change Website”');
    await keys.on('textbox “Website”');
    await keys.write('nowhere');
    await keys.press('Enter');
    await keys.on('textbox “Website”');
    await keys.write('https://one.example');
    await keys.press('Enter');
    await keys.on('button “Change Website”');
    assert.deepEqual(await keys.hear('status: Website saved.'), ['status: Website saved.']);

    const fails = ({ method }: Request) => (method === 'PATCH' ? new Response('{}', { status: 500 }) : undefined);
    const recover = logto.intercept(fails);
    await keys.press('Enter');
    await keys.on('textbox “Website”');
    await keys.write('https://two.example');
    await keys.press('Enter');
    assert.deepEqual(await keys.hear(failure), [failure]);
    await keys.press('Enter');
    assert.deepEqual(await keys.hear(failure), [failure]);
    recover();
    await keys.press('Enter');
    await keys.on('button “Change Website”');
    assert.deepEqual(await keys.hear('status: Website saved.'), ['status: Website saved.'], 'the same words again');
  }));

test('a wrong password, a taken username and a wrong code are announced, and secrets are not', () =>
  byKeyboard(stage, async (keys, { codeFor }) => {
    const heard: string[] = [];
    const hear = async (last: string) => heard.push(...(await keys.hear(last)));
    await keys.choose('button “Change Username”');
    await keys.on('textbox “Username”');
    await keys.write('charles');
    await keys.press('Enter');
    await keys.on('textbox “Password”');
    await keys.type('Walnut-Lamp!74');
    await keys.press('Enter');
    await hear('alert: That password is incorrect. Check it and try again.');
    await keys.write(password);
    await keys.press('Enter');
    await hear('alert: This username is taken. Choose another one.');
    await keys.tab('button “Save”');
    await keys.back('textbox “Username”');
    await keys.write('countess');
    await keys.press('Enter');
    await hear('status: Username saved.');

    await keys.choose('button “Change Email”');
    await keys.on('textbox “New email address”');
    await keys.type('countess@example.com');
    await keys.press('Enter');
    await keys.on('textbox “Code”');
    const code = await codeFor('countess@example.com');
    await keys.type(code === '000000' ? '111111' : '000000');
    await keys.press('Enter');
    await hear('alert: That code is incorrect. Check it and try again.');
    await keys.write(code);
    await keys.press('Enter');
    await hear('status: Email saved.');

    await keys.choose('button “Change Password”');
    await keys.on('textbox “New password”');
    await keys.type('Copper+Tide&58');
    await keys.tab('button “Show password”');
    await keys.press('Space');
    await keys.tab('button “Save”');
    await keys.press('Enter');
    await hear('status: Password saved.');
    assert.deepEqual(heard, [
      'alert: That password is incorrect. Check it and try again.',
      'alert: This username is taken. Choose another one.',
      'status: Username saved.',
      'alert: That code is incorrect. Check it and try again.',
      'status: Email saved.',
      'status: Password saved.',
    ]);
  }));

test('a code that was sent again is announced, and the countdown is not', () =>
  byKeyboard(stage, async (keys, { page, screen }) => {
    await page.evaluate(() => {
      const now = performance.now.bind(performance);
      (globalThis as never as { later: (seconds: number) => void }).later = (seconds) =>
        (performance.now = () => now() + seconds * 1000);
    });
    await keys.choose('button “Change Phone”');
    await keys.on('textbox “New phone number”');
    await keys.write('+12025550150');
    await keys.press('Enter');
    await keys.confirm();
    await keys.on('textbox “Code”');
    await page.evaluate(() => (globalThis as never as { later: (seconds: number) => void }).later(61));
    await screen.find('button', 'Send a new code');
    await keys.tabTo('button “Send a new code”');
    await keys.press('Space');
    const sent = 'status: A new code is on its way to +1 202 555 0150.';
    assert.deepEqual(await keys.hear(sent), [sent]);
  }));

test('second factors are announced when set up, copied, created, turned off and turned on', () =>
  byKeyboard(stage, async (keys, visit) => {
    const heard: string[] = [];
    const hear = async (last: string) => heard.push(...(await keys.hear(last)));
    await keys.choose('button “Add Authenticator app”');
    await keys.confirm();
    await keys.on('textbox “Code from the app”');
    const key = await shownKey(visit);
    await keys.back('button “Copy key”');
    await keys.press('Enter');
    await hear('status: Copied.');
    await keys.press('Enter');
    await hear('status: Copied.');
    await keys.tab('textbox “Code from the app”');
    await keys.type(totpCode(key, visit.logto.now()));
    await keys.press('Enter');
    await hear('status: Authenticator app saved.');
    await keys.choose('button “Create Backup codes”');
    await keys.on('button “Cancel”');
    await keys.back('button “Create”');
    await keys.press('Enter');
    await keys.on('button “Copy codes”');
    await keys.press('Enter');
    await hear('status: Copied.');
    await keys.tabTo('button “I have saved them”');
    await keys.press('Enter');
    await hear('status: Your backup codes are ready to use.');
    await keys.choose('button “Turn off two-step verification”');
    await keys.on('button “Keep it on”');
    await keys.back('button “Turn off”');
    await keys.press('Enter');
    await hear('status: Ask at sign-in saved.');
    await keys.on('button “Turn on two-step verification”');
    await keys.press('Enter');
    await hear('status: Two-step verification is on.');
    assert.deepEqual(heard, [
      'status: Copied.',
      'status: Copied.',
      'status: Authenticator app saved.',
      'status: Copied.',
      'status: Your backup codes are ready to use.',
      'status: Ask at sign-in saved.',
      'status: Two-step verification is on.',
    ]);
  }));

test('lists are announced when they are shown and when an item is removed', () =>
  byKeyboard(stage, async (keys) => {
    const heard: string[] = [];
    const hear = async (last: string) => heard.push(...(await keys.hear(last)));
    await keys.choose('button “Show where you are signed in”');
    await keys.confirm();
    await keys.on('list');
    await hear('status: You are signed in at 3 places.');
    await keys.choose('button “Show connected apps”');
    await hear('status: 1 app can access your account.');
    await keys.choose('button “Remove access for Photo Printer”');
    await keys.on('button “Keep”');
    await keys.back('button “Remove access”');
    await keys.press('Enter');
    await hear('status: Photo Printer no longer has access.');
    assert.equal(heard.length, 3, heard.join(' | '));
  }));

test('the end of a session is announced once for all elements, and unsaved input is kept', () =>
  byKeyboard(stage, async (keys, { logto, server, problems }) => {
    problems.expect(/Logto requester error/);
    await keys.choose('button “Change Nickname”');
    await keys.on('textbox “Nickname”');
    await keys.write('Countess');
    Object.assign(logto.tenant, { sessions: [], grants: [] });
    server.expireAccessTokens();
    await keys.press('Enter');
    const words = 'alert: You have been signed out. Sign in again to continue.';
    assert.deepEqual(await keys.hear(words), [words]);
    await keys.on('textbox “Nickname”');
  }));
