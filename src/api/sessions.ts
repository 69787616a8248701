import type { AccountClient } from './account-client.js';

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
export const getSessions = async (client: AccountClient, verification: string) =>
  (await client.send<{ sessions: AccountSession[] }>({ method: 'GET', path: 'my-account/sessions', verification }))
    .sessions;

/** `DELETE /my-account/sessions/:uid`: with its grants, or its access tokens would stay valid. */
export const endSession = (client: AccountClient, uid: string, verification: string) =>
  client.send({
    method: 'DELETE',
    path: `my-account/sessions/${encodeURIComponent(uid)}?revokeGrantsTarget=all`,
    verification,
  });
