import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Provider } from 'oidc-provider';

import type { FakeLogto } from './fake-logto.js';
import { newId } from './ids.js';
import { findActiveUser } from './user-claims.js';
import type { User } from './users.js';

/** Who looks at one of Logto's own pages, and what that page needs to act for them through the Account API. */
export interface Visitor {
  user: User;
  token: string;
  /** Goes into the header `logto-verification-id`. */
  permission: string;
}

/** The user whose session the browser has at the tenant. The session is proof enough for a stand-in. */
export async function findVisitor(
  provider: Provider,
  logto: FakeLogto,
  ...[incoming, outgoing]: [IncomingMessage, ServerResponse]
): Promise<Visitor | undefined> {
  const { uid, accountId = '' } = await provider.Session.get(provider.createContext(incoming, outgoing));
  const user = findActiveUser(logto, accountId);
  if (!user) return undefined;
  const permission = newId();
  const expiresAt = logto.now() + 10 * 60 * 1000;
  logto.tenant.verificationRecords.push({
    id: permission,
    type: 'Password',
    userId: user.id,
    verified: true,
    expiresAt,
  });
  return { user, token: logto.issueToken(user.id, { sessionUid: uid }), permission };
}

/**
 * Asks the Account API as the page of this visitor would.
 *
 * @throws The message of the API, when it refuses.
 */
export async function ask<Answer>(
  logto: FakeLogto,
  { token, permission }: Visitor,
  method: string,
  url: string,
  body?: object,
): Promise<Answer> {
  const headers = {
    authorization: `Bearer ${token}`,
    'logto-verification-id': permission,
    'content-type': 'application/json',
  };
  const response = await logto.fetch(new Request(url, { method, headers, body: body && JSON.stringify(body) }));
  const answer = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Error((answer as { message: string }).message);
  return answer as Answer;
}
