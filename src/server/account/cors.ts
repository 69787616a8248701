import { Problem } from './problem.js';

const methods = 'GET, POST, PATCH, DELETE';
const requestHeaders = 'authorization, content-type, logto-verification-id, logto-id-token';

/**
 * The headers that let the page read the answer: none for a page of the same origin. There are no cookies, so a page
 * that has no access token can do nothing here anyway; other origins are refused all the same, unless they are named.
 */
export function corsHeaders(request: Request, origins: ReadonlySet<string>): Record<string, string> {
  const origin = request.headers.get('origin');
  const vary = { vary: 'Origin' };
  if (origin === null || isSameOrigin(request, origin)) return vary;
  if (!origins.has(origin)) throw new Problem('request.origin_not_allowed');
  return { ...vary, 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' };
}

/** Behind a proxy the request has the address of the inside, so the browser's own word counts, too. */
const isSameOrigin = ({ url, headers }: Request, origin: string) =>
  headers.get('sec-fetch-site') === 'same-origin' || new URL(url).origin === origin;

export function preflight(cors: Record<string, string>): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...cors,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': requestHeaders,
      'access-control-max-age': '600',
    },
  });
}
