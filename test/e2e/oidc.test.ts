import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ada } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';

const path = 'test/e2e/pages/oidc.html';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function signedIn({ open, screen, signIn }: Visit): Promise<void> {
  await open(path);
  await screen.see('signed out');
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('signed in as ada');
}

test('a user signs in by redirect, and the page reads the account with the token', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    await visit.screen.click('button', 'Load account');
    await visit.screen.see('200 ada');
    await visit.screenshot('oidc-signed-in');
  }));

test('a wrong password is rejected with a message, and then the right one is accepted', () =>
  stage.visit(async ({ open, screen, signIn, problems, screenshot }) => {
    problems.expect(/status of 422/);
    await open(path);
    await screen.click('button', 'Sign in');
    await screenshot('sign-in-page');
    await signIn('ada', 'wrong');
    await screen.see('The username, email or password is not right.');
    assert.equal(await screen.value('Username or email'), 'ada');
    await screenshot('sign-in-page-refused');
    await signIn('ada@example.com');
    await screen.see('signed in as ada');
  }));

test('unknown scopes are dropped, and the others are granted', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    const stored = await visit.page.evaluate(() => localStorage.getItem('logto:demo-app:accessToken') ?? '');
    const [granted] = Object.values(JSON.parse(stored) as Record<string, { scope: string }>);
    assert.equal(granted?.scope, 'openid offline_access profile email custom_data urn:logto:scope:sessions');
  }));

test('the userinfo endpoint returns more about the user than the ID token', () =>
  stage.visit(async (visit) => {
    await signedIn(visit);
    await visit.screen.click('button', 'Load user info');
    await visit.screen.see('Ada Lovelace, plan pro');
    const idToken = await visit.page.evaluate(() => localStorage.getItem('logto:demo-app:idToken') ?? '');
    const claims = JSON.parse(atob(idToken.split('.')[1] ?? '')) as Record<string, unknown>;
    assert.equal(claims.email, 'ada@example.com');
    assert.equal(claims.custom_data, undefined);
    assert.equal(claims.phone_number, undefined);
  }));

test('an expired access token is replaced with the refresh token', () =>
  stage.visit(
    async (visit) => {
      await signedIn(visit);
      const refreshToken = () => visit.page.evaluate(() => localStorage.getItem('logto:demo-app:refreshToken'));
      const first = await refreshToken();
      await new Promise((resolve) => setTimeout(resolve, 1600));
      visit.server.settings.accessTokenLifetime = 3600;
      await visit.screen.click('button', 'Load account');
      await visit.screen.see('200 ada');
      assert.notEqual(await refreshToken(), first);
    },
    { accessTokenLifetime: 1 },
  ));

test('a revoked access token gets 401 until the page requests another one', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await signedIn(visit);
    visit.server.expireAccessTokens();
    await visit.screen.click('button', 'Load account');
    await visit.screen.see('401 auth.unauthorized');
    await visit.screen.click('button', 'Forget access token');
    await visit.screen.see('forgotten');
    await visit.screen.click('button', 'Load account');
    await visit.screen.see('200 ada');
  }));

test('without a refresh token there is no other access token', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 400/, /Logto requester error/);
    await signedIn(visit);
    visit.server.revokeRefreshTokens();
    await visit.screen.click('button', 'Forget access token');
    await visit.screen.see('forgotten');
    await visit.screen.click('button', 'Load account');
    await visit.screen.see('failed: oidc.invalid_grant');
  }));

test('a second sign-in needs no password during the session, and needs one after it has ended', () =>
  stage.visit(async (visit) => {
    const { page, screen, server } = visit;
    await signedIn(visit);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await screen.see('signed out');
    await screen.click('button', 'Sign in');
    await screen.see('signed in as ada');

    server.endSessions();
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
  }));

test('signing out ends the session and returns to the page', () =>
  stage.visit(async (visit) => {
    const { screen, logto } = visit;
    const before = logto.tenant.sessions.length;
    await signedIn(visit);
    assert.equal(logto.tenant.sessions.length, before + 1);
    await screen.click('button', 'Sign out');
    await screen.see('signed out');
    assert.equal(logto.tenant.sessions.length, before);
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
  }));

test('the token of a suspended user is rejected', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await signedIn(visit);
    for (const user of visit.logto.tenant.users) user.isSuspended = true;
    await visit.screen.click('button', 'Load account');
    await visit.screen.see('401 auth.unauthorized');
  }));

test('deleting a session with its grants through the Account API signs its page out', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 40[01]/, /Logto requester error/);
    await signedIn(visit);
    const { server, logto, screen } = visit;
    const current = logto.tenant.sessions.at(-1);
    assert.match(JSON.stringify(current?.lastSubmission), /Chrome/);

    const authorization = `Bearer ${logto.issueToken(ada)}`;
    const proof = await fetch(`${server.origin}/api/verifications/password`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ password: logto.tenant.users[0]?.password }),
    });
    const { verificationRecordId } = (await proof.json()) as { verificationRecordId: string };
    const deleted = await fetch(
      `${server.origin}/api/my-account/sessions/${current?.payload.uid}?revokeGrantsTarget=all`,
      { method: 'DELETE', headers: { authorization, 'logto-verification-id': verificationRecordId } },
    );
    assert.equal(deleted.status, 204);

    await screen.click('button', 'Load account');
    await screen.see('401 auth.unauthorized');
    await screen.click('button', 'Forget access token');
    await screen.see('forgotten');
    await screen.click('button', 'Load account');
    await screen.see('failed: oidc.invalid_grant');
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
  }));
