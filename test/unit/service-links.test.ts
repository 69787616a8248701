import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parseSettings } from '../../src/settings/account-settings.js';
import { serviceLinks } from '../../src/settings/service-links.js';

const linksOf = (signInExperience: object) =>
  serviceLinks(parseSettings({ accountCenter: { fields: {} }, signInExperience }));

describe('the service links', () => {
  it('are the tenant’s, with the support page or else the support address', () => {
    const all = {
      termsOfUseUrl: 'https://example.com/terms',
      privacyPolicyUrl: 'http://localhost:5173/privacy',
      supportEmail: 'help@example.com',
    };
    const [terms, privacy] = [all.termsOfUseUrl, all.privacyPolicyUrl];
    assert.deepEqual(linksOf(all), { terms, privacy, support: 'mailto:help@example.com' });
    const supportWebsiteUrl = 'https://help.example/';
    assert.deepEqual(linksOf({ ...all, supportWebsiteUrl }), { terms, privacy, support: supportWebsiteUrl });
  });

  it('there are no service links without settings or values', () => {
    const none = { terms: undefined, privacy: undefined, support: undefined };
    assert.deepEqual(linksOf({ termsOfUseUrl: null, privacyPolicyUrl: '', supportEmail: null }), none);
    assert.deepEqual(serviceLinks(undefined), none);
  });

  for (const odd of [
    'javascript:alert(1)',
    'data:text/html,x',
    '/terms',
    '//example.com',
    7,
    {},
    ['https://a.example/'],
  ])
    it(`accept only web URLs: ${JSON.stringify(odd)}`, () => {
      const links = linksOf({ termsOfUseUrl: odd, privacyPolicyUrl: odd, supportWebsiteUrl: odd });
      assert.deepEqual(Object.values(links).filter(Boolean), []);
    });

  for (const odd of [
    'help',
    'a@b@c',
    'help@example.com?bcc=evil@example.com',
    'a@example.com,b@example.com',
    'a b@c.example',
    'a@b.example#x',
    'a%0a@b.example',
    7,
    ['help@example.com'],
  ])
    it(`accept only a single address: ${JSON.stringify(odd)}`, () =>
      assert.equal(linksOf({ supportEmail: odd }).support, undefined));
});
