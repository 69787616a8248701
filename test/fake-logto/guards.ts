import { ApiError } from './errors.js';
import type { Call } from './router.js';
import type { Access, Field } from './tenant-types.js';
import { hasPermission } from './verification-records.js';

/**
 * Accepts valid tokens of active users while the account center is enabled.
 *
 * Logto does this before it even looks at the request; all other checks belong to the routes, in an order of their own.
 */
export async function signIn(call: Call): Promise<void> {
  const token = await call.logto.findAccessToken(bearerOf(call.request));
  const { users, grants, accountCenter } = call.tenant;
  const user = users.find(({ id }) => id === token?.userId);
  const isRevoked = token?.grantId !== undefined && !grants.some(({ id }) => id === token.grantId);
  if (!token || token.expiresAt <= call.now || isRevoked || !user || user.isSuspended) {
    throw new ApiError('auth.unauthorized');
  }
  if (!token.scopes.includes('openid')) throw new ApiError('auth.forbidden');
  if (!accountCenter.enabled) throw new ApiError('account_center.not_enabled');
  call.signedInAs(token, user);
}

/** The token in the header. */
export function bearerOf(request: Request): string {
  const authorization = request.headers.get('authorization');
  if (authorization === null) throw new ApiError('auth.authorization_header_missing');
  if (!authorization.startsWith('Bearer')) {
    throw new ApiError('auth.authorization_token_type_not_supported', { data: { supportedTypes: ['Bearer'] } });
  }
  return authorization.slice('Bearer '.length).trim();
}

/** @param status Logto's answer is a 400 in its older routes and a 401 in its newer ones, with the same code. */
export function requireScope({ token }: Call, scope: string, status: 400 | 401 | 403): void {
  if (token.scopes.includes(scope)) return;
  throw status === 403 ? new ApiError('auth.forbidden') : new ApiError('auth.unauthorized', { status });
}

/** Other people's applications may read the account, with the user's consent. Logto 1.42.0 lets them change it as well. */
export function requireFirstParty({ tenant, token }: Call): void {
  const application = tenant.applications.find(({ id }) => id === token.applicationId);
  if (application?.isThirdParty && tenant.release === 'main')
    throw new ApiError('auth.third_party_application_forbidden');
}

/** The account center's access to a field. */
export function accessTo({ tenant }: Call, field: Field): Access {
  const { fields } = tenant.accountCenter;
  return fields[field] ?? (field === 'passkey' ? fields.mfa : undefined) ?? 'Off';
}

export function requireReadable(call: Call, field: Field): void {
  if (accessTo(call, field) === 'Off') throw new ApiError('account_center.field_not_enabled');
}

export function requireEditable(call: Call, field: Field): void {
  if (accessTo(call, field) !== 'Edit') throw new ApiError('account_center.field_not_editable');
}

/** Asks for the id of a permission record, which the user gets by giving the password or a code again. */
export function requireStepUp(call: Call): void {
  const id = call.request.headers.get('logto-verification-id');
  if (!hasPermission(call, id)) throw new ApiError('verification_record.permission_denied');
}

/** The same for actions that a user without any way to verify may do. */
export function requireStepUpIfPossible(call: Call): void {
  if (hasSecurityVerificationMethod(call)) requireStepUp(call);
}

export function hasSecurityVerificationMethod({ user }: Call): boolean {
  return Boolean(user.password ?? user.primaryEmail ?? user.primaryPhone);
}

/** Protects the last way to sign in. Call it with the user after the change. */
export function requireIdentifier({ username, primaryEmail, primaryPhone, identities, ssoIdentities }: Call['user']) {
  const hasOne = username ?? primaryEmail ?? primaryPhone ?? Object.keys(identities)[0] ?? ssoIdentities[0];
  if (!hasOne) throw new ApiError('user.last_sign_in_method_required');
}
