import type { TemplateResult } from 'lit';

import '../../components/connected-apps/logto-connected-apps.js';
import '../../components/sessions/logto-sessions.js';
import '../../components/trusted-devices/logto-trusted-devices.js';
import '../../src/device/browser-name.js'; // which the tags load when there is something to name
import {
  withGrant,
  withSession,
  withTrustedDevice,
  type FakeLogto,
  type Tenant,
  type User,
} from '../fake-logto/fake-logto.js';
import { listenToConsole } from '../helpers/console.js';
import { aTenant, openPage, pressAndWait, whenIdle, type CredentialOptions, type Sent } from './credential-page.js';

/*
 * Elements with a list that Logto returns only after step-up verification.
 */

export type GuardedTag = 'logto-sessions' | 'logto-connected-apps' | 'logto-trusted-devices';

export interface GuardedOptions extends CredentialOptions {
  /** Adds items for Ada before she signs in: her first session is the one of this page. */
  has?: Has | undefined;
}

export type Has = (tenant: Tenant, user: User) => unknown;

/** The tag on a tenant that knows no sessions, grants or devices but those of the test. */
export async function openList<Name extends GuardedTag>(name: Name, options: GuardedOptions = {}) {
  const { has, readonly = false, ...rest } = options;
  const { logto = aGuardedTenant(options) } = options;
  has?.(logto.tenant, logto.tenant.users[0]!);
  if (options.settings === 'none') listenToConsole(); // the missing settings are reported in the console
  const tag = document.createElement(name);
  tag.readonly = readonly;
  const page = await openPage(tag as unknown as TemplateResult, { ...rest, logto });
  if (!options.stillLoading) await whenIdle(tag);
  return { ...page, tag, reads: () => readsIn(logto) };
}

export type GuardedPage = Awaited<ReturnType<typeof openList>>;

export const aGuardedTenant = ({ fields, ...options }: GuardedOptions = {}) =>
  aTenant({ sessions: [], grants: [], devFeatures: true, ...options, fields: { trustedDevice: 'Edit', ...fields } });

/** Opens the element and shows its list. */
export async function openShown<Name extends GuardedTag>(name: Name, options: GuardedOptions = {}) {
  const page = await openList(name, options);
  await pressAndWait(page.tag, showName[name]);
  return page;
}

/** The name of the button that shows the list. */
export const showName = {
  'logto-sessions': 'Show where you are signed in',
  'logto-connected-apps': 'Show connected apps',
  'logto-trusted-devices': 'Show trusted devices',
} as const;

/** The lists that were asked for, as paths below the account. */
export const readsIn = ({ requests }: FakeLogto) =>
  requests
    .filter(({ method, path }) => method === 'GET' && /sessions|grants|trusted-devices/.test(path))
    .map(({ path }) => path.replace('/api/my-account/', ''));

/** The DELETE requests, successful or not, as paths below the account. */
export const removalsIn = (sent: Sent[]) =>
  sent.filter(({ method }) => method === 'DELETE').map(({ path }) => path.replace('/api/my-account/', ''));

export const proofsIn = (sent: Sent[]) => sent.filter(({ path }) => path.includes('/verifications/')).length;

export const charles = 'char1791babb';

export const hoursAgo = (hours: number) => Math.floor(Date.now() / 1000) - hours * 3600;

export const agents = {
  firefox: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0',
  safari:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  edge: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
};

export const phonesUid = 'uid-of-the-phone';
export const officesUid = 'uid-of-the-office';
export const olderUid = 'uid-of-the-older';

/** This browser and one other. */
export const twoSessions: Has = (tenant, user) => {
  withSession(tenant, user, { userAgent: agents.firefox, ip: '203.0.113.9', city: 'Berlin', country: 'DE' });
  withSession(tenant, user, { uid: phonesUid, userAgent: agents.safari, ip: '198.51.100.2', loginTs: hoursAgo(2) });
};

