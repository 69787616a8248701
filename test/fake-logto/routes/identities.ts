import { ApiError } from '../errors.js';
import {
  requireEditable,
  requireFirstParty,
  requireIdentifier,
  requireScope,
  requireStepUpIfPossible,
} from '../guards.js';
import { noContent, type Call, type Route } from '../router.js';
import { object, string } from '../schema.js';
import type { User } from '../users.js';
import { findVerifiedRecord } from '../verification-records.js';

const linkSchema = object({ newIdentifierVerificationRecordId: string() });

export const identitiesRoutes: Route[] = [
  { method: 'POST', path: '/api/my-account/identities', handle: (call) => link(call, false) },
  { method: 'PUT', path: '/api/my-account/identities', handle: (call) => link(call, true) },
  {
    method: 'DELETE',
    path: '/api/my-account/identities/:target',
    handle(call) {
      requireMayChange(call);
      const { user } = call;
      const { [call.param('target')]: identity, ...identities } = user.identities;
      if (!identity) throw new ApiError('user.identity_not_exist');
      requireIdentifier({ ...user, identities });
      delete user.socialTokens[call.param('target')];
      return set(call, identities);
    },
  },
];

/** @param mayReplace Whether another account of the same provider may give way. */
async function link(call: Call, mayReplace: boolean): Promise<Response> {
  const body = await call.body<{ newIdentifierVerificationRecordId: string }>(linkSchema);
  requireMayChange(call);
  const { social } = findVerifiedRecord(call, body.newIdentifierVerificationRecordId, 'Social');
  if (!social?.userInfo) throw new ApiError('verification_record.not_found');
  const { target, userInfo, tokens } = social;
  const { user, tenant } = call;
  if (tenant.users.some(({ id, identities }) => id !== user.id && identities[target]?.userId === userInfo.id)) {
    throw new ApiError('user.identity_already_in_use');
  }
  // One code for two situations, which only the status tells apart.
  if (user.identities[target] && !mayReplace) throw new ApiError('user.identity_already_in_use', { status: 400 });
  if (tokens) user.socialTokens[target] = tokens;
  return set(call, { ...user.identities, [target]: { userId: userInfo.id, details: userInfo } });
}

function requireMayChange(call: Call): void {
  requireEditable(call, 'social');
  requireScope(call, 'identities', 401);
  requireStepUpIfPossible(call);
  requireFirstParty(call);
}

function set({ user, now }: Call, identities: User['identities']): Response {
  Object.assign(user, { identities, updatedAt: now });
  return noContent();
}
