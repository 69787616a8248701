import { ApiError } from '../errors.js';
import { noContent, type Call, type Route } from '../router.js';
import { array, object, string } from '../schema.js';
import type { Membership, Organization, Role } from './data.js';
import { pageOf } from './page.js';
import { publicMember, userOf } from './users.js';

const member = '/api/organizations/:organizationId/users/:id';

export const organizationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/users/:id/organizations',
    handle(call) {
      const { id } = userOf(call);
      const { memberships, organizations } = call.tenant.management;
      const mine = memberships.filter(({ userId }) => userId === id);
      return Response.json(
        mine.flatMap(({ organizationId, roleIds }) =>
          organizations
            .filter((organization) => organization.id === organizationId)
            .map((organization) => ({ ...told(organization), organizationRoles: rolesOf(call, roleIds) })),
        ),
      );
    },
  },
  {
    method: 'GET',
    path: '/api/organizations',
    handle: (call) => pageOf(call, call.tenant.management.organizations, told),
  },
  {
    method: 'GET',
    path: '/api/organization-roles',
    handle: (call) =>
      pageOf(call, call.tenant.management.organizationRoles, (role) => ({
        ...publicRole(role),
        scopes: [],
        resourceScopes: [],
      })),
  },
  {
    method: 'GET',
    path: '/api/organizations/:organizationId',
    handle(call) {
      const id = call.param('organizationId');
      const organization = call.tenant.management.organizations.find((each) => each.id === id);
      if (!organization) throw new ApiError('entity.not_exists_with_id', { values: { entity: 'organizations', id } });
      return Response.json(told(organization));
    },
  },
  {
    method: 'GET',
    path: '/api/organizations/:organizationId/users',
    handle(call) {
      const [q, roleId] = [call.url.searchParams.get('q'), call.url.searchParams.get('organizationRoleId')];
      const members = membersOf(call).filter(({ user, roleIds }) => {
        const isFound = !q || [user.username, user.name, user.primaryEmail].some((text) => text?.includes(q));
        return isFound && (!roleId || roleIds.includes(roleId));
      });
      return pageOf(call, members, ({ user, roleIds }) => ({
        ...publicMember(user),
        organizationRoles: rolesOf(call, roleIds),
      }));
    },
  },
  {
    method: 'POST',
    path: '/api/organizations/:organizationId/users',
    async handle(call) {
      const { userIds } = await call.body<{ userIds: string[] }>(object({ userIds: array(string(), { min: 1 }) }));
      const { tenant } = call;
      const organizationId = call.param('organizationId');
      const isKnown = (userId: string) => tenant.users.some(({ id }) => id === userId);
      if (!tenant.management.organizations.some(({ id }) => id === organizationId) || !userIds.every(isKnown)) {
        throw new ApiError('entity.relation_foreign_key_not_found');
      }
      for (const userId of userIds) {
        if (!membershipOf({ tenant }, organizationId, userId)) {
          tenant.management.memberships.push({ organizationId, userId, roleIds: [] });
        }
      }
      return Response.json({ userIds }, { status: 201 });
    },
  },
  {
    method: 'DELETE',
    path: member,
    handle(call) {
      const membership = membershipOf(call, call.param('organizationId'), call.param('id'));
      if (!membership) throw new ApiError('entity.not_found');
      const { management } = call.tenant;
      management.memberships = management.memberships.filter((other) => other !== membership);
      return noContent();
    },
  },
  {
    method: 'GET',
    path: `${member}/roles`,
    handle(call) {
      const roles = required(call).roleIds.flatMap((id) => roleOf(call, id) ?? []);
      return Response.json(roles.map(publicRole));
    },
  },
  {
    method: 'POST',
    path: `${member}/roles`,
    async handle(call) {
      const { organizationRoleIds } = await call.body<{ organizationRoleIds: string[] }>(
        object({ organizationRoleIds: array(string()) }),
      );
      const membership = required(call);
      if (!organizationRoleIds.every((id) => roleOf(call, id)))
        throw new ApiError('entity.relation_foreign_key_not_found');
      membership.roleIds = [...new Set([...membership.roleIds, ...organizationRoleIds])];
      return Response.json({ organizationRoleIds }, { status: 201 });
    },
  },
  {
    method: 'DELETE',
    path: `${member}/roles/:roleId`,
    handle(call) {
      const membership = required(call);
      const roleId = call.param('roleId');
      if (!membership.roleIds.includes(roleId)) throw new ApiError('entity.not_found');
      membership.roleIds = membership.roleIds.filter((id) => id !== roleId);
      return noContent();
    },
  },
];

const membershipOf = ({ tenant }: Pick<Call, 'tenant'>, organizationId: string, userId: string) =>
  tenant.management.memberships.find((each) => each.organizationId === organizationId && each.userId === userId);

function required(call: Call): Membership {
  const membership = membershipOf(call, call.param('organizationId'), call.param('id'));
  if (!membership) throw new ApiError('organization.require_membership');
  return membership;
}

function membersOf(call: Call) {
  const { management, users } = call.tenant;
  const mine = management.memberships.filter(({ organizationId }) => organizationId === call.param('organizationId'));
  return mine.flatMap(({ userId, roleIds }) =>
    users.filter(({ id }) => id === userId).map((user) => ({ user, roleIds })),
  );
}

const roleOf = ({ tenant }: Call, roleId: string) =>
  tenant.management.organizationRoles.find(({ id }) => id === roleId);

export const rolesOf = (call: Call, roleIds: string[]) =>
  roleIds.flatMap((roleId) => {
    const role = roleOf(call, roleId);
    return role ? [{ id: role.id, name: role.name }] : [];
  });

const publicRole = ({ id, name, description, type }: Role) => ({ tenantId: 'default', id, name, description, type });

const told = ({ id, name, description, customData, createdAt }: Organization) => ({
  tenantId: 'default',
  id,
  name,
  description,
  customData,
  isMfaRequired: false,
  color: {},
  branding: {},
  customCss: null,
  createdAt,
});
