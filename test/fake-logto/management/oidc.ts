import { fromBase64Url, newId } from '../ids.js';
import type { Call, Route } from '../router.js';
import type { AccessToken, Application } from '../tenant-types.js';
import { claimsByScope, claimsOf } from '../user-claims.js';
import { managementResource, type ManagementApplication } from './data.js';

/**
 * What a back end and a page ask of OpenID Connect without a browser being sent anywhere. In front of the Node server a
 * real provider answers the rest.
 */
export const oidcRoutes: Route[] = [
  { method: 'POST', path: '/oidc/token', handle: (call) => oidc(call, issueManagementToken) },
  { method: 'POST', path: '/oidc/token/introspection', handle: (call) => oidc(call, introspect) },
  { method: 'GET', path: '/oidc/me', handle: (call) => oidc(call, userInfo) },
  { method: 'POST', path: '/oidc/me', handle: (call) => oidc(call, userInfo) },
  {
    method: 'GET',
    path: '/oidc/jwks',
    handle: async ({ logto }) => Response.json({ keys: [await logto.idTokens.publicKey()] }),
  },
];

type Client = Application | ManagementApplication;

class OidcError extends Error {
  constructor(
    readonly status: number,
    readonly error: string,
    readonly description: string,
  ) {
    super(error);
  }
}

const messages: Record<string, string> = {
  invalid_request: 'Request is invalid.',
  invalid_target: 'Invalid resource indicator.',
  invalid_token: 'Invalid token provided.',
  unsupported_grant_type: 'Unsupported `grant_type` requested.',
};

async function oidc(
  call: Call,
  handle: (call: Call, body: URLSearchParams) => object | Promise<object>,
): Promise<Response> {
  const origin = call.request.headers.get('origin');
  const headers = { 'access-control-allow-origin': origin ?? '*', 'access-control-expose-headers': 'WWW-Authenticate' };
  try {
    return Response.json(await handle(call, await formOf(call)), { headers });
  } catch (error) {
    if (!(error instanceof OidcError)) throw error;
    const { status, error: name, description } = error;
    const message = messages[name] ?? `An OIDC error occurred: oidc.${name}.`;
    const body = { code: `oidc.${name}`, message, error: name, error_description: description };
    const isOfOrigin = description.startsWith('origin ');
    const { 'access-control-allow-origin': _, ...unreadable } = headers;
    return Response.json(body, { status, headers: isOfOrigin ? unreadable : headers });
  }
}

async function formOf({ request }: Call): Promise<URLSearchParams> {
  const text = await request.text();
  const isJson = request.headers.get('content-type')?.includes('json');
  return new URLSearchParams(isJson ? (JSON.parse(text) as Record<string, string>) : text);
}

function issueManagementToken(call: Call, body: URLSearchParams) {
  const { management } = call.tenant;
  const client = clientOf(call, body);
  const grantType = body.get('grant_type');
  if (!grantType) throw new OidcError(400, 'invalid_request', "missing required parameter 'grant_type'");
  if (grantType !== 'client_credentials' && grantType !== 'authorization_code') {
    throw new OidcError(400, 'unsupported_grant_type', 'unsupported grant_type requested');
  }
  if (!('secret' in client) || grantType !== 'client_credentials') {
    throw new OidcError(400, 'invalid_request', 'requested grant type is not allowed for this client');
  }
  const resource = body.get('resource');
  if (!resource) throw new OidcError(400, 'invalid_target', 'both `resource` and `organization_id` are not provided');
  if (!URL.canParse(resource)) throw new OidcError(400, 'invalid_target', 'resource indicator must be an absolute URI');
  if (resource !== managementResource && resource !== 'https://api.example.com') {
    throw new OidcError(400, 'invalid_target', 'resource indicator is missing, or unknown');
  }
  const isWanted = body.get('scope')?.split(' ').includes('all') && resource === managementResource;
  const scope = isWanted && client.hasRole ? 'all' : '';
  const value = `management.${newId(40)}.jwt`;
  const { tokenLifetime } = management;
  management.tokens[value] = { applicationId: client.id, scope, resource, expiresAt: call.now + tokenLifetime * 1000 };
  return { access_token: value, expires_in: tokenLifetime, token_type: 'Bearer', ...(scope && { scope }) };
}

