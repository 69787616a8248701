import { http, HttpResponse } from 'msw';

import type { FakeLogto } from './fake-logto.js';

/**
 * MSW handlers with which everything below the endpoint is answered by this tenant.
 *
 * Browsers do not apply CORS to what a service worker answers. So that a mistake here shows up here and not at the
 * customer's, the handlers refuse what a browser would refuse.
 */
export const handlersFor = (logto: FakeLogto, endpoint: string) => [
  http.all(`${endpoint.replace(/\/$/, '')}/*`, async ({ request }) => {
    // There is no page, and thus no CORS, in Node.
    const origin = globalThis.location?.origin;
    const response = await logto.fetch(request, { origin });
    const isForeign = origin !== undefined && new URL(request.url).origin !== origin;
    const isRefused = isForeign && !isReadable(response, request, origin);
    return isRefused || response.type === 'error' ? HttpResponse.error() : response;
  }),
];

function isReadable({ headers }: Response, { credentials, mode }: Request, origin: string): boolean {
  // Images and the like, whose content the page does not get to read.
  if (mode === 'no-cors' || mode === 'navigate') return true;
  const allowed = headers.get('access-control-allow-origin');
  if (credentials === 'include')
    return allowed === origin && headers.get('access-control-allow-credentials') === 'true';
  return allowed === '*' || allowed === origin;
}
