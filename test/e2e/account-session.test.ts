import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import type { Page } from 'puppeteer-core';

import { startStage, type Stage, type Visit } from './harness.js';

const path = 'stories/demo/index.html';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function signedIn(visit: Visit): Promise<void> {
  visit.problems.expect(/\/api\/\.well-known\//);
  await visit.open(path);
  await visit.screen.click('button', 'Sign in');
  await visit.signIn();
  await visit.screen.see('Signed in as Ada Lovelace');
}

/** The tenant's responses from now on, as `POST /oidc/token 200`, without the page's scripts. */
function answersTo(page: Page): string[] {
  const answers: string[] = [];
  page.on('response', (response) => {
    const method = response.request().method();
    const { pathname } = new URL(response.url());
    if (method !== 'OPTIONS' && /^\/(api|oidc)\//.test(pathname))
      answers.push(`${method} ${pathname} ${response.status()}`);
  });
  return answers;
}

async function typeNickname({ screen }: Visit, nickname: string): Promise<void> {
  await screen.click('button', 'Change Nickname');
  await screen.fill('Nickname', nickname);
}

test('a token that Logto rejects is renewed once, and the save is done once', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await signedIn(visit);
    await typeNickname(visit, 'Countess');
    visit.server.expireAccessTokens();
    const answers = answersTo(visit.page);
    await visit.screen.click('button', 'Save');
    await visit.screen.see('Nickname saved.');
    assert.deepEqual(answers, [
      'PATCH /api/my-account/profile 401',
      'POST /oidc/token 200',
      'GET /api/my-account 200', // whose is the new one?
      'PATCH /api/my-account/profile 200',
    ]);
    assert.equal(visit.logto.tenant.users[0]?.profile.nickname, 'Countess');
  }));

test('an expired token is renewed before the save, which is sent once', () =>
  stage.visit(
    async (visit) => {
      visit.problems.expect(/status of 401/); // of what is read besides, when the token runs out meanwhile
      await signedIn(visit);
      await typeNickname(visit, 'Countess');
      await new Promise((resolve) => setTimeout(resolve, 1600));
      visit.server.settings.accessTokenLifetime = 3600;
      const answers = answersTo(visit.page);
      await visit.screen.click('button', 'Save');
      await visit.screen.see('Nickname saved.');
      assert.deepEqual(answers, [
        'POST /oidc/token 200',
        'GET /api/my-account 200',
        'PATCH /api/my-account/profile 200',
      ]);
    },
    { accessTokenLifetime: 1 },
  ));

test('when the session has ended, saving says so, keeps the input, and does not redirect', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 40[01]/, /Logto requester error/);
    await signedIn(visit);
    await typeNickname(visit, 'Countess');
    visit.server.expireAccessTokens();
    visit.server.revokeRefreshTokens();
    await visit.screen.click('button', 'Save');
    await visit.screen.see('You have been signed out. Sign in again to continue.');
    assert.equal(await visit.screen.value('Nickname'), 'Countess');
    assert.equal(visit.page.url(), `${visit.site}/${path}`);
    assert.equal(visit.logto.tenant.users[0]?.profile.nickname, 'Ada');
    await visit.screenshot('account-session-over');
  }));

test('when the session has ended, there is a button to sign in again', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 40[01]/, /Logto requester error/);
    await signedIn(visit);
    await typeNickname(visit, 'Countess');
    visit.server.expireAccessTokens();
    visit.server.revokeRefreshTokens();
    await visit.screen.click('button', 'Save');
    await visit.screen.see('You have been signed out. Sign in again to continue.');
    await visit.screen.find('button', 'Sign in');
    assert.equal(await visit.screen.value('Nickname'), 'Countess');
    await visit.screenshot('account-session-over');
  }));

test('a page that is loaded after the session has ended offers to sign in', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 40[01]/, /Logto requester error/);
    await signedIn(visit);
    visit.server.expireAccessTokens();
    visit.server.revokeRefreshTokens();
    await visit.page.reload();
    await visit.screen.see('Sign in to see this part of your account.');
    await visit.screen.click('button', 'Sign in');
    await visit.screen.see('Signed in as Ada Lovelace');
  }));

test('a user who signs out in another tab is signed out in this one', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const other = await visit.openTab();
    await other.see('Signed in as Ada Lovelace');
    await other.click('button', 'Sign out');
    await other.find('button', 'Sign in');

    await visit.page.bringToFront();
    await visit.screen.find('button', 'Sign in');
    await visit.screen.see('Sign in to see this part of your account.');
  }));

test('a user who signs in in another tab is signed in in this one, too', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    await visit.open(path);
    await visit.screen.find('button', 'Sign in');
    const other = await visit.openTab();
    await other.click('button', 'Sign in');
    await other.fill('Username or email', 'ada');
    await other.fill('Password', 'Walnut-Lamp!73');
    await other.click('button', 'Sign in');
    await other.see('Signed in as Ada Lovelace');

    await visit.page.bringToFront();
    await visit.screen.see('Signed in as Ada Lovelace');
  }));

test('when another user signs in in another tab, this one shows their account', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await signedIn(visit);
    const other = await visit.openTab();
    await other.click('button', 'Sign out');
    await other.click('button', 'Sign in');
    await other.fill('Username or email', 'charles');
    await other.fill('Password', 'Engine-Room!42');
    await other.click('button', 'Sign in');
    await other.see('Signed in as Charles Babbage');

    await visit.page.bringToFront();
    await visit.screen.see('Signed in as Charles Babbage');
    assert.equal(await visit.screen.row('Nickname'), 'Not set');
  }));

// The tabs hear of each other's new tokens, and all use the one refresh token at once, which ends the session.
void test('many tabs with expired tokens stay signed in when one of them saves', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await signedIn(visit);
    const others = [await visit.openTab(), await visit.openTab(), await visit.openTab()];
    for (const other of others) await other.see('Signed in as Ada Lovelace');
    await visit.page.bringToFront();
    await typeNickname(visit, 'Countess');

    visit.server.expireAccessTokens();
    await visit.screen.click('button', 'Save');
    await visit.screen.see('Nickname saved.');
    for (const other of others) {
      await other.page.reload();
      await other.see('Countess');
    }
  }));

test('when the server is unreachable, the page says so, and recovers on retry', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/ERR_FAILED|status of 503|ERR_INTERNET/);
    await signedIn(visit);
    const undo = visit.logto.intercept(() => new Response('Bad gateway', { status: 503 }));
    await visit.page.reload();
    await visit.screen.see('Something went wrong on our side. Try again in a moment.');
    await visit.screenshot('account-unreachable');
    undo();
    await visit.screen.click('button', 'Try again');
    await visit.screen.see('Signed in as Ada Lovelace');
    assert.equal(await visit.screen.row('Nickname'), 'Ada');
  }));
