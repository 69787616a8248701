import { expect } from '@open-wc/testing';
import { html } from 'lit';

import '../../components/access-tokens/logto-access-tokens.js';
import '../../components/connected-apps/logto-connected-apps.js';
import '../../components/data-export/logto-data-export.js';
import '../../components/delete-account/logto-delete-account.js';
import '../../components/email/logto-email.js';
import '../../components/mfa/logto-mfa.js';
import '../../components/organizations/logto-organizations.js';
import '../../components/passkeys/logto-passkeys.js';
import '../../components/password/logto-password.js';
import '../../components/phone/logto-phone.js';
import '../../components/profile/logto-profile.js';
import '../../components/sessions/logto-sessions.js';
import '../../components/sign-in-history/logto-sign-in-history.js';
import '../../components/sign-in/logto-sign-in.js';
import '../../components/social-links/logto-social-links.js';
import '../../components/trusted-devices/logto-trusted-devices.js';
import '../../components/user-button/logto-user-button.js';
import '../../components/username/logto-username.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { HostClient } from '../helpers/host-client.js';
import { deferred } from '../helpers/deferred.js';
import { whenLoaded, whenRendered } from '../helpers/mount.js';
import { button, namesOf, textOf } from '../helpers/read.js';
import { anEndpoint, answerWith, aTenant, openPage, whenIdle, type CredentialOptions } from './credential-page.js';
import { pause, waitUntil } from '../helpers/wait-until.js';

/** The elements as a page uses them one by one. */
const all = html`
  <logto-user-button></logto-user-button>
  <logto-profile></logto-profile>
  <logto-username></logto-username>
  <logto-email></logto-email>
  <logto-phone></logto-phone>
  <logto-password></logto-password>
  <logto-mfa></logto-mfa>
  <logto-passkeys></logto-passkeys>
  <logto-social-links></logto-social-links>
  <logto-sessions></logto-sessions>
  <logto-connected-apps></logto-connected-apps>
  <logto-trusted-devices></logto-trusted-devices>
  <logto-sign-in-history></logto-sign-in-history>
  <logto-organizations></logto-organizations>
  <logto-access-tokens></logto-access-tokens>
  <logto-data-export></logto-data-export>
  <logto-delete-account></logto-delete-account>
`;

/** The account is answered when the test says so. */
async function slowly(options: CredentialOptions, content = all) {
  const gate = deferred<undefined>();
  const logto = options.logto ?? aTenant(options);
  answerWith(logto, /^GET .*my-account$/, () => gate.promise);
  const page = await openPage(content, { ...options, logto, stillLoading: true });
  await whenRendered(page.provider);
  return { ...page, answer: () => gate.resolve(undefined) };
}

const heightOf = (element: Element) => element.getBoundingClientRect().height;

interface LayoutShift extends PerformanceEntry {
  hadRecentInput: boolean;
  value: number;
}

