import type { Account } from '../../src/api/account.js';
import type { Grant } from '../../src/api/grants.js';
import type { MfaVerification } from '../../src/api/mfa.js';
import type { AccountSession } from '../../src/api/sessions.js';

/*
 * What Logto's Account API answers, in the shapes that an Account API layer has for it, so that a file is the same from
 * either. Field by field: what else there is in an answer stays out.
 */

/** What is in the part `account`. */
export const accountFields = [
  'id',
  'username',
  'primaryEmail',
  'primaryPhone',
  'name',
  'avatar',
  'profile',
  'customData',
  'hasPassword',
  'registeredAt',
  'createdAt',
  'updatedAt',
  'lastSignInAt',
] as const;

/** Without what may not be read here, which Logto leaves out. */
export function accountData({ applicationId: registeredAt, ...account }: Account): Record<string, unknown> {
  const all: Record<string, unknown> = { ...account, registeredAt };
  return Object.fromEntries(
    accountFields.filter((field) => all[field] !== undefined).map((field) => [field, all[field]]),
  );
}

/** `undefined` where they may not be read. */
export const identityData = ({ identities }: Account) =>
  identities &&
  Object.entries(identities).map(([provider, { userId, details }]) => ({
    provider,
    kind: 'social',
    userId,
    name: textOrNull(details?.name),
    email: textOrNull(details?.email),
    phone: textOrNull(details?.['phone']),
    avatar: textOrNull(details?.avatar),
  }));

export const factorData = ({ type, name, createdAt, lastUsedAt }: MfaVerification) => ({
  type,
  name: name ?? null,
  createdAt,
  lastUsedAt: lastUsedAt ?? null,
});

export function sessionData({ payload, lastSubmission, clientId, expiresAt }: AccountSession) {
  const { ip, country, city, userAgent } = lastSubmission?.signInContext ?? {};
  return {
    signedInAt: milliseconds(payload.loginTs),
    expiresAt: expiresAt ?? null,
    applicationId: clientId ?? null,
    ip: ip ?? null,
    country: country ?? null,
    city: city ?? null,
    userAgent: userAgent ?? null,
  };
}

export const grantData = ({ payload, expiresAt }: Grant) => ({
  applicationId: payload.clientId,
  scopes: payload.openid?.scope?.split(' ').filter(Boolean) ?? [],
  grantedAt: milliseconds(payload.iat),
  expiresAt: expiresAt ?? null,
});

const milliseconds = (seconds: number | undefined) => (seconds === undefined ? null : Math.trunc(seconds * 1000));

const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null);
