import { http, HttpResponse, type HttpHandler } from 'msw';

import { accountHandler, type AccountHandlerOptions } from '../../src/server/account/account-handler.js';
import type { FakeLogto } from './fake-logto.js';
import { managementApplication } from './management/data.js';
import { isManagementPath } from './management/guard.js';

const original = globalThis.fetch;

/** Where the layer of a page is: at the page's own origin. */
export const accountApi = '/account-api';

export interface LayerOptions {
  logto: FakeLogto;
  /** The endpoint of the tenant. */
  at: string;
  enable: AccountHandlerOptions['enable'];
  /** As of the handler. */
  beforeDelete?: AccountHandlerOptions['beforeDelete'];
  /** Like the handler's option; the console by default. */
  onError?: (error: unknown) => void;
  /** Called for each request that the layer receives. */
  heard?: (request: string) => void;
  /** Whether the answer to a request, such as `DELETE /account`, does not reach the page. */
  loses?: (request: string) => boolean;
}

/**
 * Begins a layer at the page's own origin: the real handler, which MSW lets answer. Here it runs in the page, where it
 * would be refused what no page may ask of Logto: until `endLayer`, those requests go to the tenant without a browser
 * between them.
 */
export function beginLayer({ logto, at, heard, loses, ...options }: LayerOptions): HttpHandler {
  const { id, secret } = managementApplication;
  const handler = accountHandler({
    endpoint: at,
    appId: 'demo-app',
    management: { appId: id, appSecret: secret },
    basePath: accountApi,
    ...options,
  });
  globalThis.fetch = (input, init) => {
    const { pathname, origin } = new URL(input instanceof Request ? input.url : String(input), location.href);
    const isOfBackEnd = origin === at && (isManagementPath(pathname) || pathname.startsWith('/oidc/token'));
    return isOfBackEnd ? logto.fetch(new Request(input, init)) : original(input, init);
  };
  return http.all(`${location.origin}${accountApi}/*`, async ({ request }) => {
    const line = `${request.method} ${new URL(request.url).pathname.slice(accountApi.length)}`;
    heard?.(line);
    const answer = await handler(request);
    return loses?.(line) ? HttpResponse.error() : answer;
  });
}

export const endLayer = () => void (globalThis.fetch = original);
