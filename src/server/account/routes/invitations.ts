import { listOf, getOwn } from '../../../untrusted.js';
import { has, isList, successOf } from '../outcome.js';
import { answer, Problem, type ProblemCode } from '../problem.js';
import { textOrNull, publicInvitation } from '../public-shapes.js';
import type { Route, Visit } from '../visit.js';
import { idIn } from './organizations.js';

const common = {
  capability: 'organizations',
  isOn: ({ organizations }) => organizations?.invitations === true,
} satisfies Partial<Route>;

export const invitationRoutes: Route[] = [
  {
    ...common,
    method: 'GET',
    path: '/organization-invitations',
    async handle(visit) {
      const { management, signal } = visit;
      const invitee = await addressOf(visit);
      if (invitee === null) return answer({ invitations: [] });
      const found = await management.send('GET', ['organization-invitations'], { query: { invitee }, signal });
      const mine = listOf(successOf(found, isList)).filter((invitation) => isOpen(visit, invitation, invitee));
      const invitations = mine.map(async (invitation) => {
        const id = textOrNull(getOwn(invitation, 'organizationId'));
        return publicInvitation(invitation, id && (await visit.nameOf('organizations', id)));
      });
      return answer({ invitations: await Promise.all(invitations) });
    },
  },
  {
    ...common,
    method: 'POST',
    path: '/organization-invitations/:invitationId/accept',
    handle: (visit) => reply(visit, { status: 'Accepted', acceptedUserId: visit.visitor.id }, 'invitation.accepted'),
  },
  {
    ...common,
    method: 'POST',
    path: '/organization-invitations/:invitationId/decline',
    // Logto has no word for it of its own.
    handle: (visit) => reply(visit, { status: 'Revoked' }, 'invitation.declined'),
  },
];

async function reply(
  visit: Visit,
  json: { status: string; acceptedUserId?: string },
  type: 'invitation.accepted' | 'invitation.declined',
): Promise<Response> {
  const { management, signal } = visit;
  const invitationId = idIn(visit, 'invitationId');
  const path = ['organization-invitations', invitationId];
  const [invitee, found] = await Promise.all([addressOf(visit), management.send('GET', path, { signal })]);
  const invitation = successOf(found, has({ id: invitationId }), notThere);
  if (invitee === null || !isOpen(visit, invitation, invitee)) throw new Problem('entity.not_found');
  const replied = await management.send('PUT', [...path, 'status'], { json, signal });
  successOf(replied, has({ id: invitationId, status: json.status }), notThere);
  await visit.audit({ type, invitationId, organizationId: textOrNull(getOwn(invitation, 'organizationId')) ?? '' });
  return answer(undefined, { status: 204 });
}

/** Logto answers `request.invalid_input` to who comes too late. */
const notThere: Record<string, ProblemCode> = {
  'entity.not_found': 'entity.not_found',
  'request.invalid_input': 'entity.not_found',
};

/** The address that Logto has verified, which the page's token need not show. */
async function addressOf({ visitor, management, signal }: Visit): Promise<string | null> {
  return visitor.primaryEmail ?? textOrNull(getOwn(await management.user(visitor.id, signal), 'primaryEmail'));
}

function isOpen({ now }: Visit, invitation: unknown, invitee: string): boolean {
  const isMine = String(getOwn(invitation, 'invitee')).toLowerCase() === invitee.toLowerCase();
  return isMine && getOwn(invitation, 'status') === 'Pending' && Number(getOwn(invitation, 'expiresAt')) > now;
}
