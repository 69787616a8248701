import type { Tenant } from './tenant-types.js';

/** What Logto lets pages of other origins read. In production that is OIDC, and below `/api` the Account API alone. */
function isReadableFromElsewhere(pathname: string, { environment }: Tenant): boolean {
  const prefixes =
    environment === 'development' ? ['/api', '/oidc'] : ['/api/my-account', '/api/verifications', '/oidc'];
  return prefixes.some((prefix) => pathname === prefix || pathname.startsWith(`${prefix}/`));
}

/** The answer to a preflight, or `undefined` when the request is none or the path does not know CORS. */
export function preflight(request: Request, tenant: Tenant): Response | undefined {
  const { pathname } = new URL(request.url);
  const isPreflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method');
  if (!isPreflight || !isReadableFromElsewhere(pathname, tenant)) return undefined;
  const requestedHeaders = request.headers.get('access-control-request-headers');
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': request.headers.get('origin') ?? '*',
      'access-control-allow-methods': 'GET,HEAD,PUT,POST,DELETE,PATCH',
      ...(requestedHeaders && { 'access-control-allow-headers': requestedHeaders }),
      ...commonHeaders,
    },
  });
}

const unreadable = new WeakSet<Response>();

/** An answer that pages of other origins may not read, as a proxy before Logto gives it. For `intercept`. */
export function withoutCors(response: Response): Response {
  unreadable.add(response);
  return response;
}

/** The same answer with the headers that Logto adds to all, and those that let other origins read it where they may. */
export function withCors(response: Response, request: Request, tenant: Tenant): Response {
  // A network error has no headers, and no other response can be made of it.
  if (response.type === 'error') return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(commonHeaders)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  // An OpenID provider says itself who may read what.
  const isSaid = unreadable.has(response) || headers.has('access-control-expose-headers');
  const isReadable = request.method !== 'OPTIONS' && !isSaid;
  if (isReadable && isReadableFromElsewhere(new URL(request.url).pathname, tenant)) {
    headers.set('access-control-allow-origin', request.headers.get('origin') ?? '*');
    headers.set('access-control-expose-headers', '*');
  }
  const { status, statusText, body } = response;
  return new Response(body, { status, statusText, headers });
}

const commonHeaders = { 'cross-origin-resource-policy': 'same-origin', vary: 'Accept-Encoding, Origin' };
