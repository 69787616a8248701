import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

import { FakeLogto, withBackupCodes, withPasskey, withTotp, withTrustedDevice } from '../fake-logto/fake-logto.js';
import { giveSettings } from './accessibility-keyboard.js';
import { chooseFile } from './choose-file.js';
import type { Stage, Visit } from './harness.js';

/** A tenant with everything turned on, and a user with some of everything. */
export function everything(): FakeLogto {
  const logto = new FakeLogto({ devFeatures: true, fields: { trustedDevice: 'Edit' } });
  const user = logto.tenant.users[0]!;
  user.identities = { github: { userId: 'ada', details: { id: 'ada', name: 'Ada' } } };
  withPasskey(withTotp(user));
  withBackupCodes(user, { used: 3 });
  withTrustedDevice(user);
  return logto;
}

/** A visit of that user to the demo, where the page knows the settings. */
export const asEverybody = (stage: Stage, run: (visit: Visit) => Promise<void>): Promise<void> =>
  stage.visit(
    async (visit) => {
      visit.problems.expect(/status of 4\d\d/);
      await visit.enter();
      await giveSettings(visit);
      await run(visit);
    },
    { logto: everything() },
  );

/** Presses the first button of this part, wherever the rows have moved to meanwhile. */
export const press = async ({ screen }: Visit, tag: string, part: string) =>
  (await screen.part(`logto-${tag}`, part)).evaluate((button) => (button as HTMLElement).click());

/** Opens the form behind a button, and waits until it is there instead: rows open one at a time. */
async function openForm({ page, screen }: Visit, name: string): Promise<void> {
  await (await screen.find('button', name)).evaluate((button) => (button as HTMLElement).click());
  while (await screen.has('button', name)) await settle(page);
}

/** Forms, some with something wrong in them, and questions. */
export async function openForms(visit: Visit): Promise<void> {
  const { screen, page } = visit;
  for (const label of [
    'Birthday',
    'Gender',
    'Address',
    'Newsletter',
    'Picture',
    'Website',
    'Username',
    'Password',
    'Phone',
  ])
    await openForm(visit, `Change ${label}`);
  const wrong = { Website: 'nowhere', Username: '1 a', 'New password': 'abcd' };
  for (const [label, value] of Object.entries(wrong)) {
    const field = await screen.find('textbox', label);
    await field.evaluate((each) => (each as HTMLInputElement).select());
    await field.focus();
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await press(visit, 'email', 'remove');
  await press(visit, 'passkeys', 'edit');
  await press(visit, 'social-links', 'remove');
  await press(visit, 'delete-account', 'remove');
}

/** Everything that is shown only after a proof, which is given. */
export async function showLists(visit: Visit): Promise<void> {
  const { screen, logto } = visit;
  await press(visit, 'trusted-devices', 'show');
  await screen.find('dialog', 'Confirm it’s you');
  await screen.fill('Password', logto.tenant.users[0]!.password!);
  await screen.click('button', 'Confirm');
  await press(visit, 'trusted-devices', 'remove');
  await press(visit, 'sessions', 'show');
  await screen.part('logto-sessions', 'remove');
  await press(visit, 'connected-apps', 'show');
  await screen.part('logto-connected-apps', 'remove');
}

/** The dialog of the provider, with something wrong in it. */
export async function openDialog({ page, screen }: Visit): Promise<void> {
  void page
    .evaluate(() => (document.querySelector('logto-account-provider') as never as { verify(): Promise<void> }).verify())
    .catch(() => undefined);
  await screen.find('dialog', 'Confirm it’s you');
  await screen.click('button', 'Confirm');
  await screen.see('Password is required.');
}

/** The dialog in which a picture is cropped; the form of the picture has to be open. */
export async function openCropper({ page, screen }: Visit): Promise<void> {
  const file = join(tmpdir(), `picture-${process.pid}.png`);
  writeFileSync(file, Buffer.from(await page.screenshot({ clip: { x: 0, y: 0, width: 450, height: 300 } })));
  const choose = await screen.find('button', 'Choose a picture…');
  await chooseFile(page, file, () => choose.click());
  await screen.element('logto-profile >>> [part~="save"]:not([disabled]):not([type="submit"])');
}

/** Calls a function of `pages/layout.ts`, which the server of the pages compiles, in the page. */
export const inPage = <Result>(page: Page, name: string, ...args: string[]): Promise<Result> =>
  page.evaluate(
    `import('/test/e2e/pages/layout.ts').then((it) => it.${name}(${args.map((each) => JSON.stringify(each)).join()}))`,
  ) as Promise<Result>;

/** Waits until the next frame is drawn. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 30))));
}
