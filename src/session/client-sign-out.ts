import { AccountError } from '../api/account-error.js';
import { forgetRedirects } from '../redirect/pending-redirect.js';
import type { LogtoClientLike } from './client-session.js';
import { announceChange } from './session-changes.js';
import { inTime } from './time-limit.js';
import { callHost } from './token-function-session.js';

/** Signs out with the client of the page, which does nothing at all where it cannot reach Logto. */
export async function signOutClient(client: LogtoClientLike, endpoint: string, redirectUri: string): Promise<void> {
  forgetRedirects(endpoint);
  try {
    await callHost(() => inTime(Promise.resolve(client.signOut?.(redirectUri))));
  } catch (cause) {
    const error = AccountError.from(cause);
    if (!client.clearAllTokens) throw error;
    await client.clearAllTokens();
    if (client.logtoConfig?.appId !== undefined) announceChange(client.logtoConfig.appId);
    throw new AccountError(error.kind, 'sign_out_incomplete', { cause });
  }
}
