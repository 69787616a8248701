import { AccountError } from '../../src/api/account-error.js';
import { browserSession } from './browser-session.js';
import { logtoClientSession, type LogtoClientLike } from './client-session.js';
import type { Session } from './session.js';
import { tokenFunctionSession, type GetAccessToken } from './token-function-session.js';

/** What a page can tell a provider about its session. */
export interface SessionConfiguration {
  endpoint: string | undefined;
  appId: string | undefined;
  redirectUri: string | undefined;
  postSignOutRedirectUri: string | undefined;
  client: LogtoClientLike | undefined;
  getAccessToken: GetAccessToken | undefined;
}

/** The endpoint and session that a page has configured; `undefined` while something is still missing. */
export function configureSession(page: SessionConfiguration): { endpoint: string; session: Session } | undefined {
  const endpoint = (page.endpoint ?? page.client?.logtoConfig?.endpoint)?.replace(/\/+$/, '');
  if (!endpoint) return undefined;
  if (!isHttp(endpoint))
    return { endpoint, session: brokenSession(new AccountError('unexpected', 'invalid_endpoint')) };
  if (page.client) return { endpoint, session: logtoClientSession(page.client, page) };
  // Read at each call: frameworks pass a new function with every render, and it means the same.
  if (page.getAccessToken)
    return { endpoint, session: tokenFunctionSession((options) => page.getAccessToken?.(options)) };
  if (page.appId) return { endpoint, session: browserSession({ ...page, endpoint, appId: page.appId }) };
  return undefined;
}

const isHttp = (url: string) => URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

const brokenSession = (error: AccountError): Session => ({
  getAccessToken: () => Promise.reject(error),
  renewAccessToken: () => Promise.reject(error),
});
