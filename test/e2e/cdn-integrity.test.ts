import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import { serveFolder } from '../examples/serve-folder.js';
import { repositoryRoot } from '../tools/pages.js';
import { appId, startStage, type Stage, type Visit } from './harness.js';

const script = 'logto-account-elements.js';
const folder = mkdtempSync(join(tmpdir(), 'integrity-'));
let stage: Stage;
let hashes: Record<string, string> = {};

before(async () => {
  cpSync(join(repositoryRoot, 'cdn'), join(folder, 'cdn'), { recursive: true });
  hashes = JSON.parse(readFileSync(join(folder, 'cdn/integrity.json'), 'utf8')) as typeof hashes;
  stage = await startStage({ pages: await serveFolder(folder) });
});

after(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true });
});

/** Makes a page with the hashes of all scripts, as the guide to security says: on the tag, and in an import map. */
function makePage({ server, site }: Visit, expected: Record<string, string>): string {
  const integrity = Object.entries(expected).map(([name, hash]) => [new URL(`/cdn/${name}`, site), hash]);
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html>
    <html lang="en">
      <title>Account</title>
      <link rel="icon" href="data:," />
      <script type="importmap">${JSON.stringify({ integrity: Object.fromEntries(integrity) })}</script>
      <script type="module" src="/cdn/${script}" integrity="${expected[script]}" crossorigin="anonymous"></script>
      <logto-account-provider endpoint="${server.origin}" app-id="${appId}">
        <logto-sign-in></logto-sign-in>
        <logto-profile></logto-profile>
      </logto-account-provider>
    </html>`,
  );
  return 'index.html';
}

test('with the hashes printed by the build, every script is verified and runs', () =>
  stage.visit(async (visit) => {
    await visit.enter(makePage(visit, hashes));
    await visit.screen.click('button', 'Change Nickname');
    await visit.screen.fill('Nickname', 'Countess');
    await visit.screen.click('button', 'Save');
    await visit.screen.see('Saved');
  }));

test('a modified file does not run, and the others do', () =>
  stage.visit(async (visit) => {
    const { page, problems, screen } = visit;
    problems.expect(/integrity/, /<logto-profile> could not be loaded/);
    const [profile = '', email = ''] = ['profile', 'email'].map((tag) =>
      Object.keys(hashes).find((name) => name.endsWith(`/logto-${tag}.js`)),
    );
    await visit.open(makePage(visit, { ...hashes, [profile]: hashes[email] ?? '' }));
    await screen.find('button', 'Sign in');
    const areThere = await page.evaluate(() =>
      ['logto-sign-in', 'logto-profile'].map((name) => customElements.get(name) !== undefined),
    );
    assert.deepEqual(areThere, [true, false]);
  }));
