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
  keptByBrowser,
  remembered,
  rowOf,
  said,
  startSocialStage,
  writesOf,
  type SocialStage,
} from './social-visit.js';

let stage: SocialStage;

before(async () => {
  stage = await startSocialStage();
});

after(() => stage.close());

const verified = ['POST /api/verifications/social', 'POST /api/verifications/social/verify'];

test('an account is linked, replaced, and unlinked', () =>
  stage.enter(async (visit) => {
    const { page, screen, screenshot } = visit;
    const address = await atATab(visit);
    await screenshot('social-links');
    await goToProvider(visit, 'Link GitHub');
    assert.equal((await page.cookies()).length, 0);
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    await backAt(visit, address);
    await screen.focusOn('Replace the GitHub account');
    assert.equal(await rowOf(visit, 'GitHub'), 'Grace Hopper · grace@social.example');
    assert.deepEqual(identitiesOf(visit), ['github grace']);
    await screenshot('social-links-linked');

    await goToProvider(visit, 'Replace the GitHub account');
    await screen.click('button', 'Continue as 31415926');
    await confirmWithPassword(visit); // it was another page that has proved it before
    await screen.see('GitHub is linked.');
    await backAt(visit, address);
    assert.equal(await rowOf(visit, 'GitHub'), 'Linked');
    assert.deepEqual(identitiesOf(visit), ['github 31415926']);

    await screen.click('button', 'Unlink GitHub');
    await screen.see('Unlink GitHub? You will no longer be able to sign in with it.');
    await screen.click('button', 'Unlink');
    await screen.see('GitHub is no longer linked.');
    await screen.focusOn('Link GitHub');
    assert.deepEqual(identitiesOf(visit), []);
    assert.deepEqual(writesOf(visit), [
      ...verified,
      'POST /api/my-account/identities',
      ...verified,
      'PUT /api/my-account/identities',
      'DELETE /api/my-account/identities/github',
    ]);
  }));

test('a reload after an account was linked links nothing again', () =>
  stage.enter(async (visit) => {
    const { page, screen } = visit;
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    const writes = writesOf(visit);
    await page.reload();
    await screen.find('button', 'Replace the GitHub account');
    assert.equal(await said(visit), '');
    assert.deepEqual(writesOf(visit), writes);
  }));

test('accounts of several providers are linked one after the other', () =>
  stage.enter(async (visit) => {
    const { screen } = visit;
    await beWithoutMethods(visit);
    for (const [name, person] of [
      ['GitHub', 'Grace Hopper'],
      ['Google', 'Alan Turing'],
    ] as const) {
      await goToProvider(visit, `Link ${name}`);
      await screen.click('button', `Continue as ${person}`);
      await screen.see(`${name} is linked.`);
    }
    assert.deepEqual(identitiesOf(visit), ['github grace', 'google alan']);
    assert.equal(await rowOf(visit, 'GitHub'), 'Grace Hopper · grace@social.example');
    assert.equal(await rowOf(visit, 'Google'), 'Alan Turing · alan@social.example');
  }));

test('a user with neither password nor address needs no verification', () =>
  stage.enter(async (visit) => {
    const { screen, logto } = visit;
    await beWithoutMethods(visit);
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('GitHub is linked.');
    assert.deepEqual(identitiesOf(visit), ['github grace']);
    assert.ok(logto.tenant.verificationRecords.every(({ type }) => type === 'Social'));
    await screen.click('button', 'Unlink GitHub');
    await screen.click('button', 'Unlink');
    await screen.see('GitHub is no longer linked.');
    assert.deepEqual(identitiesOf(visit), []);
  }));

test('a user whose only way to sign in is one account can replace it, but not unlink it', () =>
  stage.enter(async (visit) => {
    const { screen, screenshot } = visit;
    Object.assign(ada(visit), { username: null, identities: { github: { userId: 'grace' } } });
    await beWithoutMethods(visit);
    await screen.see('This is your only way to sign in, so it cannot be removed. Add another one first.');
    await screenshot('social-links-only-one');
    await goToProvider(visit, 'Replace the GitHub account');
    await screen.click('button', 'Continue as Alan Turing');
    await screen.see('GitHub is linked.');
    assert.deepEqual(identitiesOf(visit), ['github alan']);
  }));

