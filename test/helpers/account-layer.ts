import { http } from 'msw';

import { accountHandler, type AccountHandlerOptions } from '../../src/server/account/account-handler.js';
import type { FakeLogto } from '../fake-logto/fake-logto.js';
import { isManagementPath } from '../fake-logto/management/guard.js';
import { managementApplication } from '../fake-logto/management/data.js';
import { serveAlso } from './stand-in.js';

const original = globalThis.fetch;
afterEach(() => void (globalThis.fetch = original));

/** Where the layer of the page is: at the page's own origin. */
export const accountApi = '/account-api';

/**
 * Lets the real handler answer at the page's own origin until the test ends. Here it runs in the page, where it would be
 * refused what no page may ask of Logto: those requests go to the tenant without a browser between them.
 *
 * @param at The endpoint of the tenant.
 * @returns The requests that the layer got, in order.
 */
export function serveLayer(logto: FakeLogto, at: string, enable: AccountHandlerOptions['enable']): string[] {
  const { id, secret } = managementApplication;
  const handler = accountHandler({
    endpoint: at,
    appId: 'demo-app',
    management: { appId: id, appSecret: secret },
    enable,
    basePath: accountApi,
  });
  globalThis.fetch = (input, init) => {
    const { pathname, origin } = new URL(input instanceof Request ? input.url : String(input), location.href);
    const isOfBackEnd = origin === at && (isManagementPath(pathname) || pathname.startsWith('/oidc/token'));
    return isOfBackEnd ? logto.fetch(new Request(input, init)) : original(input, init);
  };
  const asked: string[] = [];
  serveAlso(
    http.all(`${location.origin}${accountApi}/*`, async ({ request }) => {
      asked.push(`${request.method} ${new URL(request.url).pathname.slice(accountApi.length)}`);
      return handler(request);
    }),
  );
  return asked;
}
