import { isRecord, listOf, getOwn, nonBlank } from '../../untrusted.js';

/** What goes on to the page of what Logto answers: field by field, so that what it adds in a later version stays inside. */

export const textOrNull = (value: unknown): string | null => nonBlank(value) ?? null;

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? Math.trunc(value) : null);

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const milliseconds = (value: unknown): number => numberOrNull(value) ?? 0;

const secondsOrNull = (value: unknown): number | null => (typeof value === 'number' ? Math.trunc(value * 1000) : null);

export const publicToken = (token: unknown) => ({
  name: text(getOwn(token, 'name')),
  createdAt: milliseconds(getOwn(token, 'createdAt')),
  expiresAt: numberOrNull(getOwn(token, 'expiresAt')),
});

export const newestFirst = (left: { createdAt: number }, right: { createdAt: number }) =>
  right.createdAt - left.createdAt;

const publicRole = (role: unknown) => ({ id: text(getOwn(role, 'id')), name: text(getOwn(role, 'name')) });

export const publicOrganization = (organization: unknown) => ({
  ...publicRole(organization),
  description: textOrNull(getOwn(organization, 'description')),
  roles: listOf(getOwn(organization, 'organizationRoles')).map(publicRole),
});

export const publicInvitation = (invitation: unknown, organizationName: string | null) => ({
  id: text(getOwn(invitation, 'id')),
  organization: { id: text(getOwn(invitation, 'organizationId')), name: organizationName },
  roles: listOf(getOwn(invitation, 'organizationRoles')).map(publicRole),
  createdAt: milliseconds(getOwn(invitation, 'createdAt')),
  expiresAt: milliseconds(getOwn(invitation, 'expiresAt')),
});

/** Where a sign-in came from; only Logto Cloud knows country and city. */
const publicPlace = (context: unknown, fallback: unknown) => ({
  ip: textOrNull(getOwn(context, 'ip')) ?? textOrNull(getOwn(fallback, 'ip')),
  country: textOrNull(getOwn(context, 'country')),
  city: textOrNull(getOwn(context, 'city')),
  userAgent: textOrNull(getOwn(context, 'userAgent')) ?? textOrNull(getOwn(fallback, 'userAgent')),
});

export const publicSignIn = (log: unknown, application: { id: string; name: string | null } | null) => {
  const payload = getOwn(log, 'payload');
  return {
    id: text(getOwn(log, 'id')),
    at: milliseconds(getOwn(log, 'createdAt')),
    result: getOwn(payload, 'result') === 'Success' ? ('success' as const) : ('failure' as const),
    ...publicPlace(getOwn(getOwn(payload, 'interaction'), 'signInContext'), payload),
    application,
  };
};

export const publicAccount = (user: unknown) => ({
  id: text(getOwn(user, 'id')),
  username: textOrNull(getOwn(user, 'username')),
  primaryEmail: textOrNull(getOwn(user, 'primaryEmail')),
  primaryPhone: textOrNull(getOwn(user, 'primaryPhone')),
  name: textOrNull(getOwn(user, 'name')),
  avatar: textOrNull(getOwn(user, 'avatar')),
  profile: recordOf(getOwn(user, 'profile')),
  customData: recordOf(getOwn(user, 'customData')),
  hasPassword: getOwn(user, 'hasPassword') === true,
  registeredAt: textOrNull(getOwn(user, 'applicationId')),
  createdAt: numberOrNull(getOwn(user, 'createdAt')),
  updatedAt: numberOrNull(getOwn(user, 'updatedAt')),
  lastSignInAt: numberOrNull(getOwn(user, 'lastSignInAt')),
});

const recordOf = (value: unknown) => (isRecord(value) ? value : {});

export function publicIdentities(body: unknown) {
  const social = listOf(getOwn(body, 'socialIdentities')).map((each) => {
    const identity = getOwn(each, 'identity');
    return identityOf('social', getOwn(each, 'target'), getOwn(identity, 'userId'), getOwn(identity, 'details'));
  });
  const enterprise = listOf(getOwn(body, 'ssoIdentities')).map((each) => {
    const identity = getOwn(each, 'ssoIdentity');
    return identityOf(
      'enterprise',
      getOwn(identity, 'issuer'),
      getOwn(identity, 'identityId'),
      getOwn(identity, 'detail'),
    );
  });
  return [...social, ...enterprise];
}

const identityOf = (kind: 'social' | 'enterprise', provider: unknown, userId: unknown, details: unknown) => ({
  provider: text(provider),
  kind,
  userId: text(userId),
  name: textOrNull(getOwn(details, 'name')),
  email: textOrNull(getOwn(details, 'email')),
  phone: textOrNull(getOwn(details, 'phone')),
  avatar: textOrNull(getOwn(details, 'avatar')),
});

export const publicFactor = (factor: unknown) => ({
  type: text(getOwn(factor, 'type')),
  name: textOrNull(getOwn(factor, 'name')),
  createdAt: textOrNull(getOwn(factor, 'createdAt')),
  lastUsedAt: textOrNull(getOwn(factor, 'lastUsedAt')),
});

export const publicSession = (session: unknown) => ({
  signedInAt: secondsOrNull(getOwn(getOwn(session, 'payload'), 'loginTs')),
  expiresAt: numberOrNull(getOwn(session, 'expiresAt')),
  applicationId: textOrNull(getOwn(session, 'clientId')),
  ...publicPlace(getOwn(getOwn(session, 'lastSubmission'), 'signInContext'), undefined),
});

export const publicGrant = (grant: unknown) => {
  const payload = getOwn(grant, 'payload');
  const scope = getOwn(getOwn(payload, 'openid'), 'scope');
  return {
    applicationId: textOrNull(getOwn(payload, 'clientId')),
    scopes: text(scope).split(' ').filter(Boolean),
    grantedAt: secondsOrNull(getOwn(payload, 'iat')),
    expiresAt: numberOrNull(getOwn(grant, 'expiresAt')),
  };
};

export const publicRoleOfUser = (role: unknown) => ({
  name: text(getOwn(role, 'name')),
  description: textOrNull(getOwn(role, 'description')),
});
