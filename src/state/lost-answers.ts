import { AccountError, type AccountErrorKind } from '../api/account-error.js';

/** After these nobody knows whether Logto has done it. */
const leavesOpen: readonly AccountErrorKind[] = ['network', 'timeout', 'unexpected'];

/** Whether Logto may have done what was asked although its answer was a failure. */
export const isUnclear = (error: AccountError): boolean =>
  leavesOpen.includes(error.kind) && error.code !== 'module_not_loaded';

/** How to find out whether something is done although the answer to it was lost. */
export interface Recovery {
  /** Reads what is true. Asked after such a failure, and before the same is sent again. */
  isDone?: () => Promise<boolean>;
  /** Whether the refusal of a second try says so, for what cannot be read. */
  saysDone?: (refusal: AccountError) => boolean;
}

/** Remembers which writes may have been done without an answer. */
export class LostAnswers {
  readonly #open = new Set<string>();

  /** Runs the write that is known by the key; `undefined` is given when it is done already. */
  async recover<Result>(
    key: string,
    write: () => Promise<Result>,
    { isDone, saysDone }: Recovery,
  ): Promise<Result | undefined> {
    if (isDone && this.#open.has(key) && (await isDone())) return this.#settle(key);
    try {
      const result = await write();
      this.#settle(key);
      return result;
    } catch (cause) {
      const error = AccountError.from(cause);
      if (this.#open.has(key) && saysDone?.(error)) return this.#settle(key);
      if (!isUnclear(error)) throw error;
      this.#open.add(key);
      // When nothing can be read either, the next try begins with that.
      if (await isDone?.().catch(() => false)) return this.#settle(key);
      throw error;
    }
  }

  #settle(key: string): undefined {
    this.#open.delete(key);
  }
}
