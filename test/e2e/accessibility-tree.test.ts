import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { byKeyboard } from './accessibility-keyboard.js';
import { asEverybody, openCropper, openDialog, openForms, press, showLists } from './accessibility-states.js';
import { treeOf } from './accessibility-tree.js';
import { accountPage } from './account-visit.js';
import { startStage, type Stage, type Visit } from './harness.js';

/** The expected trees, each below its title. Set UPDATE_TREES to update them, and review the diff. */
const file = `${repositoryRoot}test/e2e/accessibility-trees.txt`;
const isUpdate = Boolean(process.env['UPDATE_TREES']);
const expected = new Map(
  readFileSync(file, 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n')).trim()]),
);
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(async () => {
  await stage.close();
  if (isUpdate) writeFileSync(file, [...expected].map(([title, tree]) => `# ${title}\n\n${tree}\n`).join('\n'));
});

/** What depends on the day, on the computer, or is a secret. */
const plain = (tree: string) =>
  tree
    .replace(/[A-Z][a-z]{2} \d+, \d{4}(, [\d:]+\s[AP]M)?/g, 'DATE')
    .replace(/(Chrome|Chromium|Headless Chrome) on \w+/g, 'BROWSER')
    .replace(/in \d+ seconds?/g, 'in SECONDS')
    .replace(/“[0-9a-f]{10}”/g, 'CODE')
    .replace(/“([A-Z2-7]{4} ?){4,}”/g, 'KEY');

async function tells(visit: Visit, title: string, ...selectors: string[]): Promise<void> {
  const trees: string[] = [];
  for (const selector of selectors) trees.push(plain(await treeOf(visit.page, selector)));
  const tree = trees.join('\n');
  if (isUpdate) expected.set(title, tree);
  else assert.equal(tree, expected.get(title), title);
}

const tag = (name: string) => `logto-${name}`;

test('rows, forms, errors, questions and lists have the expected accessibility tree', () =>
  asEverybody(stage, async (visit) => {
    const { screen } = visit;
    await tells(visit, 'The page with all elements', 'main');
    await openForms(visit);
    await screen.see('Use only lowercase letters');
    const forms = ['profile', 'username', 'email', 'phone', 'password', 'passkeys', 'social-links', 'delete-account'];
    await tells(visit, 'Forms with errors, and questions', ...forms.map(tag));
    await openDialog(visit);
    await tells(visit, 'The dialog that asks for the password', 'dialog');
    await screen.click('button', 'Use another way');
    await screen.find('button', 'With your password');
    await tells(visit, 'The choice of verification methods', 'dialog');
    await screen.clickText('With a code by email');
    await screen.find('textbox', 'Code');
    await tells(visit, 'The dialog that asks for a code', 'dialog');
  }));

test('lists shown after verification, second factors and the crop dialog have the expected accessibility tree', () =>
  asEverybody(stage, async (visit) => {
    const { screen } = visit;
    await showLists(visit);
    await screen.see('1 app can access your account.');
    await tells(visit, 'Lists shown after verification', ...['sessions', 'connected-apps', 'trusted-devices'].map(tag));
    await press(visit, 'mfa', 'edit');
    await screen.see('Code from the app');
    await tells(visit, 'Another authenticator app', 'logto-mfa');
    await press(visit, 'mfa', 'show');
    await screen.part('logto-mfa', 'codes');
    await tells(visit, 'Backup codes', 'logto-mfa');
    await screen.click('button', 'Change Picture');
    await openCropper(visit);
    await tells(visit, 'The dialog for cropping a picture', 'logto-profile >>> dialog');
  }));

test('pending buttons and busy forms have the expected accessibility tree', () =>
  stage.visit(async (visit) => {
    const { screen, logto, page } = visit;
    await visit.enter();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    logto.intercept(({ method }) => (method === 'PATCH' ? held.then(() => undefined) : undefined));
    await screen.click('button', 'Change Website');
    await screen.fill('Website', 'https://one.example');
    await page.keyboard.press('Enter');
    await screen.find('button', 'Saving…');
    await tells(visit, 'A field that is being saved', 'logto-profile form');
    letGo();
    await screen.see('Saved');
  }));

test('loading, failed, signed-out and read-only states have the expected accessibility tree', () =>
  stage.visit(async (visit) => {
    const { page, logto, problems, screen } = visit;
    problems.expect(/status of 500/, /\/api\/\.well-known\//);
    await visit.open('stories/demo/index.html');
    await screen.find('button', 'Sign in');
    await tells(visit, 'No one is signed in', 'logto-sign-in', 'logto-profile', 'logto-password', 'logto-sessions');
    await screen.click('button', 'Sign in');
    await visit.signIn();
    await screen.see('Signed in as Ada Lovelace');
    await page.$$eval('logto-account-provider *', (elements) =>
      elements.forEach((element) => element.toggleAttribute('readonly', element.localName.startsWith('logto-'))),
    );
    await screen.find('button', 'Sign out');
    await tells(visit, 'Everything is read-only', 'logto-profile', 'logto-username', 'logto-mfa', 'logto-sessions');
    const recover = logto.intercept(() => new Response('{}', { status: 500 }));
    await page.reload();
    await screen.part('logto-profile', 'retry');
    await tells(visit, 'The account could not be loaded', 'logto-sign-in', 'logto-profile');
    recover();
    logto.intercept(() => new Promise(() => undefined));
    await page.reload();
    await screen.part('logto-profile', 'loading');
    await tells(visit, 'The account is loading', 'logto-sign-in', 'logto-profile');
  }));

test('the account page has a navigation, and a region for each section', () =>
  stage.visit(async (visit) => {
    await visit.enter(accountPage);
    await visit.screen.click('link', 'Security');
    await visit.screen.find('button', 'Change Password');
    await visit.screen.find('button', 'Add a passkey');
    await tells(visit, 'The account page, at Security', 'logto-account');
  }));

// Chromium names what can have the focus and has no name by all that is in it: the whole list is read in one breath.
test('a list that takes the focus has a short name', () =>
  byKeyboard(stage, async (keys, { page }) => {
    await keys.choose('button “Show connected apps”');
    await keys.confirm();
    await keys.on('list');
    const { nodes } = await (await page.createCDPSession()).send('Accessibility.getFullAXTree');
    const lists = nodes.filter(({ role }) => role?.value === 'list').map(({ name }) => String(name?.value ?? ''));
    assert.deepEqual(
      lists.filter((name) => name.length > 60),
      [],
    );
  }));

// The focus is on “Keep” or on the group then, and nothing leads to the question itself.
for (const opener of ['Remove Username', 'Unlink GitHub'])
  test(`${opener}: the focused button announces the question`, () =>
    asEverybody(stage, async ({ page, screen }) => {
      await screen.click('button', opener);
      await screen.see('You will no longer be able to sign in with it.');
      const session = await page.createCDPSession();
      const { result } = await session.send('Runtime.evaluate', {
        expression: `(() => {
            let active = document.activeElement;
            while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
            return active;
          })()`,
      });
      const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId: result.objectId });
      assert.match(String(nodes[0]?.description?.value), /You will no longer be able to sign in with it\./);
    }));
