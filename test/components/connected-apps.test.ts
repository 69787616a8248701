import { expect } from '@open-wc/testing';

import { ada, withGrant } from '../fake-logto/fake-logto.js';
import { namesOf, parts, textOf } from '../helpers/read.js';
import { buttonsIn, labelsOf, rowOf, valuesOf, textOfPart } from '../helpers/rows.js';
import { answerWith } from './credential-page.js';
import { aGuardedTenant, openShown, printer, twoApps, type GuardedOptions, type Has } from './guarded-list-page.js';

const openApps = (has: Has | undefined, options: GuardedOptions = {}) =>
  openShown('logto-connected-apps', { has, ...options });

/** One app with these scopes. */
const withScopes =
  (...scopes: string[]): Has =>
  (tenant, user) =>
    withGrant(tenant, user, printer, { scopes });

/** One app of that id and name. */
const withApp =
  (id: string, name: string): Has =>
  (tenant, user) =>
    withGrant(tenant, user, { id, name });

describe('the apps that <logto-connected-apps> lists', () => {
  it('appear once each, with the earliest date, however often they were authorized', async () => {
    const { tag } = await openApps(twoApps);
    expect(valuesOf(tag)).to.deep.equal({ 'Photo Printer': 'Since Oct 5, 2026', Diary: 'Since Nov 12, 2026' });
    expect(buttonsIn(tag, 'Photo Printer')).to.deep.equal(['Remove access for Photo Printer']);
    expect(namesOf(tag, 'button')).to.have.lengthOf(2);
  });

  it('show all the permissions they were ever granted, in plain language', async () => {
    const { tag } = await openApps(twoApps);
    expect(textOfPart(rowOf(tag, 'Photo Printer'), 'hint')).to.equal('Can see: profile, email address, and address');
    expect(textOfPart(rowOf(tag, 'Diary'), 'hint')).to.equal('Can see: phone number');
  });

  it('are requested from Logto as third-party apps', async () => {
    const logto = aGuardedTenant();
    const queries: string[] = [];
    answerWith(logto, /^GET .*grants$/, ({ url }) => void queries.push(new URL(url).search));
    const { tag } = await openApps(
      (tenant, user) => {
        twoApps(tenant, user);
        withGrant(tenant, user, { id: 'demo-app', name: 'Demo' });
      },
      { logto },
    );
    expect(queries).to.deep.equal(['?appType=thirdParty']);
    expect(labelsOf(tag)).to.deep.equal(['Photo Printer', 'Diary']);
  });

  for (const [scopes, words] of [
    [['openid', 'offline_access'], undefined],
    [['openid', 'profile'], 'Can see: profile'],
    [['openid', 'email', 'phone'], 'Can see: email address and phone number'],
    [['urn:logto:scope:organizations', 'urn:logto:scope:roles'], 'Can see: organizations and roles'],
    [
      ['openid', 'offline_access', 'identities', 'custom_data', 'urn:logto:scope:sessions', 'read:everything'],
      'Can see: social accounts, custom_data, urn:logto:scope:sessions, and read:everything',
    ],
    [['constructor', '__proto__'], 'Can see: constructor and __proto__'],
    [[''], undefined],
  ] as const)
    it(`list only the permissions that matter to a user: ${scopes.join(' ')}`, async () => {
      const { tag } = await openApps(withScopes(...scopes));
      expect(textOfPart(rowOf(tag, 'Photo Printer'), 'hint')).to.equal(words);
    });

  it('are named by their host if they have no name and their id is a URL', async () => {
    const { tag } = await openApps(withApp('https://prints.example/client.json', ''));
    expect(labelsOf(tag)).to.deep.equal(['prints.example']);
    expect(namesOf(tag, 'button')).to.deep.equal(['Remove access for prints.example']);
  });

  it('show the host beside the name if they have both, since an app can choose any name', async () => {
    const { tag } = await openApps(withApp('https://prints.example/client.json', 'Your Bank'));
    expect(labelsOf(tag)).to.deep.equal(['Your Bank']);
    expect(valuesOf(tag)['Your Bank']).to.match(/^prints\.example · Since /);
  });

  for (const name of ['', '  '])
    it(`always have a name, even if theirs is "${name}"`, async () => {
      const { tag } = await openApps(withApp('4f5e', name));
      expect(labelsOf(tag)).to.deep.equal(['Unnamed app']);
      expect(namesOf(tag, 'button')).to.deep.equal(['Remove access for Unnamed app']);
      await expect(tag).to.be.accessible();
    });

  for (const id of ['com.example:prints', 'javascript:alert(1)', 'urn:prints', 'file:///prints'])
    it(`always have a name, even if their id is a URL without a host: ${id}`, async () => {
      const { tag } = await openApps(withApp(id, ''));
      expect(labelsOf(tag)).to.deep.equal(['Unnamed app']);
      expect(namesOf(tag, 'button')).to.deep.equal(['Remove access for Unnamed app']);
    });

  it('two apps that share a name are two rows', async () => {
    const { tag } = await openApps((tenant, user) => {
      withGrant(tenant, user, { id: 'one', name: 'Notes' });
      withGrant(tenant, user, { id: 'two', name: 'Notes' });
    });
    expect(labelsOf(tag)).to.deep.equal(['Notes', 'Notes']);
  });

  it('are shown without unknown details, and left out without an id', async () => {
    const logto = aGuardedTenant();
    const grants = [
      null,
      { id: 'g0' },
      { id: '', payload: { clientId: 'x' } },
      { payload: { clientId: 'x' } },
      { id: 'g1', payload: { clientId: 'bare' } },
    ];
    answerWith(logto, /^GET .*grants$/, () => Response.json({ grants }));
    const { tag } = await openApps(undefined, { logto });
    expect(valuesOf(tag)).to.deep.equal({ 'Unnamed app': undefined });
    expect(textOf(tag)).not.to.match(/undefined|null|NaN|Invalid|Since/);
    await expect(tag).to.be.accessible();
  });

  it('only the current user’s apps are listed', async () => {
    const { tag } = await openApps((tenant) => {
      const other = tenant.users.find(({ id }) => id !== ada)!;
      withGrant(tenant, other, printer);
    });
    expect(textOf(tag)).to.contain('No connected apps.');
  });

  for (const name of [
    '<img src="x" onerror="document.title = 1"><b>bold</b>',
    '\u202eknaB ruoY\u202c \u2067',
    'W'.repeat(5_000),
    '{app} {date} ${1} $&',
  ])
    it(`render names as text: ${name.slice(0, 24)}`, async () => {
      const { title } = document;
      const { tag } = await openApps(withApp('hostile', name));
      const [row] = parts(tag, 'row');
      expect(row!.querySelector('img, b, script')).to.equal(null);
      expect(row!.querySelector('[part~="label"]')!.textContent).to.equal(name.trim());
      expect(row!.querySelector('button')!.getAttribute('aria-label')).to.equal(`Remove access for ${name.trim()}`);
      expect(document.title).to.equal(title);
      expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    });
});
