import { AccountError, type AccountErrorKind } from '../api/account-error.js';

/** With these nothing else would succeed either. */
const endsAll: readonly AccountErrorKind[] = ['verification-required', 'signed-out', 'missing-scope', 'not-allowed'];

/**
 * Does the same to each item, one after the other, and goes on past those that fail. Gives the failures. Throws what
 * would befall every other item as well.
 */
export async function oneByOne<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  /** Called for each that is done, at once. */
  done: (item: Item) => void,
): Promise<Map<Item, AccountError>> {
  const failures = new Map<Item, AccountError>();
  for (const item of items) {
    try {
      await act(item);
      done(item);
    } catch (cause) {
      const error = AccountError.from(cause);
      if (endsAll.includes(error.kind)) throw error;
      failures.set(item, error);
    }
  }
  return failures;
}

/** Runs a removal, and takes "there is no such thing" for done: somebody else was faster. */
export async function removing(codesOfGone: readonly string[], remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (cause) {
    if (!codesOfGone.includes(AccountError.from(cause).code)) throw cause;
  }
}
