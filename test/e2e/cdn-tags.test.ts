import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { accountCdnPage, beIn, goTo } from './account-visit.js';
import { startStage, type Stage, type Visit } from './harness.js';

/** Provider, button to sign in, and profile; nothing else. */
const path = 'stories/demo/cdn.html';
const script = '/cdn/logto-account-elements.js';
let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

/** The name of the script among the loaded files. */
const entry = 'the script';

/** The names of the files that are loaded from now on. */
function partsOf({ page }: Visit): string[] {
  const parts: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.resourceType() !== 'script') return;
    parts.push(pathname === script ? entry : pathname.replace(/^.*\/|\.js$/g, ''));
  });
  return parts;
}

/** The tags among that. To sign in the page is loaded twice. */
const tagsIn = (parts: string[]) => [...new Set(parts.filter((part) => part.startsWith('logto-')))].sort();

/** Runs in the page with the exports of the script, which is already loaded. */

const withScript = ({ page }: Visit, body: string) =>
  page.evaluate(`import('${script}').then((module) => { ${body} })`);

test('a page with a few elements loads only those', () =>
  stage.visit(async (visit) => {
    const parts = partsOf(visit);
    await visit.enter(path);
    await visit.screen.find('button', 'Change Nickname');
    assert.deepEqual(tagsIn(parts), ['logto-profile', 'logto-sign-in']);
  }));

test('the account page loads the elements of the shown section, and others when they are visited', () =>
  stage.visit(async (visit) => {
    const { screen } = visit;
    const parts = partsOf(visit);
    await visit.enter(accountCdnPage);
    await screen.find('button', 'Change Nickname');
    const first = ['account', 'profile', 'sign-in'].map((name) => `logto-${name}`);
    assert.deepEqual(tagsIn(parts), first);
    assert.doesNotMatch(
      parts.join(),
      /mfa|ways|username|logto-passkeys|social-links|sessions|dialog|cropper|form|phone-number|^de$/,
    );

    parts.length = 0;
    await goTo(visit, 'Devices and apps');
    await screen.find('button', 'Show where you are signed in');
    assert.deepEqual(tagsIn(parts), ['logto-connected-apps', 'logto-sessions', 'logto-trusted-devices']);

    parts.length = 0;
    await goTo(visit, 'Profile');
    await goTo(visit, 'Devices and apps');
    assert.deepEqual(parts, []);
  }));

test('the elements of the sections are not loaded before sign-in', () =>
  stage.visit(async (visit) => {
    const parts = partsOf(visit);
    await visit.open(accountCdnPage);
    await visit.screen.find('button', 'Sign in');
    assert.deepEqual(tagsIn(parts), ['logto-account', 'logto-sign-in']);
  }));

test('a section named by the URL is loaded without the first one', () =>
  stage.visit(async (visit) => {
    await visit.enter(accountCdnPage);
    const parts = partsOf(visit);
    await visit.page.goto(`${visit.site}/${accountCdnPage}?again#security`);
    await beIn(visit, 'Security');
    await visit.screen.find('button', 'Add Authenticator app');
    assert.match(tagsIn(parts).join(), /logto-mfa/);
    assert.doesNotMatch(tagsIn(parts).join(), /logto-(profile|sessions)/);
  }));

test('elements added later are loaded, even deep inside added content', () =>
  stage.visit(async (visit) => {
    const { page, screen } = visit;
    const parts = partsOf(visit);
    await visit.enter(path);
    await page.evaluate(() => {
      const section = document.createElement('section');
      const box = document.createElement('div');
      section.append(box);
      box.append(document.createElement('logto-username'));
      document.querySelector('logto-account-provider')!.append(section);
    });
    await screen.find('button', 'Change Username');
    assert.deepEqual(tagsIn(parts), ['logto-profile', 'logto-sign-in', 'logto-username']);
    await page.evaluate(() =>
      document
        .querySelector('section')!
        .replaceChildren(document.createElement('p'), document.createElement('logto-password'), ' '),
    );
    await screen.find('button', 'Change Password');
  }));

test('elements in a shadow root are loaded on request, including those added later', () =>
  stage.visit(async (visit) => {
    const { page, screen } = visit;
    const parts = partsOf(visit);
    await visit.enter(path);
    await page.evaluate(() => {
      const host = document.createElement('my-account');
      host.attachShadow({ mode: 'open' }).append(document.createElement('logto-username'));
      document.querySelector('logto-account-provider')!.append(host);
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(!parts.includes('logto-username'));
    parts.length = 0;
    await withScript(visit, `module.observeElements(document.querySelector('my-account').shadowRoot)`);
    await screen.find('button', 'Change Username');
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('my-account')!;
      shadowRoot!.append(document.createElement('logto-password'));
    });
    await screen.find('button', 'Change Password');
    assert.equal(parts.filter((part) => part === entry).length, 0);
  }));

test('an element that fails to load is reported in the console, and loaded when the next one is added', () =>
  stage.visit(async (visit) => {
    const { page, screen, problems } = visit;
    problems.expect(/logto-username/, /ERR_FAILED/);
    await visit.enter(path);
    let isOffline = true;
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      isOffline && request.url().includes('logto-username') ? void request.abort('failed') : void request.continue(),
    );
    const add = () =>
      page.evaluate(() =>
        document.querySelector('logto-account-provider')!.append(document.createElement('logto-username')),
      );
    await add();
    for (const end = Date.now() + 5000; Date.now() < end && said.length < 2;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.match(said.join('\n'), /<logto-username> could not be loaded/);
    isOffline = false;
    await add();
    await screen.find('button', 'Change Username');
    const rows = await page.$$eval('logto-username', (tags) => tags.map((tag) => tag.matches(':defined')));
    assert.deepEqual(rows, [true, true]);
  }));

test('the page’s messages replace the library’s immediately, and for elements added later', () =>
  stage.visit(async (visit) => {
    const { page, screen } = visit;
    await visit.enter(path);
    await screen.see('Signed in as Ada Lovelace');
    await withScript(
      visit,
      `module.addMessages('en', { 'signIn.signedInAs': 'Hello {name}', 'username.label': 'Handle' })`,
    );
    await screen.see('Hello Ada Lovelace');
    await page.evaluate(() =>
      document.querySelector('logto-account-provider')!.append(document.createElement('logto-username')),
    );
    await screen.find('button', 'Change Handle');
  }));

test('a page can add a language that the library does not have', () =>
  stage.visit(async (visit) => {
    const { page, screen } = visit;
    const parts = partsOf(visit);
    await visit.enter(path);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'sv'));
    await screen.see('Signed in as Ada Lovelace');
    await withScript(visit, `module.addMessages('sv', { 'signIn.signOut': 'Logga ut' })`);
    await screen.find('button', 'Logga ut');
    const languages = await page.evaluate(`import('${script}').then(({ languages }) => languages)`);
    assert.ok((languages as string[]).includes('de') && !(languages as string[]).includes('sv'));
    assert.doesNotMatch(parts.join(), /^(sv|de|fr)$/m);
  }));
