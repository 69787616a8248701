import { AccountError } from '../api/account-error.js';
import { ReturnController } from '../controllers/return-controller.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { forgetRedirect, rememberRedirect, type PendingRedirect } from '../redirect/pending-redirect.js';
import { signInTask } from '../redirect/tasks.js';
import type { Place } from './row-places.js';
import type { RowsController } from './rows-controller.js';

/** Milliseconds for which the user may be away: as long as Logto waits for them to sign in. */
const longestAway = 3600_000;

/** Sends the user to sign in, since that is their only way to prove who they are, and remembers which row was open. */
export async function signInAgain<Key extends MessageKey>(rows: RowsController<Key>, place: Place): Promise<void> {
  const { context, person } = rows.account;
  const owner = { task: signInTask(rows.host.localName), endpoint: person.endpoint, userId: person.id };
  rememberRedirect(owner, place, { expiresAt: Date.now() + longestAway });
  try {
    await context.signInAfresh?.();
  } catch (cause) {
    forgetRedirect(owner);
    throw cause;
  }
}

/** Opens that row again once the user is back, and does no more. Somebody else who has signed in is told that it ended. */
export function reopenAfterSignIn<Key extends MessageKey>(rows: RowsController<Key>): void {
  const { host, account } = rows;
  new ReturnController(host, {
    task: signInTask(host.localName),
    account,
    back: ({ data, hasExpired }: PendingRedirect) => {
      const { key, part } = Object(data) as Partial<Place>;
      if (!hasExpired && typeof key === 'string' && typeof part === 'string') void rows.reopen({ key, part });
    },
    anothers: () => void rows.refuse(new AccountError('rejected', 'other_account')),
  });
  host.requestUpdate();
}
