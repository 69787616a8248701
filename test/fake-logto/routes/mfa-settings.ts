import { requireEditable, requireFirstParty, requireReadable, requireScope, requireStepUp } from '../guards.js';
import type { Route } from '../router.js';
import { boolean, object } from '../schema.js';

const path = '/api/my-account/mfa-settings';

export const mfaSettingsRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      requireScope(call, 'identities', 401);
      requireReadable(call, 'mfa');
      return Response.json({ skipMfaOnSignIn: call.user.logtoConfig.mfa.skipMfaOnSignIn ?? false });
    },
  },
  {
    method: 'PATCH',
    path,
    async handle(call) {
      const { skipMfaOnSignIn } = await call.body<{ skipMfaOnSignIn: boolean }>(object({ skipMfaOnSignIn: boolean }));
      requireStepUp(call);
      requireScope(call, 'identities', 401);
      requireEditable(call, 'mfa');
      requireFirstParty(call);
      call.user.logtoConfig.mfa.skipMfaOnSignIn = skipMfaOnSignIn;
      call.user.updatedAt = call.now;
      return Response.json({ skipMfaOnSignIn });
    },
  },
];
