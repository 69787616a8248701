import { ApiError } from '../errors.js';
import { noContent, type Call, type Route } from '../router.js';
import { boolean, nullable, object, optional, string } from '../schema.js';
import type { User } from '../users.js';
import { pageOf } from './page.js';

export const userRoutes: Route[] = [
  {
    method: 'POST',
    path: '/api/users',
    async handle(call) {
      await call.body(object());
      throw new Error('The stand-in makes no users this way: put them into the tenant.');
    },
  },
  {
    method: 'GET',
    path: '/api/users',
    handle(call) {
      const address = call.url.searchParams.get('search.primaryEmail');
      const found = call.tenant.users.filter(({ primaryEmail }) => address === null || primaryEmail === address);
      const sorted = [...found].sort((left, right) => right.createdAt - left.createdAt);
      return pageOf(call, sorted, publicUser);
    },
  },
  {
    method: 'GET',
    path: '/api/users/:id',
    handle(call) {
      const user = userOf(call);
      const isAsked = call.url.searchParams.get('includeSsoIdentities') === 'true';
      return Response.json({ ...publicUser(user), ...(isAsked && { ssoIdentities: user.ssoIdentities }) });
    },
  },
  {
    method: 'PATCH',
    path: '/api/users/:id',
    async handle(call) {
      const { primaryEmail, username, ...changes } = await call.body<Partial<User>>(changesSchema);
      const user = userOf(call);
      const isTaken = (field: 'primaryEmail' | 'username', value: string | null | undefined) =>
        Boolean(value) && call.tenant.users.some((other) => other[field] === value && other !== user);
      if (isTaken('primaryEmail', primaryEmail)) throw new ApiError('user.email_already_in_use');
      if (isTaken('username', username)) throw new ApiError('user.username_already_in_use');
      if ([...(changes.name ?? '')].length > 128) {
        const data = { message: 'value too long for type character varying(128)' };
        throw new ApiError('entity.value_too_long', { data });
      }
      const given = Object.entries({ primaryEmail, username, ...changes }).filter(([, value]) => value !== undefined);
      Object.assign(user, Object.fromEntries(given), { updatedAt: call.now });
      return Response.json(publicUser(user));
    },
  },
  {
    method: 'DELETE',
    path: '/api/users/:id',
    handle(call) {
      if (call.param('id') === call.managementApplicationId) throw new ApiError('user.cannot_delete_self');
      const { id } = userOf(call);
      signOut(call, id);
      const { tenant } = call;
      const { management } = tenant;
      tenant.users = tenant.users.filter((user) => user.id !== id);
      const isOthers = ({ userId }: { userId: string }) => userId !== id;
      management.personalAccessTokens = management.personalAccessTokens.filter(isOthers);
      management.memberships = management.memberships.filter(isOthers);
      management.userRoles = management.userRoles.filter(isOthers);
      return noContent();
    },
  },
  {
    method: 'PATCH',
    path: '/api/users/:id/is-suspended',
    async handle(call) {
      const { isSuspended } = await call.body<{ isSuspended: boolean }>(object({ isSuspended: boolean }));
      const user = userOf(call);
      Object.assign(user, { isSuspended, updatedAt: call.now });
      if (isSuspended) signOut(call, user.id);
      return Response.json(publicUser(user));
    },
  },
  {
    method: 'GET',
    path: '/api/users/:id/custom-data',
    handle: (call) => Response.json(userOf(call).customData),
  },
  {
    method: 'PATCH',
    path: '/api/users/:id/custom-data',
    async handle(call) {
      const { customData } = await call.body<Pick<User, 'customData'>>(object({ customData: object() }));
      const user = userOf(call);
      user.customData = { ...user.customData, ...customData };
      return Response.json(user.customData);
    },
  },
  {
    method: 'PATCH',
    path: '/api/users/:id/profile',
    async handle(call) {
      const { profile } = await call.body<Pick<User, 'profile'>>(object({ profile: object() }));
      const user = userOf(call);
      user.profile = { ...user.profile, ...profile };
      return Response.json(user.profile);
    },
  },
  {
    method: 'POST',
    path: '/api/users/:id/password/verify',
    async handle(call) {
      const { password } = await call.body<{ password: string }>(object({ password: string({ min: 1 }) }));
      if (userOf(call).password !== password) throw new ApiError('session.invalid_credentials');
      return noContent();
    },
  },
  {
    method: 'GET',
    path: '/api/users/:id/has-password',
    handle: (call) => Response.json({ hasPassword: userOf(call).password !== null }),
  },
  {
    method: 'GET',
    path: '/api/users/:id/all-identities',
    handle(call) {
      const user = userOf(call);
      const socialIdentities = Object.entries(user.identities).map(([target, identity]) => ({ identity, target }));
      return Response.json({ socialIdentities, ssoIdentities: enterpriseIdentities(user) });
    },
  },
  {
    method: 'GET',
    path: '/api/users/:id/identities/:target',
    handle: (call) => Response.json({ identity: identityOf(call) }),
  },
  {
    method: 'DELETE',
    path: '/api/users/:id/identities/:target',
    handle(call) {
      identityOf(call);
      const user = userOf(call);
      const { [call.param('target')]: _, ...identities } = user.identities;
      user.identities = identities;
      return Response.json(publicUser(user));
    },
  },
  {
    method: 'PUT',
    path: '/api/users/:id/identities/:target',
    async handle(call) {
      const identity = await call.body<{ userId: string }>(object({ userId: string() }));
      const [user, target] = [userOf(call), call.param('target')];
      const isTaken = call.tenant.users.some(
        (other) => other !== user && other.identities[target]?.userId === identity.userId,
      );
      if (isTaken) throw new ApiError('user.identity_already_in_use');
      user.identities = { ...user.identities, [target]: identity };
      return Response.json(user.identities, { status: 201 });
    },
  },
  {
    method: 'GET',
    path: '/api/users/:id/mfa-verifications',
    handle: (call) =>
      Response.json(
        userOf(call).mfaVerifications.map(({ id, createdAt, lastUsedAt, type, ...more }) => ({
          id,
          createdAt,
          ...(lastUsedAt && { lastUsedAt }),
          type,
          ...('codes' in more && { remainCodes: more.codes.filter(({ usedAt }) => !usedAt).length }),
          ...('name' in more && { name: more.name }),
        })),
      ),
  },
  {
    method: 'DELETE',
    path: '/api/users/:id/mfa-verifications/:factorId',
    handle(call) {
      const user = userOf(call);
      const kept = user.mfaVerifications.filter(({ id }) => id !== call.param('factorId'));
      if (kept.length === user.mfaVerifications.length) throw new ApiError('entity.not_found');
      user.mfaVerifications = kept;
      return noContent();
    },
  },
];

