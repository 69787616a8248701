import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { Leaks } from './leaks.js';
import { HandMadeBrowser, type Tokens } from './oidc-by-hand.js';
import { Screen } from './screen.js';

const password = 'Walnut-Lamp!73';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0';
const tags = ['sessions', 'connected-apps', 'trusted-devices', 'delete-account'];
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** A tenant where all that is listed comes from real sign-ins. */
const visit = (run: (visit: Visit) => Promise<void>) =>
  stage.visit(
    async (each) => {
      each.problems.expect(/status of 40[01]/, /Logto requester error/);
      await run(each);
    },
    { logto: new FakeLogto({ sessions: [], grants: [] }) },
  );

async function confirm(screen: Screen): Promise<void> {
  await screen.find('dialog', 'Confirm it’s you');
  await screen.fill('Password', password);
  await screen.click('button', 'Confirm');
}

/** Lets the user sign in at the same page with another browser, which says that it is Firefox. */
async function otherBrowser({ page, problems }: Visit): Promise<Screen> {
  const context = await page.browser().createBrowserContext();
  const other = await context.newPage();
  await other.setUserAgent({ userAgent: firefox });
  problems.watch(other);
  const screen = new Screen(other);
  await other.goto(page.url());
  await signIn(screen);
  return screen;
}

async function signIn(screen: Screen): Promise<void> {
  await screen.click('button', 'Sign in');
  await screen.fill('Username or email', 'ada');
  await screen.fill('Password', password);
  await Promise.all([screen.page.waitForNavigation(), screen.click('button', 'Sign in')]);
  await screen.see('Signed in as Ada Lovelace');
}

/** Changes something, which takes a token that Logto takes. */
async function saveNickname(screen: Screen, nickname: string): Promise<void> {
  await screen.page.bringToFront();
  await screen.click('button', 'Change Nickname');
  await screen.fill('Nickname', nickname);
  await screen.click('button', 'Save');
}

/** The button in the question: the page has another one that is called like it, for this browser. */
const endSessions = async (screen: Screen) => (await screen.part('logto-sessions', 'confirm')).click();

async function showSessions({ screen, page }: Visit): Promise<void> {
  await page.bringToFront();
  await screen.click('button', 'Show where you are signed in');
  await confirm(screen);
  await screen.see('This browser');
}

const statusWith = async ({ server }: Visit, { access_token }: Tokens) =>
  (await fetch(`${server.origin}/api/my-account`, { headers: { authorization: `Bearer ${access_token}` } })).status;

test('one browser signs out another, which loses access and has to sign in again', () =>
  visit(async (here) => {
    await here.enter();
    const other = await otherBrowser(here);
    await showSessions(here);
    const { screen, page, logto, screenshot } = here;
    await screen.see('You are signed in at 2 places.');
    await screen.find('button', 'Sign out Firefox on Windows');
    await screenshot('sessions-list');
    await screen.click('button', 'Sign out Firefox on Windows');
    await screen.see('Anyone using it will have to sign in again.');
    await screenshot('sessions-question');
    await endSessions(screen);
    await screen.see('Firefox on Windows is signed out.');
    assert.equal(logto.tenant.sessions.length, 1);

    const answers: string[] = [];
    other.page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.request().method() === 'POST') answers.push(`${pathname} ${response.status()}`);
    });
    await saveNickname(other, 'Intruder');
    await other.see('You have been signed out. Sign in again to continue.');
    assert.ok(answers.includes('/oidc/token 400'), `its refresh token is dead, too: ${answers.join(', ')}`);
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Ada');

    await other.click('button', 'Cancel');
    await signIn(other); // with the password, since the tenant no longer knows this browser
    await saveNickname(other, 'Countess');
    await other.see('Nickname saved.');

    await page.bringToFront();
    await page.reload();
    await screen.see('Signed in as Ada Lovelace');
    await saveNickname(screen, 'Augusta');
    await screen.see('Nickname saved.');
    await other.page.browserContext().close();
  }));

test('signing out all other sessions ends them at once and keeps this browser signed in', () =>
  visit(async (here) => {
    await here.enter();
    const { screen, server, logto, screenshot } = here;
    const other = await otherBrowser(here);
    const phone = new HandMadeBrowser(server, 'curl/8.5.0');
    const phones = await phone.signIn('demo-app');
    await showSessions(here);
    await screen.see('2 other places');
    await screen.click('button', 'Sign out everywhere else');
    await screen.see('Sign out 2 other places? You will stay signed in here.');
    await screenshot('sessions-everywhere-else');
    await endSessions(screen);
    await screen.see('You are signed out everywhere else.');
    assert.equal(logto.tenant.sessions.length, 1);

    assert.equal(await statusWith(here, phones), 401);
    await assert.rejects(phone.refresh('demo-app', phones), /invalid_grant/);
    assert.equal(await phone.hasSession('demo-app'), false);
    await saveNickname(other, 'Intruder');
    await other.see('You have been signed out. Sign in again to continue.');
    await other.page.browserContext().close();

    server.expireAccessTokens(); // so that the refresh token of this browser is needed
    await saveNickname(screen, 'Countess');
    await screen.see('Nickname saved.');
    assert.equal(await screen.has('button', 'Sign out everywhere else'), false);
  }));