test('a user who cancels verification can finish without going to the provider again', () =>
  stage.enter(async (visit) => {
    const { page, screen, screenshot, provider } = visit;
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.find('dialog', 'Confirm it’s you');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() !== 'image') asked.push(new URL(request.url()).origin); // the person's picture is there
    });
    await screen.click('button', 'Cancel');
    await screen.see('GitHub has confirmed your account. Link it to finish.');
    await screenshot('social-links-finish');
    assert.deepEqual(identitiesOf(visit), []);
    await screen.click('button', 'Link');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    assert.deepEqual(identitiesOf(visit), ['github grace']);
    assert.equal(asked.includes(provider.origin), false);
  }));

test('a user who returns with the Back button finds the page unchanged, and can start again', () =>
  stage.enter(async (visit) => {
    const { page, screen, problems } = visit;
    const address = await atATab(visit);
    await goToProvider(visit, 'Link GitHub');
    problems.expect(keptByBrowser);
    await page.goBack();
    await screen.focusOn('Link GitHub');
    await backAt(visit, address, { mayComeYet: true });
    assert.equal(await said(visit), '');
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
  }));

test('a user who goes back in the browser, forward again, and then approves has the account linked', () =>
  stage.enter(async (visit) => {
    const { page, screen, problems } = visit;
    const address = await atATab(visit);
    await goToProvider(visit, 'Link GitHub');
    problems.expect(keptByBrowser);
    await page.goBack();
    await screen.focusOn('Link GitHub');
    await page.goForward();
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    await backAt(visit, address);
    assert.deepEqual(identitiesOf(visit), ['github grace']);
  }));

test('a response URL that is opened a second time, here or in another tab, is cleaned and reported', () =>
  stage.enter(async (visit) => {
    const { page, screen } = visit;
    await beWithoutMethods(visit);
    let answer = '';
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.url().includes('code=')) answer = request.url();
    });
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('GitHub is linked.');
    const writes = writesOf(visit);
    for (const isOtherTab of [false, true]) {
      if (isOtherTab) await page.evaluate(() => sessionStorage.clear());
      await page.goto(answer);
      await screen.see('It was used before, or it belongs to another tab or account');
      assert.equal(page.url(), answer.replace(/\?.*/, ''));
    }
    assert.deepEqual([writesOf(visit), identitiesOf(visit)], [writes, ['github grace']]);
  }));

test('a user who goes back in the browser after an account was linked triggers nothing again', () =>
  stage.enter(async (visit) => {
    const { page, screen, problems } = visit;
    await beWithoutMethods(visit);
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('GitHub is linked.');
    const writes = writesOf(visit);
    problems.expect(keptByBrowser);
    await page.goBack();
    await screen.see('wants to know who you are');
    await page.goForward();
    await screen.find('button', 'Replace the GitHub account');
    assert.deepEqual([writesOf(visit), await remembered(visit)], [writes, []]);
  }));

test('a sign-in in between is a sign-in, and links nothing', () =>
  stage.enter(async (visit) => {
    const { page, screen, logto, site, server } = visit;
    await goToProvider(visit, 'Link Google');
    await page.goto(`${site}/test/e2e/pages/oidc.html`);
    await page.evaluate(() => localStorage.clear());
    server.endSessions();
    await visit.open('test/e2e/pages/social.html');
    assert.equal((await remembered(visit)).length, 1);
    await screen.click('button', 'Sign in');
    await visit.signIn('charles', logto.tenant.users[1]!.password!);
    await screen.see('Signed in as Charles Babbage');
    await screen.find('button', 'Link Google');
    assert.deepEqual([await said(visit), await remembered(visit), new URL(page.url()).search], ['', [], '']);
    assert.deepEqual(writesOf(visit), [verified[0]]);
  }));
