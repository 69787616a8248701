import { newId } from './ids.js';
import type { Grant, Session, SignInContext } from './session-types.js';
import type { Tenant } from './tenant-types.js';
import type { User } from './users.js';

const twoWeeks = 14 * 24 * 3600;
const sixMonths = 180 * 24 * 3600;

/** The default user agent. */
export const someBrowser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

interface Identifier {
  type: 'username' | 'email' | 'phone' | 'userId';
  value: string;
}

/** What this user would type to sign in. */
export function identifierOf({ id, username, primaryEmail, primaryPhone }: User): Identifier {
  if (username) return { type: 'username', value: username };
  if (primaryEmail) return { type: 'email', value: primaryEmail };
  return primaryPhone ? { type: 'phone', value: primaryPhone } : { type: 'userId', value: id };
}

/** A sign-in of this user with a password, just now and at one application unless you say otherwise. */
export function aSession(
  accountId: string,
  {
    uid = newId(43),
    clientId = 'demo-app',
    grantId,
    signedInAt = Date.now(),
    signInContext,
    identifier = { type: 'userId', value: accountId },
  }: {
    uid?: string;
    clientId?: string;
    /** The application's grant; the session's tokens end with it. */
    grantId?: string;
    /** Milliseconds since 1970. */
    signedInAt?: number;
    /** On top of a browser somewhere. */
    signInContext?: SignInContext;
    /** The user's sign-in input. */
    identifier?: Identifier;
  } = {},
): Session {
  const iat = Math.floor(signedInAt / 1000);
  const exp = iat + twoWeeks;
  const authorizations = grantId ? { [clientId]: { sid: newId(43), grantId, persistsLogout: true } } : {};
  return {
    payload: { exp, iat, jti: newId(43), uid, kind: 'Session', loginTs: iat, accountId, authorizations },
    lastSubmission: {
      interactionEvent: 'SignIn',
      userId: accountId,
      verificationRecords: [{ id: newId(), type: 'Password', identifier, verified: true }],
      signInContext: { ip: '203.0.113.7', userAgent: someBrowser, ...signInContext },
    },
    clientId,
    accountId,
    expiresAt: exp * 1000,
  };
}

/** What this user allowed an application. */
export function aGrant(
  accountId: string,
  { id = newId(43), clientId = 'demo-app', scopes = ['openid', 'profile'], grantedAt = Date.now() } = {},
): Grant {
  const iat = Math.floor(grantedAt / 1000);
  const exp = iat + sixMonths;
  return {
    id,
    payload: { exp, iat, jti: id, kind: 'Grant', clientId, accountId, openid: { scope: scopes.join(' ') } },
    expiresAt: exp * 1000,
  };
}

/** Ends what these grants allowed: the tokens issued with them, and their mention in sessions. */
export function revokeGrants(tenant: Tenant, ids: string[]): void {
  tenant.grants = tenant.grants.filter(({ id }) => !ids.includes(id));
  for (const { payload } of tenant.sessions) {
    payload.authorizations = Object.fromEntries(
      Object.entries(payload.authorizations ?? {}).filter(([, { grantId }]) => !ids.includes(grantId)),
    );
  }
}
