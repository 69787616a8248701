import type { AccountError } from '../api/account-error.js';
import { endSession, getSessions, type AccountSession } from '../api/sessions.js';
import { oneByOne, removing } from './one-by-one.js';
import type { Person } from './person.js';

export interface EndSessionsOptions {
  /** Those of which nobody knows, from one try to the next. */
  unclear?: Set<AccountSession>;
}

/** All but the one of this browser. */
export const othersOf = (sessions: readonly AccountSession[]) => sessions.filter(({ isCurrent }) => !isCurrent);

/** Ends one after the other, and gives those that could not be ended. Lists of the page are told of each that has. */
export function endSessions(
  person: Person,
  sessions: readonly AccountSession[],
  { unclear = new Set() }: EndSessionsOptions = {},
): Promise<Map<AccountSession, AccountError>> {
  const left = new Set(sessions);
  return person.write('session', (client, verification) =>
    oneByOne(
      [...left],
      ({ payload: { uid } }) => removing(['oidc.session_not_found'], () => endSession(client, uid, verification)),
      (session) => {
        left.delete(session);
        person.removals.tell(session.payload.uid);
      },
      {
        unclear,
        read: async () => {
          const now = new Set((await getSessions(client, verification)).map(({ payload: { uid } }) => uid));
          return ({ payload: { uid } }) => !now.has(uid);
        },
      },
    ),
  );
}
