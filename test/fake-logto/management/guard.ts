import { ApiError } from '../errors.js';
import { bearerOf } from '../guards.js';
import type { Call } from '../router.js';
import { managementResource } from './data.js';

/** What the Management API has. Everything else below `/api` is for users, or for everybody. */
export const isManagementPath = (pathname: string) =>
  /^\/api\/(users|roles|organizations|organization-roles|organization-invitations|logs|applications|account-center|connectors|sign-in-exp|user-assets)(\/|$)/.test(
    pathname,
  );

/** Accepts tokens of a machine-to-machine application with the role. Error reasons are those of a JWT library. */
export function requireManagement(call: Call): void {
  const value = bearerOf(call.request);
  const token = Object.hasOwn(call.tenant.management.tokens, value) ? call.tenant.management.tokens[value] : undefined;
  if (!token)
    throw refused(/^MANAGEMENT_TOKEN_/.test(value) ? 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' : 'ERR_JWS_INVALID');
  if (token.resource !== managementResource) throw refused('ERR_JWT_CLAIM_VALIDATION_FAILED');
  if (token.expiresAt <= call.now) throw refused('ERR_JWT_EXPIRED');
  if (token.scope !== 'all') throw new ApiError('auth.forbidden');
  call.managementApplicationId = token.applicationId;
}

const names: Record<string, string> = {
  ERR_JWS_INVALID: 'JWSInvalid',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'JWSSignatureVerificationFailed',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'JWTClaimValidationFailed',
  ERR_JWT_EXPIRED: 'JWTExpired',
};

const refused = (code: string) => new ApiError('auth.unauthorized', { data: { code, name: names[code] } });
