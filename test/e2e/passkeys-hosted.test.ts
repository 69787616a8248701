import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { withPasskey } from '../fake-logto/fake-logto.js';
import { addAuthenticator, type Authenticator } from './authenticator.js';
import { startStage, type Stage, type Visit } from './harness.js';
import { enterDemo, passkeysOf } from './second-factors.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** In the demo, where the tag sends people to the tenant’s own page, at an origin of its own. */
const inDemo = (run: (visit: Visit, authenticator: Authenticator) => Promise<void>) =>
  stage.visit(
    async (visit) => {
      const authenticator = await addAuthenticator(visit.page);
      await visit.page.evaluateOnNewDocument(() =>
        document.addEventListener('readystatechange', () =>
          document.querySelector('logto-passkeys')?.setAttribute('mode', 'hosted'),
        ),
      );
      await enterDemo(visit);
      await run(visit, authenticator);
    },
    { host: 'localhost' },
  );

/** Goes to the tenant’s page, and says where from. */
async function goThere({ page, screen, server }: Visit): Promise<string> {
  const from = page.url();
  await screen.see('Passkeys are added on the sign-in page. You will come back here afterward.');
  await screen.click('button', 'Add a passkey');
  await screen.see('Add a passkey');
  await screen.see('For ada');
  assert.equal(new URL(page.url()).origin, server.origin);
  assert.notEqual(new URL(from).origin, server.origin);
  assert.equal(new URL(page.url()).searchParams.get('redirect'), from);
  return from;
}

/** Waits until the demo is there again, as it was left, and has looked for what it was waiting for. */
async function backAt({ page, screen }: Visit, address: string): Promise<void> {
  await screen.see('Signed in as Ada Lovelace');
  await screen.focusOn('Add a passkey');
  assert.equal(page.url(), address);
  await page.waitForFunction(
    () => !Object.keys(sessionStorage).some((key) => key === 'logto-account-elements:passkey/add'),
  );
}

/** Browser messages about the back/forward cache, caused by the development server's connection. */
const keptByBrowser = /Back-Forward Cache/;

const remembered = ({ page }: Visit) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key === 'logto-account-elements:passkey/add'));

/** Also when it is nothing, which takes no space. */
const said = ({ page }: Visit) =>
  page.$eval('logto-passkeys >>> [part~="status"]', ({ textContent }) => textContent.trim());

test('a passkey is added on the tenant’s page, and announced on the page that the user returns to', () =>
  inDemo(async (visit, authenticator) => {
    const { page, screen, screenshot } = visit;
    await page.evaluate(() => history.replaceState(null, '', '?tab=passkeys&x=a+b#here'));
    const from = await goThere(visit);
    await screen.click('button', 'Add passkey');
    await screen.see('Passkey added.');
    await backAt(visit, from);
    await screenshot('passkeys-hosted-back');
    await screen.find('button', 'Rename Chrome on Linux');
    assert.equal((await authenticator.credentials()).length, 1);
    assert.deepEqual(await remembered(visit), []);

    await page.reload();
    await screen.find('button', 'Rename Chrome on Linux');
    assert.equal(await said(visit), '');
  }));

test('nothing is announced to a user who returns without a passkey', () =>
  inDemo(async (visit) => {
    const from = await goThere(visit);
    await visit.screen.click('link', 'Back');
    await backAt(visit, from);
    assert.deepEqual([await said(visit), await remembered(visit), passkeysOf(visit)], ['', [], []]);
  }));

test('nothing is announced to a user who goes back in the browser without a passkey', () =>
  inDemo(async (visit) => {
    const from = await goThere(visit);
    visit.problems.expect(keptByBrowser);
    await visit.page.goBack();
    await backAt(visit, from);
    assert.deepEqual([await said(visit), await remembered(visit)], ['', []]);
  }));

test('a user who goes back in the browser after adding a passkey sees it', () =>
  inDemo(async (visit) => {
    const { page, screen, logto } = visit;
    const from = await goThere(visit);
    withPasskey(logto.tenant.users[0]!, { name: 'Phone' });
    visit.problems.expect(keptByBrowser);
    await page.goBack();
    await screen.see('Passkey added.');
    await backAt(visit, from);
    await screen.find('button', 'Rename Phone');
  }));

test('nothing is announced to another user who has signed in meanwhile', () =>
  inDemo(async (visit) => {
    const { page, screen, logto, site } = visit;
    await goThere(visit);
    const [, charles] = logto.tenant.users;
    withPasskey(charles!, { name: 'Engine' });
    await page.goto(`${site}/test/e2e/pages/oidc.html`);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) localStorage.removeItem(key);
    });
    visit.server.endSessions();
    await visit.open('stories/demo/index.html');
    await screen.click('button', 'Sign in');
    await visit.signIn('charles', charles!.password!);
    await screen.find('button', 'Rename Engine');
    assert.deepEqual([await said(visit), await remembered(visit)], ['', []]);
  }));