async function introspect(call: Call, body: URLSearchParams) {
  const client = clientOf(call, body);
  const value = body.get('token');
  if (!value) throw new OidcError(400, 'invalid_request', "missing required parameter 'token'");
  if (value.split('.').length === 3) {
    const description = 'Structured JWT Tokens cannot be introspected via the introspection_endpoint';
    throw new OidcError(400, 'unsupported_token_type', description);
  }
  const token = await liveToken(call, value);
  const mayKnow = 'secret' in client || token?.applicationId === client.id;
  if (!token || !mayKnow) return { active: false };
  const { userId, applicationId, scopes, expiresAt, act } = token;
  return {
    active: true,
    sub: userId,
    ...(act && { act: { sub: act } }),
    client_id: applicationId,
    exp: Math.floor(expiresAt / 1000),
    iat: Math.floor(expiresAt / 1000) - 3600,
    iss: `${call.url.origin}/oidc`,
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    token_type: 'Bearer',
  };
}

async function userInfo(call: Call, body: URLSearchParams) {
  const value = call.request.headers.get('authorization')?.replace(/^Bearer /, '') ?? body.get('access_token');
  if (!value) throw new OidcError(401, 'invalid_token', 'no access token provided');
  const token = await liveToken(call, value);
  const user = call.tenant.users.find(({ id }) => id === token?.userId);
  if (!token || !user) throw new OidcError(401, 'invalid_token', 'invalid token provided');
  checkOrigin(
    call,
    call.tenant.applications.find(({ id }) => id === token.applicationId),
  );
  const claims = claimsOf(user, 'userinfo', call.tenant);
  const granted: string[] = token.scopes.flatMap((scope) => (claimsByScope as Record<string, string[]>)[scope] ?? []);
  const seen = Object.entries(claims).filter(([name, claim]) => granted.includes(name) && claim !== undefined);
  return { sub: user.id, ...Object.fromEntries(seen) };
}

async function liveToken({ logto, tenant, now }: Call, value: string): Promise<AccessToken | undefined> {
  const token = await logto.findAccessToken(value);
  const isRevoked = token?.grantId !== undefined && !tenant.grants.some(({ id }) => id === token.grantId);
  return token && token.expiresAt > now && !isRevoked ? token : undefined;
}

function clientOf(call: Call, body: URLSearchParams): Client {
  const { id, secret } = credentialsOf(call, body);
  if (!id) throw new OidcError(400, 'invalid_request', 'no client authentication mechanism provided');
  const { applications, management } = call.tenant;
  const client = [...management.applications, ...applications].find((each) => each.id === id);
  if (!client) throw new OidcError(400, 'invalid_client', `invalid client ${id}`);
  if ('secret' in client ? secret !== client.secret : secret !== undefined) {
    throw new OidcError(401, 'invalid_client', 'client authentication failed');
  }
  checkOrigin(call, client);
  return client;
}

function credentialsOf({ request }: Call, body: URLSearchParams): { id?: string; secret?: string } {
  const basic = request.headers.get('authorization')?.match(/^Basic (.+)$/)?.[1];
  if (!basic) return { id: body.get('client_id') ?? undefined, secret: body.get('client_secret') ?? undefined };
  const [id, secret] = fromBase64Url(basic)
    .split(':')
    .map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
  return { id, secret };
}

/** Pages may ask from where the application sends people back to; no page may ask as a machine. */
function checkOrigin({ request, url }: Call, client: Client | undefined): void {
  const origin = request.headers.get('origin');
  if (origin === null || !client) return;
  const uris =
    'redirectUris' in client ? [...client.redirectUris, ...(client.corsAllowedOrigins ?? []), url.origin] : [];
  if (uris.some((uri) => new URL(uri).origin === origin)) return;
  throw new OidcError(400, 'invalid_request', `origin ${origin} not allowed for client: ${client.id}`);
}
