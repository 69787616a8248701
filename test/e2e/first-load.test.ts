import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import type { HTTPRequest, Page } from 'puppeteer-core';

import { repositoryRoot } from '../tools/pages.js';
import { accountCdnPage } from './account-visit.js';
import { startStage, type Stage, type Visit } from './harness.js';

const germanPage = 'test/e2e/pages/german/cdn.html';
const queryPage = 'test/e2e/pages/query/cdn.html';
let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

/** The requests from now on: CDN files by name without folder, the rest by path. */
interface Requests {
  asked: string[];
  /** Releases the requests that were held back. */
  release(): void;
}

/** Holds back what `isHeld` says, by name, until it is released. */
async function holdBack({ page }: Visit, isHeld: (name: string) => boolean): Promise<Requests> {
  const held: HTTPRequest[] = [];
  let isHolding = true;
  const asked: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const name = nameOf(request);
    asked.push(name);
    if (isHolding && isHeld(name)) held.push(request);
    else void request.continue();
  });
  return {
    asked,
    release() {
      isHolding = false;
      for (const request of held.splice(0)) void request.continue();
    },
  };
}

function nameOf(request: HTTPRequest): string {
  const { pathname, search } = new URL(request.url());
  return pathname.startsWith('/cdn/chunks/') ? pathname.replace(/^.*\/|\.js$/g, '') : pathname + search;
}

const isChunk = (name: string) => !name.startsWith('/');

/** What says in the console of a developer, on a page without https, what works there. */
const forDevelopers = ['developer-hints', 'set-up-findings', 'passkey-place', 'social-connectors'];

/** Waits for a condition, with a message if it times out. */
async function until(isSo: () => boolean, what: () => string): Promise<void> {
  for (const end = Date.now() + 5000; !isSo();) {
    if (Date.now() > end) assert.fail(what());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Notes every text that the elements of the next page show, whenever it changes. */
async function noteTexts(page: Page): Promise<() => Promise<string>> {
  await page.evaluateOnNewDocument(() => {
    const texts: string[] = [];
    Object.assign(window, { texts });
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      // No function with a name: the compiler of the tests would want a helper that the page does not have.
      new MutationObserver(() => texts.push(root.textContent ?? '')).observe(root, {
        childList: true,
        subtree: true,
        characterData: true,
      });
      return root;
    };
  });
  return () => page.evaluate(() => (window as unknown as { texts: string[] }).texts.join('\n'));
}

const english = /Loading|Signed in as|Profile\b|Change|Sign out|Full name|Not set/;

test('the script alone requests everything that the page shows first, and the account', () =>
  stage.visit(async (visit) => {
    await visit.enter(accountCdnPage);
    const requests = await holdBack(visit, isChunk);
    await visit.page.goto(`${visit.site}/${accountCdnPage}`, { waitUntil: 'domcontentloaded' });
    const wanted = ['account', 'sign-in', 'profile'].map((name) => `logto-${name}`);
    const isAsked = (name: string) => requests.asked.includes(name);
    await until(
      () => [...wanted, '/api/my-account', '/api/.well-known/account-center'].every(isAsked),
      () => `Asked for ${requests.asked.join(', ')}`,
    );
    const isForUsers = (name: string) => isChunk(name) && !forDevelopers.includes(name);
    const early = requests.asked.filter(isForUsers).sort();
    requests.release();
    await visit.screen.find('button', 'Change Nickname');
    assert.deepEqual(requests.asked.filter(isForUsers).sort(), early, 'Something else was needed');
    assert.doesNotMatch(early.join(), /session-work|security|ways|username|sessions|mfa|dialog|form|verifier/);
  }));

test('a signed-out user loads nothing that only an account needs', () =>
  stage.visit(async (visit) => {
    const { asked } = await holdBack(visit, () => false);
    await visit.open(accountCdnPage);
    await visit.screen.find('button', 'Sign in');
    assert.deepEqual(asked.filter(isChunk).sort(), ['first', 'logto-account', 'logto-sign-in']);
    assert.deepEqual(
      asked.filter((name) => name.startsWith('/api/') || name.startsWith('/oidc/')),
      [],
    );
  }));

test('a script with a query in its URL is loaded once, and works under the strictest CSP', () =>
  stage.visit(async (visit) => {
    const { asked } = await holdBack(visit, () => false);
    const { screen, page, logto } = visit;
    await visit.enter(queryPage);
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
    const scripts = asked.filter((name) => name.startsWith('/cdn/'));
    assert.deepEqual([...new Set(scripts)], ['/cdn/logto-account-elements.js?v=1']);
    await page.evaluate(
      `import('/cdn/logto-account-elements.js?v=1').then(({ addMessages }) => addMessages('en', { 'username.label': 'Handle' }))`,
    );
    await screen.click('link', 'Security');
    await screen.find('button', 'Change Handle');
  }));

test('a German page shows no English while its messages are loading', () =>
  stage.visit(async (visit) => {
    const { screen, page } = visit;
    await visit.enter(accountCdnPage);
    const textsOf = await noteTexts(page);
    const requests = await holdBack(visit, (name) => name === 'de');
    await page.goto(`${visit.site}/${germanPage}`, { waitUntil: 'domcontentloaded' });
    await screen.element('logto-account:state(loading)');
    assert.doesNotMatch(await textsOf(), english);
    requests.release();
    await screen.see('Angemeldet als Ada Lovelace');
    await screen.find('button', 'Spitzname: Ändern');
    assert.doesNotMatch(await textsOf(), english);
    const [language, first] = ['de', 'logto-profile'].map((name) => requests.asked.indexOf(name));
    assert.ok(language !== undefined && first !== undefined && language <= first, requests.asked.join());
  }));

test('a German page falls back to English if its messages fail to load', () =>
  stage.visit(async (visit) => {
    const { page, problems, screen } = visit;
    problems.expect(/ERR_FAILED/);
    await visit.enter(accountCdnPage);
    await page.setRequestInterception(true);
    page.on('request', (request) => void (nameOf(request) === 'de' ? request.abort('failed') : request.continue()));
    await page.goto(`${visit.site}/${germanPage}`);
    await screen.see('Signed in as Ada Lovelace');
  }));

test('a German page falls back to English if its messages are slow, and switches to German when they arrive', () =>
  stage.visit(async (visit) => {
    await visit.enter(accountCdnPage);
    const requests = await holdBack(visit, (name) => name === 'de');
    await visit.page.goto(`${visit.site}/${germanPage}`, { waitUntil: 'domcontentloaded' });
    await visit.screen.see('Signed in as Ada Lovelace');
    requests.release();
    await visit.screen.see('Angemeldet als Ada Lovelace');
  }));
