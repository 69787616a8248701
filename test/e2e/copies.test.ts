import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startStage, type Stage, type Visit } from './harness.js';

let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** Signs in at a page with two copies of the library, and waits until both providers show the account. */
async function inTwoCopies(visit: Visit): Promise<void> {
  const { open, screen, signIn, problems, page } = visit;
  problems.expect(/well-known/);
  await open('test/e2e/pages/copies.html');
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
  for (const provider of ['logto-account-provider', 'other-account-provider'])
    await page.waitForSelector(`${provider} logto-profile >>> [part~=row]`, { timeout: 5000 });
}

/** Presses the button of this name in the provider that the selector finds. */
async function press({ page }: Visit, provider: string, name: string): Promise<void> {
  const selector = `${provider} >>> ::-p-aria([name="${name}"][role="button"])`;
  await (await page.waitForSelector(selector, { visible: true, timeout: 5000 }))?.click();
}

/** What the tags in a provider say. */
const wordsIn = ({ page }: Visit, provider: string) =>
  page.$$eval(`${provider} > *`, (tags) =>
    tags.map(({ shadowRoot }) => shadowRoot?.textContent?.replace(/\s+/g, ' ')).join(' '),
  );

test('a tag of one copy of the library shows and saves the account of a provider of another copy', () =>
  stage.visit(async (visit) => {
    await inTwoCopies(visit);
    const { screen, logto } = visit;
    await press(visit, 'logto-account-provider', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
  }));

test('an error of one copy is understood by the tags of the other', () =>
  stage.visit(async (visit) => {
    await inTwoCopies(visit);
    visit.problems.expect(/status of 400/);
    visit.logto.tenant.accountCenter.fields.name = 'ReadOnly';
    await press(visit, 'logto-account-provider', 'Change Name');
    await visit.screen.fill('Name', 'Countess');
    await visit.screen.click('button', 'Save');
    await visit.screen.see('This cannot be changed here.');
  }));

test('two copies of the library share one token store: a token that ran out is renewed without ending the session', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/status of 401/);
    await inTwoCopies(visit);
    const { page, server, screen } = visit;
    const keys = await page.evaluate(() => Object.keys(localStorage).sort());
    assert.deepEqual(keys, ['logto:demo-app:accessToken', 'logto:demo-app:idToken', 'logto:demo-app:refreshToken']);

    server.expireAccessTokens();
    const refreshing = page.evaluate(async () => {
      const providers = document.querySelectorAll<HTMLElement & { refresh(): Promise<void>; status: string }>(
        'logto-account-provider, other-account-provider',
      );
      await Promise.all([...providers].map((provider) => provider.refresh()));
      return [...providers].map(({ status }) => status);
    });
    assert.deepEqual(await refreshing, ['ready', 'ready']);
    await page.reload();
    await screen.see('Signed in as Ada Lovelace');
  }));

test('two providers of two applications sign in one after the other, and each has its own session', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/well-known/);
    const { logto, open, signIn, screen, page, screenshot } = visit;
    logto.tenant.applications.push({
      id: 'second-app',
      name: 'Second',
      isThirdParty: false,
      redirectUris: [],
      postLogoutRedirectUris: [],
    });
    await open('test/e2e/pages/two-apps.html');
    await press(visit, '#first', 'Sign in');
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
    assert.match(await wordsIn(visit, '#second'), /Sign in to see this part of your account/);
    await screenshot('two-apps-one-signed-in');

    // The tenant knows who it is by now, and does not ask again.
    await press(visit, '#second', 'Sign in');
    await page.waitForSelector('#second >>> ::-p-aria([name="Sign out"][role="button"])', { timeout: 5000 });
    assert.match(await wordsIn(visit, '#first'), /Signed in as Ada Lovelace/);
    assert.match(await wordsIn(visit, '#second'), /Signed in as Ada Lovelace/);
    assert.ok(!page.url().includes('code='));

    await press(visit, '#second', 'Change Nickname');
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
  }));
