import { AccountError } from '../api/account-error.js';
import type { Account } from '../api/account.js';
import type { AccountStore } from '../state/account-store.js';
import { loadModule } from '../state/load-module.js';
import { PermissionRecords, type PermissionRecord } from './permission-records.js';
import type { VerificationAttempt } from './verification-attempt.js';
import { verificationMethods } from './verification-methods.js';

/** Puts an attempt before the user. Rejects when it cannot. */
export type PresentAttempt = (attempt: VerificationAttempt) => Promise<void>;

/**
 * Gets every guarded action its permission record: silently while there is a valid one, else by asking the user once,
 * however many actions wait for it.
 */
export class StepUpBroker {
  #attempt: VerificationAttempt | undefined;
  #fail: ((reason: AccountError) => void) | undefined;
  #lastUsed: PermissionRecords | undefined;

  constructor(
    private readonly endpoint: string,
    private readonly store: AccountStore,
    private readonly present: PresentAttempt,
  ) {}

  /** Makes sure that there is a valid record. Rejects with an `AccountError`, of kind `aborted` when the user declines. */
  async verify(): Promise<void> {
    await this.#obtain();
  }

  /**
   * Runs the action with a valid record. When Logto refuses it all the same, the account is read again, the user is
   * asked once more, and the action runs a second and last time: Logto refuses before it does anything.
   */
  async run<Result>(action: (verification: string) => Promise<Result>): Promise<Result> {
    const record = await this.#obtain();
    try {
      return await action(record.id);
    } catch (cause) {
      await this.#afterRefusal(cause, record);
    }
    const second = await this.#obtain({ wasRefused: true });
    try {
      return await action(second.id);
    } catch (cause) {
      this.#records.drop(second);
      throw cause;
    }
  }

  /**
   * The same for what Logto guards only when there is something to guard it with: a first password, social accounts.
   * A user without password, email and phone is not asked for any.
   */
  async runIfGuarded<Result>(action: (verification: string | undefined) => Promise<Result>): Promise<Result> {
    if (this.#account.hasSecurityVerificationMethod !== false) return this.run(action);
    try {
      return await action(undefined);
    } catch (cause) {
      await this.#afterRefusal(cause); // the user got a password or an address meanwhile
    }
    return this.run(action);
  }

  /** When the session ends, whoever comes next starts with nothing, and nobody is asked any more. */
  forget(reason: AccountError) {
    this.#lastUsed?.drop();
    this.giveUp(reason);
  }

  /** Ends the attempt that is before the user, if there is one. */
  giveUp(reason: AccountError) {
    const fail = this.#fail;
    this.#fail = undefined;
    fail?.(reason);
    this.#attempt?.cancel();
  }

  async #afterRefusal(cause: unknown, record?: PermissionRecord) {
    const error = AccountError.from(cause);
    if (error.kind !== 'verification-required') throw error;
    if (record) this.#records.drop(record);
    await this.store.refresh();
  }

  #obtain({ wasRefused = false } = {}): Promise<PermissionRecord> {
    return this.#records.obtain(() => this.#ask(wasRefused));
  }

  #ask(wasRefused: boolean): Promise<PermissionRecord> {
    const methods = verificationMethods(this.#account);
    if (methods.length === 0)
      return Promise.reject(new AccountError('verification-required', 'no_verification_method'));
    return new Promise((succeed, fail) => {
      this.#fail = fail;
      const isWaiting = () => this.#fail === fail;
      loadModule(() => import('./verification-attempt.js'))
        .then(({ VerificationAttempt }) => {
          if (!isWaiting()) return undefined;
          const attempt = new VerificationAttempt(
            { client: this.store.client, methods, wasRefused },
            { succeed, fail },
          );
          this.#attempt = attempt;
          void attempt.ended.then(() => (this.#attempt = this.#fail = undefined));
          return this.present(attempt);
        })
        .catch((cause: unknown) => isWaiting() && this.giveUp(AccountError.from(cause)));
    });
  }

  get #records() {
    return (this.#lastUsed = new PermissionRecords(this.endpoint, this.#account.id));
  }

  get #account(): Account {
    const { state } = this.store;
    if (state.status !== 'ready') throw new AccountError('signed-out');
    return state.account;
  }
}
