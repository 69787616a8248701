import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireReadable, requireScope, requireStepUp } from '../guards.js';
import { newBackupCode } from '../ids.js';
import { noContent, type Call, type Route } from '../router.js';
import { object, string } from '../schema.js';
import { newTotpSecret } from '../totp.js';
import type { MfaVerification } from '../users.js';
import { bind, bindSchema, replaceTotp, requireFactor, type Binding } from './mfa-binding.js';

const path = '/api/my-account/mfa-verifications';

export const mfaRoutes: Route[] = [
  {
    method: 'GET',
    path,
    handle(call) {
      requireReadable(call, 'mfa');
      requireScope(call, 'identities', 401);
      return Response.json(call.user.mfaVerifications.map(publicMfa));
    },
  },
  {
    method: 'POST',
    path,
    async handle(call) {
      const body = await call.body<Binding>(bindSchema);
      requireMayBind(call, body.type);
      add(call, bind(call, body));
      return noContent();
    },
  },
  {
    method: 'PUT',
    path: `${path}/totp`,
    async handle(call) {
      const body = await call.body<{ secret: string; code: string }>(object({ secret: string(), code: string() }));
      requireMayBind(call, 'Totp');
      const totp = replaceTotp(call, body);
      call.user.mfaVerifications = call.user.mfaVerifications.filter(({ type }) => type !== 'Totp');
      add(call, totp);
      return noContent();
    },
  },
  // The next two promise nothing and keep nothing, so Logto lets any token have them.
  {
    method: 'POST',
    path: `${path}/totp-secret/generate`,
    handle: () => Response.json({ secret: newTotpSecret() }),
  },
  {
    method: 'POST',
    path: `${path}/backup-codes/generate`,
    handle: () => Response.json({ codes: Array.from({ length: 10 }, newBackupCode) }),
  },
  {
    method: 'GET',
    path: `${path}/backup-codes`,
    handle(call) {
      requireStepUp(call);
      requireScope(call, 'identities', 401);
      // The first set, even when its codes are used up and a newer one exists.
      const set = call.user.mfaVerifications.find(({ type }) => type === 'BackupCode');
      if (set?.type !== 'BackupCode') throw new ApiError('verification_record.not_found', { status: 404 });
      return Response.json({ codes: set.codes });
    },
  },
  {
    method: 'PATCH',
    path: `${path}/:id/name`,
    async handle(call) {
      const { name } = await call.body<{ name: string }>(object({ name: string() }));
      requireStepUp(call);
      requireScope(call, 'identities', 401);
      requireFirstParty(call);
      const passkey = call.user.mfaVerifications.find(({ id }) => id === call.param('id'));
      if (passkey?.type !== 'WebAuthn') throw new ApiError('verification_record.not_found');
      requireEditable(call, 'passkey');
      passkey.name = name;
      call.user.updatedAt = call.now;
      return new Response('OK');
    },
  },
  {
    method: 'DELETE',
    path: `${path}/:id`,
    handle(call) {
      requireStepUp(call);
      requireScope(call, 'identities', 401);
      requireFirstParty(call);
      const { user } = call;
      const verification = user.mfaVerifications.find(({ id }) => id === call.param('id'));
      if (!verification) throw new ApiError('verification_record.not_found');
      // Which of two toggles counts, depends on what it is; so Logto looks before it checks.
      requireEditable(call, toggleOf(verification.type));
      user.mfaVerifications = user.mfaVerifications.filter((other) => other !== verification);
      user.updatedAt = call.now;
      return noContent();
    },
  },
];

const toggleOf = (type: MfaVerification['type']) => (type === 'WebAuthn' ? 'passkey' : 'mfa');

function requireMayBind(call: Call, type: MfaVerification['type']): void {
  requireStepUp(call);
  requireEditable(call, toggleOf(type));
  requireScope(call, 'identities', 401);
  requireFirstParty(call);
  requireFactor(call, type);
}

function add({ tenant, user, now }: Call, verification: MfaVerification): void {
  user.mfaVerifications = [...user.mfaVerifications, verification];
  // A passkey may be there for signing in only.
  if (tenant.signInExperience.mfa.factors.includes(verification.type)) user.logtoConfig.mfa.enabled = true;
  user.updatedAt = now;
}

/** A factor as the API returns it, without its secret. */
function publicMfa(verification: MfaVerification): object {
  const { id, createdAt, lastUsedAt, type } = verification;
  const common = { id, createdAt, ...(lastUsedAt && { lastUsedAt }), type };
  if (verification.type === 'WebAuthn') return { ...common, agent: verification.agent, name: verification.name };
  if (verification.type === 'Totp') return common;
  return { ...common, remainCodes: verification.codes.filter(({ usedAt }) => !usedAt).length };
}
