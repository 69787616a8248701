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
  const { open, screen, signIn, problems, headers } = visit;
  // Each copy has its own policy for Trusted Types, of the same name.
  headers['content-security-policy'] += " 'allow-duplicates'";
  problems.expect(/\/api\/\.well-known\//);
  await open('test/e2e/pages/copies.html');
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
  for (const provider of ['logto-account-provider', 'other-account-provider'])
    await screen.element(`${provider} logto-profile >>> [part~=row]`);
}

/** Presses a button in one of the providers. */
async function press({ screen }: Visit, provider: string, button: string): Promise<void> {
  await (await screen.element(`${provider} > ${button}`)).click();
}

const signInButton = 'logto-sign-in >>> button[part~="sign-in"]';
const signOutButton = 'logto-sign-in >>> button[part~="sign-out"]';
const changeButton = (field: string) => `logto-profile >>> button[aria-label="Change ${field}"]`;

/** The text of the elements in a provider. */
const textIn = ({ page }: Visit, provider: string) =>
  page.$$eval(`${provider} > *`, (tags) =>
    tags.map(({ shadowRoot }) => shadowRoot?.textContent?.replace(/\s+/g, ' ')).join(' '),
  );

test('an element of one copy of the library shows and saves the account of another copy’s provider', () =>
  stage.visit(async (visit) => {
    await inTwoCopies(visit);
    const { screen, logto } = visit;
    await press(visit, 'logto-account-provider', changeButton('Nickname'));
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
  }));

test('an error of one copy is recognized by the elements of the other', () =>
  stage.visit(async (visit) => {
    await inTwoCopies(visit);
    visit.problems.expect(/status of 400/);
    visit.logto.tenant.accountCenter.fields.name = 'ReadOnly';
    await press(visit, 'logto-account-provider', changeButton('Name'));
    await visit.screen.fill('Name', 'Countess');
    await visit.screen.click('button', 'Save');
    await visit.screen.see('This cannot be changed here.');
  }));

test('two copies of the library share one token store: an expired token is renewed without ending the session', () =>
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

test('two providers of two applications sign in one after the other, each with its own session', () =>
  stage.visit(async (visit) => {
    visit.problems.expect(/\/api\/\.well-known\//);
    const { logto, open, signIn, screen, page, screenshot } = visit;
    logto.tenant.applications.push({
      id: 'second-app',
      name: 'Second',
      isThirdParty: false,
      redirectUris: [],
      postLogoutRedirectUris: [],
    });
    await open('test/e2e/pages/two-apps.html');
    await press(visit, '#first', signInButton);
    await signIn();
    await screen.see('Signed in as Ada Lovelace');
    assert.match(await textIn(visit, '#second'), /Sign in to see this part of your account/);
    await screenshot('two-apps-one-signed-in');

    // The tenant has a session, and does not ask again.
    await press(visit, '#second', signInButton);
    await screen.element(`#second > ${signOutButton}`);
    assert.match(await textIn(visit, '#first'), /Signed in as Ada Lovelace/);
    assert.match(await textIn(visit, '#second'), /Signed in as Ada Lovelace/);
    assert.ok(!page.url().includes('code='));

    await press(visit, '#second', changeButton('Nickname'));
    await screen.fill('Nickname', 'Countess');
    await screen.click('button', 'Save');
    await screen.see('Nickname saved.');
    assert.equal(logto.tenant.users[0]?.profile.nickname, 'Countess');
  }));
