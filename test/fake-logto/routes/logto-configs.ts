import { requireEditable, requireFirstParty, requireReadable, requireScope, requireStepUp } from '../guards.js';
import type { Call, Route } from '../router.js';
import { boolean, object, optional } from '../schema.js';
import type { User } from '../users.js';

const path = '/api/my-account/logto-configs';

const schema = object({
  mfa: optional(object({ enabled: optional(boolean), skipped: optional(boolean), skipMfaOnSignIn: optional(boolean) })),
  passkeySignIn: optional(object({ skipped: optional(boolean) })),
});

export const logtoConfigsRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      requireScope(call, 'identities', 401);
      requireReadable(call, 'passkey');
      return Response.json(publicConfig(call));
    },
  },
  {
    method: 'PATCH',
    path,
    async handle(call) {
      const { mfa, passkeySignIn } = await call.body<Partial<User['logtoConfig']>>(schema);
      requireStepUp(call);
      requireScope(call, 'identities', 401);
      requireEditable(call, 'passkey');
      requireFirstParty(call);
      const { logtoConfig } = call.user;
      call.user.logtoConfig = {
        mfa: { ...logtoConfig.mfa, ...mfa },
        passkeySignIn: { ...logtoConfig.passkeySignIn, ...passkeySignIn },
      };
      call.user.updatedAt = call.now;
      return Response.json(publicConfig(call));
    },
  },
];

function publicConfig({ user }: Call): object {
  const { mfa, passkeySignIn } = user.logtoConfig;
  const { enabled = false, skipped = false, skipMfaOnSignIn = false } = mfa;
  return { mfa: { enabled, skipped, skipMfaOnSignIn }, passkeySignIn: { skipped: passkeySignIn.skipped ?? false } };
}
