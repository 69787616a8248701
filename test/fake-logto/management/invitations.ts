import { ApiError } from '../errors.js';
import { newId } from '../ids.js';
import { noContent, type Call, type Route } from '../router.js';
import { array, nullable, number, object, oneOf, optional, string } from '../schema.js';
import type { Invitation } from './data.js';
import { rolesOf } from './organizations.js';

const path = '/api/organization-invitations';

interface Invite {
  organizationId: string;
  inviterId: string | null;
  invitee: string;
  expiresAt: number;
  organizationRoleIds?: string[];
}

export const invitationRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      const { searchParams } = call.url;
      const [invitee, organizationId] = [
        searchParams.get('invitee')?.toLowerCase(),
        searchParams.get('organizationId'),
      ];
      const found = call.tenant.management.invitations.filter(
        (each) =>
          (!invitee || each.invitee.toLowerCase() === invitee) &&
          (!organizationId || each.organizationId === organizationId),
      );
      return Response.json(found.reverse().map((each) => told(call, each)));
    },
  },
  {
    method: 'POST',
    path,
    async handle(call) {
      const body = await call.body<Invite>(inviteSchema);
      const { organizationRoleIds: roleIds = [] } = body;
      if (body.expiresAt <= call.now) throw wrong('The value of `expiresAt` must be in the future.', 400);
      const { users, management } = call.tenant;
      const member = users.find(({ primaryEmail }) => primaryEmail === body.invitee);
      const isMember = management.memberships.some(
        ({ userId, organizationId }) => userId === member?.id && organizationId === body.organizationId,
      );
      if (isMember) throw wrong('The invitee is already a member of the organization.', 422);
      const isKnown =
        management.organizations.some(({ id }) => id === body.organizationId) &&
        (body.inviterId === null || users.some(({ id }) => id === body.inviterId)) &&
        roleIds.every((roleId) => management.organizationRoles.some(({ id }) => id === roleId));
      if (!isKnown) throw new ApiError('entity.relation_foreign_key_not_found');
      const isPending = management.invitations.some(
        (each) =>
          each.invitee === body.invitee &&
          each.organizationId === body.organizationId &&
          statusOf(call, each) === 'Pending',
      );
      if (isPending) throw new ApiError('entity.unique_integrity_violation');
      const { organizationId, inviterId, invitee, expiresAt } = body;
      const times = { createdAt: call.now, updatedAt: call.now, expiresAt };
      const invitation: Invitation = {
        ...{ id: newId(), inviterId, invitee, acceptedUserId: null, organizationId, status: 'Pending' },
        ...times,
        roleIds,
      };
      management.invitations.push(invitation);
      return Response.json(told(call, invitation), { status: 201 });
    },
  },
  {
    method: 'POST',
    path: `${path}/:id/message`,
    handle(call) {
      invitationOf(call);
      return noContent();
    },
  },
  { method: 'GET', path: `${path}/:id`, handle: (call) => Response.json(told(call, invitationOf(call))) },
  {
    method: 'PUT',
    path: `${path}/:id/status`,
    async handle(call) {
      const { status, acceptedUserId } = await call.body<{ status: 'Accepted' | 'Revoked'; acceptedUserId?: string }>(
        object({ status: oneOf('Accepted', 'Revoked'), acceptedUserId: optional(string()) }),
      );
      const { management, users } = call.tenant;
      if (status === 'Accepted' && !acceptedUserId) {
        throw wrong('The `acceptedUserId` is required when accepting an invitation.', 422);
      }
      const invitation = invitationOf(call);
      if (statusOf(call, invitation) !== 'Pending') {
        throw wrong('The status of the invitation cannot be changed anymore.', 422);
      }
      if (status === 'Accepted') {
        const user = users.find(({ id }) => id === acceptedUserId);
        if (!user) throw new ApiError('entity.not_found');
        if (user.primaryEmail?.toLowerCase() !== invitation.invitee.toLowerCase()) {
          throw wrong('The accepted user must have the same email as the invitee.', 422);
        }
        const { organizationId, roleIds } = invitation;
        management.memberships.push({ organizationId, userId: user.id, roleIds: [...roleIds] });
        invitation.acceptedUserId = user.id;
      }
      Object.assign(invitation, { status, updatedAt: call.now });
      return Response.json(told(call, invitation));
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    handle(call) {
      const invitation = invitationOf(call);
      const { management } = call.tenant;
      management.invitations = management.invitations.filter((other) => other !== invitation);
      return noContent();
    },
  },
];

const inviteSchema = object({
  organizationId: string(),
  inviterId: nullable(string()),
  invitee: string({ email: true }),
  expiresAt: number,
  organizationRoleIds: optional(array(string())),
});

const wrong = (details: string, status: 400 | 422) =>
  new ApiError('request.invalid_input', { status, values: { details } });

function invitationOf(call: Call): Invitation {
  const invitation = call.tenant.management.invitations.find(({ id }) => id === call.param('id'));
  if (!invitation) throw new ApiError('entity.not_found');
  return invitation;
}

const statusOf = ({ now }: Call, { status, expiresAt }: Invitation) =>
  status === 'Pending' && expiresAt <= now ? 'Expired' : status;

function told(call: Call, invitation: Invitation) {
  const { roleIds, ...rest } = invitation;
  const { id, inviterId, invitee, acceptedUserId, organizationId, ...times } = rest;
  return {
    tenantId: 'default',
    ...{ id, inviterId, invitee, acceptedUserId, organizationId },
    ...times,
    status: statusOf(call, invitation),
    organizationRoles: rolesOf(call, roleIds),
  };
}
