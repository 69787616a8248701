import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { chooseFile } from './choose-file.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { Leaks } from './leaks.js';
import { watchViolations } from './strict-csp.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function signedIn({ open, screen, signIn, problems }: Visit, path: string): Promise<void> {
  problems.expect(/\/api\/\.well-known\//);
  await open(path);
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
}

async function changeNickname({ screen }: Visit, nickname: string): Promise<void> {
  await screen.click('button', 'Change Nickname');
  await screen.fill('Nickname', nickname);
  await screen.click('button', 'Save');
}

async function changePicture({ page, screen }: Visit): Promise<void> {
  const picture = join(tmpdir(), `picture-${process.pid}.png`) as `${string}.png`;
  await page.screenshot({ path: picture });
  await screen.click('button', 'Change Picture');
  await chooseFile(page, picture, () => screen.click('button', 'Choose a picture…'));
  await screen.find('dialog', 'Crop your picture');
  await screen.element('logto-profile >>> logto-crop-area:not([aria-busy])');
  await screen.click('button', 'Use picture');
  await screen.see('Picture saved.');
}

const failing = ({ method }: Request) =>
  method === 'PATCH' ? Response.json({ message: 'Internal server error.' }, { status: 500 }) : undefined;

test('no secret is in storage, attributes, text, URL, console or events, whatever the user does', () =>
  stage.visit(async (visit) => {
    const { page, logto, server, screen, problems } = visit;
    problems.expect(/status of (500|40[01])/, /Logto requester error/);
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await signedIn(visit, 'stories/demo/index.html?tab=account');
    assert.deepEqual(await leaks.find(), [], 'after signing in');

    await changeNickname(visit, 'Countess');
    await screen.see('Nickname saved.');
    await changePicture(visit);
    assert.deepEqual(await leaks.find(), [], 'after saving');

    const undo = logto.intercept(failing);
    await changeNickname(visit, 'Nobody');
    await screen.see('Something went wrong on our side.');
    assert.deepEqual(await leaks.find(), [], 'after a save that failed');
    undo();

    server.expireAccessTokens();
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.deepEqual(await leaks.find(), [], 'after another token was needed');

    server.expireAccessTokens();
    server.revokeRefreshTokens();
    await changeNickname(visit, 'Late');
    await screen.see('You have been signed out.');
    assert.deepEqual(await leaks.find(), [], 'after the session ended');
    assert.deepEqual(leaks.known, ['access_token', 'code', 'id_token', 'password', 'refresh_token']);
  }));

test('no password, code or record id is left after changes of username, email, phone and password', () =>
  stage.visit(async (visit) => {
    const { page, logto, server, screen, problems, codeFor } = visit;
    problems.expect(/status of 4\d\d/);
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await signedIn(visit, 'stories/demo/index.html');

    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await screen.click('button', 'Save');
    await screen.find('dialog', 'Confirm it’s you');
    await screen.fill('Password', 'Not-My-Password!1');
    await screen.click('button', 'Show password');
    await screen.click('button', 'Confirm');
    await screen.see('That password is incorrect.');
    assert.deepEqual(await leaks.find(), [], 'while a wrong password is shown');
    await screen.click('button', 'Use another way');
    await screen.clickText('With a code by email to ada@example.com');
    await screen.fill('Code', await codeFor('ada@example.com'));
    assert.deepEqual(await leaks.find(), [], 'while the code is typed');
    await screen.click('button', 'Confirm');
    await screen.see('Username saved.');
    assert.deepEqual(await leaks.find(), [], 'after a code to the old address');

    await screen.click('button', 'Change Email');
    await screen.fill('New email address', 'charles@example.com');
    await screen.click('button', 'Continue');
    await screen.fill('Code', (await codeFor('charles@example.com')) === '000000' ? '000001' : '000000');
    await screen.click('button', 'Save');
    await screen.see('That code is incorrect.');
    await screen.fill('Code', await codeFor('charles@example.com'));
    await screen.click('button', 'Save');
    await screen.see('This email address belongs to another account.');
    assert.deepEqual(await leaks.find(), [], 'after an address that is taken');
    await screen.click('button', 'Cancel');

    logto.tenant.verificationRecords = [];
    await screen.click('button', 'Remove Phone');
    await screen.click('button', 'Remove');
    await screen.find('dialog', 'Confirm it’s you');
    await screen.fill('Password', 'Walnut-Lamp!73');
    await screen.click('button', 'Confirm');
    await screen.see('Phone removed.');
    assert.deepEqual(await leaks.find(), [], 'after a record that had ended');

    await screen.click('button', 'Change Password');
    await screen.fill('New password', 'aaaa1234');
    await screen.click('button', 'Save');
    await screen.see('no sequences, such as 1234 or qwerty');
    assert.deepEqual(await leaks.find(), [], 'after a password that was refused');
    server.expireAccessTokens();
    await screen.fill('New password', 'Copper+Tide&58');
    await screen.click('button', 'Save');
    await screen.see('Password saved.');
    assert.deepEqual(await leaks.find(), [], 'after a new password');
    await page.reload();
    await screen.see('Signed in as Ada Lovelace');
    assert.deepEqual(await leaks.find(), [], 'after a reload');
    assert.deepEqual(leaks.known, [
      'access_token',
      'code',
      'id_token',
      'one-time code',
      'password',
      'refresh_token',
      'verification record',
    ]);
  }));

