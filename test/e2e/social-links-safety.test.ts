import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';

import { repositoryRoot } from '../tools/pages.js';
import { Leaks } from './leaks.js';
import { confirmWithPassword } from './second-factors.js';
import {
  goToProvider,
  identitiesOf,
  remembered,
  socialPage,
  startSocialStage,
  type SocialStage,
  type SocialVisit,
} from './social-visit.js';
import { watchViolations } from './strict-csp.js';

let stage: SocialStage;

before(async () => {
  assert.ok(
    existsSync(`${repositoryRoot}cdn/logto-account-elements.js`),
    'There is no CDN script to test. Build it first: npm run build',
  );
  stage = await startSocialStage();
});

after(() => stage?.close());

const cdnPage = 'stories/demo/cdn.html';

/** Puts the tag beside the profile, before the script of the page runs; the page says which providers there are. */
async function addTag({ page }: SocialVisit): Promise<void> {
  await page.evaluateOnNewDocument(() =>
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const tag = document.createElement('logto-social-links');
      tag.setAttribute('mode', 'embedded');
      const connectors = [{ id: '0ffoz13j70sg', target: 'github', name: { en: 'GitHub' } }];
      document.querySelector('logto-account-provider')?.append(Object.assign(tag, { connectors }));
    }),
  );
}

test('under a strict CSP with Trusted Types, linking, finishing and unlinking cause no violation', () =>
  stage.visit(async (visit) => {
    const { page, screen, screenshot } = visit;
    const violations = await watchViolations(visit);
    await addTag(visit);
    await visit.enter(cdnPage);
    await screenshot('strict-social');

    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Cancel');
    await screen.see('Linking GitHub was canceled.');

    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.find('dialog', 'Confirm it’s you');
    await screen.click('button', 'Cancel');
    await screen.see('Link it to finish.');
    await screen.click('button', 'Link');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    await screenshot('strict-social-linked');

    await screen.click('button', 'Unlink GitHub');
    await screen.click('button', 'Unlink');
    await screen.see('GitHub is no longer linked.');
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'de'));
    await screen.find('button', 'GitHub verknüpfen');
    // The provider's picture of the person, which this policy leaves out, is all that it misses.
    const others = violations.filter((violation) => !/^img-src \S+\/avatars\/\w+\.svg /.test(violation));
    assert.deepEqual([others, identitiesOf(visit)], [[], []]);
  }));

/** Where the answer of the provider is still written down on the page. */
const navigationsOf = ({ page }: SocialVisit) =>
  page.evaluate(() => [location.href, document.referrer, JSON.stringify(history.state)].join('\n'));

test('no state, code, record or token is left after linking, rejecting, failing and unlinking', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto, problems } = visit;
    problems.expect(/status of 4\d\d/);
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    page.on('request', (request) => {
      const state = new URL(request.url()).searchParams.get('state');
      if (state) leaks.also('state', [state]);
    });
    await visit.enter(`${socialPage}?tab=social`);
    assert.deepEqual(await leaks.find(), [], 'after signing in');

    for (const [choice, words] of [
      ['Cancel', 'Linking GitHub was canceled.'],
      ['Fail', 'GitHub could not confirm your account. Try again.'],
    ] as const) {
      await goToProvider(visit, 'Link GitHub');
      await screen.click('button', choice);
      await screen.see(words);
      assert.deepEqual(await leaks.find(), [], `after ${choice}`);
    }

    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await screen.find('dialog', 'Confirm it’s you');
    assert.deepEqual(await leaks.find(), [], 'in the dialog');
    await screen.click('button', 'Cancel');
    await screen.see('Link it to finish.');
    assert.deepEqual(await leaks.find(), [], 'while only linking is left');
    await screen.click('button', 'Link');
    await confirmWithPassword(visit);
    await screen.see('GitHub is linked.');
    assert.deepEqual(await leaks.find(), [], 'after linking');

    logto.tenant.users[1]!.identities['github'] = { userId: 'alan' };
    await goToProvider(visit, 'Replace the GitHub account');
    await screen.click('button', 'Continue as Alan Turing');
    await confirmWithPassword(visit);
    await screen.see('That account is linked to someone else.');
    assert.deepEqual(await leaks.find(), [], 'after an account that somebody else has');

    await screen.click('button', 'Unlink GitHub');
    await screen.click('button', 'Unlink');
    await screen.see('GitHub is no longer linked.');
    assert.deepEqual(await leaks.find(), [], 'after unlinking');
    assert.deepEqual(await remembered(visit), []);
    assert.doesNotMatch(await navigationsOf(visit), /code|state=/);
    for (const kind of ['access_token', 'code', 'password', 'state', 'verification record'])
      assert.ok(leaks.known.includes(kind), kind);
  }));

test('while the user is away, the tab stores their request, but no token, code or verification', () =>
  stage.visit(async (visit) => {
    const { page, screen, logto, site } = visit;
    const leaks = new Leaks(page, logto);
    await leaks.watch();
    await visit.enter(socialPage);
    await goToProvider(visit, 'Link GitHub');
    await screen.click('button', 'Continue as Grace Hopper');
    await confirmWithPassword(visit); // so that there is such a proof
    await screen.see('GitHub is linked.');
    await goToProvider(visit, 'Link Google');
    leaks.also('state', [new URL(page.url()).searchParams.get('state')!]);
    await page.goto(`${site}/test/e2e/pages/oidc.html`);
    const found = await leaks.find();
    const question = logto.tenant.verificationRecords.at(-1)!;
    assert.deepEqual([found.length, await remembered(visit)], [2, ['logto-account-elements:social']]);
    for (const kind of ['state', 'verification record'])
      assert.ok(
        found.some((place) => place.startsWith(`${kind} in sessionStorage: `)),
        kind,
      );
    assert.ok(found.every((place) => place.includes(`"verificationRecordId":"${question.id}"`)));
    assert.deepEqual([question.type, question.verified], ['Social', false]);
    assert.ok(leaks.known.includes('access_token'));
  }));
