import { isRecord, listOf, own, nonBlank } from '../../untrusted.js';

/** What goes on to the page of what Logto answers: field by field, so that what it adds in a later version stays inside. */

export const textOrNull = (value: unknown): string | null => nonBlank(value) ?? null;

export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? Math.trunc(value) : null);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const milliseconds = (value: unknown): number => numberOrNull(value) ?? 0;

const secondsOrNull = (value: unknown): number | null => (typeof value === 'number' ? Math.trunc(value * 1000) : null);

export const publicToken = (token: unknown) => ({
  name: text(own(token, 'name')),
  createdAt: milliseconds(own(token, 'createdAt')),
  expiresAt: numberOrNull(own(token, 'expiresAt')),
});

export const newestFirst = (left: { createdAt: number }, right: { createdAt: number }) =>
  right.createdAt - left.createdAt;

const publicRole = (role: unknown) => ({ id: text(own(role, 'id')), name: text(own(role, 'name')) });

export const publicOrganization = (organization: unknown) => ({
  ...publicRole(organization),
  description: textOrNull(own(organization, 'description')),
  roles: listOf(own(organization, 'organizationRoles')).map(publicRole),
});

export const publicInvitation = (invitation: unknown, organizationName: string | null) => ({
  id: text(own(invitation, 'id')),
  organization: { id: text(own(invitation, 'organizationId')), name: organizationName },
  roles: listOf(own(invitation, 'organizationRoles')).map(publicRole),
  createdAt: milliseconds(own(invitation, 'createdAt')),
  expiresAt: milliseconds(own(invitation, 'expiresAt')),
});

/** Where a sign-in came from; only Logto Cloud knows country and city. */
const publicPlace = (context: unknown, fallback: unknown) => ({
  ip: textOrNull(own(context, 'ip')) ?? textOrNull(own(fallback, 'ip')),
  country: textOrNull(own(context, 'country')),
  city: textOrNull(own(context, 'city')),
  userAgent: textOrNull(own(context, 'userAgent')) ?? textOrNull(own(fallback, 'userAgent')),
});

export const publicSignIn = (log: unknown, application: { id: string; name: string | null } | null) => {
  const payload = own(log, 'payload');
  return {
    id: text(own(log, 'id')),
    at: milliseconds(own(log, 'createdAt')),
    result: own(payload, 'result') === 'Success' ? ('success' as const) : ('failure' as const),
    ...publicPlace(own(own(payload, 'interaction'), 'signInContext'), payload),
    application,
  };
};

export const publicAccount = (user: unknown) => ({
  id: text(own(user, 'id')),
  username: textOrNull(own(user, 'username')),
  primaryEmail: textOrNull(own(user, 'primaryEmail')),
  primaryPhone: textOrNull(own(user, 'primaryPhone')),
  name: textOrNull(own(user, 'name')),
  avatar: textOrNull(own(user, 'avatar')),
  profile: recordOf(own(user, 'profile')),
  customData: recordOf(own(user, 'customData')),
  hasPassword: own(user, 'hasPassword') === true,
  registeredAt: textOrNull(own(user, 'applicationId')),
  createdAt: numberOrNull(own(user, 'createdAt')),
  updatedAt: numberOrNull(own(user, 'updatedAt')),
  lastSignInAt: numberOrNull(own(user, 'lastSignInAt')),
});

const recordOf = (value: unknown) => (isRecord(value) ? value : {});

export function publicIdentities(body: unknown) {
  const social = listOf(own(body, 'socialIdentities')).map((each) => {
    const identity = own(each, 'identity');
    return identityOf('social', own(each, 'target'), own(identity, 'userId'), own(identity, 'details'));
  });
  const enterprise = listOf(own(body, 'ssoIdentities')).map((each) => {
    const identity = own(each, 'ssoIdentity');
    return identityOf('enterprise', own(identity, 'issuer'), own(identity, 'identityId'), own(identity, 'detail'));
  });
  return [...social, ...enterprise];
}

const identityOf = (kind: 'social' | 'enterprise', provider: unknown, userId: unknown, details: unknown) => ({
  provider: text(provider),
  kind,
  userId: text(userId),
  name: textOrNull(own(details, 'name')),
  email: textOrNull(own(details, 'email')),
  phone: textOrNull(own(details, 'phone')),
  avatar: textOrNull(own(details, 'avatar')),
});

export const publicFactor = (factor: unknown) => ({
  type: text(own(factor, 'type')),
  name: textOrNull(own(factor, 'name')),
  createdAt: textOrNull(own(factor, 'createdAt')),
  lastUsedAt: textOrNull(own(factor, 'lastUsedAt')),
});

export const publicSession = (session: unknown) => ({
  signedInAt: secondsOrNull(own(own(session, 'payload'), 'loginTs')),
  expiresAt: numberOrNull(own(session, 'expiresAt')),
  applicationId: textOrNull(own(session, 'clientId')),
  ...publicPlace(own(own(session, 'lastSubmission'), 'signInContext'), undefined),
});

export const publicGrant = (grant: unknown) => {
  const payload = own(grant, 'payload');
  const scope = own(own(payload, 'openid'), 'scope');
  return {
    applicationId: textOrNull(own(payload, 'clientId')),
    scopes: text(scope).split(' ').filter(Boolean),
    grantedAt: secondsOrNull(own(payload, 'iat')),
    expiresAt: numberOrNull(own(grant, 'expiresAt')),
  };
};

export const publicRoleOfUser = (role: unknown) => ({
  name: text(own(role, 'name')),
  description: textOrNull(own(role, 'description')),
});
