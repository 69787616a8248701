import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireReadable, requireScope, requireStepUp } from '../guards.js';
import { noContent, type Call, type Route } from '../router.js';
import { object, oneOf, optional } from '../schema.js';
import { revokeGrants } from '../sessions.js';
import type { Session } from '../session-types.js';

const sessionsScope = 'urn:logto:scope:sessions';

export const sessionsRoutes: Route[] = [
  {
    method: 'GET',
    path: '/api/my-account/sessions',
    handle(call) {
      requireStepUp(call);
      requireReadable(call, 'session');
      requireScope(call, sessionsScope, 401);
      const { tenant, user, token, now } = call;
      const mine = tenant.sessions.filter(({ accountId, expiresAt }) => accountId === user.id && expiresAt > now);
      const sessions = mine.map((session) => ({ ...session, isCurrent: session.payload.uid === token.sessionUid }));
      return Response.json({ sessions });
    },
  },
  {
    method: 'DELETE',
    path: '/api/my-account/sessions/:uid',
    handle(call) {
      const { revokeGrantsTarget } = call.query<{ revokeGrantsTarget?: RevokeTarget }>(
        object({ revokeGrantsTarget: optional(oneOf('all', 'firstParty')) }),
      );
      requireStepUp(call);
      requireEditable(call, 'session');
      requireScope(call, sessionsScope, 401);
      requireFirstParty(call);
      const { tenant, user } = call;
      const session = tenant.sessions.find(({ payload }) => payload.uid === call.param('uid'));
      // Logto means a 404, but what reaches the caller is a 400 with the 404 in its data.
      if (!session) throw new ApiError('oidc.session_not_found', { data: { status: 404 } });
      if (session.accountId !== user.id) {
        throw new ApiError('oidc.invalid_session_account_id', { data: { status: 404 } });
      }
      const grants = grantsToRevoke(call, session, revokeGrantsTarget);
      tenant.sessions = tenant.sessions.filter((other) => other !== session);
      revokeGrants(tenant, grants);
      return noContent();
    },
  },
];

type RevokeTarget = 'all' | 'firstParty';

/** Without a target, the tokens of applications with `offline_access` outlive the session. */
function grantsToRevoke({ tenant }: Call, { payload }: Session, target: RevokeTarget | undefined): string[] {
  const authorizations = Object.entries(payload.authorizations ?? {});
  const revoked = authorizations.filter(([clientId, { persistsLogout }]) => {
    if (target === 'all') return true;
    if (target === undefined) return !persistsLogout;
    return !tenant.applications.find(({ id }) => id === clientId)?.isThirdParty;
  });
  return revoked.map(([, { grantId }]) => grantId);
}
