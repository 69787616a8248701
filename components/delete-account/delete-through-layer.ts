import { deleteAccount, type Deletion } from '../../src/api/account-deletion.js';
import type { AccountController } from '../../src/controllers/account-controller.js';
import { statusOf } from '../../src/state/account-state.js';

/** Has the page's own Account API layer delete the account. After a lost answer, Logto tells whether it still takes the token. */
export async function deleteThroughLayer({ person, context }: AccountController): Promise<Deletion> {
  const isDone = async () => {
    await person.reread();
    return statusOf(context.store.state) === 'signed-out';
  };
  const deletion = await person.write('deleteAccount', deleteAccount, { isDone });
  return deletion ?? { status: 'requested', deleteAt: null };
}
