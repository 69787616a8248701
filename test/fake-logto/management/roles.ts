import { ApiError } from '../errors.js';
import { noContent, type Route } from '../router.js';
import { array, object, string } from '../schema.js';
import type { Role } from './data.js';
import { pageOf } from './page.js';
import { userOf } from './users.js';

export const roleRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/users/:id/roles',
    handle(call) {
      const { id } = userOf(call);
      const { roles, userRoles } = call.tenant.management;
      const mine = userRoles.filter(({ userId }) => userId === id).map(({ roleId }) => roleId);
      return pageOf(
        call,
        roles.filter((role) => mine.includes(role.id)),
        told,
      );
    },
  },
  {
    method: 'POST',
    path: '/api/users/:id/roles',
    async handle(call) {
      const { roleIds } = await call.body<{ roleIds: string[] }>(object({ roleIds: array(string()) }));
      const { id: userId } = userOf(call);
      const { management } = call.tenant;
      for (const id of roleIds) {
        const role = management.roles.find((each) => each.id === id);
        if (!role) throw new ApiError('entity.not_exists_with_id', { values: { entity: 'roles', id } });
        if (role.type !== 'User') throw new ApiError('user.invalid_role_type');
      }
      const addedRoleIds = roleIds.filter(
        (roleId) => !management.userRoles.some((each) => each.userId === userId && each.roleId === roleId),
      );
      management.userRoles.push(...addedRoleIds.map((roleId) => ({ userId, roleId })));
      return Response.json({ roleIds, addedRoleIds }, { status: 201 });
    },
  },
  {
    method: 'DELETE',
    path: '/api/users/:id/roles/:roleId',
    handle(call) {
      const { management } = call.tenant;
      const isIt = (each: { userId: string; roleId: string }) =>
        each.userId === call.param('id') && each.roleId === call.param('roleId');
      if (!management.userRoles.some(isIt)) throw new ApiError('entity.not_found');
      management.userRoles = management.userRoles.filter((each) => !isIt(each));
      return noContent();
    },
  },
];

const told = ({ id, name, description, type, isDefault = false }: Role) => ({
  tenantId: 'default',
  ...{ id, name, description, type, isDefault },
});
