import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { FakeLogto } from '../fake-logto/fake-logto.js';
import { startStage, type Stage, type Visit } from './harness.js';

const path = 'test/e2e/pages/settings.html';
let stage: Stage;

before(async () => {
  stage = await startStage();
});

after(() => stage.close());

/** Loads the page with a query, signs in, and returns the labels of the profile's rows. */
async function rowsOf(visit: Visit, query = '', page = path): Promise<string[]> {
  const { headers, open, screen, signIn, logto, problems } = visit;
  problems.expect(/\/api\/\.well-known\//);
  // Where a page's own script writes settings into itself, Trusted Types ask for a policy of the page.
  const policy = headers['content-security-policy'] ?? '';
  if (query.includes('inline')) headers['content-security-policy'] = policy.replace(/require-trusted-types.*/, '');
  await open(`${page}${query}`);
  await screen.click('button', 'Sign in');
  await signIn();
  await screen.see('Signed in as Ada Lovelace');
  // Coming back from the tenant, the page was loaded without the query, and may still have something to say of it.
  await visit.page.goto('about:blank');
  problems.warnings.length = logto.requests.length = 0;
  await open(`${page}${query}`);
  await screen.see('Signed in as Ada Lovelace');
  return screen.texts('logto-profile', 'label');
}

const inDevelopment = () => ({ logto: new FakeLogto({ environment: 'development' }) });

const wellKnownRequests = ({ logto }: Visit) => logto.requests.filter(({ path }) => path.includes('.well-known'));

for (const [query, source] of [
  ['?property=good&inline=good&file=good', 'property'],
  ['?inline=good&file=good', 'page'],
  ['?file=good', 'file'],
]) {
  test(`with ${query}, the settings come from the ${source}, and no other source is read`, () =>
    stage.visit(async (visit) => {
      assert.deepEqual(await rowsOf(visit, query), ['Name', `Nickname of the ${source}`]);
      assert.deepEqual(visit.problems.warnings, []);
      assert.deepEqual(wellKnownRequests(visit), []);
    }));
}

test('fields that are read-only in the settings have no button', () =>
  stage.visit(async (visit) => {
    await rowsOf(visit, '?property=good');
    await visit.screen.find('button', 'Change Nickname of the property');
    assert.equal(await visit.page.$('::-p-aria([name="Change Name"][role="button"])'), null);
  }));

test('inline settings that are in the page from the start are used', () =>
  stage.visit(async (visit) => {
    assert.deepEqual(await rowsOf(visit, '', 'test/e2e/pages/settings-inline.html'), ['Name', 'Website', 'Nickname']);
    await visit.screen.find('button', 'Change Name');
    assert.deepEqual(visit.problems.warnings, []);
    await visit.screenshot('settings-inline');
  }));

test('a tenant whose settings can be read decides order, labels and selection of the fields', () =>
  stage.visit(async (visit) => {
    assert.deepEqual(await rowsOf(visit), [
      'Picture',
      'Name',
      'Full name',
      'Nickname',
      'Birthday',
      'Gender',
      'Website',
      'Address',
      'Job title',
      'Team size',
      'Newsletter',
      'Plan',
      'Badge',
    ]);
    assert.deepEqual(visit.problems.warnings, []);
    assert.equal(await visit.screen.row('Plan'), 'Pro');
    assert.equal(await visit.screen.row('Newsletter'), 'Yes');
    await visit.screenshot('settings-of-tenant');
  }, inDevelopment()));

test('a custom field is validated by the tenant’s rules, and saving it keeps other custom data', () =>
  stage.visit(async (visit) => {
    await rowsOf(visit);
    const { screen, logto, screenshot } = visit;
    const before = { ...logto.tenant.users[0]?.customData };
    await screen.click('button', 'Change Job title');
    await screen.see('Shown on your card');
    await screen.fill('Job title', 'X');
    await screen.click('button', 'Save');
    await screen.see('Use at least 2 characters.');
    await screenshot('settings-field-refused');
    await screen.fill('Job title', 'Analyst');
    await screen.click('button', 'Save');
    await screen.see('Job title saved.');
    assert.deepEqual(logto.tenant.users[0]?.customData, { ...before, jobTitle: 'Analyst' });
  }, inDevelopment()));

test('without settings, standard claims are shown, and no custom fields', () =>
  stage.visit(async (visit) => {
    const rows = await rowsOf(visit);
    assert.ok(rows.includes('Time zone'));
    assert.ok(!rows.includes('Job title'));
    assert.equal((await visit.problems.warned(/settings/)).length, 1);
  }));

for (const [query, complaint, label] of [
  [
    '?property=broken&inline=good',
    /^\[logto-account-elements\] The settings in the settings property are not a snapshot of the form/,
    'Nickname of the page',
  ],
  [
    '?inline=broken&file=good',
    /^\[logto-account-elements\] The settings in the inline <script type="application\/json"> could not be read \(.+\)/,
    'Nickname of the file',
  ],
] as const) {
  test(`with ${query}, the invalid source is reported, and the next one is used`, () =>
    stage.visit(async (visit) => {
      assert.ok((await rowsOf(visit, query)).includes(label));
      assert.equal((await visit.problems.warned(complaint)).length, 1);
    }));
}

for (const [query, reason] of [
  ['?file=missing', /settings-src=".\/no-such-file.json" could not be read \(HTTP 404\)/],
  ['?file=broken', /settings-src=".\/settings.html" could not be read \(.*JSON/],
] as const) {
  test(`with ${query}, the settings are read from the tenant, after a warning`, () =>
    stage.visit(async (visit) => {
      visit.problems.expect(/status of 404/);
      assert.ok((await rowsOf(visit, query)).includes('Job title'));
      assert.equal(visit.problems.warnings.length, 1);
      assert.match(visit.problems.warnings[0] ?? '', reason);
    }, inDevelopment()));
}

test('settings that the page sets later replace the current ones', () =>
  stage.visit(async (visit) => {
    await rowsOf(visit, '?property=good');
    await visit.page.evaluate(() => {
      const provider = document.querySelector('logto-account-provider')!;
      provider.settings = {
        accountCenter: { fields: { profile: 'Edit' }, profileFields: [{ name: 'website' }] },
      };
    });
    await visit.screen.find('button', 'Change Website');
    assert.deepEqual(await visit.screen.texts('logto-profile', 'label'), ['Website']);
  }));
