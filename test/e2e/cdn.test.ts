import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import type { Page } from 'puppeteer-core';

import { repositoryRoot } from '../tools/pages.js';
import { chooseFile } from './choose-file.js';
import { startStage, type Stage, type Visit } from './harness.js';

const path = 'stories/demo/cdn.html';
let stage: Stage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startStage();
});

after(() => stage?.close());

async function signedIn({ open, screen, signIn, problems }: Visit): Promise<void> {
  problems.expect(/\/api\/\.well-known\//);
  await open(path);
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
}

/** The scripts that are loaded from now on. */
function scriptsOf(page: Page): string[] {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  return scripts;
}

/** Chooses a picture of the page itself. */
async function choosePicture({ page, screen }: Visit): Promise<void> {
  const picture = join(tmpdir(), `picture-${process.pid}.png`) as `${string}.png`;
  await page.screenshot({ path: picture });
  await screen.click('button', 'Change Picture');
  await chooseFile(page, picture, () => screen.click('button', 'Choose a picture…'));
}

test('a page needs only one script to sign in, edit and sign out', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto, screenshot } = visit;
    const scripts = scriptsOf(page);
    await signedIn(visit);
    await screen.click('button', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
    await screenshot('cdn-saved');
    await screen.click('button', 'Sign out');
    await screen.find('button', 'Sign in');
    assert.ok(scripts.length > 0);
    assert.deepEqual(
      scripts.filter((script) => !/^\/cdn\/(logto-account-elements|chunks\/\w+\/[\w.-]+)\.js$/.test(script)),
      [],
    );
  }));

test('forms, the cropper and other languages are loaded only when they are needed', () =>
  stage.visit(async (visit) => {
    const { page, screen } = visit;
    const scripts = scriptsOf(page);
    await signedIn(visit);
    const lazy = () => scripts.filter((script) => /field-form|cropper|\/de\.js/.test(script));
    assert.deepEqual(lazy(), []);
    await screen.click('button', 'Change Nickname');
    await screen.find('textbox', 'Nickname');
    assert.match(lazy().join(), /field-form/);
    assert.doesNotMatch(lazy().join(), /cropper|\/de\.js/);
  }));

test('the elements are in German as soon as the page’s lang says so', () =>
  stage.visit(async (visit) => {
    const { page, screen, screenshot } = visit;
    const scripts = scriptsOf(page);
    await signedIn(visit);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.see('Angemeldet als Ada Lovelace');
    await screen.see('10. Dezember 1815');
    assert.ok(scripts.some((script) => /^\/cdn\/chunks\/\w+\/de\.js$/.test(script)));
    await screen.click('button', 'Spitzname: Ändern');
    await screen.fill('Spitzname', 'Gräfin');
    await screen.click('button', 'Speichern');
    await screen.see('Spitzname: gespeichert.');
    await screenshot('cdn-german');
  }));

test('a picture is chosen, cropped, uploaded and shown', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto, screenshot } = visit;
    await signedIn(visit);
    await choosePicture(visit);
    await screen.find('dialog', 'Crop your picture');
    await screen.element('logto-profile >>> logto-crop-area:not([aria-busy])');
    await screenshot('cdn-crop');
    await screen.click('button', 'Use picture');
    await screen.see('Picture saved.');

    const avatar = logto.tenant.users[0]?.avatar ?? '';
    assert.match(avatar, new RegExp(`^${visit.server.origin}/user-assets/.*\\.png$`));
    await page.waitForFunction(
      (url) => {
        const image = document.querySelector('logto-profile')?.shadowRoot?.querySelector('img');
        return image?.src === url && image.naturalWidth > 0 && image.naturalWidth === image.naturalHeight;
      },
      { timeout: 5000 },
      avatar,
    );
    await screenshot('cdn-avatar');
  }));

test('a file that is not a picture is rejected, and nothing is uploaded', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto } = visit;
    await signedIn(visit);
    await screen.click('button', 'Change Picture');
    await chooseFile(page, `${repositoryRoot}package.json`, () => screen.click('button', 'Choose a picture…'));
    await screen.see('This picture cannot be read. Choose another one.');
    assert.ok(!logto.requests.some(({ path }) => path.includes('user-assets')));
  }));
