import type { AdapterPayload } from 'oidc-provider';

import type { FakeLogto } from './fake-logto.js';
import type { Grant, Session } from './session-types.js';
import { aSession, identifierOf } from './sessions.js';

/**
 * Lets the tenant see what oidc-provider stores, and oidc-provider see what was taken away in the tenant.
 *
 * Logto keeps both in one database: whoever signs in appears in `GET /api/my-account/sessions`, and a session or a
 * grant deleted through the Account API ends that sign-in.
 */
export interface Mirror {
  put(payload: AdapterPayload): void;
  remove(payload: AdapterPayload): void;
  /** False when it was deleted in the tenant. */
  has(payload: AdapterPayload): boolean;
}

/** @param userAgent The browser whose request is being answered. */
export function mirrorSessions(logto: FakeLogto, userAgent: () => string | undefined): Mirror {
  const find = ({ uid }: AdapterPayload) => logto.tenant.sessions.find(({ payload }) => payload.uid === uid);
  return {
    put(stored) {
      const payload = stored as Session['payload'];
      // Before sign-in, the session has no user.
      if (!payload.accountId) return;
      const known = find(stored);
      if (known) Object.assign(known, { payload, clientId: firstClient(payload) });
      else logto.tenant.sessions.push(newSession(logto, payload, userAgent()));
    },
    remove(stored) {
      logto.tenant.sessions = logto.tenant.sessions.filter(({ payload }) => payload.uid !== stored.uid);
    },
    has: (stored) => !stored.accountId || find(stored) !== undefined,
  };
}

/** The same for what users allowed applications. */
export function mirrorGrants(logto: FakeLogto): Mirror {
  const others = ({ jti }: AdapterPayload) => logto.tenant.grants.filter(({ id }) => id !== jti);
  return {
    put(stored) {
      const payload = stored as Grant['payload'];
      logto.tenant.grants = [...others(stored), { id: payload.jti, payload, expiresAt: payload.exp * 1000 }];
    },
    remove(stored) {
      logto.tenant.grants = others(stored);
    },
    has: ({ jti }) => logto.tenant.grants.some(({ id }) => id === jti),
  };
}

function newSession({ tenant }: FakeLogto, payload: Session['payload'], userAgent?: string): Session {
  const { accountId } = payload;
  const clientId = firstClient(payload);
  const user = tenant.users.find(({ id }) => id === accountId);
  const identifier = user && identifierOf(user);
  return { ...aSession(accountId, { clientId, identifier, signInContext: { userAgent, ip: '127.0.0.1' } }), payload };
}

function firstClient({ authorizations }: Session['payload']): string {
  return Object.keys(authorizations ?? {})[0] ?? '';
}
