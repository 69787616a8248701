import { AccountError } from '../api/account-error.js';
import {
  type Identifier,
  recordLifetime,
  sendPermissionCode,
  verifyCode,
  verifyPassword,
} from '../api/verifications.js';
import { takeRedirect } from '../redirect/pending-redirect.js';
import { proofTask } from '../redirect/tasks.js';
import type { Person } from '../state/person.js';
import type { PermissionRecord } from './permission-records.js';
import { CodeOnItsWay, sentCodeIn } from './sent-code.js';
import type { Account } from '../api/account.js';

/** A way to prove who one is: Logto takes a password, or a code sent to the user's own address. */
export type VerificationMethod =
  | { type: 'password' }
  /** `value` is absent when Logto keeps it back: the user has to type it. A phone is digits only, country code first. */
  | { type: 'email' | 'phone'; value?: string };

/**
 * The methods that work for this user, the easiest first. Empty when there is none: then Logto refuses every guarded
 * action but a first password and social accounts, until the user has set one.
 *
 * A tenant may hide password, email and phone and still take them. Then every hidden one is offered, and the user types
 * the address.
 */
export function verificationMethods(account: Account): VerificationMethod[] {
  const { hasPassword, primaryEmail, primaryPhone, hasSecurityVerificationMethod } = account;
  const visible: VerificationMethod[] = [
    ...(hasPassword ? [{ type: 'password' } as const] : []),
    ...(primaryEmail ? [{ type: 'email', value: primaryEmail } as const] : []),
    ...(primaryPhone ? [{ type: 'phone', value: primaryPhone } as const] : []),
  ];
  if (visible.length > 0 || hasSecurityVerificationMethod === false) return visible;
  return [
    ...(hasPassword === undefined ? [{ type: 'password' } as const] : []),
    ...(primaryEmail === undefined ? [{ type: 'email' } as const] : []),
    ...(primaryPhone === undefined ? [{ type: 'phone' } as const] : []),
  ];
}

/** What happens to the record that an attempt ends with. */
interface AttemptOutcome {
  succeed(record: PermissionRecord): void;
  fail(error: AccountError): void;
}

interface AttemptOptions {
  person: Person;
  methods: readonly VerificationMethod[];
  /** Logto has just refused what the user proved, e.g. with a code to an address that is not the account's. */
  wasRefused: boolean;
  /** What the proof is for, where the user does not come from there. */
  reason?: (() => string) | undefined;
}

/**
 * The user's chance to prove who they are, for as many tries as it takes, until it succeeds or is given up. Whoever
 * holds it can prove or give up, but sees no record id.
 */
export class VerificationAttempt {
  /** What works for this user, the easiest first. */
  readonly methods: readonly VerificationMethod[];
  readonly wasRefused: boolean;
  /** What the proof is for, in the language of the page, where the user does not come from there: back from a provider. */
  readonly reason: (() => string) | undefined;
  /** Resolves when it has succeeded or was given up. */
  readonly ended: Promise<void>;
  #end!: () => void;
  #hasEnded = false;
  readonly #person: Person;
  readonly #outcome: AttemptOutcome;
  #sent: CodeOnItsWay | undefined;

  constructor({ person, methods, wasRefused, reason }: AttemptOptions, outcome: AttemptOutcome) {
    this.methods = methods;
    this.wasRefused = wasRefused;
    this.reason = reason;
    this.#person = person;
    this.#outcome = outcome;
    this.ended = new Promise((resolve) => (this.#end = resolve));
    this.#sent = this.#takeUp();
  }

  /** Where a code was sent that is still good, and how many seconds ago: perhaps before the page was loaded anew. */
  get sentCode(): { identifier: Identifier; age: number } | undefined {
    return this.#sent && { identifier: this.#sent.identifier, age: this.#sent.age };
  }

  /** Rejects with an `AccountError`; its code is `session.invalid_credentials` when the password is wrong. */
  async verifyPassword(password: string): Promise<void> {
    const madeAt = Date.now();
    const { verificationRecordId } = await verifyPassword(this.#person.client, password);
    this.#succeed({ id: verificationRecordId, madeAt });
  }

  /** Sends a code to the user's own address. Only the one that was sent last counts. */
  async sendCode(identifier: Identifier): Promise<void> {
    const sentAt = Date.now();
    const { verificationRecordId: recordId } = await sendPermissionCode(this.#person.client, identifier);
    this.#sent?.forget();
    if (this.#hasEnded) return;
    this.#sent = new CodeOnItsWay(proofTask, this.#person, { ...identifier, recordId }, sentAt + recordLifetime);
  }

  /** Rejects with an `AccountError`; its code begins with `verification_code.` when the code is wrong or too old. */
  async verifyCode(code: string): Promise<void> {
    if (!this.#sent) throw new AccountError('rejected', 'verification_code.not_found');
    const { identifier, recordId: verificationId, sentAt, lost } = this.#sent;
    // A code that was taken without an answer is gone. Should it have been another one, Logto refuses the record.
    const saysDone = ({ code }: AccountError) => code === 'verification_code.not_found';
    const verify = () => verifyCode(this.#person.client, { identifier, verificationId, code });
    const verified = await lost.recover('code', verify, { saysDone }).catch((cause: unknown) => {
      if (isOfNoUse(AccountError.from(cause))) this.#sent?.forget();
      throw cause;
    });
    // The record is as old as the code: verifying does not extend it.
    this.#succeed({ id: verified?.verificationRecordId ?? verificationId, madeAt: sentAt });
  }

  /** Gives up: what waited for it ends with an `AccountError` of kind `aborted`. */
  cancel(): void {
    this.#outcome.fail(new AccountError('aborted'));
    this.#finish();
  }

  #succeed(record: PermissionRecord) {
    this.#outcome.succeed(record);
    this.#finish();
  }

  #finish() {
    this.#hasEnded = true;
    this.#sent?.forget();
    this.#end();
  }

  /** The code that was sent before the page was loaded anew, unless it went to what is not the user's address any more. */
  #takeUp(): CodeOnItsWay | undefined {
    const person = this.#person;
    const pending = takeRedirect({ task: proofTask, endpoint: person.endpoint, userId: person.id });
    const sent = pending && sentCodeIn(pending);
    const isOwn = (method: VerificationMethod) =>
      method.type === sent?.type && (method.value === undefined || method.value === sent.value);
    if (!sent || this.wasRefused || !this.methods.some(isOwn)) return undefined;
    return new CodeOnItsWay(proofTask, person, sent, pending.expiresAt);
  }
}

/** Whether no code will be taken any more, however often one is entered. */
const isOfNoUse = ({ code }: AccountError) =>
  code.startsWith('verification_') && code !== 'verification_code.code_mismatch';