/** The cumulative layout shift, as browsers compute it. */
function watchShifts() {
  let sum = 0;
  const take = (entries: PerformanceEntryList) => {
    for (const entry of entries as LayoutShift[]) if (!entry.hadRecentInput) sum += entry.value;
  };
  const observer = new PerformanceObserver((list) => take(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return () => {
    take(observer.takeRecords());
    observer.disconnect();
    return sum;
  };
}

const isCounted = PerformanceObserver.supportedEntryTypes.includes('layout-shift');

/** The fields without which an element has nothing to show. */
const fieldsOf = {
  'logto-profile': ['name', 'avatar', 'profile', 'customData'],
  'logto-username': ['username'],
  'logto-email': ['email'],
  'logto-phone': ['phone'],
  'logto-password': ['password'],
  'logto-mfa': ['mfa'],
  'logto-passkeys': ['passkey'],
  'logto-social-links': ['social'],
  'logto-sessions': ['session'],
  'logto-connected-apps': ['session'],
  'logto-trusted-devices': ['trustedDevice'],
} as const;

/** The elements that need an Account API layer. */
const ofLayer = ['logto-sign-in-history', 'logto-access-tokens'];

describe('an element that is turned off in inline settings', () => {
  for (const [name, fields] of Object.entries(fieldsOf))
    it(`takes no space from the first frame: <${name}>`, async () => {
      const off = Object.fromEntries(fields.map((field) => [field, 'Off' as const]));
      const { provider, answer } = await slowly({ fields: { trustedDevice: 'Edit', ...off }, devFeatures: true });
      const tag = provider.querySelector(name)!;
      const others = Object.entries(fieldsOf).filter(([, each]) => !each.every((field) => field in off));
      expect(heightOf(tag)).to.equal(0);
      for (const [other] of others) expect(heightOf(provider.querySelector(other)!), other).to.be.greaterThan(0);
      answer();
      await whenLoaded(provider);
      await whenIdle(provider);
      expect(heightOf(tag)).to.equal(0);
    });

  it('takes no space without a layer if it needs one', async () => {
    const { provider, answer } = await slowly({});
    const heights = () => ofLayer.map((name) => heightOf(provider.querySelector(name)!));
    expect(heights()).to.deep.equal([0, 0]);
    answer();
    await whenLoaded(provider);
    await whenIdle(provider);
    expect(heights()).to.deep.equal([0, 0]);
  });

  for (const settings of ['property', 'inline'] as const)
    it(`takes no space from the first frame, with the settings as ${settings}`, async () => {
      const fields = { email: 'Off', session: 'Off', mfa: 'Off', social: 'Off' } as const;
      const { provider, answer } = await slowly({ fields, settings });
      const names = ['email', 'sessions', 'connected-apps', 'mfa', 'social-links'];
      const off = names.map((name) => provider.querySelector(`logto-${name}`)!);
      expect(off.map(heightOf)).to.deep.equal(names.map(() => 0));
      expect(heightOf(provider.querySelector('logto-username')!)).to.be.greaterThan(50);
      answer();
      await whenLoaded(provider);
      await whenIdle(provider);
      expect(off.map(heightOf)).to.deep.equal(names.map(() => 0));
    });

  it('takes no space while no one is signed in', async () => {
    const { provider } = await openPage(all, { fields: { email: 'Off' }, signedOut: true });
    expect(heightOf(provider.querySelector('logto-email')!)).to.equal(0);
    expect(heightOf(provider.querySelector('logto-phone')!)).to.be.greaterThan(0);
  });

  it('takes no space without a URL to delete the account', async () => {
    const logto = aTenant();
    logto.tenant.accountCenter.deleteAccountUrl = null;
    const { provider, answer } = await slowly({ logto });
    expect(heightOf(provider.querySelector('logto-delete-account')!)).to.equal(0);
    answer();
    await whenLoaded(provider);
  });
});

describe('a page of elements whose account loads slowly', () => {
  for (const [which, fields, hasLayer] of [
    ['all that there is', {}, false],
    ['all that there is, and what a layer has', { trustedDevice: 'Edit' }, true],
    ['some that are off', { email: 'Off', passkey: 'Off', session: 'Off' }, false],
  ] as const)
    it(`hardly shifts when the account arrives, with ${which}`, async function () {
      if (!isCounted) return this.skip();
      const [logto, at] = [aTenant({ fields, devFeatures: true }), anEndpoint()];
      const enable = { organizations: true, personalAccessTokens: true, signInHistory: true, dataExport: {} };
      if (hasLayer) serveLayer(logto, at, enable);
      const attributes: Record<string, string> = hasLayer ? { 'account-api': accountApi } : {};
      const { provider, answer } = await slowly({ logto, at, attributes });
      await pause(900); // until the placeholders are visible, since invisible elements do not count
      const shifts = watchShifts();
      answer();
      await whenLoaded(provider);
      await whenIdle(provider);
      await pause(200);
      expect(shifts()).to.be.lessThan(0.05);
    });
});

describe('the sign-in button', () => {
  it('has the tenant’s color if the page has inline settings', async () => {
    const logto = aTenant();
    logto.tenant.signInExperience.color = {
      primaryColor: '#aa0055',
      isDarkModeEnabled: false,
      darkPrimaryColor: '#ff88bb',
    };
    const client = new HostClient(logto, null);
    const properties = { getAccessToken: undefined, client, redirectUri: 'https://app.example/callback' };
    const { provider } = await openPage(html`<logto-sign-in></logto-sign-in>`, { logto, properties });
    await waitUntil(() => namesOf(provider, 'button').length > 0, textOf(provider));
    expect(getComputedStyle(button(provider, 'Sign in')).backgroundColor).to.equal('rgb(170, 0, 85)');
  });
});
