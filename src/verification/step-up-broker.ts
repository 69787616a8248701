import { AccountError } from '../api/account-error.js';
import type { FreshSignIn, LayerProof } from '../api/layer-proof.js';
import type { Person, Reason, StepUp } from '../state/person.js';
import { type PermissionRecord, PermissionRecords } from './permission-records.js';
import { VerificationAttempt, verificationMethods } from './verification-attempt.js';

/** How a person is asked. */
interface Asked {
  wasRefused?: boolean;
  reason?: Reason | undefined;
}

/** Gives the person's sign-in of a moment ago, if there was one. */
export type FindFreshSignIn = (person: Person) => Promise<FreshSignIn | undefined>;

/** Puts an attempt before the user. Rejects when it cannot. */
export type PresentAttempt = (attempt: VerificationAttempt) => Promise<void>;

/**
 * Gets every guarded action its permission record: silently while there is a valid one, else by asking the person once,
 * however many actions wait for it. Nobody else is asked, and no action runs for anybody else.
 */
export class StepUpBroker implements StepUp {
  /** What is before the user, and how it ends without them. */
  #asking: { attempt: VerificationAttempt; fail: (reason: AccountError) => void } | undefined;

  constructor(
    private readonly present: PresentAttempt,
    /** Absent where the session cannot tell. */
    private readonly findFreshSignIn?: FindFreshSignIn,
  ) {}

  /** Makes sure that there is a valid record. Rejects with an `AccountError`, of kind `aborted` when the user declines. */
  async verify(person: Person): Promise<void> {
    await this.#obtain(person);
  }

  /** The same for the layer of the page's own. Rejects with `sign_in_again` when that is what the person has to do. */
  async verifyForLayer(person: Person): Promise<void> {
    await (this.#canOnlySignIn(person) ? this.#freshSignIn(person) : this.verify(person));
  }

  /**
   * Runs the action with a valid record. When Logto refuses it all the same, the account is read again, the user is
   * asked once more, and the action runs a second and last time: Logto refuses before it does anything.
   */
  async run<Result>(
    person: Person,
    action: (verification: string) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result> {
    const record = await this.#obtain(person, { reason });
    try {
      return await action(record.id);
    } catch (cause) {
      await this.#afterRefusal(person, cause, record);
    }
    const second = await this.#obtain(person, { wasRefused: true, reason });
    try {
      return await action(second.id);
    } catch (cause) {
      recordsOf(person).drop(second);
      throw cause;
    }
  }

  /**
   * The same for what Logto guards only when there is something to guard it with: a first password, social accounts.
   * A user without password, email and phone is not asked for any.
   */
  async runIfGuarded<Result>(
    person: Person,
    action: (verification: string | undefined) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result> {
    if (person.account.hasSecurityVerificationMethod !== false) return this.run(person, action, reason);
    try {
      return await action(undefined);
    } catch (cause) {
      await this.#afterRefusal(person, cause); // the user got a password or an address meanwhile
    }
    return this.run(person, action, reason);
  }

  /** The same for what the layer of the page's own guards. Who can have no record proves it with a sign-in. */
  async runForLayer<Result>(
    person: Person,
    action: (proof: LayerProof) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result> {
    try {
      if (!this.#canOnlySignIn(person)) return await this.run(person, action, reason);
      const signIn = await this.#freshSignIn(person);
      try {
        return await action(signIn);
      } catch (cause) {
        await this.#afterRefusal(person, cause); // the user got a password or an address meanwhile
      }
      return await this.run(person, action, reason);
    } catch (cause) {
      const isTooOld = this.findFreshSignIn && AccountError.from(cause).code === 'sign_in.not_recent';
      throw isTooOld ? signInAgain(cause) : cause;
    }
  }

  /** When the person or the session ends, whoever comes next starts with nothing, and nobody is asked any more. */
  forget(person: Person) {
    forgetProof(person);
    this.giveUp(person.signal.aborted ? AccountError.from(person.signal.reason) : undefined);
  }

  /** Ends the attempt that is before the user, if there is one. */
  giveUp(reason = new AccountError('aborted')) {
    const { attempt, fail } = this.#asking ?? {};
    this.#asking = undefined;
    fail?.(reason);
    attempt?.cancel();
  }

  #canOnlySignIn({ account }: Person): boolean {
    return this.findFreshSignIn !== undefined && verificationMethods(account).length === 0;
  }

  async #freshSignIn(person: Person): Promise<FreshSignIn> {
    const signIn = await this.findFreshSignIn?.(person);
    person.signal.throwIfAborted();
    if (!signIn) throw signInAgain();
    return signIn;
  }

  async #afterRefusal(person: Person, cause: unknown, record?: PermissionRecord) {
    const error = AccountError.from(cause);
    if (error.kind !== 'verification-required') throw error;
    if (record) recordsOf(person).drop(record);
    await person.refresh();
  }

  #obtain(person: Person, asked: Asked = {}): Promise<PermissionRecord> {
    person.signal.throwIfAborted();
    return recordsOf(person).obtain(() => this.#ask(person, asked));
  }

  #ask(person: Person, { wasRefused = false, reason }: Asked): Promise<PermissionRecord> {
    const methods = verificationMethods(person.account);
    if (methods.length === 0)
      return Promise.reject(new AccountError('verification-required', 'no_verification_method'));
    return new Promise((succeed, fail) => {
      const attempt = new VerificationAttempt({ person, methods, wasRefused, reason }, { succeed, fail });
      this.#asking = { attempt, fail };
      const isBeforeUser = () => this.#asking?.attempt === attempt;
      void attempt.ended.then(() => isBeforeUser() && (this.#asking = undefined));
      this.present(attempt).catch((cause: unknown) => isBeforeUser() && this.giveUp(AccountError.from(cause)));
    });
  }
}

const signInAgain = (cause?: unknown) => new AccountError('verification-required', 'sign_in_again', { cause });

/** Whoever comes next has to prove who they are, in every provider on the page. */
export const forgetProof = (person: Person) => recordsOf(person).drop();

const recordsOf = ({ endpoint, id }: Person) => new PermissionRecords(endpoint, id);
