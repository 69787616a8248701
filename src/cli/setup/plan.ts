import { canCreatePasskeys } from '../../settings/passkey-place.js';
import { isRecord, listOf, getOwn } from '../../untrusted.js';
import { isSecure } from '../doctor/look-at-connection.js';
import type { Page } from '../doctor/page.js';
import { applicationPath, type TenantState } from './tenant-state.js';
import { allFields, type FieldWishes } from './wishes.js';

/** One request that changes something. */
export interface Change {
  /** What is changed, in words. */
  title: string;
  path: string;
  body: Record<string, unknown>;
  /** What becomes different: one line each. */
  lines: string[];
}

export interface Wishes {
  page: Page;
  /** Without any, all that there is, where nothing is switched on yet. */
  fields: FieldWishes | undefined;
  /** Second factors to offer besides those that are offered. */
  factors: string[];
}

/**
 * What has to be changed so that the wishes come true; nothing when they are true already. Logto replaces each key as a
 * whole, so that each one is sent with all that was in it. Nothing is ever taken away, nor a field lowered.
 */
export function planFor(state: TenantState, wishes: Wishes): Change[] {
  return [accountCenterChange(state, wishes), applicationChange(state, wishes), factorsChange(state, wishes)].filter(
    (change) => change.lines.length > 0,
  );
}

function accountCenterChange({ accountCenter }: TenantState, { page, fields: wished }: Wishes): Change {
  const before = recordIn(accountCenter, 'fields');
  const isFresh = !Object.values(before).some((access) => access === 'ReadOnly' || access === 'Edit');
  const fields = raised(before, wished ?? (isFresh ? allFields : {}));
  const raisedNames = Object.keys(fields).filter((name) => fields[name] !== before[name]);

  const related = listOf(accountCenter['webauthnRelatedOrigins']);
  const isRelatedNeeded = needsRelatedOrigin(page, related, fields);
  return {
    title: 'Account center',
    path: '/account-center',
    body: {
      ...(accountCenter['enabled'] !== true && { enabled: true }),
      ...(raisedNames.length > 0 && { fields }),
      ...(isRelatedNeeded && { webauthnRelatedOrigins: [...related, page.origin] }),
    },
    lines: [
      ...(accountCenter['enabled'] !== true ? ['enabled: false -> true'] : []),
      ...raisedNames.map((name) => `fields.${name}: ${accessIn(before[name])} -> ${accessIn(fields[name])}`),
      ...(isRelatedNeeded ? [`webauthnRelatedOrigins: + ${page.origin}`] : []),
    ],
  };
}

const heights = ['Off', 'ReadOnly', 'Edit'];

const accessIn = (value: unknown) => (typeof value === 'string' ? value : 'Off');

function raised(before: Record<string, unknown>, wished: FieldWishes): Record<string, unknown> {
  const height = (access: unknown) => heights.indexOf(accessIn(access));
  return {
    ...before,
    ...Object.fromEntries(Object.entries(wished).filter(([name, access]) => height(access) > height(before[name]))),
  };
}

function needsRelatedOrigin({ endpoint, origin }: Page, related: unknown[], fields: Record<string, unknown>): boolean {
  if ((fields['passkey'] ?? fields['mfa'] ?? 'Off') === 'Off' || related.includes(origin)) return false;
  const place = { origin, rpId: new URL(endpoint).hostname, isSecure: isSecure(origin), followsRelatedOrigins: true };
  // Where listing the origin changes something.
  return (
    canCreatePasskeys({ ...place, relatedOrigins: [] }) === false &&
    canCreatePasskeys({ ...place, relatedOrigins: [origin] }) === true
  );
}

function applicationChange({ application }: TenantState, { page: { appId, redirectUri } }: Wishes): Change {
  const metadata = recordIn(application, 'oidcClientMetadata');
  const lists = ['redirectUris', 'postLogoutRedirectUris'];
  const lacking = lists.filter((name) => !listOf(metadata[name]).includes(redirectUri));
  const added = Object.fromEntries(lacking.map((name) => [name, [...listOf(metadata[name]), redirectUri]]));
  return {
    title: `Application ${appId}`,
    path: applicationPath(appId),
    body: { oidcClientMetadata: { redirectUris: [], postLogoutRedirectUris: [], ...metadata, ...added } },
    lines: lacking.map((name) => `${name}: + ${redirectUri}`),
  };
}

function factorsChange({ signInExperience }: TenantState, { factors }: Wishes): Change {
  const mfa = recordIn(signInExperience, 'mfa');
  const before = listOf(mfa['factors']);
  const added = [...new Set(factors)].filter((factor) => !before.includes(factor));
  return {
    title: 'Sign-in experience',
    path: '/sign-in-exp',
    body: { mfa: { ...mfa, factors: [...before, ...added] } },
    lines: added.map((factor) => `mfa.factors: + ${factor}`),
  };
}

function recordIn(holder: unknown, key: string): Record<string, unknown> {
  const value = getOwn(holder, key);
  return isRecord(value) ? value : {};
}
