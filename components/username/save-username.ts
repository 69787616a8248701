import { patchAccount } from '../../src/api/account.js';
import { valueAction } from '../../src/events.js';
import type { Person } from '../../src/state/person.js';
import { LogtoUsernameUpdatedEvent } from './username-updated-event.js';

/** Sets, changes or removes the username. */
export async function saveUsername(person: Person, username: string | null): Promise<Event> {
  const before = person.account.username;
  const isDone = async () => (await person.reread()).username === username;
  const account = await person.write('username', (client, proof) => patchAccount(client, { username }, proof), {
    isDone,
  });
  if (account) person.merge(account);
  return new LogtoUsernameUpdatedEvent(valueAction(before, username));
}