const changesSchema = object({
  name: optional(nullable(string())),
  username: optional(nullable(string())),
  primaryEmail: optional(nullable(string({ pattern: /^\S+@\S+\.\S+$/ }))),
  customData: optional(object()),
});

export function userOf(call: Call): User {
  const user = call.tenant.users.find(({ id }) => id === call.param('id'));
  if (!user) throw new ApiError('entity.not_found');
  return user;
}

/** A user with the properties that the Management API returns for every user. */
export function publicUser(user: User) {
  return { ...publicMember(user), hasPassword: user.password !== null };
}

export function publicMember(user: User) {
  const { id, username, primaryEmail, primaryPhone, name, avatar, customData, identities } = user;
  const { lastSignInAt, createdAt, updatedAt, profile, applicationId, isSuspended } = user;
  const about = { id, username, primaryEmail, primaryPhone, name, avatar, customData, identities };
  return { ...about, lastSignInAt, createdAt, updatedAt, profile, applicationId, isSuspended };
}

function identityOf(call: Call) {
  const identity = userOf(call).identities[call.param('target')];
  if (!identity) throw new ApiError('user.identity_not_exist');
  return identity;
}

const enterpriseIdentities = ({ ssoIdentities }: User) =>
  ssoIdentities.map((ssoIdentity) => ({
    ssoIdentity,
    ssoConnectorId: (ssoIdentity as { ssoConnectorId: string }).ssoConnectorId,
  }));

/** Ends every token and session. Grants are kept. */
function signOut({ tenant }: Call, userId: string): void {
  for (const [value, token] of Object.entries(tenant.accessTokens)) {
    if (token.userId === userId) delete tenant.accessTokens[value];
  }
  tenant.sessions = tenant.sessions.filter(({ accountId }) => accountId !== userId);
}
