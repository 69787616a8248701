import { AccountError, type AccountErrorKind } from '../api/account-error.js';
import { isUnclear } from './lost-answers.js';

/** With these nothing else would succeed either. */
const endsAll: readonly AccountErrorKind[] = ['verification-required', 'signed-out', 'missing-scope', 'not-allowed'];

/** How to find out what is done although its answer was lost. */
export interface ReadBack<Item> {
  /** Those of which nobody knows, from one try to the next. */
  readonly unclear: Set<Item>;
  /** Reads what there is, and says of each item whether it is done. */
  read(): Promise<(item: Item) => boolean>;
}

/**
 * Does the same to each item, one after the other, and goes on past those that fail. Gives the failures. Throws what
 * would befall every other item as well.
 */
export async function oneByOne<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
  /** Called for each that is done, at once. */
  done: (item: Item) => void,
  readBack?: ReadBack<Item>,
): Promise<Map<Item, AccountError>> {
  const failures = new Map<Item, AccountError>();
  const finished = new Set<Item>();
  const unclear = readBack?.unclear ?? new Set();
  const settle = async () => {
    const all = items.filter((item) => unclear.has(item));
    const isDone = all.length > 0 && (await readBack?.read());
    if (!isDone) return;
    for (const item of all) {
      unclear.delete(item);
      if (!isDone(item)) continue;
      failures.delete(item);
      done(item);
      finished.add(item);
    }
  };
  await settle(); // before any of them is asked for again
  for (const item of items.filter((each) => !finished.has(each))) {
    try {
      await act(item);
      done(item);
    } catch (cause) {
      const error = AccountError.from(cause);
      if (endsAll.includes(error.kind)) throw error;
      failures.set(item, error);
      if (isUnclear(error)) unclear.add(item);
    }
  }
  await settle().catch(() => undefined);
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
