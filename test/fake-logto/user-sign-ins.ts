import { newId } from './ids.js';
import { accountScopes } from './scopes.js';
import { aGrant, aSession, identifierOf, someBrowser } from './sessions.js';
import type { Grant, Session, SignInContext } from './session-types.js';
import type { Application, Tenant } from './tenant-types.js';
import type { TrustedDevice, User } from './users.js';

const month = 30 * 24 * 3600 * 1000;

/** The place and time of a sign-in. Properties set to `undefined` are unknown to Logto. */
export interface SignInOptions extends SignInContext {
  /** Seconds since 1970; now by default. A session ends after two weeks. */
  loginTs?: number;
  uid?: string;
  /** The application; by default the tenant's first one. */
  applicationId?: string;
}

/**
 * Signs the user in once more, in another browser, with all that the application may do then.
 *
 * @returns The session. `logto.issueToken(user.id, { sessionUid: session.payload.uid })` gives its tokens.
 */
export function withSession(tenant: Tenant, user: User, options: SignInOptions = {}): Session {
  const { loginTs = nowInSeconds(), uid, applicationId, ...signInContext } = options;
  const clientId = applicationId ?? tenant.applications.find(({ isThirdParty }) => !isThirdParty)?.id ?? '';
  const signedInAt = loginTs * 1000;
  const grant = aGrant(user.id, { clientId, scopes: accountScopes, grantedAt: signedInAt });
  const identifier = identifierOf(user);
  const session = aSession(user.id, {
    uid,
    clientId,
    grantId: grant.id,
    signedInAt,
    identifier,
    signInContext,
  });
  tenant.grants = [...tenant.grants, grant];
  tenant.sessions = [...tenant.sessions, session];
  return session;
}

/** A grant of an application, and its time. */
export interface GrantOptions {
  scopes?: string[];
  /** Seconds since 1970; now by default. */
  iat?: number;
  /** The session in which the application was let in. */
  session?: Session;
}

/** Lets an application in, which is a third-party one unless the tenant knows it, or you say, otherwise. */
export function withGrant(
  tenant: Tenant,
  user: User,
  application: Pick<Application, 'id' | 'name'> & Partial<Application>,
  { scopes, iat = nowInSeconds(), session }: GrantOptions = {},
): Grant {
  if (!tenant.applications.some(({ id }) => id === application.id)) {
    const foreign = { isThirdParty: true, redirectUris: [], postLogoutRedirectUris: [] };
    tenant.applications = [...tenant.applications, { ...foreign, ...application }];
  }
  const grant = aGrant(user.id, { clientId: application.id, scopes, grantedAt: iat * 1000 });
  tenant.grants = [...tenant.grants, grant];
  if (session) {
    const authorization = { sid: newId(43), grantId: grant.id };
    session.payload.authorizations = { ...session.payload.authorizations, [application.id]: authorization };
  }
  return grant;
}

/**
 * Lets a browser skip the second factor for a month. The tenant needs `devFeatures`, and the field `trustedDevice`.
 *
 * @param overrides Its own properties; times are in milliseconds since 1970.
 */
export function withTrustedDevice(user: User, overrides: Partial<TrustedDevice> = {}): User {
  const createdAt = overrides.createdAt ?? Date.now();
  const device: TrustedDevice = {
    id: newId(),
    userAgent: someBrowser,
    country: null,
    city: null,
    createdAt,
    lastUsedAt: createdAt,
    expiresAt: createdAt + month,
    ...overrides,
  };
  user.trustedDevices = [...user.trustedDevices, device];
  return user;
}

const nowInSeconds = () => Math.floor(Date.now() / 1000);
