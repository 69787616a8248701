import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';

import '../../components/access-tokens/logto-access-tokens.js';
import '../../components/connected-apps/logto-connected-apps.js';
import '../../components/organizations/logto-organizations.js';
import '../../components/passkeys/logto-passkeys.js';
import '../../components/sessions/logto-sessions.js';
import '../../components/sign-in-history/logto-sign-in-history.js';
import '../../components/social-links/logto-social-links.js';
import '../../components/trusted-devices/logto-trusted-devices.js';
import { withSession } from '../fake-logto/fake-logto.js';
import { accountApi, serveLayer } from '../helpers/account-layer.js';
import { listenToConsole } from '../helpers/console.js';
import { parts, textOf } from '../helpers/read.js';
import { buttonsIn, rowOf, textOfPart } from '../helpers/rows.js';
import { anEndpoint, openPage, pressAndWait, whenIdle } from './credential-page.js';
import { agents, aGuardedTenant, openShown } from './guarded-list-page.js';

const nothing = { memberships: [], invitations: [], personalAccessTokens: [], logs: [] };
const enable = { organizations: true, personalAccessTokens: true, signInHistory: true };

interface Empty {
  name: string;
  /** What shows the list, where it is not there at once. */
  show?: string;
  /** Whether it is empty only where the page has no settings, and so knows no providers. */
  isWithoutSettings?: boolean;
  says: string;
}

const lists: Empty[] = [
  { name: 'logto-social-links', isWithoutSettings: true, says: 'No linked social accounts.' },
  { name: 'logto-access-tokens', says: 'No access tokens yet.' },
  { name: 'logto-organizations', says: 'You’re not in any organization yet.' },
  { name: 'logto-passkeys', says: 'Not set up' },
  { name: 'logto-connected-apps', show: 'Show connected apps', says: 'No connected apps.' },
  { name: 'logto-sessions', show: 'Show where you are signed in', says: 'No sign-ins to show.' },
  {
    name: 'logto-trusted-devices',
    show: 'Show trusted devices',
    says: 'No trusted devices. You are asked for a second step on every device.',
  },
  { name: 'logto-sign-in-history', show: 'Show your sign-in history', says: 'No sign-ins to show.' },
];

describe('an empty list', () => {
  for (const { name, show, isWithoutSettings, says } of lists)
    it(`has one row in the same style as other lists: <${name}>`, async () => {
      const [logto, at] = [aGuardedTenant({ fields: { social: 'ReadOnly' } }), anEndpoint()];
      Object.assign(logto.tenant.management, nothing);
      serveLayer(logto, at, enable);
      const tag = document.createElement(name);
      tag.toggleAttribute('readonly', true);
      const attributes = { 'account-api': accountApi };
      if (isWithoutSettings) listenToConsole(); // the missing settings are reported in the console
      const settings = isWithoutSettings ? 'none' : 'property';
      await openPage(tag as unknown as TemplateResult, { logto, at, attributes, settings });
      await whenIdle(tag);
      if (show) await pressAndWait(tag, show);
      expectLikeOthers(tag, says);
      expect(parts(tag, 'row').map(textOf)).to.deep.equal([says]);
      await expect(tag).to.be.accessible();
    });

  it('says that there are no other devices if this browser is the only one', async () => {
    const has = (...[tenant, user]: Parameters<typeof withSession>) =>
      withSession(tenant, user, { userAgent: agents.firefox });
    const { tag } = await openShown('logto-sessions', { has });
    expectLikeOthers(tag, 'Everywhere else');
    expect(textOfPart(rowOf(tag, 'Everywhere else'), 'value')).to.equal('No other active sessions');
  });
});

/** With an icon before what is said, in all of the row, and nothing to press. */
function expectLikeOthers(tag: HTMLElement, label: string) {
  const row = rowOf(tag, label);
  const icon = row.querySelector('[part="label"] [part="icon"]');
  expect(icon?.getAttribute('aria-hidden')).to.equal('true');
  expect(icon?.getBoundingClientRect().width).to.be.greaterThan(0);
  expect(buttonsIn(tag, label)).to.deep.equal([]);
}
