import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ada } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';

const withClient = 'test/e2e/pages/client.html';
const withToken = 'test/e2e/pages/token.html';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function saveNickname({ screen }: Visit, nickname: string): Promise<void> {
  await screen.click('button', 'Change Nickname');
  await screen.fill('Nickname', nickname);
  await screen.click('button', 'Save');
  await screen.see('Nickname saved.');
}

/** Plays the back end of a page, and notes down what it was asked. */
async function playBackEnd({ page, logto }: Visit, isSignedIn = true): Promise<string[]> {
  const asked: string[] = [];
  let token = isSignedIn ? logto.issueToken(ada) : null;
  await page.exposeFunction('askBackEnd', ({ renew }: { renew: boolean }) => {
    asked.push(renew ? 'renew' : 'current');
    if (renew && isSignedIn) token = logto.issueToken(ada);
    return token;
  });
  return asked;
}

test('with the page’s client, the elements show and change the account that the page is signed in to', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { open, screen, signIn, logto, page, screenshot } = visit;
    await open(withClient);
    await screen.see('Sign in to see this part of your account.');
    await screen.click('button', 'Come in');
    await signIn();
    await screen.see('The page knows ada');
    await screen.see('Signed in as Ada Lovelace');
    await saveNickname(visit, 'Countess');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
    assert.ok(!page.url().includes('code='));
    await screenshot('client-signed-in');
  }));

test('with the page’s client, a token that Logto rejects is renewed by that client', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//, /status of 401/);
    const { open, screen, signIn, server, page } = visit;
    await open(withClient);
    await screen.click('button', 'Come in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
    server.expireAccessTokens();
    let renewals = 0;
    page.on('request', (request) => (renewals += Number(request.url().endsWith('/oidc/token'))));
    await saveNickname(visit, 'Countess');
    assert.equal(renewals, 1);
  }));

test('the sign-in button appears only if there is a redirect URI', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { open, screen, page, signIn } = visit;
    await open(withClient);
    await screen.see('Sign in to see this part of your account.');
    assert.equal(await page.$('::-p-aria([name="Sign in"][role="button"])'), null);

    await open(`${withClient}?with-route`);
    await screen.click('button', 'Sign in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
  }));

test('with the page’s client, the sign-out button signs the page out', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { open, page, screen, signIn } = visit;
    await open(withClient);
    await screen.click('button', 'Come in');
    await signIn();
    await screen.see('The page knows ada');
    await Promise.all([page.waitForNavigation(), screen.click('button', 'Sign out')]);
    await screen.see('Sign in to see this part of your account.');
    await screen.seeNoMore('The page knows ada');
    await screen.click('button', 'Come in');
    await screen.find('textbox', 'Password');
  }));

test('with tokens from a back end, the account is shown and changed without the library signing in', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { open, screen, page } = visit;
    const asked = await playBackEnd(visit);
    await open(withToken);
    await screen.see('Signed in as Ada Lovelace');
    await saveNickname(visit, 'Countess');
    assert.ok(!asked.includes('renew'));
    assert.equal(await page.$('::-p-aria([name="Sign out"][role="button"])'), null);
    assert.deepEqual(await page.evaluate(() => [Object.keys(localStorage), Object.keys(sessionStorage)]), [[], []]);
  }));

test('a back end is asked once for another token if Logto rejects the last one', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//, /status of 401/);
    const { open, screen, logto } = visit;
    const asked = await playBackEnd(visit);
    await open(withToken);
    await screen.see('Signed in as Ada Lovelace');
    logto.tenant.accessTokens = {};
    await saveNickname(visit, 'Countess');
    assert.equal(asked.filter((what) => what === 'renew').length, 1);
  }));

test('a back end without a token means signed out, and leaves sign-in to the page', () =>
  stage.visit(async (visit) => {
    const { open, screen, page, logto, screenshot } = visit;
    await playBackEnd(visit, false);
    await open(withToken);
    await screen.see('Sign in to see this part of your account.');
    assert.equal(await page.$('::-p-aria([name="Sign in"][role="button"])'), null);
    assert.deepEqual(logto.requests, []);
    await screenshot('token-signed-out');
  }));
