import { AccountError } from '../api/account-error.js';
import { recordLifetime, sendNewIdentifierCode, verifyCode } from '../api/verifications.js';
import { valueAction } from '../events.js';
import { codeTask } from '../redirect/tasks.js';
import type { Person } from '../state/person.js';
import { CodeOnItsWay, type ResumedCode } from '../verification/sent-code.js';
import type { Identifier } from './identifier-row.js';

/**
 * A new email address or phone number on its way to the account: Logto sends a code to it, takes that, and makes the
 * address the user's.
 */
export class NewIdentifier {
  #sent: CodeOnItsWay | undefined;
  #isClosed = false;

  constructor(
    private readonly person: Person,
    private readonly identifier: Identifier,
    resumed?: ResumedCode,
  ) {
    if (!resumed) return;
    const { expiresAt, ...sent } = resumed;
    this.#sent = new CodeOnItsWay(codeTask(identifier.type), person, sent, expiresAt);
  }

  /** Whether Logto has taken the code, so that only binding is left. */
  get isVerified(): boolean {
    return this.#sent?.isVerified ?? false;
  }

  /** Where a code was sent that is still good, and how many seconds ago. */
  get sentCode(): { value: string; age: number } | undefined {
    return this.#sent && { value: this.#sent.value, age: this.#sent.age };
  }

  /** The user proves who they are before the first code is sent, so that nothing comes between the code and the end. */
  async sendCode(value: string): Promise<void> {
    const { person } = this;
    const { type } = this.identifier;
    await person.verify();
    const sentAt = Date.now();
    const { verificationRecordId: recordId } = await sendNewIdentifierCode(person.client, { type, value });
    this.#sent?.forget();
    if (this.#isClosed) return;
    this.#sent = new CodeOnItsWay(codeTask(type), person, { type, value, recordId }, sentAt + recordLifetime);
  }

  /** Gives the event that announces it. A code is taken once: should only binding fail, the next try does not send it again. */
  async bind(code: string): Promise<Event> {
    const { person, identifier } = this;
    const { type, accountKey, bind, updated } = identifier;
    const sent = this.#sent;
    if (!sent) throw new AccountError('rejected', 'verification_code.not_found');
    const { value, recordId } = sent;
    const before = person.account[accountKey];
    const isDone = async () => (await person.reread())[accountKey] === value;
    const bindIt = () =>
      person.write(type, (client, verification) => bind(client, { value, recordId }, verification), { isDone });
    let isBound = false;
    if (!sent.isVerified)
      await sent.lost.recover(
        'code',
        () => verifyCode(person.client, { identifier: { type, value }, verificationId: recordId, code }),
        { isDone: async () => (isBound = await succeedsWithRecord(bindIt)) },
      );
    sent.wasTaken();
    if (!isBound) await bindIt();
    person.merge({ [accountKey]: value, hasSecurityVerificationMethod: true });
    return updated(valueAction(before, value));
  }

  /** The code that was sent counts no more. */
  forget(): void {
    this.#sent?.forget();
  }

  /** Nor does one that is being sent. */
  close(): void {
    this.#isClosed = true;
    this.forget();
  }
}

/** Whether Logto has verified the code although its answer was lost: only then it takes the record. */
async function succeedsWithRecord(bind: () => Promise<unknown>): Promise<boolean> {
  try {
    await bind();
    return true;
  } catch (cause) {
    if (AccountError.from(cause).code !== 'verification_record.not_found') throw cause;
    return false;
  }
}
