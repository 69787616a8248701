import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, test } from 'node:test';

import type { Page } from 'puppeteer-core';

import { repositoryRoot } from '../tools/pages.js';
import {
  asEverybody,
  inPage,
  openCropper,
  openDialog,
  openForms,
  press,
  settle,
  showLists,
} from './accessibility-states.js';
import { startStage, type Stage, type Visit } from './harness.js';

const languages = readdirSync(`${repositoryRoot}src/localize/messages`)
  .filter((name) => name !== 'en' && name !== 'messages.ts')
  .map((name) => name.replace('.ts', ''));
const all = 'logto-account-provider';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

async function speak(page: Page, lang: string): Promise<void> {
  await page.evaluate(
    `import('/src/localize/messages/${lang}.ts').then(() => (document.documentElement.lang = '${lang}'))`,
  );
  await settle(page);
  await settle(page);
}

/** What buttons and links are called that say something else, in these languages, in all their states. */
async function misnamed(visit: Visit, langs: readonly string[]): Promise<string[]> {
  const { page, screen } = visit;
  const found = new Set<string>();
  const look = async () => {
    for (const lang of langs) {
      await speak(page, lang);
      for (const each of await inPage<string[]>(page, 'misnamed', all)) found.add(`${lang}: ${each}`);
    }
    assert.equal(await screen.has('button', 'Sign out'), false, 'it is in another language');
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await settle(page);
    for (const each of await inPage<string[]>(page, 'misnamed', all)) found.add(`en: ${each}`);
  };
  await look();
  await openForms(visit);
  await showLists(visit);
  await press(visit, 'mfa', 'edit');
  await screen.see('Code from the app');
  await look();
  return [...found];
}

test('the visible text of a button is part of its accessible name in every language', () =>
  asEverybody(stage, async (visit) => assert.deepEqual(await misnamed(visit, languages), [])));

/** Puts a text where the cursor is as Ctrl and V does. */
async function paste({ page, screen }: Visit, label: string, text: string): Promise<void> {
  await (await screen.find('textbox', label)).focus();
  await page.evaluate((each) => navigator.clipboard.writeText(each), text);
  await page.keyboard.press('KeyV', { commands: ['Paste'] });
  assert.equal(await screen.value(label), text, label);
}

test('passwords and codes can be pasted, and browsers know the purpose of each field', () =>
  stage.visit(async (visit) => {
    const { page, screen, site, codeFor } = visit;
    await page.browserContext().overridePermissions(site, ['clipboard-read', 'clipboard-sanitized-write']);
    await visit.enter();
    const kinds: Record<string, string> = {};
    const note = async (...labels: string[]) => {
      for (const label of labels)
        kinds[label] = await (
          await screen.find(label === 'Language' ? 'combobox' : 'textbox', label)
        ).evaluate((each) => each.getAttribute('autocomplete')!);
    };

    await screen.click('button', 'Change Password');
    await note('New password');
    await paste(visit, 'New password', 'Copper+Tide&58');
    await screen.click('button', 'Cancel');

    await screen.click('button', 'Change Email');
    await note('New email address');
    await paste(visit, 'New email address', 'countess@example.com');
    await page.keyboard.press('Enter');
    await screen.find('dialog', 'Confirm it’s you');
    await note('Password');
    await paste(visit, 'Password', 'Walnut-Lamp!73');
    await screen.click('button', 'Use another way');
    await screen.clickText('With a code by email');
    await note('Code');
    await paste(visit, 'Code', await codeFor('ada@example.com'));
    await page.keyboard.press('Enter');
    await screen.see('Enter the code that was sent to countess@example.com.');
    await paste(visit, 'Code', ` ${await codeFor('countess@example.com')} `.trim());
    await screen.click('button', 'Use another email address');
    assert.equal(await screen.value('New email address'), 'countess@example.com', 'nobody types it twice');
    await screen.click('button', 'Cancel');

    await screen.click('button', 'Change Phone');
    await note('New phone number');
    await screen.click('button', 'Cancel');
    await screen.click('button', 'Change Username');
    await note('Username');
    await screen.click('button', 'Cancel');
    for (const label of ['Name', 'Nickname', 'Website', 'Language']) {
      await screen.click('button', `Change ${label}`);
      await note(label);
      await screen.click('button', 'Cancel');
    }
    await screen.click('button', 'Change Address');
    await note('Street', 'City', 'State or region', 'Postal code', 'Country');
    await screen.click('button', 'Cancel');
    await screen.click('button', 'Add Authenticator app');
    await note('Code from the app');
    await paste(visit, 'Code from the app', '123456');
    assert.deepEqual(kinds, {
      'New password': 'new-password',
      'New email address': 'email',
      Password: 'current-password',
      Code: 'one-time-code',
      'New phone number': 'tel',
      Username: 'username',
      Name: 'name',
      Nickname: 'nickname',
      Website: 'url',
      Language: 'language',
      Street: 'street-address',
      City: 'address-level2',
      'State or region': 'address-level1',
      'Postal code': 'postal-code',
      Country: 'country-name',
      'Code from the app': 'one-time-code',
    });
  }));