/** This browser and three others. */
export const fourSessions: Has = (tenant, user) => {
  twoSessions(tenant, user);
  withSession(tenant, user, { uid: officesUid, userAgent: agents.edge, loginTs: hoursAgo(5) });
  withSession(tenant, user, { uid: olderUid, userAgent: agents.chrome, loginTs: hoursAgo(30) });
};

export const printer = { id: 'photo-printer', name: 'Photo Printer' };
export const diary = { id: 'diary-app', name: 'Diary' };

/** Two apps, one with two grants. */
export const twoApps: Has = (tenant, user) => {
  withGrant(tenant, user, printer, { scopes: ['openid', 'profile', 'email'], iat: Date.UTC(2026, 10, 10, 12) / 1000 });
  withGrant(tenant, user, diary, { scopes: ['openid', 'phone'], iat: Date.UTC(2026, 10, 12, 12) / 1000 });
  withGrant(tenant, user, printer, { scopes: ['openid', 'address'], iat: Date.UTC(2026, 9, 5, 12) / 1000 });
};

export const twoDevices: Has = (_tenant, user) => {
  withTrustedDevice(user, { id: 'device-one', userAgent: agents.firefox, city: 'Berlin', country: 'DE' });
  withTrustedDevice(user, { id: 'device-two', userAgent: agents.safari });
};

/** One of the three tags, with two rows to show, and the words in which they differ. */
export const guardedTags = [
  {
    name: 'logto-sessions',
    has: twoSessions,
    path: 'sessions',
    field: 'session',
    heading: 'Where you are signed in',
    locked: 'Devices and browsers',
    labels: ['Firefox on Windows', 'Safari on iOS', 'Everywhere else'],
    status: 'You are signed in at 2 places.',
    none: 'No sign-ins to show.',
    remove: 'Sign out Safari on iOS',
    question: 'Sign out Safari on iOS? Anyone using it will have to sign in again.',
    confirm: 'Sign out',
    keep: 'Keep signed in',
    done: 'Safari on iOS is signed out.',
    german: { heading: 'Wo Sie angemeldet sind', remove: 'Safari auf iOS abmelden' },
    updated: 'logto-sessions-updated',
    /** Logto's response for an item that no longer exists. */
    gone: [400, 'oidc.session_not_found'],
  },
  {
    name: 'logto-connected-apps',
    has: twoApps,
    path: 'grants',
    field: 'session',
    heading: 'Connected apps',
    locked: 'Apps with access',
    labels: ['Photo Printer', 'Diary'],
    status: '2 apps can access your account.',
    none: 'No connected apps.',
    remove: 'Remove access for Diary',
    question: 'Remove access for Diary? It may stop working for you until you allow it again.',
    confirm: 'Remove access',
    keep: 'Keep',
    done: 'Diary no longer has access.',
    german: { heading: 'Verbundene Apps', remove: 'Diary den Zugriff entziehen' },
    updated: 'logto-connected-apps-updated',
    gone: [404, 'oidc.invalid_grant'],
  },
  {
    name: 'logto-trusted-devices',
    has: twoDevices,
    path: 'trusted-devices',
    field: 'trustedDevice',
    heading: 'Trusted devices',
    locked: 'Devices you trust',
    labels: ['Firefox on Windows', 'Safari on iOS'],
    status: 'You trust 2 devices.',
    none: 'No trusted devices. You are asked for a second step on every device.',
    remove: 'Remove Safari on iOS',
    question: 'Stop trusting Safari on iOS? You will be asked for a second step on it next time.',
    confirm: 'Remove',
    keep: 'Keep',
    done: 'Safari on iOS is no longer trusted.',
    german: { heading: 'Vertrauenswürdige Geräte', remove: 'Safari auf iOS: Entfernen' },
    updated: 'logto-trusted-devices-updated',
    gone: [404, 'entity.not_found'],
  },
] as const;
