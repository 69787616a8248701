import { ApiError } from '../errors.js';
import { noContent, type Call, type Route } from '../router.js';
import { object, oneOf, optional } from '../schema.js';
import { revokeGrants } from '../sessions.js';
import type { Grant, Session } from '../session-types.js';

export const signInRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/users/:id/sessions',
    handle: (call) => Response.json({ sessions: sessionsOf(call) }),
  },
  {
    method: 'GET',
    path: '/api/users/:id/sessions/:uid',
    handle(call) {
      const session = sessionsOf(call).find(({ payload }) => payload.uid === call.param('uid'));
      if (!session) throw new ApiError('oidc.session_not_found', { status: 404 });
      return Response.json(session);
    },
  },
  {
    method: 'DELETE',
    path: '/api/users/:id/sessions/:uid',
    handle(call) {
      const { revokeGrantsTarget: target } = call.query<{ revokeGrantsTarget?: 'all' | 'firstParty' }>(
        object({ revokeGrantsTarget: optional(oneOf('all', 'firstParty')) }),
      );
      const { tenant } = call;
      const session = tenant.sessions.find(({ payload }) => payload.uid === call.param('uid'));
      if (!session) throw new ApiError('oidc.session_not_found', { status: 404 });
      if (session.accountId !== call.param('id'))
        throw new ApiError('oidc.invalid_session_account_id', { status: 404 });
      const isForeign = (clientId: string) =>
        tenant.applications.some(({ id, isThirdParty }) => id === clientId && isThirdParty);
      const ended = Object.entries(session.payload.authorizations ?? {}).filter(
        ([clientId]) => target === 'all' || (target === 'firstParty' && !isForeign(clientId)),
      );
      tenant.sessions = tenant.sessions.filter((other) => other !== session);
      revokeGrants(
        tenant,
        ended.map(([, { grantId }]) => grantId),
      );
      return noContent();
    },
  },
  {
    method: 'GET',
    path: '/api/users/:id/grants',
    handle(call) {
      const { appType } = call.query<{ appType?: 'firstParty' | 'thirdParty' }>(
        object({ appType: optional(oneOf('firstParty', 'thirdParty')) }),
      );
      const { applications, grants } = call.tenant;
      const told = (grant: Grant) => {
        const application = applications.find(({ id }) => id === grant.payload.clientId);
        if (appType && (application?.isThirdParty ?? false) !== (appType === 'thirdParty')) return [];
        return [{ ...grant, ...(application && { application: { id: application.id, name: application.name } }) }];
      };
      return Response.json({
        grants: grants.filter(({ payload }) => payload.accountId === call.param('id')).flatMap(told),
      });
    },
  },
  {
    method: 'DELETE',
    path: '/api/users/:id/grants/:grantId',
    handle(call) {
      const grant = call.tenant.grants.find(({ id }) => id === call.param('grantId'));
      if (grant?.payload.accountId !== call.param('id')) throw new ApiError('oidc.invalid_grant');
      revokeGrants(call.tenant, [grant.id]);
      return noContent();
    },
  },
];

const sessionsOf = ({ tenant, params, now }: Call): Session[] =>
  tenant.sessions.filter(({ accountId, expiresAt }) => accountId === params.id && expiresAt > now);
