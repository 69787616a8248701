import assert from 'node:assert/strict';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { after, before, test } from 'node:test';

import type { Page } from 'puppeteer-core';

import { startStage, type Stage, type Visit } from './harness.js';
import { Screen } from './screen.js';

const path = 'stories/demo/index.html';
const tooLong = 'The server took too long to respond. Try again.';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** Lets time limits pass ten times as fast in the documents that are loaded from now on. */
const hurry = (page: Page) =>
  page.evaluateOnNewDocument(() => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = (milliseconds) => timeout(milliseconds / 10);
  });

const storedKeys = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith('logto:'))
      .sort(),
  );

async function typeNickname({ screen }: Visit, nickname: string): Promise<void> {
  await screen.click('button', 'Change Nickname');
  await screen.fill('Nickname', nickname);
}

const isTokenRequest = ({ method, url }: IncomingMessage) => method === 'POST' && url === '/oidc/token';

function answer(outgoing: ServerResponse, status: number, body: string, type = 'application/json', cors = true) {
  outgoing.writeHead(status, { 'content-type': type, ...(cors && { 'access-control-allow-origin': '*' }) }).end(body);
  return true;
}

const words = {
  network: 'We could not reach the server. Check your connection and try again.',
  unexpected: 'Something went wrong on our side. Try again in a moment.',
  limited: 'Too many attempts. Wait a while, then try again.',
};

/** Faults of a token request, and the error messages. */
const faults: Record<string, [fault: (outgoing: ServerResponse) => boolean, says: string]> = {
  'the connection drops': [(outgoing) => (outgoing.destroy(), true), words.network],
  'there is no response': [() => true, tooLong],
  'the server responds with an HTML error': [
    (outgoing) => answer(outgoing, 500, '<h1>Bad gateway</h1>', 'text/html'),
    words.unexpected,
  ],
  'there are too many requests': [
    (outgoing) => answer(outgoing, 429, '{"code":"oidc.slow_down","message":"Slow down"}'),
    words.limited,
  ],
  'the response is an HTML page': [
    (outgoing) => answer(outgoing, 200, '<h1>Sign in to Wi-Fi</h1>', 'text/html'),
    words.unexpected,
  ],
  'the response is empty': [(outgoing) => answer(outgoing, 200, '{}'), words.unexpected],
  'CORS blocks the response': [
    (outgoing) => answer(outgoing, 200, '{"access_token":"x","expires_in":3600}', 'application/json', false),
    words.network,
  ],
};

for (const [what, [fault, says]] of Object.entries(faults))
  test(`when a token has to be renewed and ${what}, an error is shown, and saving again succeeds`, () =>
    stage.visit(async (visit) => {
      visit.problems.expect(/status of (401|429|500)/, /\/oidc\/token/, /ERR_/, /CORS policy/);
      await hurry(visit.page);
      await visit.enter();
      await typeNickname(visit, 'Countess');
      visit.server.expireAccessTokens();
      const undo = visit.server.interceptOidc((incoming, outgoing) => isTokenRequest(incoming) && fault(outgoing));
      await visit.screen.click('button', 'Save');
      await visit.screen.see(says);
      assert.equal(await visit.screen.value('Nickname'), 'Countess');
      undo();
      await visit.screen.click('button', 'Save');
      await visit.screen.see('Nickname saved.');
      assert.equal(visit.logto.tenant.users[0]?.profile.nickname, 'Countess');
    }));

test('a hanging token request in one tab does not block the others', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/, /ERR_/);
    await hurry(visit.page);
    await visit.enter();
    await typeNickname(visit, 'Countess');
    const other = await visit.page.browserContext().newPage();
    visit.server.expireAccessTokens();
    let hanging = 0;
    const undo = visit.server.interceptOidc((incoming) => isTokenRequest(incoming) && (hanging += 1) === 1);
    await visit.page.bringToFront();
    await visit.screen.click('button', 'Save');
    await other.bringToFront();
    await other.goto(`${visit.site}/${path}`);
    await new Screen(other).find('button', 'Sign out');
    undo();
    assert.equal(hanging, 2);
    await visit.page.bringToFront();
    await visit.screen.see(tooLong);
    await visit.screen.click('button', 'Save');
    await visit.screen.see('Nickname saved.');
  }));

test('a lock held by another page is not awaited forever', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await hurry(visit.page);
    await visit.enter();
    const other = await visit.page.browserContext().newPage();
    await other.goto(`${visit.site}/test/e2e/pages/deep/goodbye.html`);
    await other.evaluate(() => {
      void navigator.locks.request('logto:demo-app', () => new Promise(() => undefined));
    });
    visit.server.expireAccessTokens();
    await visit.page.bringToFront();
    await visit.page.reload();
    await visit.screen.see(tooLong);
    await other.close();
    await visit.screen.click('button', 'Try again');
    await visit.screen.see('Signed in as Ada Lovelace');
  }));

test('an endpoint whose discovery hangs is reported as a timeout, and sign-in can be retried', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//, /ERR_/);
    await hurry(visit.page);
    await visit.open(path);
    const undo = visit.server.interceptOidc(({ url = '' }) => url.includes('openid-configuration'));
    await visit.screen.click('button', 'Sign in');
    await visit.screen.see(tooLong);
    undo();
    await visit.screen.click('button', 'Sign in');
    await visit.signIn();
    await visit.screen.see('Signed in as Ada Lovelace');
  }));

