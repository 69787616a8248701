import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { beIn, currentOf, goTo, settingsPage } from './account-visit.js';
import { addAuthenticator } from './authenticator.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { Leaks } from './leaks.js';
import { confirmWithPassword } from './second-factors.js';
import { goToProvider, identitiesOf, keptByBrowser, startSocialStage, type SocialStage } from './social-visit.js';

let stage: Stage;
let socialStage: SocialStage;

before(async () => {
  stage = await startStage();
  socialStage = await startSocialStage();
});

after(async () => {
  await socialStage.close();
  await stage.close();
});

/** The user is in the section, and the address says nothing of it, as one of a page with other plans for it. */
async function inSecurityWithout(visit: Visit): Promise<string> {
  await visit.enter(settingsPage);
  await goTo(visit, 'Security');
  await visit.page.evaluate(() => history.replaceState(null, '', '?x=a+b#of-the-page'));
  return visit.page.url();
}

const linksOf = ({ page }: Visit) =>
  page.$$eval('logto-account >>> [part~="link"]', (links) => links.map((link) => (link as HTMLAnchorElement).href));

test('a user who returns from linking an account sees the result in its section, even if the URL names none', () =>
  socialStage.visit(async (visit) => {
    const { page, screen, logto, screenshot } = visit;
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    const address = await inSecurityWithout(visit);
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    assert.equal(await currentOf(visit), 'Security');
    assert.equal(page.url(), address);
    assert.deepEqual(identitiesOf(visit), ['github grace']);
    await screen.focusOn('Replace the GitHub account');
    await screenshot('account-page-linked');
    for (const link of await linksOf(visit)) assert.doesNotMatch(link, /[?&](code|state)=/);
    assert.deepEqual(await leaks.find(), []);

    await goTo(visit, 'Profile');
    await page.reload();
    await beIn(visit, 'Profile');
  }));

test('no link in the page ever contains the provider’s response parameters', () =>
  socialStage.visit(async (visit) => {
    const { page, screen } = visit;
    await page.evaluateOnNewDocument(() => {
      const seen: string[] = [];
      const { setAttribute } = Element.prototype;
      Element.prototype.setAttribute = function (name, value) {
        if (name === 'href') seen.push(value);
        setAttribute.call(this, name, value);
      };
      Object.assign(globalThis, { seen });
    });
    await inSecurityWithout(visit);
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    const seen = await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    assert.ok(seen.length > 0);
    assert.deepEqual(
      [...new Set(seen)].filter((link) => /[?&](code|state)=/.test(link)),
      [],
    );
  }));

test('a user who cancels at the provider returns to the section that they left', () =>
  socialStage.visit(async (visit) => {
    const address = await inSecurityWithout(visit);
    await goToProvider(visit, 'Link GitHub');
    await visit.screen.click('button', 'Cancel');
    await visit.screen.see('Signed in as Ada Lovelace');
    await beIn(visit, 'Security');
    await visit.screen.find('button', 'Link GitHub');
    assert.equal(visit.page.url(), address);
  }));

test('a user who returns from Logto’s passkey page sees the result in its section', () =>
  stage.visit(
    async (visit) => {
      const { page, screen, server, screenshot } = visit;
      const authenticator = await addAuthenticator(page);
      const address = await inSecurityWithout(visit);
      await screen.click('button', 'Add a passkey');
      await screen.see('For ada');
      assert.equal(new URL(page.url()).origin, server.origin);
      await screen.click('button', 'Add passkey');
      await screen.see('Passkey added.');
      assert.equal(await currentOf(visit), 'Security');
      assert.equal(page.url(), address);
      await screenshot('account-page-passkey');
      assert.equal((await authenticator.credentials()).length, 1);

      await page.reload();
      await beIn(visit, 'Profile');
    },
    { host: 'localhost' },
  ));

test('a user who returns from Logto’s passkey page has the focus where they left', () =>
  stage.visit(
    async (visit) => {
      await addAuthenticator(visit.page);
      await inSecurityWithout(visit);
      await visit.screen.click('button', 'Add a passkey');
      await visit.screen.click('button', 'Add passkey');
      await visit.screen.see('Passkey added.');
      await visit.screen.focusOn('Add a passkey');
    },
    { host: 'localhost' },
  ));

test('a user who goes back in the browser from Logto’s passkey page is where they left', () =>
  stage.visit(
    async (visit) => {
      const { page, screen, problems } = visit;
      problems.expect(keptByBrowser);
      await addAuthenticator(page);
      await inSecurityWithout(visit);
      await screen.click('button', 'Add a passkey');
      await screen.see('For ada');
      await page.goBack();
      await beIn(visit, 'Security');
      await screen.find('button', 'Add a passkey');
    },
    { host: 'localhost' },
  ));
