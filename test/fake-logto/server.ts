import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

import type { Provider } from 'oidc-provider';

import type { AccessToken, FakeLogto } from './fake-logto.js';
import { createHostedPages } from './hosted-pages.js';
import { createInteractions } from './interactions.js';
import { close, listen, sendResponse, toRequest } from './node-http.js';
import { createOidc, type OidcSettings } from './oidc.js';
import { findActiveUser } from './user-claims.js';

/** How to start the stand-in tenant. */
export interface FakeLogtoServerOptions extends Partial<OidcSettings> {
  logto: FakeLogto;
  /** 0 for any free port. */
  port?: number;
  /** A loopback name or address. Passkeys need `localhost`: an IP address is not a valid relying party. */
  host?: string;
}

/** A stand-in tenant that browsers can reach. */
export interface FakeLogtoServer {
  /** The Logto endpoint for pages. */
  readonly origin: string;
  readonly logto: FakeLogto;
  /** May be changed at any time. */
  readonly settings: OidcSettings;
  /** Makes every access token issued so far invalid, as if an hour had passed. */
  expireAccessTokens(): void;
  /** Revokes every refresh token issued so far. */
  revokeRefreshTokens(): void;
  /** Signs every browser out at the tenant. Pages keep their tokens. */
  endSessions(): void;
  /**
   * Lets a test answer what is asked of OpenID Connect: badly, late or never.
   *
   * @param answer Says whether it has taken the request over.
   * @returns A function that undoes it.
   */
  interceptOidc(answer: OidcInterceptor): () => void;
  close(): Promise<void>;
}

export type OidcInterceptor = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** Headers that Logto sets on every response, whatever it is. */
const commonHeaders = {
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'SAMEORIGIN',
};

/** Serves a tenant on a loopback address, with real OpenID Connect in front of its Account API. */
export async function startFakeLogtoServer({
  logto,
  port = 0,
  host = '127.0.0.1',
  accessTokenLifetime = 3600,
}: FakeLogtoServerOptions): Promise<FakeLogtoServer> {
  const server = createServer();
  const origin = await listen(server, port, host);
  const settings = { accessTokenLifetime };
  const { provider, store } = await createOidc(`${origin}/oidc`, logto, settings);
  const interactions = createInteractions(provider, logto);
  const showHostedPage = createHostedPages(provider, logto, origin);
  const answerOidc = provider.callback();

  const interceptors = new Set<OidcInterceptor>();

  const findIssuedToken = logto.findAccessToken;
  logto.findAccessToken = async (value) => (await findIssuedToken(value)) ?? findOidcToken(provider, logto, value);

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { pathname } = new URL(incoming.url ?? '/', origin);
    for (const intercept of interceptors) if (pathname.startsWith('/oidc/') && intercept(incoming, outgoing)) return;
    if (isOfBackEnd(pathname, incoming))
      return sendResponse(await logto.fetch(await toRequest(incoming, origin)), outgoing);
    if (pathname.startsWith('/oidc/')) return answerOidc(mountedAt('/oidc', incoming), outgoing);
    if (pathname === '/sign-in') return interactions.signIn(incoming, outgoing);
    if (pathname === '/consent') return interactions.consent(incoming, outgoing);
    if (pathname.startsWith('/account/')) return showHostedPage(incoming, outgoing);
    if (pathname === '/outbox') return sendResponse(outboxResponse(logto), outgoing);
    return sendResponse(await logto.fetch(await toRequest(incoming, origin)), outgoing);
  };

  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    for (const [name, value] of Object.entries(commonHeaders)) outgoing.setHeader(name, value);
    answer(incoming, outgoing).catch((error: unknown) => {
      console.error(error);
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
    });
  });

  return {
    origin,
    logto,
    settings,
    expireAccessTokens: () => store.clear('AccessToken'),
    revokeRefreshTokens: () => store.clear('RefreshToken'),
    endSessions: () => store.clear('Session'),
    interceptOidc(answer) {
      interceptors.add(answer);
      return () => void interceptors.delete(answer);
    },
    close: () => close(server),
  };
}

/** What no browser asks of OpenID Connect; machines say who they are in the header. */
const isOfBackEnd = (pathname: string, { headers }: IncomingMessage) =>
  pathname === '/oidc/token/introspection' ||
  (pathname === '/oidc/token' && Boolean(headers.authorization?.startsWith('Basic ')));

async function findOidcToken(provider: Provider, logto: FakeLogto, value: string): Promise<AccessToken | undefined> {
  const token = await provider.AccessToken.find(value);
  if (!token?.isValid || !findActiveUser(logto, token.accountId)) return undefined;
  return {
    userId: token.accountId,
    scopes: [...token.scopes],
    applicationId: token.clientId ?? '',
    expiresAt: (token.exp ?? 0) * 1000,
    sessionUid: token.sessionUid,
    grantId: token.grantId,
  };
}

/** What oidc-provider needs to see to know that it does not live at the root: the way Express mounts it. */
function mountedAt(path: string, incoming: IncomingMessage): IncomingMessage {
  const url = incoming.url ?? '/';
  return Object.assign(incoming, { originalUrl: url, url: url.slice(path.length) });
}

/** The codes that the tenant would have sent, for people and pages that cannot open a mailbox here. */
function outboxResponse({ outbox }: FakeLogto): Response {
  return Response.json(outbox, { headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' } });
}
