import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';

import type { AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';

import { FakeLogto, withBackupCodes, withPasskey, withTrustedDevice } from '../fake-logto/fake-logto.js';
import { repositoryRoot } from '../tools/pages.js';
import { startStage, type Stage, type Visit } from './harness.js';
import type { Contrast } from './pages/contrast.js';

const themes = ['plain', 'dashboard', 'consumer', 'shadcn'];
const schemes = ['light', 'dark'] as const;
const axeSource = readFileSync(`${repositoryRoot}node_modules/axe-core/axe.min.js`, 'utf8');
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** A user with some of everything. */
function someone(): FakeLogto {
  const logto = new FakeLogto({ devFeatures: true, fields: { trustedDevice: 'Edit' } });
  const user = logto.tenant.users[0]!;
  user.identities = { github: { userId: 'ada', details: { id: 'ada', name: 'Ada' } } };
  withPasskey(user);
  withBackupCodes(user, { used: 3 });
  withTrustedDevice(user);
  return logto;
}

/** Signs in where the page knows the settings, so that every element is there. */
async function enter(visit: Visit): Promise<void> {
  await visit.enter();
  const { accountCenter, signInExperience } = visit.logto.tenant;
  await visit.page.evaluate(
    (settings) => {
      const provider = document.querySelector('logto-account-provider') as unknown as { settings: unknown };
      provider.settings = settings;
    },
    { accountCenter, signInExperience },
  );
  await visit.screen.find('button', 'Delete account');
}

const press = async ({ screen }: Visit, tag: string, part: string) => (await screen.part(`logto-${tag}`, part)).click();

/** Forms with something wrong in them, in the tags and in the page itself, and questions. */
async function openForms(visit: Visit): Promise<void> {
  const { screen, page } = visit;
  await screen.click('button', 'Change Website');
  await screen.fill('Website', 'nowhere');
  await page.keyboard.press('Enter');
  await screen.click('button', 'Change Username');
  await screen.fill('Username', '1 a');
  await page.keyboard.press('Enter');
  await screen.click('button', 'Change Password');
  await screen.fill('New password', 'abcd');
  await page.keyboard.press('Enter');
  await press(visit, 'phone', 'remove');
  await press(visit, 'passkeys', 'edit');
  await press(visit, 'social-links', 'remove');
  await press(visit, 'delete-account', 'remove');
}

/** Everything that is shown only after a proof. */
async function showLists(visit: Visit): Promise<void> {
  await press(visit, 'trusted-devices', 'show');
  await visit.screen.find('dialog', 'Confirm it’s you');
  await visit.screen.fill('Password', visit.logto.tenant.users[0]!.password!);
  await visit.screen.click('button', 'Confirm');
  await press(visit, 'trusted-devices', 'remove');
  await press(visit, 'sessions', 'show');
  await press(visit, 'sessions', 'remove');
  await press(visit, 'connected-apps', 'show');
  await press(visit, 'connected-apps', 'remove');
  await press(visit, 'mfa', 'edit');
  await visit.screen.see('Code from the app');
}

async function wear(page: Page, theme: string, scheme: string): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.evaluate(
    (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`html { background: Canvas } ${css}`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(0, -1), sheet];
    },
    readFileSync(`${repositoryRoot}stories/themes/${theme}.css`, 'utf8'),
  );
}

async function violations(page: Page, selector: string): Promise<string[]> {
  const results = await page.evaluate(
    (include) =>
      (globalThis as never as { axe: { run(context: object, options: object): Promise<AxeResults> } }).axe.run(
        { include: [include] },
        {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        },
      ),
    selector,
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.flat().join(' ')}: ${failureSummary ?? ''}`),
  );
}

// Compiled by the server of the pages: what tsx makes of functions does not run in a page.
const contrastsIn = (page: Page, selector: string) =>
  page.evaluate(`import('/test/e2e/pages/contrast.ts').then((it) => it.contrastsIn('${selector}'))`) as Promise<
    Contrast[]
  >;

/** Tells what is weakest, when the environment variable CONTRASTS is set. */
function report(look: string, found: Contrast[]): void {
  if (!process.env.CONTRASTS) return;
  for (const kind of ['text', 'line', 'focus']) {
    const [least] = found.filter((each) => each.kind === kind).sort((a, b) => a.ratio - b.ratio);
    console.log(`${look}: ${kind} ${least?.ratio.toFixed(2)} ${least?.what}`);
  }
}

/** Looks at what is there in every theme, light and dark. */
async function look({ page }: Visit, selector: string): Promise<void> {
  await page.keyboard.press('Shift'); // with the keyboard in use, the focus is visible
  for (const theme of themes)
    for (const scheme of schemes) {
      await wear(page, theme, scheme);
      const found = await contrastsIn(page, selector);
      report(`${theme}, ${scheme}, ${selector}`, found);
      assert.ok(found.some(({ kind }) => kind === 'text') && found.some(({ kind }) => kind === 'line'));
      assert.deepEqual(
        found.filter(({ kind, ratio }) => ratio < (kind === 'text' ? 4.5 : 3)),
        [],
        `${theme}, ${scheme}`,
      );
      assert.deepEqual(await violations(page, selector), [], `${theme}, ${scheme}`);
    }
}

test('in every theme, light and dark, texts, inputs, primary buttons and focus have enough contrast', () =>
  stage.visit(
    async (visit) => {
      visit.problems.expect(/status of 40\d/);
      await enter(visit);
      await visit.page.evaluate(axeSource);
      await openForms(visit);
      await visit.page.evaluate(
        () => (document.adoptedStyleSheets = [...document.adoptedStyleSheets, new CSSStyleSheet()]),
      );
      void visit.page
        .evaluate(() =>
          (document.querySelector('logto-account-provider') as never as { verify(): Promise<void> }).verify(),
        )
        .catch(() => undefined);
      await visit.screen.find('dialog', 'Confirm it’s you');
      await visit.screen.click('button', 'Confirm');
      await visit.screen.see('Password is required.');
      await look(visit, '.logto-dialog');
      await visit.screen.click('button', 'Cancel');
      await showLists(visit);
      await look(visit, 'logto-account-provider');
    },
    { logto: someone() },
  ));
