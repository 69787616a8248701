import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { ada } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';
import type { Screen } from './screen.js';
import { findWholeBrowser } from '../tools/browser.mjs';

const demo = 'stories/demo/index.html';
const withClient = 'test/e2e/pages/client.html';
const withToken = 'test/e2e/pages/token.html';
let stage: Stage;

/** A headless shell keeps no page for when the user comes back. */
const found = findWholeBrowser();
const keepsPages = found ? {} : { skip: 'There is no Chrome or Chromium but a headless shell' };

before(async () => {
  stage = await startStage({ found });
});

after(() => stage.close());

/** Notes whether a page that is shown was kept as it was, and what it says before it is painted. */
async function watchTheCache({ page, problems }: Visit) {
  problems.expect(/WebSocket .* Back-Forward Cache/); // the development server's
  // As text: it runs before any script of the page.
  await page.evaluateOnNewDocument(`
    const textIn = (node) =>
      (node.shadowRoot ? textIn(node.shadowRoot) : '') +
      [...node.childNodes].map((child) => (child.nodeType === Node.TEXT_NODE ? child.data : textIn(child))).join(' ');
    addEventListener('pageshow', ({ persisted }) => {
      window.wasKept = persisted;
      requestAnimationFrame(() => (window.saidAtOnce = textIn(document.body)));
    });
  `);
}

/** Presses the button, and waits until Logto has sent the user back. */
async function signOut({ page, screen }: Visit) {
  await page.evaluate('window.isBefore = true');
  await screen.click('button', 'Sign out');
  await page.waitForFunction('!window.isBefore && document.querySelector("logto-account-provider")');
  await screen.see('Sign in to see this part of your account.');
}

/** Goes back, to a page that the browser has kept, and sees nothing of who was there. */
async function seesNobodyAfterGoingBack({ page, screen }: Visit, says: string) {
  for (;;) {
    await page.goBack();
    if (await page.evaluate('window.wasKept')) break;
  }
  await screen.see(says);
  await screen.seeNoMore('Ada');
  assert.doesNotMatch(String(await page.evaluate('window.saidAtOnce')), /Ada|Lovelace/);
}

async function signInAs(screen: Screen, username: string, password: string) {
  await screen.fill('Username or email', username);
  await screen.fill('Password', password);
  await screen.click('button', 'Sign in');
}

test('after a sign-out with the built-in session, Back shows nothing of the account', keepsPages, () =>
  stage.visit(async (visit) => {
    await watchTheCache(visit);
    await visit.enter(demo);
    await signOut(visit);
    await seesNobodyAfterGoingBack(visit, 'Sign in to see this part of your account.');
  }),
);

test('after a sign-out with the page’s client, Back shows nothing of the account', keepsPages, () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    await watchTheCache(visit);
    await visit.open(withClient);
    await visit.screen.click('button', 'Come in');
    await visit.signIn();
    await visit.screen.see('Signed in as Ada Lovelace');
    await signOut(visit);
    await seesNobodyAfterGoingBack(visit, 'Sign in to see this part of your account.');
  }),
);

test('after a sign-out at the page’s back end, Back shows nothing of the account', keepsPages, () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    await watchTheCache(visit);
    let token: string | null = visit.logto.issueToken(ada);
    await visit.page.exposeFunction('askBackEnd', () => token);
    await visit.open(withToken);
    await visit.screen.see('Signed in as Ada Lovelace');
    token = null;
    await visit.page.goto(`${visit.site}/test/e2e/pages/two-apps.html`);
    await seesNobodyAfterGoingBack(visit, 'Sign in to see this part of your account.');
  }),
);

test('Ada’s input is not written to Charles’s account when he signs in through the page’s client in another tab', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//, /status of 40[01]/);
    const { screen, logto } = visit;
    await visit.open(withClient);
    await screen.click('button', 'Come in');
    await visit.signIn();
    await screen.see('Signed in as Ada Lovelace');
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');

    const other = await visit.openTab();
    await Promise.all([other.page.waitForNavigation(), other.click('button', 'Sign out')]);
    await other.see('Sign in to see this part of your account.');
    await other.click('button', 'Come in');
    await signInAs(other, 'charles', 'Engine-Room!42');
    await other.see('Signed in as Charles Babbage');

    await visit.page.bringToFront();
    await screen.see('Signed in as Charles Babbage');
    assert.equal(await screen.has('button', 'Save'), false, 'her form is gone with her');
    const nicknames = logto.tenant.users.map(({ profile }) => profile.nickname);
    assert.equal(nicknames.includes('Countess'), false);
    await screen.seeNoMore('Ada');
  }));

for (const [how, isSpent] of [
  ['her back end returns Charles’s token meanwhile', false],
  ['her token has expired and her back end renews it as Charles’s', true],
] as const)
  test(`Ada’s save is not written to Charles’s account when ${how}`, () =>
    stage.visit(async (visit) => {
      visit.problems.expect(/\/api\/\.well-known\//, /status of 401/);
      const { screen, logto } = visit;
      const [hers, his] = [logto.issueToken(ada), logto.issueToken('char1791babb')];
      let isHis = false;
      await visit.page.exposeFunction('askBackEnd', ({ renew }: { renew: boolean }) =>
        isHis && (renew || !isSpent) ? his : hers,
      );
      await visit.open(withToken);
      await screen.see('Signed in as Ada Lovelace');
      await screen.click('button', 'Change Nickname');
      await screen.fill('Nickname', 'Countess');

      isHis = true;
      if (isSpent) logto.tenant.accessTokens[hers]!.expiresAt = 0;
      await screen.click('button', 'Save');
      await screen.see('Signed in as Charles Babbage');
      assert.equal(await screen.has('button', 'Save'), false, 'her form is gone with her');
      await screen.see('Another account is now signed in here, and your unsaved changes are gone.');
      const nicknames = logto.tenant.users.map(({ profile }) => profile.nickname);
      assert.equal(nicknames.includes('Countess'), false);
    }));

test('a view that a router has kept shows the current user, and writes nothing of the previous one', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 40[01]/);
    const { screen, logto, page } = visit;
    await visit.enter(demo);
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    const provider = await page.$('logto-account-provider');
    const place = await provider!.evaluateHandle((element) => element.parentElement!);
    await provider!.evaluate((element) => element.remove());

    const other = await visit.openTab();
    await other.click('button', 'Sign out');
    await other.click('button', 'Sign in');
    await signInAs(other, 'charles', 'Engine-Room!42');
    await other.see('Signed in as Charles Babbage');

    await page.bringToFront();
    await place.evaluate((parent, kept) => parent.append(kept), provider!);
    await screen.see('Signed in as Charles Babbage');
    await screen.seeNoMore('Countess');
    assert.equal(
      logto.requests.some(({ method }) => method === 'PATCH'),
      false,
    );
  }));
