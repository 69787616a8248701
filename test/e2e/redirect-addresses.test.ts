import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startStage, type Stage, type Visit } from './harness.js';

const deep = 'test/e2e/pages/deep';
const account = `${deep}/settings/account.html`;
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** Registers these addresses in the tenant and no others, and opens a page that is none of them. */
async function openWith({ logto, page, problems, site }: Visit, path: string, ...registered: string[]): Promise<void> {
  problems.expect(/\/api\/\.well-known\//, /\/api\/my-account\/trusted-devices/);
  for (const application of logto.tenant.applications) {
    application.redirectUris = registered.map((address) => `${site}/${address}`);
    application.postLogoutRedirectUris = registered.map((address) => `${site}/${address}`);
  }
  await page.goto(`${site}/${path}`);
}

test('with redirect-uri, the user signs in through that URL and returns to where they were', () =>
  stage.visit(async (visit) => {
    const { screen, page, site, signIn } = visit;
    await openWith(visit, `${account}?tab=me#security`, `${deep}/callback.html`);
    await screen.click('button', 'Sign in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
    assert.equal(page.url(), `${site}/${account}?tab=me#security`);
  }));

test('with post-sign-out-redirect-uri, the user is at that URL after signing out', () =>
  stage.visit(async (visit) => {
    const { screen, page, site, signIn } = visit;
    await openWith(visit, account, `${deep}/callback.html`, `${deep}/goodbye.html`);
    await screen.click('button', 'Sign in');
    await signIn();
    await screen.click('button', 'Sign out');
    await screen.see('Goodbye.');
    assert.equal(page.url(), `${site}/${deep}/goodbye.html`);
  }));

test('redirect URIs can be set as properties and as absolute URLs', () =>
  stage.visit(async (visit) => {
    const { screen, page, site, signIn } = visit;
    await openWith(visit, account, `${deep}/callback.html`, `${deep}/settings/account.html`);
    await page.$eval(
      'logto-account-provider',
      (provider, [callback, goodbye]) => {
        provider.redirectUri = callback;
        provider.postSignOutRedirectUri = goodbye;
      },
      [`${site}/${deep}/callback.html`, `${site}/${account}`],
    );
    await screen.click('button', 'Sign in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
    await page.$eval(
      'logto-account-provider',
      (provider, goodbye) => (provider.postSignOutRedirectUri = goodbye),
      `${site}/${account}`,
    );
    await screen.click('button', 'Sign out');
    await screen.find('button', 'Sign in');
    assert.equal(page.url(), `${site}/${account}`);
  }));