test('a button acts when it is released, and not if the pointer has moved away', () =>
  asEverybody(stage, async ({ page, screen, writes }) => {
    const box = (await (await screen.find('button', 'Change Name')).boundingBox())!;
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    await settle(page);
    assert.equal(await screen.has('textbox', 'Name'), false);
    await page.mouse.move(box.x - 100, box.y);
    await page.mouse.up();
    await settle(page);
    assert.equal(await screen.has('textbox', 'Name'), false);
    await screen.click('button', 'Change Name');
    await screen.find('textbox', 'Name');
    assert.deepEqual(writes(), []);
  }));

test('selecting, checking and typing send nothing, and there are no single-key shortcuts', () =>
  asEverybody(stage, async (visit) => {
    const { page, screen, writes } = visit;
    const leaveAndType = async (role: 'combobox' | 'checkbox', label: string) => {
      await (await screen.find(role, label)).evaluate((field) => (field as HTMLElement).blur());
      await page.keyboard.type('abcdefghijklmnopqrstuvwxyz0123456789/?');
      await settle(page);
      assert.deepEqual(writes(), []);
      assert.equal(await page.$('dialog'), null);
      await screen.find(role, label);
    };
    await screen.click('button', 'Change Gender');
    await screen.choose('Gender', 'Male');
    await leaveAndType('combobox', 'Gender');
    await screen.click('button', 'Cancel');
    await screen.click('button', 'Change Newsletter');
    await screen.click('checkbox', 'Newsletter');
    await leaveAndType('checkbox', 'Newsletter');
  }));

test('nothing appears on hover alone', () =>
  asEverybody(stage, async (visit) => {
    await openForms(visit);
    assert.deepEqual(await inPage(visit.page, 'tooltips', all), []);
    const { page, screen } = visit;
    const text = () => page.$eval('logto-username', ({ shadowRoot, innerText }) => shadowRoot!.textContent + innerText);
    const before = await text();
    await (await screen.find('textbox', 'Username')).hover();
    await settle(page);
    assert.equal(await text(), before);
    await openDialog(visit);
    assert.deepEqual(await inPage(page, 'tooltips', '.logto-dialog'), []);
  }));

test('in a form with several fields, required ones are marked before it is sent', () =>
  asEverybody(stage, async ({ screen, page }) => {
    await screen.click('button', 'Change Address');
    await screen.find('textbox', 'Street');
    const form = await page.$eval('logto-profile form', (each) => (each as HTMLElement).innerText);
    assert.match(form, /\*|required|optional/i);
  }));

// Arrow keys do not count here: people who point and cannot drag have no keyboard.
test('a picture can be moved without dragging', () =>
  asEverybody(stage, async (visit) => {
    const { page, screen } = visit;
    await screen.click('button', 'Change Picture');
    await openCropper(visit);
    const canvas = await screen.element('logto-profile >>> logto-crop-area canvas');
    const picture = () => canvas.evaluate((each) => (each as HTMLCanvasElement).toDataURL());
    await page.keyboard.press('Tab');
    for (let count = 0; count < 10; count += 1) await page.keyboard.press('ArrowRight');
    const before = await picture();
    const { x, y, width, height } = (await canvas.boundingBox())!;
    await page.mouse.click(x + width * 0.7, y + height * 0.7);
    await settle(page);
    assert.ok((await picture()) !== before, 'the picture is where it was');
  }));
