import { prepareDates } from '../src/localize/prepare-dates.js';
import { isIssuerAt } from '../src/settings/issuer.js';
import { StoredSession } from '../src/session/stored-session.js';
import { sectionLoaders, elementLoaders } from './element-loaders.js';
import { sectionInAddress, type AccountRouting } from './account/section-address.js';

/**
 * Loads what an account page is going to show first, while the page itself is on its way: the button to sign in or out, and, as
 * far as markup, address and the session that the browser has kept tell, its first section. What cannot be had is asked for
 * again when it is needed.
 */
export function loadExpected(account: Element): void {
  elementLoaders['logto-sign-in']().catch(() => undefined);
  if (!hasStoredSession(account.closest('logto-account-provider'))) return;
  prepareDates(account);
  const named = account.getAttribute('sections')?.split(/\s+/).filter(Boolean) ?? [];
  const sections = named.length > 0 ? named : Object.keys(sectionLoaders);
  const asked = sectionInAddress({
    routing: (account.getAttribute('routing') ?? 'hash') as AccountRouting,
    basePath: account.getAttribute('base-path') ?? '/account',
  });
  const first = sections.find((section) => section === asked) ?? sections[0];
  if (first && isLoadable(first)) sectionLoaders[first]().catch(() => undefined);
}

function hasStoredSession(provider: Element | null): boolean {
  const [endpoint, appId] = ['endpoint', 'app-id'].map((name) => provider?.getAttribute(name));
  return Boolean(endpoint && appId && isIssuerAt(endpoint, new StoredSession(appId).claims?.iss));
}

const isLoadable = (section: string): section is keyof typeof sectionLoaders => Object.hasOwn(sectionLoaders, section);