test('a connected app whose access is removed loses access, and the user stays signed in', () =>
  visit(async (here) => {
    await here.enter();
    const { screen, server, logto, screenshot } = here;
    const browser = new HandMadeBrowser(server, firefox);
    const first = await browser.signIn('photo-printer');
    const second = await new HandMadeBrowser(server, 'curl/8.5.0').signIn('photo-printer');
    const own = await browser.signIn('demo-app');
    assert.deepEqual([await statusWith(here, first), await statusWith(here, second)], [200, 200]);
    await screen.click('button', 'Show connected apps');
    await confirm(screen);
    await screen.see('1 app can access your account.');
    await screen.see('Photo Printer');
    await screenshot('connected-apps-list');
    await screen.click('button', 'Remove access for Photo Printer');
    await screen.click('button', 'Remove access');
    await screen.see('Photo Printer no longer has access.');
    await screen.see('No connected apps.');
    await screenshot('connected-apps-none');
    assert.deepEqual([await statusWith(here, first), await statusWith(here, second)], [401, 401]);
    await assert.rejects(browser.refresh('photo-printer', first), /invalid_grant/);
    assert.deepEqual(
      logto.tenant.grants.filter(({ payload }) => payload.clientId === 'photo-printer'),
      [],
    );
    assert.equal(await statusWith(here, own), 200);
    await saveNickname(screen, 'Countess');
    await screen.see('Nickname saved.');
  }));

test('one verification is enough for all lists of a page, and nothing of it is left after the elements are removed', () =>
  visit(async (here) => {
    const leaks = new Leaks(here.page, here.logto);
    await leaks.watch();
    await here.enter();
    const { screen, page, server, logto } = here;
    await new HandMadeBrowser(server, firefox).signIn('photo-printer');
    await showSessions(here);
    await screen.click('button', 'Show connected apps');
    await screen.see('1 app can access your account.');
    assert.equal(here.writes().filter((line) => line.includes('verifications')).length, 1);
    const ids = [
      ...logto.tenant.sessions.map(({ payload }) => payload.uid),
      ...logto.tenant.grants.map(({ id }) => id),
    ];
    assert.ok(ids.length >= 4);
    const markup = () =>
      page.evaluate((names) => {
        const all = names.map((name) => document.querySelector(`logto-${name}`));
        return all.map((tag) => `${tag?.outerHTML} ${tag?.shadowRoot?.innerHTML}`).join('\n');
      }, tags);
    const listed = await markup();
    assert.match(listed, /Firefox on Windows/);
    assert.deepEqual(
      ids.filter((id) => listed.includes(id)),
      [],
    );
    await screen.click('button', 'Sign out Firefox on Windows');
    await endSessions(screen);
    await screen.see('Firefox on Windows is signed out.');
    await page.evaluate((names) => names.forEach((name) => document.querySelector(`logto-${name}`)?.remove()), tags);
    await screen.seeNoMore('Where you are signed in');
    assert.deepEqual(leaks.known, [
      'access_token',
      'code',
      'id_token',
      'password',
      'refresh_token',
      'verification record',
    ]);
    assert.deepEqual(await leaks.find(), []);
  }));

test('after the word and verification, the user is on the tenant’s page to delete the account', () =>
  visit(async (here) => {
    here.logto.tenant.accountCenter.deleteAccountUrl = `${here.site}/stories/demo/index.html?leave`;
    await here.enter();
    const { screen, page, logto } = here;
    assert.equal(await screen.has('button', 'Delete account'), false); // nobody has told the page where
    await page.evaluate((accountCenter) => {
      const provider = document.querySelector('logto-account-provider') as unknown as { settings: unknown };
      provider.settings = { accountCenter, signInExperience: {} };
    }, logto.tenant.accountCenter);
    await screen.click('button', 'Delete account');
    await screen.fill('Type “ada” to confirm', 'ad');
    await page.keyboard.press('Enter');
    await screen.see('Type “ada” exactly as shown.');
    await here.screenshot('delete-account-wrong-word');
    await screen.fill('Type “ada” to confirm', 'ada');
    await page.keyboard.press('Enter');
    await screen.find('dialog', 'Confirm it’s you');
    await screen.fill('Password', password);
    await Promise.all([page.waitForNavigation(), screen.click('button', 'Confirm')]);
    assert.equal(new URL(page.url()).search, '?leave');
  }));
