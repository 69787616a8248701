import type { AccountClient } from './account-client.js';
import { expectShape, isText } from './response-shape.js';

/** A place where the user is signed in. */
export interface AccountSession {
  payload: {
    /** What `endSession` takes. */
    uid: string;
    /** Seconds since 1970. */
    loginTs?: number;
  };
  lastSubmission?: {
    signInContext?: { ip?: string; userAgent?: string; city?: string; country?: string };
  } | null;
  clientId?: string | null;
  /** Milliseconds since 1970. */
  expiresAt?: number;
  /** Whether the access token of this request belongs to it. */
  isCurrent: boolean;
}

/** `GET /my-account/sessions` */
export async function getSessions(client: AccountClient, verification: string): Promise<AccountSession[]> {
  const body = await client.send<unknown>({ method: 'GET', path: 'my-account/sessions', verification });
  const { sessions } = expectShape<{ sessions: AccountSession[] }>(body, (answer) => Array.isArray(answer.sessions));
  return sessions.filter((session) => isText(session?.payload?.uid));
}

/** `DELETE /my-account/sessions/:uid`: with its grants, or its access tokens would stay valid. */
export const endSession = (client: AccountClient, uid: string, verification: string) =>
  client.send({
    method: 'DELETE',
    path: `my-account/sessions/${encodeURIComponent(uid)}?revokeGrantsTarget=all`,
    verification,
  });
