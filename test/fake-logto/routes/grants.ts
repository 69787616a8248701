import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireReadable, requireScope, requireStepUp } from '../guards.js';
import { noContent, type Route } from '../router.js';
import { object, oneOf, optional } from '../schema.js';
import { revokeGrants } from '../sessions.js';

const sessionsScope = 'urn:logto:scope:sessions';

export const grantsRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/my-account/grants',
    handle(call) {
      const { appType } = call.query<{ appType?: 'firstParty' | 'thirdParty' }>(
        object({ appType: optional(oneOf('firstParty', 'thirdParty')) }),
      );
      requireStepUp(call);
      requireReadable(call, 'session');
      requireScope(call, sessionsScope, 401);
      const { tenant, user, now } = call;
      const grants = tenant.grants.flatMap((grant) => {
        const application = tenant.applications.find(({ id }) => id === grant.payload.clientId);
        const isMine = grant.payload.accountId === user.id && grant.expiresAt > now;
        const isWanted = appType === undefined || application?.isThirdParty === (appType === 'thirdParty');
        if (!application || !isMine || !isWanted) return [];
        return [{ ...grant, application: { id: application.id, name: application.name } }];
      });
      return Response.json({ grants });
    },
  },
  {
    method: 'DELETE',
    path: '/api/my-account/grants/:id',
    handle(call) {
      requireStepUp(call);
      requireEditable(call, 'session');
      requireScope(call, sessionsScope, 401);
      requireFirstParty(call);
      const id = call.param('id');
      const { tenant, user } = call;
      if (!tenant.grants.some((grant) => grant.id === id && grant.payload.accountId === user.id)) {
        throw new ApiError('oidc.invalid_grant');
      }
      revokeGrants(tenant, [id]);
      return noContent();
    },
  },
];
