import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import { sendPermissionCode, verifyCode, verifyPassword, type Identifier } from '../api/verifications.js';
import { LostAnswers } from '../state/lost-answers.js';
import type { PermissionRecord } from './permission-records.js';
import type { VerificationMethod } from './verification-methods.js';

/** What happens to the record that an attempt ends with. */
export interface AttemptOutcome {
  succeed(record: PermissionRecord): void;
  fail(error: AccountError): void;
}

export interface AttemptOptions {
  client: AccountClient;
  methods: readonly VerificationMethod[];
  /** Logto has just refused what the user proved, e.g. with a code to an address that is not the account's. */
  wasRefused: boolean;
}

/**
 * The user's chance to prove who they are, for as many tries as it takes, until it succeeds or is given up. Whoever
 * holds it can prove or give up, but sees no record id.
 */
export class VerificationAttempt {
  /** What works for this user, the easiest first. */
  readonly methods: readonly VerificationMethod[];
  readonly wasRefused: boolean;
  /** Resolves when it has succeeded or was given up. */
  readonly ended: Promise<void>;
  #end!: () => void;
  readonly #client: AccountClient;
  readonly #outcome: AttemptOutcome;
  #sent: { identifier: Identifier; verificationId: string; sentAt: number; lost: LostAnswers } | undefined;

  constructor({ client, methods, wasRefused }: AttemptOptions, outcome: AttemptOutcome) {
    this.methods = methods;
    this.wasRefused = wasRefused;
    this.#client = client;
    this.#outcome = outcome;
    this.ended = new Promise((resolve) => (this.#end = resolve));
  }

  /** Rejects with an `AccountError`; its code is `session.invalid_credentials` when the password is wrong. */
  async verifyPassword(password: string): Promise<void> {
    const madeAt = Date.now();
    const { verificationRecordId } = await verifyPassword(this.#client, password);
    this.#succeed({ id: verificationRecordId, madeAt });
  }

  /** Sends a code to the user's own address. Only the one that was sent last counts. */
  async sendCode(identifier: Identifier): Promise<void> {
    const sentAt = Date.now();
    const { verificationRecordId } = await sendPermissionCode(this.#client, identifier);
    this.#sent = { identifier, verificationId: verificationRecordId, sentAt, lost: new LostAnswers() };
  }

  /** Rejects with an `AccountError`; its code begins with `verification_code.` when the code is wrong or too old. */
  async verifyCode(code: string): Promise<void> {
    if (!this.#sent) throw new AccountError('rejected', 'verification_code.not_found');
    const { identifier, verificationId, sentAt, lost } = this.#sent;
    // A code that was taken without an answer is gone. Should it have been another one, Logto refuses the record.
    const saysDone = ({ code }: AccountError) => code === 'verification_code.not_found';
    const verify = () => verifyCode(this.#client, { identifier, verificationId, code });
    const verified = await lost.recover('code', verify, { saysDone });
    // The record is as old as the code: verifying does not extend it.
    this.#succeed({ id: verified?.verificationRecordId ?? verificationId, madeAt: sentAt });
  }

  /** Gives up: what waited for it ends with an `AccountError` of kind `aborted`. */
  cancel(): void {
    this.#outcome.fail(new AccountError('aborted'));
    this.#end();
  }

  #succeed(record: PermissionRecord) {
    this.#outcome.succeed(record);
    this.#end();
  }
}
