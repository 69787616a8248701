import { AccountError } from '../api/account-error.js';
import { BrowserSession } from './browser-session.js';
import { logtoClientSession, type LogtoClientLike } from './client-session.js';
import type { Session } from './session.js';
import { tokenFunctionSession, type GetAccessToken } from './token-function-session.js';

/** What a page can tell a provider about its session. */
interface SessionConfiguration {
  endpoint: string | undefined;
  appId: string | undefined;
  redirectUri: string | undefined;
  postSignOutRedirectUri: string | undefined;
  client: LogtoClientLike | undefined;
  getAccessToken: GetAccessToken | undefined;
}

/** The endpoint and session that a page has configured; `undefined` while something is still missing. */
export function configureSession(page: SessionConfiguration): { endpoint: string; session: Session } | undefined {
  // One by one: the properties of an element are on its prototype, and are not copied with it.
  const { appId, client, redirectUri, postSignOutRedirectUri } = page;
  const clientEndpoint = client?.logtoConfig?.endpoint;
  const endpoint = (page.endpoint ?? clientEndpoint)?.replace(/\/+$/, '');
  if (!endpoint) return undefined;
  if (!isHttp(endpoint)) return { endpoint, session: brokenSession('invalid_endpoint') };
  if (client) {
    // The token is good for the client's own endpoint, and nobody else's to see.
    if (clientEndpoint !== undefined && originOf(clientEndpoint) !== originOf(endpoint))
      return { endpoint, session: brokenSession('endpoint_mismatch') };
    return { endpoint, session: logtoClientSession(client, { endpoint, redirectUri, postSignOutRedirectUri }) };
  }
  // Read at each call: frameworks pass a new function with every render, and it means the same.
  if (page.getAccessToken)
    return { endpoint, session: tokenFunctionSession((options) => page.getAccessToken?.(options)) };
  if (appId) return { endpoint, session: new BrowserSession({ endpoint, appId, redirectUri, postSignOutRedirectUri }) };
  return undefined;
}

const isHttp = (url: string) => URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

const originOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : undefined);

function brokenSession(code: string): Session {
  const refuse = () => Promise.reject(new AccountError('unexpected', code));
  return { getAccessToken: refuse, renewAccessToken: refuse };
}
