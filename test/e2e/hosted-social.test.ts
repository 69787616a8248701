import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { startMockSocialProvider, useSocialProvider, type MockSocialProvider } from '../fake-logto/social-provider.js';
import { startStage, type Stage, type Visit } from './harness.js';

const github = '0ffoz13j70sg';
let stage: Stage;
let provider: MockSocialProvider;

before(async () => {
  [stage, provider] = await Promise.all([startStage(), startMockSocialProvider()]);
});

after(() => Promise.all([stage.close(), provider.close()]));

/** A signed-in visit to a tenant whose connectors lead to the provider. */
const visitTenant = (run: (visit: Visit) => Promise<void>) =>
  stage.visit(async (visit) => {
    const { open, screen, signIn, problems, logto } = visit;
    problems.expect(new RegExp(`third party: ${provider.origin}/`));
    useSocialProvider(logto.tenant, provider);
    await open('test/e2e/pages/oidc.html');
    await screen.click('button', 'Sign in');
    await signIn();
    await screen.see('signed in as ada');
    await run(visit);
  });

async function goToTask({ page, server, site }: Visit, task: string): Promise<string> {
  const redirect = `${site}/test/e2e/pages/oidc.html?from=${encodeURIComponent(task)}`;
  await page.goto(`${server.origin}/account/social/${task}?${new URLSearchParams({ redirect })}`);
  return redirect;
}

async function backAt({ page, screen }: Visit, address: string): Promise<void> {
  await screen.see('signed in as ada');
  assert.equal(page.url(), address);
}

const identitiesOf = ({ logto }: Visit) =>
  Object.entries(logto.tenant.users[0]?.identities ?? {}).map(([target, { userId }]) => `${target} ${userId}`);

test('the stand-in’s social page links a social account, replaces it and unlinks it', () =>
  visitTenant(async (visit) => {
    const { screen } = visit;
    let address = await goToTask(visit, github);
    await screen.see('Link GitHub');
    await visit.screenshot('hosted-social');
    await screen.click('button', 'Continue to GitHub');
    await screen.see('wants to know who you are');
    await visit.screenshot('mock-social-provider');
    await screen.click('button', 'Continue as Grace Hopper');
    await backAt(visit, address);
    assert.deepEqual(identitiesOf(visit), ['github grace']);

    address = await goToTask(visit, `${github}/change`);
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Continue as Alan Turing');
    await backAt(visit, address);
    assert.deepEqual(identitiesOf(visit), ['github alan']);

    address = await goToTask(visit, `${github}/remove`);
    await screen.click('button', 'Unlink');
    await backAt(visit, address);
    assert.deepEqual(identitiesOf(visit), []);
  }));

test('the stand-in’s social page says why nothing was linked, and offers to retry or go back', () =>
  visitTenant(async (visit) => {
    const { screen, problems } = visit;
    problems.expect(/status of 422/);
    const address = await goToTask(visit, github);
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Cancel');
    await screen.see('authorization process is unsuccessful');
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Fail');
    await screen.see('Error occurred in connector');
    await screen.click('link', 'Back');
    await backAt(visit, address);
    assert.deepEqual(identitiesOf(visit), []);
  }));

test('the stand-in’s social page does not link an account of another user', () =>
  visitTenant(async (visit) => {
    const { screen, logto, problems } = visit;
    problems.expect(/status of 422/);
    logto.tenant.users[1]!.identities.github = { userId: 'grace' };
    await goToTask(visit, github);
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('The social account has been associated with an existing account.');
  }));

test('the stand-in’s social page rejects unknown callbacks and connectors', () =>
  visitTenant(async ({ page, server, screen, problems }) => {
    problems.expect(/status of 404/);
    for (const path of [`callback/social/${github}?code=c&state=s`, 'social/nope?redirect=https://a.example']) {
      await page.goto(`${server.origin}/account/${path}`);
      await screen.see('The stand-in has no such page.');
    }
  }));