test('the secret search finds a password, code and record id in fields, getters and shadow roots', () =>
  stage.visit(async (visit) => {
    const { page, logto, screen, codeFor } = visit;
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await signedIn(visit, 'stories/demo/index.html');
    await screen.click('button', 'Change Username');
    await screen.fill('Username', 'countess');
    await screen.click('button', 'Save');
    await screen.click('button', 'Use another way');
    await screen.clickText('With a code by email to ada@example.com');
    const code = await codeFor('ada@example.com');
    await screen.element('.logto-dialog input');
    await page.evaluate(
      ({ sent, record }) => {
        document.querySelector('.logto-dialog input')!.setAttribute('value', sent);
        sessionStorage.setItem('record', record);
        history.replaceState(null, '', '#Walnut-Lamp!73');
        class Telling extends Event {
          get record() {
            return record;
          }
        }
        document.body.dispatchEvent(new Telling('logto-verification-required'));
      },
      { sent: code, record: logto.tenant.verificationRecords[0]?.id ?? '' },
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    const found = await leaks.find();
    const kinds = found.map((line) => line.replace(/ in (<?\w+).*$/s, ' in $1'));
    assert.deepEqual([...new Set(kinds)].sort(), [
      'one-time code in <input',
      'password in address',
      'verification record in event',
      'verification record in sessionStorage',
    ]);
  }));

test('the secret search finds a secret wherever a page leaves it', () =>
  stage.visit(async (visit) => {
    const { page, logto } = visit;
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await signedIn(visit, 'stories/demo/index.html');
    await page.evaluate(() => {
      const kept = localStorage.getItem('logto:demo-app:accessToken') ?? '';
      const { token } = Object.values(JSON.parse(kept) as Record<string, { token: string }>)[0]!;
      const idToken = localStorage.getItem('logto:demo-app:idToken') ?? '';
      sessionStorage.setItem('mine', idToken);
      document
        .querySelector('logto-profile')!
        .shadowRoot!.querySelector('[part~="list"]')!
        .setAttribute('data-token', token);
      history.replaceState({ token }, '');
      console.log('Look:', { token });
      document.body.dispatchEvent(
        Object.assign(new Event('logto-error'), { error: new Error('Oh', { cause: { token } }) }),
      );
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const found = await leaks.find();
    const places = found.map((line) => line.split(' in ')[1]?.split(/[:" ]/)[0]);
    assert.deepEqual([...new Set(places)].sort(), ['<div', 'console', 'event', 'history', 'sessionStorage']);
  }));

test('under a strict CSP with Trusted Types, nothing is violated from sign-in to a new picture', () =>
  stage.visit(async (visit) => {
    const { page, screen, screenshot } = visit;
    const violations = await watchViolations(visit);
    await signedIn(visit, 'stories/demo/cdn.html');
    await changeNickname(visit, 'Countess');
    await screen.see('Nickname saved.');
    await changePicture(visit);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.see('Angemeldet als Ada Lovelace');
    await screenshot('strict-policy');
    assert.deepEqual(violations, []);
  }));

test('the strict CSP is enforced, and a violation would be detected', () =>
  stage.visit(async (visit) => {
    const { page, open, screen, problems } = visit;
    problems.expect(/Content Security Policy|TrustedHTML|TrustedTypes/i);
    const violations = await watchViolations(visit);
    await open('stories/demo/cdn.html');
    await screen.find('button', 'Sign in');
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      try {
        document.body.innerHTML += '<p>More</p>';
      } catch {
        // That is what the policy is for.
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.deepEqual(violations.map((line) => line.split(' ')[0]).sort(), [
      'require-trusted-types-for',
      'style-src-attr',
    ]);
  }));
