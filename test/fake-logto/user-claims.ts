import type { FakeLogto } from './fake-logto.js';
import type { Tenant } from './tenant-types.js';
import type { Address, User } from './users.js';

/** Logto's scopes and the claims that each of them grants, as its discovery document lists them. */
export const claimsByScope = {
  profile: [
    'name',
    'family_name',
    'given_name',
    'middle_name',
    'nickname',
    'preferred_username',
    'profile',
    'picture',
    'website',
    'gender',
    'birthdate',
    'zoneinfo',
    'locale',
    'updated_at',
    'username',
    'created_at',
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
  custom_data: ['custom_data'],
  identities: ['identities', 'sso_identities'],
  roles: ['roles'],
  'urn:logto:scope:organizations': ['organizations', 'organization_data'],
  'urn:logto:scope:organization_roles': ['organization_roles'],
  'urn:logto:scope:sessions': [],
  'urn:logto:scope:trusted_devices': [],
};

/** What Logto keeps out of the id token: it comes with `/oidc/me` only. */
const onlyInUserInfo = new Set(['custom_data', 'identities', 'sso_identities', 'organization_data']);

/** The user, unless deleted or suspended, whose tokens are invalid. */
export function findActiveUser(logto: FakeLogto, userId: string): User | undefined {
  return logto.tenant.users.find(({ id, isSuspended }) => id === userId && !isSuspended);
}

/** The user's claims in Logto's shape. oidc-provider returns those that the scopes grant. */
export function claimsOf(user: User, use: string, tenant: Tenant): Record<string, unknown> {
  const { familyName, givenName, middleName, preferredUsername, address, ...profile } = user.profile;
  const claims = {
    ...profile,
    family_name: familyName,
    given_name: givenName,
    middle_name: middleName,
    preferred_username: preferredUsername ?? user.username,
    address: address && snakeCaseKeys(address),
    name: user.name,
    picture: user.avatar,
    username: user.username,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
    email: user.primaryEmail,
    email_verified: Boolean(user.primaryEmail),
    phone_number: user.primaryPhone,
    phone_number_verified: Boolean(user.primaryPhone),
    custom_data: user.customData,
    identities: user.identities,
    sso_identities: user.ssoIdentities.map(enterpriseIdentity),
    ...membershipClaims(user, tenant),
  };
  return Object.fromEntries(Object.entries(claims).filter(([name]) => use !== 'id_token' || !onlyInUserInfo.has(name)));
}

function membershipClaims({ id }: User, { management }: Tenant) {
  const { roles, userRoles, organizations, organizationRoles, memberships } = management;
  const mine = memberships.filter(({ userId }) => userId === id);
  const isMine = (organizationId: string) => mine.some((each) => each.organizationId === organizationId);
  const nameOf = (roleId: string) => organizationRoles.find((role) => role.id === roleId)?.name;
  return {
    roles: roles
      .filter((role) => userRoles.some(({ userId, roleId }) => userId === id && roleId === role.id))
      .map(({ name }) => name),
    organizations: mine.map(({ organizationId }) => organizationId),
    organization_data: organizations
      .filter((organization) => isMine(organization.id))
      .map((organization) => ({ id: organization.id, name: organization.name, description: organization.description })),
    organization_roles: mine.flatMap(({ organizationId, roleIds }) =>
      roleIds.map((roleId) => `${organizationId}:${nameOf(roleId)}`),
    ),
  };
}

function snakeCaseKeys(address: Address): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

function enterpriseIdentity(identity: unknown) {
  const { issuer, identityId, detail } = identity as { issuer?: string; identityId?: string; detail?: object };
  return { issuer, identityId, detail };
}
