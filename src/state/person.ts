import type { AccountClient, RequestOwner } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import type { Account } from '../api/account.js';
import type { LayerProof } from '../api/layer-proof.js';
import { AccountResources } from './account-resources.js';
import { guardOf, type VerificationFor, type WritableField } from './guarded-fields.js';
import { loadModule } from '../load-module.js';
import type { Recovery } from './lost-answers.js';
import type { PersonWriter } from './person-writer.js';
import { Removals } from './removals.js';

/** Says what proof is for, to a person who does not come from there: one who is back from another page. */
export type Reason = () => string;

/** Gets proof of who a person is, for what Logto guards. */
export interface StepUp {
  /** Makes sure that there is proof. */
  verify(person: Person): Promise<void>;
  /** The same, of a kind that the layer of the page's own takes. */
  verifyForLayer(person: Person): Promise<void>;
  /** Runs what Logto guards, with the id of the proof. */
  run<Result>(person: Person, action: (verification: string) => Promise<Result>, reason?: Reason): Promise<Result>;
  /** The same for what Logto guards only where the person has something to prove it with. */
  runIfGuarded<Result>(
    person: Person,
    action: (verification: string | undefined) => Promise<Result>,
    reason?: Reason,
  ): Promise<Result>;
  /** The same for what the layer of the page's own guards. */
  runForLayer<Result>(person: Person, action: (proof: LayerProof) => Promise<Result>, reason?: Reason): Promise<Result>;
  /** Forgets what the person has proved, and asks no more. */
  forget(person: Person): void;
}

/** What a person needs of the store that it belongs to. */
export interface PersonStore extends Pick<RequestOwner, 'onAnswer' | 'onOtherUser' | 'onSessionEnded'> {
  readonly client: AccountClient;
  readonly stepUp: StepUp;
  /** The account as it is known. */
  readonly account: Account | undefined;
  merge(change: Partial<Account>): void;
  refresh(): Promise<void>;
  /** Reads the account again, whatever reading is under way. */
  reread(): Promise<void>;
  /** A part of the account has changed. */
  notify(): void;
  /** Learns from an error what the user may not do, whatever the settings said. */
  learn(field: WritableField, factor: string | undefined, error: AccountError): void;
}

export interface WriteOptions {
  /** The second factor that is added or replaced, e.g. `Totp`. */
  factor?: string;
  /** Said when proof is asked for. */
  reason?: Reason;
}

/** A write whose answer may be lost: then it is not sent again before it is known whether it is done. */
export type RecoverableWrite = WriteOptions &
  (Required<Pick<Recovery, 'isDone'>> | Required<Pick<Recovery, 'saysDone'>>);

/** Sends a request in the name of the person, with the id of the proof where Logto wants one. */
export type Send<Result, Verification> = (client: AccountClient, verification: Verification) => Promise<Result>;

/**
 * The user on the screen: begins when Logto has said whose account it is, and ends for good with a sign-out, another user
 * or another session. All that is read, asked and written in this user's name hangs on it. Once it has ended, nothing is
 * sent any more, and everything under way ends with an `AccountError` of kind `aborted`.
 */
export class Person {
  readonly client: AccountClient;
  /** What has a route of its own, such as second factors. */
  readonly resources: AccountResources;
  /** What was removed of what is shown only after proof, and so is no resource. */
  readonly removals = new Removals();
  readonly #end = new AbortController();
  #writer: PersonWriter | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly id: string,
    private readonly store: PersonStore,
  ) {
    const { signal } = this;
    this.client = store.client.of({
      id,
      signal,
      onAnswer: () => store.onAnswer(),
      onOtherUser: () => store.onOtherUser(),
      onSessionEnded: () => store.onSessionEnded(),
    });
    this.resources = new AccountResources(this.client, () => signal.aborted || store.notify());
  }

  get endpoint(): string {
    return this.client.endpoint;
  }

  /** Aborted when the person has ended. */
  get signal(): AbortSignal {
    return this.#end.signal;
  }

  /** As far as it is known. */
  get account(): Account {
    const { account } = this.store;
    this.signal.throwIfAborted();
    if (!account) throw new AccountError('signed-out');
    return account;
  }

  end(reason = new AccountError('aborted')) {
    this.#end.abort(reason);
    this.resources.forget();
    this.store.stepUp.forget(this);
  }

  /** Takes over what Logto answered to a write. */
  merge(change: Partial<Account>) {
    if (!this.signal.aborted) this.store.merge(change);
  }

  /** Reads the account again. */
  async refresh(): Promise<Account> {
    this.signal.throwIfAborted();
    await this.store.refresh();
    return this.account;
  }

  /** Reads the account as it is now, not as it was when some other reading set out. */
  async reread(): Promise<Account> {
    this.signal.throwIfAborted();
    await this.store.reread();
    return this.account;
  }

  /** Has the user prove who they are, unless they did so in the last minutes. */
  async verify({ isForLayer = false } = {}): Promise<void> {
    const { stepUp } = this.store;
    await (isForLayer ? stepUp.verifyForLayer(this) : stepUp.verify(this));
    this.signal.throwIfAborted();
  }

  /**
   * Reads what Logto shows only to somebody who has proved who they are. A refusal tells that the field is off, whatever
   * the settings said.
   */
  async readGuarded<Field extends WritableField, Result>(
    field: Field,
    read: Send<Result, VerificationFor<Field>>,
  ): Promise<Result> {
    const { stepUp } = this.store;
    const send = (proof: LayerProof) => read(this.client, proof as VerificationFor<Field>);
    try {
      return await (guardOf[field] === 'by-layer' ? stepUp.runForLayer(this, send) : stepUp.run(this, send));
    } catch (cause) {
      throw this.#learn(field, cause);
    }
  }

  /**
   * Changes a field, with proof where Logto guards it. A refusal tells that the field is read-only, whatever the settings
   * said. `undefined` when the answer was lost and it is done all the same.
   */
  write<Field extends WritableField, Result>(
    field: Field,
    send: Send<Result, VerificationFor<Field>>,
    options: RecoverableWrite,
  ): Promise<Result | undefined>;
  write<Field extends WritableField, Result>(
    field: Field,
    send: Send<Result, VerificationFor<Field>>,
    options?: WriteOptions,
  ): Promise<Result>;
  async write<Result>(
    field: WritableField,
    send: Send<Result, never>,
    { factor, reason, ...recovery }: WriteOptions & Recovery = {},
  ): Promise<Result | undefined> {
    this.signal.throwIfAborted();
    try {
      return await (await this.#open()).write(field, send, recovery, reason);
    } catch (cause) {
      throw this.#learn(field, cause, factor);
    }
  }

  /** One after the other: a write that merges into fresh data must not overlap another. */
  serialize<Result>(write: () => Promise<Result>): Promise<Result> {
    const run = () => {
      this.signal.throwIfAborted();
      return write();
    };
    const turn = this.#queue.then(run, run);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #learn(field: WritableField, cause: unknown, factor?: string): AccountError {
    const error = AccountError.from(cause);
    if (!this.signal.aborted) this.store.learn(field, factor, error);
    return error;
  }

  /** Most visits change nothing, so what writes is loaded with the first change. */
  async #open(): Promise<PersonWriter> {
    const { PersonWriter } = await loadModule(() => import('./person-writer.js'));
    this.signal.throwIfAborted();
    return (this.#writer ??= new PersonWriter(this, this.store.stepUp));
  }
}
