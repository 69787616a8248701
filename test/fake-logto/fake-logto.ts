import { preflight, withCors } from './cors.js';
import { withETag } from './etag.js';
import { signIn } from './guards.js';
import { newId } from './ids.js';
import type { CodeTemplate } from './record-types.js';
import { isManagementPath, requireManagement } from './management/guard.js';
import { IdTokens } from './management/id-tokens.js';
import { Call, findRoute, toErrorResponse } from './router.js';
import { routes } from './routes/index.js';
import { accountScopes } from './scopes.js';
import type { AccessToken, Tenant } from './tenant-types.js';
import { aTenant, type FakeLogtoOptions } from './tenant.js';

export type { FakeLogtoOptions } from './tenant.js';
export type { VerificationRecord } from './record-types.js';
export type { Grant, Session } from './session-types.js';
export type { AccessToken, Tenant } from './tenant-types.js';
export { withoutCors } from './cors.js';
export { aGrant, aSession } from './sessions.js';
export { withGrant, withSession, withTrustedDevice } from './user-sign-ins.js';
export { skippingMfa, withBackupCodes, withPasskey, withTotp } from './user-factors.js';
export { ada, aUser, type User } from './users.js';

/** Answers instead of the stand-in, when it answers at all. */
export type Interceptor = (request: Request) => Response | undefined | Promise<Response | undefined>;

/** How to issue an access token. */
export interface TokenOptions {
  scopes?: string[];
  applicationId?: string;
  /** Seconds. */
  expiresIn?: number;
  sessionUid?: string;
  /** The actor on behalf of the user, if there is one. */
  act?: string;
}

/** A Logto tenant in memory, which answers the Account API as Logto does in production. */
export class FakeLogto {
  /** The tenant's data. Tests and stories may change it at any time. */
  readonly tenant: Tenant;

  /** The requests so far, except preflights. */
  readonly requests: { method: string; path: string }[] = [];

  /** The codes "sent" by email and SMS. */
  readonly outbox: { to: string; code: string; template: CodeTemplate; sentAt: number }[] = [];

  /** Milliseconds since 1970, as the tenant sees it. */
  readonly now: () => number;

  /** Where no real OIDC provider signs them. */
  readonly idTokens = new IdTokens();

  #interceptors: Interceptor[] = [];

  /** Whether the last request met a network error of a test's making: then nothing else can be reached, too. */
  #isCut = false;

  constructor(options: FakeLogtoOptions = {}) {
    this.tenant = aTenant(options);
    this.now = options.clock ?? Date.now;
  }

  /** Resolves what a token allows: those of `issueToken`, or those of a real OIDC provider. */
  findAccessToken = async (token: string): Promise<AccessToken | undefined> => this.tenant.accessTokens[token];

  /**
   * An access token, by default with every scope, from the tenant's own application, for an hour, and in the user's
   * first session.
   */
  issueToken(
    userId: string,
    { scopes = accountScopes, applicationId, expiresIn = 3600, act, ...more }: TokenOptions = {},
  ): string {
    const { applications, sessions, accessTokens } = this.tenant;
    const clientId = applicationId ?? applications.find(({ isThirdParty }) => !isThirdParty)?.id ?? '';
    const session = sessions.find(({ accountId, payload }) =>
      more.sessionUid ? payload.uid === more.sessionUid : accountId === userId,
    );
    const token = newId(43);
    accessTokens[token] = {
      userId,
      scopes,
      applicationId: clientId,
      act,
      expiresAt: this.now() + expiresIn * 1000,
      sessionUid: more.sessionUid ?? session?.payload.uid,
      grantId: session?.payload.authorizations?.[clientId]?.grantId,
    };
    return token;
  }

  /**
   * Lets a test answer first: failures, delays, malformed bodies. Preflights are not offered.
   *
   * @param handler Gets a clone, so that it may read the body.
   * @param options `isFirst` asks it before those that are there.
   * @returns A function that undoes it.
   */
  intercept(handler: Interceptor, { isFirst = false } = {}): () => void {
    this.#interceptors = isFirst ? [handler, ...this.#interceptors] : [...this.#interceptors, handler];
    return () => void (this.#interceptors = this.#interceptors.filter((each) => each !== handler));
  }

  /**
   * Answers everything under `/api`, what a back end asks under `/oidc`, `/.well-known/webauthn` and uploaded avatars.
   *
   * @param options `origin` is the asking page's, which a service worker cannot see in the request.
   */
  async fetch(request: Request, { origin }: { origin?: string } = {}): Promise<Response> {
    const { tenant } = this;
    const answer = preflight(request, tenant);
    if (answer) return answer;
    const { origin: at, pathname } = new URL(request.url);
    // Asked to see whether anything is there, and nothing that a test would count.
    if (pathname === '/oidc/.well-known/openid-configuration')
      return this.#isCut ? Response.error() : withCors(Response.json(metadataOf(`${at}/oidc`)), request, tenant);
    if (request.method !== 'OPTIONS') {
      this.requests.push({ method: request.method, path: pathname });
    }
    return withCors((await this.#intercepted(request)) ?? (await this.#answer(request, origin)), request, tenant);
  }

  async #intercepted(request: Request): Promise<Response | undefined> {
    for (const handler of this.#interceptors) {
      const response = await handler(request.clone());
      this.#isCut = response?.type === 'error';
      if (response) return response;
    }
    this.#isCut = false;
    return undefined;
  }

  async #answer(request: Request, origin = request.headers.get('origin') ?? undefined): Promise<Response> {
    const { pathname } = new URL(request.url);
    const found = findRoute(routes(this.tenant), request.method, pathname);
    if (found instanceof Response) return found;
    try {
      const call = new Call(this, request, origin, found.params);
      if (/^\/api\/(my-account|verifications)(\/|$)/.test(pathname)) await signIn(call);
      if (isManagementPath(pathname)) requireManagement(call);
      const response = await found.route.handle(call);
      const full = await withETag(response, request);
      return request.method === 'HEAD' ? new Response(null, full) : full;
    } catch (error) {
      return toErrorResponse(error, request);
    }
  }
}

/** What an issuer says about itself, as far as pages read it. */
const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  end_session_endpoint: `${issuer}/session/end`,
  revocation_endpoint: `${issuer}/token/revocation`,
});
