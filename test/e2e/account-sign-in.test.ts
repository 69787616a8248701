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

async function signedIn(visit: Visit, at = path): Promise<void> {
  await visit.open(at);
  await visit.screen.click('button', 'Sign in');
  await visit.signIn();
  await visit.screen.see('Signed in as Ada Lovelace');
}

/** The addresses that the page asked for, itself and others, from now on. */
function requestsOf(page: Page): URL[] {
  const urls: URL[] = [];
  page.on('request', (request) => urls.push(new URL(request.url())));
  return urls;
}

/** What going back and forth in this tab can lead to. */
async function historyOf(page: Page): Promise<string[]> {
  const session = await page.createCDPSession();
  const { entries } = await session.send('Page.getNavigationHistory');
  return entries.map(({ url }) => url);
}

const callbackOf = (urls: URL[]) => urls.find(({ searchParams }) => searchParams.has('code'))?.href ?? '';

test('after sign-in, the URL has its query and fragment again, and no code', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { page, site } = visit;
    const asked = requestsOf(page);
    await signedIn(visit, `${path}?tab=account&code-name=x#settings`);
    const callback = new URL(callbackOf(asked));
    assert.deepEqual([...callback.searchParams.keys()].sort(), ['code', 'iss', 'state']);
    assert.equal(page.url(), `${site}/${path}?tab=account&code-name=x#settings`);
  }));

test('after sign-in, the tab’s history does not lead back to the code', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const asked = requestsOf(visit.page);
    await signedIn(visit);
    assert.notEqual(callbackOf(asked), '');
    const visited = await historyOf(visit.page);
    assert.ok(visited.some((url) => url.includes('/sign-in')));
    assert.deepEqual(
      visited.filter((url) => /[?&](code|state)=/.test(url) && url.startsWith(visit.site)),
      [],
    );
  }));

test('sign-in requests the scopes that the elements need', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const asked = requestsOf(visit.page);
    await signedIn(visit);
    const scope = asked.find(({ pathname }) => pathname === '/oidc/auth')?.searchParams.get('scope');
    const asks = (scope ?? '').split(' ');
    const needed = ['openid', 'offline_access', 'profile', 'address', 'custom_data'];
    assert.deepEqual(
      needed.filter((one) => !asks.includes(one)),
      [],
    );
  }));

test('signing out also ends the session at the tenant, and returns to the signed-out page', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { screen, page, site, screenshot } = visit;
    await signedIn(visit);
    await screen.click('button', 'Sign out');
    await screen.find('button', 'Sign in');
    assert.equal(page.url(), `${site}/${path}`);
    const left = await page.evaluate(() => Object.keys(localStorage));
    assert.deepEqual(
      left.filter((key) => /token/i.test(key)),
      [],
    );
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
    await screenshot('tenant-sign-in');
  }));

test('an aborted sign-in is reported, and can be retried', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { open, screen, page, site, signIn, screenshot } = visit;
    const asked = requestsOf(page);
    await open(`${path}?tab=account`);
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
    const state = asked.find(({ pathname }) => pathname === '/oidc/auth')?.searchParams.get('state') ?? '';
    const denial = new URLSearchParams({ error: 'access_denied', error_description: 'The user went away.', state });
    await page.goto(`${site}/${path}?${denial}`);
    await screen.see('Sign-in did not finish. Try again.');
    assert.equal(page.url(), `${site}/${path}?tab=account`);
    await screenshot('account-sign-in-broken-off');

    await screen.click('button', 'Sign in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
    await screen.seeNoMore('Sign-in did not finish. Try again.');
  }));

test('a user who goes back from the sign-in page can try again', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//, /WebSocket .* failed: Page entered Back-Forward Cache/);
    const { open, screen, page, signIn } = visit;
    await open(path);
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
    await page.goBack();
    await screen.click('button', 'Sign in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
  }));

test('code and state parameters of another library stay in the URL', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { open, screen, page, site } = visit;
    const foreign = `${path}?code=from-another-library&state=theirs#part`;
    const asked = requestsOf(page);
    await open(foreign);
    await screen.find('button', 'Sign in');
    assert.equal(page.url(), `${site}/${foreign}`);

    // Also while a sign-in of ours is under way.
    await screen.click('button', 'Sign in');
    await screen.find('textbox', 'Password');
    await page.goto(`${site}/${foreign}`);
    await screen.find('button', 'Sign in');
    assert.equal(page.url(), `${site}/${foreign}`);
    assert.ok(!asked.some(({ pathname }) => pathname === '/oidc/token'));
  }));

test('an old callback URL does no harm, signed in or signed out', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { screen, page } = visit;
    const asked = requestsOf(page);
    await signedIn(visit);
    const callback = callbackOf(asked);
    const redemptions = () => asked.filter(({ pathname }) => pathname === '/oidc/token').length;
    assert.equal(redemptions(), 1);
    await page.goto(callback);
    await screen.see('Signed in as Ada Lovelace');
    await page.reload();
    await screen.see('Signed in as Ada Lovelace');

    await screen.click('button', 'Sign out');
    await screen.find('button', 'Sign in');
    await page.goto(callback);
    await screen.find('button', 'Sign in');
    assert.equal(redemptions(), 1);
  }));

test('after two users have signed in in a row, the page shows only the second user’s data', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { screen, signIn } = visit;
    await signedIn(visit);
    await screen.click('button', 'Sign out');
    await screen.click('button', 'Sign in');
    await signIn('charles', 'Engine-Room!42');
    await screen.see('Signed in as Charles Babbage');
    assert.equal(await screen.row('Nickname'), 'Not set');
    await screen.seeNoMore('Ada Lovelace');
  }));
