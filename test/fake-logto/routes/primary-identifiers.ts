import { ApiError } from '../errors.js';
import { requireEditable, requireFirstParty, requireIdentifier, requireScope, requireStepUp } from '../guards.js';
import { noContent, type Call, type Route } from '../router.js';
import { object, string } from '../schema.js';
import type { User } from '../users.js';
import { findVerifiedRecord } from '../verification-records.js';
import { checkBlocklist, identifierPatterns } from './verifications-code.js';

type Kind = 'email' | 'phone';

const keys = { email: 'primaryEmail', phone: 'primaryPhone' } as const;

export const primaryIdentifierRoutes: Route[] = [...routesFor('email'), ...routesFor('phone')];

function routesFor(kind: Kind): Route[] {
  const key = keys[kind];
  const path = `/api/my-account/primary-${kind}`;
  const schema = object({
    [kind]: string({ pattern: identifierPatterns[kind] }),
    newIdentifierVerificationRecordId: string(),
  });
  return [
    {
      method: 'POST',
      path,
      async handle(call) {
        const body = await call.body<Record<Kind | 'newIdentifierVerificationRecordId', string>>(schema);
        requireMayChange(call, kind);
        const value = body[kind];
        if (kind === 'email') checkBlocklist(call, value);
        const type = kind === 'email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
        const record = findVerifiedRecord(call, body.newIdentifierVerificationRecordId, type);
        if (record.identifier !== value) throw new ApiError('verification_record.not_found');
        if (call.tenant.users.some((other) => other[key] === value && other.id !== call.user.id)) {
          throw new ApiError(`user.${kind}_already_in_use`);
        }
        return set(call, key, value);
      },
    },
    {
      method: 'DELETE',
      path,
      handle(call) {
        requireMayChange(call, kind);
        requireIdentifier({ ...call.user, [key]: null });
        return set(call, key, null);
      },
    },
  ];
}

function requireMayChange(call: Call, kind: Kind): void {
  requireStepUp(call);
  requireEditable(call, kind);
  requireScope(call, kind, 400);
  requireFirstParty(call);
}

function set({ user, now }: Call, key: (typeof keys)[Kind], value: string | null): Response {
  const changes: Partial<User> = { [key]: value, updatedAt: now };
  Object.assign(user, changes);
  return noContent();
}