test('signing out clears the local session if Logto is unreachable, and says so', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/ERR_/, /\/oidc\//);
    await visit.enter();
    await visit.page.reload(); // nothing of the endpoint is cached anymore
    await visit.screen.see('Signed in as Ada Lovelace');
    visit.server.interceptOidc((_, outgoing) => (outgoing.destroy(), true));
    await visit.screen.click('button', 'Sign out');
    await visit.screen.see('You are signed out here. The server could not be reached');
    await visit.screen.seeNoMore('Ada Lovelace');
    assert.deepEqual(await storedKeys(visit.page), []);
    await visit.page.reload();
    await visit.screen.find('button', 'Sign in');
  }));

test('nothing of a session that Logto has ended is stored', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 40[01]/);
    await visit.enter();
    await typeNickname(visit, 'Countess');
    visit.server.expireAccessTokens();
    visit.server.revokeRefreshTokens();
    await visit.screen.click('button', 'Save');
    await visit.screen.see('You have been signed out. Sign in again to continue.');
    assert.equal(await visit.screen.value('Nickname'), 'Countess');
    assert.deepEqual(await storedKeys(visit.page), []);
  }));

test('a renewed token of another user is rejected', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await visit.enter();
    await typeNickname(visit, 'Countess');
    visit.server.expireAccessTokens();
    const claims = { iss: `${visit.server.origin}/oidc`, sub: 'char1791babb' };
    const body = {
      access_token: visit.logto.issueToken('char1791babb'),
      refresh_token: 'another',
      id_token: `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`,
      expires_in: 3600,
      scope: 'openid',
    };
    visit.server.interceptOidc((incoming, outgoing) =>
      isTokenRequest(incoming) ? answer(outgoing, 200, JSON.stringify(body)) : false,
    );
    await visit.screen.click('button', 'Save');
    await visit.screen.see('You have been signed out. Sign in again to continue.');
    const [, charles] = visit.logto.tenant.users;
    assert.notEqual(charles?.profile.nickname, 'Countess');
    assert.deepEqual(await storedKeys(visit.page), []);
  }));

test('a tab signs out when the storage is cleared in another tab', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const other = await visit.openTab();
    await other.see('Signed in as Ada Lovelace');
    await other.page.evaluate(() => localStorage.clear());
    await visit.page.bringToFront();
    await visit.screen.find('button', 'Sign in');
    await visit.screen.seeNoMore('Ada Lovelace');
  }));

test('a tab signs out when another tab removes all tokens but the ID token', () =>
  stage.visit(async (visit) => {
    await visit.enter();
    const other = await visit.openTab();
    await other.see('Signed in as Ada Lovelace');
    await other.page.evaluate(() => {
      for (const item of ['accessToken', 'refreshToken']) localStorage.removeItem(`logto:demo-app:${item}`);
    });
    await visit.page.bringToFront();
    await visit.screen.find('button', 'Sign in');
    await visit.screen.seeNoMore('Ada Lovelace');
  }));

for (const [what, minutes] of [
  ['ahead of', 10],
  ['behind', -10],
] as const)
  test(`with a clock ten minutes ${what} Logto’s, the user is told about the clock, and the console shows the difference`, () =>
    stage.visit(async (visit) => {
      visit.problems.expect(/\/api\/\.well-known\//);
      await visit.page.evaluateOnNewDocument((shift) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + shift;
      }, minutes * 60_000);
      await visit.open(path);
      await visit.screen.click('button', 'Sign in');
      await visit.signIn();
      await visit.screen.see('The clock on this device is wrong');
      await visit.problems.warned(new RegExp(`The clock of this device is (59\\d|60\\d) seconds ${what} Logto`));
      assert.deepEqual(await storedKeys(visit.page), []);
    }));

test('with storage blocked, no one is signed in, and the reason is shown', () =>
  stage.visit(async (visit) => {
    await visit.page.evaluateOnNewDocument(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied for this document.', 'SecurityError');
          },
        });
    });
    await visit.open(path);
    await visit.screen.see('Your browser does not let this page remember that you are signed in.');
    await visit.screen.click('button', 'Sign in');
    assert.equal(visit.page.url(), `${visit.site}/${path}`);
    assert.ok(visit.problems.warnings.some((line) => line.includes('does not let this page use storage')));
  }));

test('with storage full, the user is signed in until the page is closed', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    await visit.page.evaluateOnNewDocument(() => {
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (this === localStorage) throw new DOMException('Full.', 'QuotaExceededError');
        set.call(this, key, value);
      };
    });
    await visit.open(path);
    await visit.screen.click('button', 'Sign in');
    await visit.signIn();
    await visit.screen.see('Signed in as Ada Lovelace');
    await typeNickname(visit, 'Countess');
    await visit.screen.click('button', 'Save');
    await visit.screen.see('Nickname saved.');
    await visit.page.reload();
    await visit.screen.find('button', 'Sign in');
  }));
