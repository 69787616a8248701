import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import {
  ada,
  atATab,
  backAt,
  identitiesOf,
  keptByBrowser,
  remembered,
  rowOf,
  said,
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

/** With a tag that links at Logto’s own page. */
const enter = (run: (visit: SocialVisit) => Promise<void>) =>
  stage.visit(async (visit) => {
    await visit.page.evaluateOnNewDocument(() =>
      document.addEventListener('readystatechange', () =>
        document.querySelector('logto-social-links')?.setAttribute('mode', 'hosted'),
      ),
    );
    await visit.enter('test/e2e/pages/social.html');
    await run(visit);
  });

/** Goes to Logto’s page for this, and says where from. */
async function goThere(visit: SocialVisit, name: string, title: string): Promise<string> {
  const { page, screen, server } = visit;
  const from = await atATab(visit);
  await screen.click('button', name);
  await screen.find('heading', title);
  assert.equal(new URL(page.url()).origin, server.origin);
  assert.equal(new URL(page.url()).searchParams.get('redirect'), from);
  return from;
}

test('an account is linked and replaced on Logto’s page, and announced on the page that the user returns to', () =>
  enter(async (visit) => {
    const { page, screen, screenshot } = visit;
    let from = await goThere(visit, 'Link GitHub', 'Link GitHub');
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.see('GitHub is linked.');
    await backAt(visit, from);
    await screen.focusOn('Replace the GitHub account');
    await screenshot('social-links-hosted-back');
    assert.equal(await rowOf(visit, 'GitHub'), 'Grace Hopper · grace@social.example');

    from = await goThere(visit, 'Replace the GitHub account', 'Change GitHub account');
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Continue as Alan Turing');
    await screen.see('GitHub is linked.');
    await backAt(visit, from);
    assert.deepEqual(identitiesOf(visit), ['github alan']);

    await page.reload();
    await screen.find('button', 'Replace the GitHub account');
    assert.equal(await said(visit), '');
  }));

test('nothing is announced to a user who returns without an account', () =>
  enter(async (visit) => {
    const { screen } = visit;
    const from = await goThere(visit, 'Link GitHub', 'Link GitHub');
    await screen.click('link', 'Back');
    await backAt(visit, from);
    await screen.focusOn('Link GitHub');
    assert.deepEqual([await said(visit), identitiesOf(visit), writesOf(visit)], ['', [], []]);
  }));

test('nothing is announced to a user who cancels at the provider and then returns', () =>
  enter(async (visit) => {
    const { screen, problems } = visit;
    problems.expect(/status of 422/); // the page of the stand-in
    const from = await goThere(visit, 'Link GitHub', 'Link GitHub');
    await screen.click('button', 'Continue to GitHub');
    await screen.click('button', 'Cancel');
    await screen.click('link', 'Back');
    await backAt(visit, from);
    assert.deepEqual([await said(visit), identitiesOf(visit)], ['', []]);
  }));

test('a user who goes back in the browser sees what was linked meanwhile', () =>
  enter(async (visit) => {
    const { page, screen, problems } = visit;
    const from = await goThere(visit, 'Link GitHub', 'Link GitHub');
    ada(visit).identities = { github: { userId: 'grace', details: { id: 'grace', name: 'Grace Hopper' } } };
    problems.expect(keptByBrowser);
    await page.goBack();
    await screen.see('GitHub is linked.');
    await backAt(visit, from);
    assert.equal(await rowOf(visit, 'GitHub'), 'Grace Hopper');
  }));

test('nothing is announced to another user who has signed in meanwhile', () =>
  enter(async (visit) => {
    const { page, screen, logto, site, server } = visit;
    await goThere(visit, 'Link Google', 'Link Google');
    const [, charles] = logto.tenant.users;
    charles!.identities['google'] = { userId: 'g', details: { id: 'g', name: 'Engine' } };
    await page.goto(`${site}/test/e2e/pages/oidc.html`);
    await page.evaluate(() => localStorage.clear());
    server.endSessions();
    await visit.open('test/e2e/pages/social.html');
    await screen.click('button', 'Sign in');
    await visit.signIn('charles', charles!.password!);
    await screen.find('button', 'Unlink Google');
    assert.deepEqual([await said(visit), await remembered(visit)], ['', []]);
  }));
