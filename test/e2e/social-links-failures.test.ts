import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { confirmWithPassword } from './second-factors.js';
import {
  ada,
  atATab,
  backAt,
  beWithoutMethods,
  goToProvider,
  identitiesOf,
  rowOf,
  said,
  socialPage,
  startSocialStage,
  writesOf,
  type SocialStage,
  type SocialVisit,
} from './social-visit.js';

let stage: SocialStage;

before(async () => {
  stage = await startSocialStage();
});

after(() => stage.close());

const started = 'POST /api/verifications/social';

/** Nothing but the beginning was asked of Logto, and nothing is linked. */
function expectOnlyBegun(visit: SocialVisit): void {
  assert.deepEqual(writesOf(visit), [started]);
  assert.deepEqual(identitiesOf(visit), []);
}

for (const [choice, words] of [
  ['Cancel', 'Linking GitHub was canceled.'],
  ['Fail', 'GitHub could not confirm your account. Try again.'],
] as const)
  test(`when the user chooses “${choice}” at the provider, the result is shown, and linking can be retried`, () =>
    stage.enter(async (visit) => {
      const { screen, screenshot } = visit;
      const address = await atATab(visit);
      await goToProvider(visit, 'Link GitHub');
      await screen.click('button', choice);
      await screen.see(words);
      await backAt(visit, address);
      await screen.focusOn('Link GitHub');
      await screenshot(`social-links-${choice.toLowerCase()}`);
      expectOnlyBegun(visit);
      await goToProvider(visit, 'Link GitHub');
      await screen.click('button', 'Continue as Grace Hopper');
      await confirmWithPassword(visit);
      await screen.see('GitHub is linked.');
    }));

test('a forged response is rejected, reported, and removed from the URL', () =>
  stage.enter(async (visit) => {
    const { page, screen, site } = visit;
    const address = await atATab(visit);
    await goToProvider(visit, 'Link GitHub');
    await page.goto(`${site}/${socialPage}?code=of-an-attacker&state=guessed`);
    await screen.see('the response was not meant for this page');
    await backAt(visit, address);
    expectOnlyBegun(visit);
    await page.reload();
    await screen.find('button', 'Link GitHub');
    assert.equal(await said(visit), '');
  }));

test('a forged response is left alone if no request was started', () =>
  stage.enter(async (visit) => {
    const { page, screen, site } = visit;
    await page.goto(`${site}/${socialPage}?code=foreign&state=foreign&x=1#top`);
    await screen.see('Signed in as Ada Lovelace');
    await screen.find('button', 'Link GitHub');
    assert.deepEqual([await said(visit), writesOf(visit)], ['', []]);
    assert.equal(page.url(), `${site}/${socialPage}?code=foreign&state=foreign&x=1#top`);
  }));

test('a response that arrives too late is not sent to Logto', () =>
  stage.enter(async (visit) => {
    const { page, screen, site, provider } = visit;
    const address = await atATab(visit);
    // While the user thinks about it at the provider.
    await goToProvider(visit, 'Link GitHub');
    const consent = page.url();
    await page.setRequestInterception(true);
    const blank = { body: '<!doctype html><link rel="icon" href="data:,">', contentType: 'text/html' };
    page.on('request', (request) =>
      request.url() === `${site}/time-passes` ? void request.respond(blank) : void request.continue(),
    );
    await page.goto(`${site}/time-passes`);
    await page.evaluate(() => {
      const key = 'logto-account-elements:social';
      const stored = JSON.parse(sessionStorage.getItem(key)!) as { expiresAt: number };
      sessionStorage.setItem(key, JSON.stringify({ ...stored, expiresAt: stored.expiresAt - 11 * 60_000 }));
    });
    await page.goto(consent);
    assert.ok(page.url().startsWith(provider.origin));
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('Linking GitHub took too long. Try again.');
    await backAt(visit, address);
    expectOnlyBegun(visit);
  }));

test('a response whose request Logto no longer knows is reported, and links nothing', () =>
  stage.enter(async (visit) => {
    const { screen, logto, problems } = visit;
    problems.expect(/status of 400 .*\/social\/verify/);
    await goToProvider(visit, 'Link GitHub');
    logto.tenant.verificationRecords.length = 0;
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('This took too long.');
    assert.deepEqual(identitiesOf(visit), []);
  }));

for (const [what, has, name] of [
  ['a first account', {}, 'Link GitHub'],
  ['another account', { github: { userId: 'alan' } }, 'Replace the GitHub account'],
] as const)
  test(`an account of another user is not linked, and an error is shown: ${what}`, () =>
    stage.enter(async (visit) => {
      const { page, screen, logto, problems, screenshot } = visit;
      problems.expect(/status of 422 .*\/identities/);
      logto.tenant.users[1]!.identities['github'] = { userId: 'grace' };
      ada(visit).identities = { ...has };
      const before = identitiesOf(visit);
      await page.reload();
      await goToProvider(visit, name);
      await screen.click('button', 'Continue as Grace Hopper');
      await confirmWithPassword(visit);
      await screen.see('That account is linked to someone else. Sign in to the provider with another one.');
      await screenshot('social-links-taken');
      await screen.focusOn(name);
      assert.deepEqual(identitiesOf(visit), before);
      assert.equal(logto.tenant.users[1]!.identities['github'].userId, 'grace');
    }));

test('an account that was linked elsewhere meanwhile is not replaced without confirmation', () =>
  stage.enter(async (visit) => {
    const { screen, problems } = visit;
    problems.expect(/status of 400 .*\/identities/);
    await beWithoutMethods(visit);
    await goToProvider(visit, 'Link GitHub');
    ada(visit).identities = { github: { userId: 'alan', details: { id: 'alan', name: 'Alan Turing' } } };
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('An account from this provider is already linked. Replace it instead.');
    assert.deepEqual(identitiesOf(visit), ['github alan']);
    assert.equal(await rowOf(visit, 'GitHub'), 'Alan Turing');
  }));

test('a provider that Logto no longer knows is not opened', () =>
  stage.enter(async (visit) => {
    const { page, screen, problems } = visit;
    problems.expect(/status of 422 .*\/verifications\/social/);
    const address = page.url();
    await screen.click('button', 'Link Gone');
    await screen.see('This provider is no longer offered here.');
    await screen.focusOn('Link Gone');
    await backAt(visit, address);
  }));

test('a page that is offline when the user returns says so, and links nothing', () =>
  stage.enter(async (visit) => {
    const { page, screen, problems } = visit;
    problems.expect(/ERR_FAILED/, /failed: .*\/social\/verify/);
    await goToProvider(visit, 'Link GitHub');
    await page.setRequestInterception(true);
    page.on('request', (request) =>
      /\/social\/verify$|openid-configuration$/.test(request.url())
        ? void request.abort('failed')
        : void request.continue(),
    );
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('We could not reach the server. Check your connection and try again.');
    await screen.focusOn('Cancel');
    assert.deepEqual(identitiesOf(visit), []);
  }));
