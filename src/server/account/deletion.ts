import { isRecord, listOf, own } from '../../untrusted.js';
import { hmacSha256, isSameText } from './hash.js';
import { isId } from './ids.js';
import type { Management } from './management.js';
import { has, isGone, isList, isMissing, isNothing, successOf } from './outcome.js';
import { Problem } from './problem.js';

export interface DeletionOptions {
  management: Management;
  graceDays: number;
  /** Signs the date. */
  secret: string;
  now: () => number;
  /** Milliseconds until Logto has to have answered. */
  timeout: number;
}

const day = 24 * 3600 * 1000;

/** The key in the user's custom data. The user may write there, too, so what stands there is signed. */
const key = 'accountDeletion';

/** Deletes accounts, at once or later. */
export class Deletion {
  constructor(private readonly options: DeletionOptions) {}

  get isDelayed(): boolean {
    return this.options.graceDays > 0;
  }

  /** Returns once the user is gone. */
  async delete(id: string, signal: AbortSignal): Promise<void> {
    const { management } = this.options;
    try {
      const answer = await management.send('DELETE', ['users', id], { signal });
      if (!isMissing(answer)) successOf(answer, isNothing);
    } catch (error) {
      const isUnknown = error instanceof Problem && error.code === 'logto.outcome_unknown';
      if (!isUnknown || !(await this.#isDeleted(id).catch(() => false))) throw error;
    }
  }

  /** Suspends the user, which ends all their tokens, and notes when to delete them. Returns when that is. */
  async schedule(id: string, signal: AbortSignal): Promise<number> {
    const { management, graceDays, now } = this.options;
    const user = await management.user(id, signal);
    const requestedAt = now();
    const deleteAt = requestedAt + graceDays * day;
    const signature = await this.#sign(user, requestedAt, deleteAt);
    // In this order: a note without a suspension has no effect, a suspension without a note would be for ever.
    const customData = { [key]: { requestedAt, deleteAt, signature } };
    const noted = await management.send('PATCH', ['users', id, 'custom-data'], { json: { customData }, signal });
    successOf(noted, ({ body }) => own(own(body, key), 'signature') === signature, isGone);
    const suspension = { isSuspended: true };
    const suspended = await management.send('PATCH', ['users', id, 'is-suspended'], { json: suspension, signal });
    successOf(suspended, has({ id, ...suspension }), isGone);
    return deleteAt;
  }

  /** Looks through all users, a hundred at a time. Returns those whose time has come, and how many still have some. */
  async findExpired(): Promise<{ expired: unknown[]; waiting: number }> {
    const { management, now } = this.options;
    const [expired, waiting] = [new Map<string, unknown>(), new Set<string>()];
    for (let page = 1; ; page++) {
      const query = { page: String(page), page_size: '100' };
      const users = listOf(
        successOf(await this.#patiently((signal) => management.send('GET', ['users'], { query, signal })), isList),
      );
      for (const user of users) {
        const [id, deleteAt] = [own(user, 'id'), await this.#deletionOf(user)];
        if (!isId(id) || deleteAt === undefined) continue;
        if (deleteAt <= now()) expired.set(id, user);
        else waiting.add(id);
      }
      if (users.length < 100) return { expired: [...expired.values()], waiting: waiting.size };
    }
  }

  /**
   * The same as `delete`, without anybody who waits for it. Looks once more before: the list may be hours old by now.
   * Returns whether the user is gone, and not one who keeps the account.
   */
  deleteExpired(id: string): Promise<boolean> {
    const { management, now } = this.options;
    return this.#patiently(async (signal) => {
      const read = await management.send('GET', ['users', id], { signal });
      if (isMissing(read)) return true;
      const deleteAt = await this.#deletionOf(successOf(read, has({ id })));
      if (deleteAt === undefined || deleteAt > now()) return false;
      await this.delete(id, signal);
      return true;
    });
  }

  /** When this user is to be deleted, if it was the user who asked for it and nothing has happened since. */
  async #deletionOf(user: unknown): Promise<number | undefined> {
    const note = own(own(user, 'customData'), key);
    if (own(user, 'isSuspended') !== true || !isRecord(note)) return undefined;
    const [requestedAt, deleteAt, signature] = [
      own(note, 'requestedAt'),
      own(note, 'deleteAt'),
      own(note, 'signature'),
    ];
    if (typeof requestedAt !== 'number' || typeof deleteAt !== 'number' || typeof signature !== 'string')
      return undefined;
    return isSameText(signature, await this.#sign(user, requestedAt, deleteAt)) ? deleteAt : undefined;
  }

  /** Of the last sign-in, too: who was let in again, and is suspended for something else later, has not asked for it. */
  #sign(user: unknown, requestedAt: number, deleteAt: number): Promise<string> {
    const text = ['deletion', own(user, 'id'), requestedAt, deleteAt, own(user, 'lastSignInAt')].join(' ');
    return hmacSha256(this.options.secret, text);
  }

  async #isDeleted(id: string): Promise<boolean> {
    const signal = AbortSignal.timeout(this.options.timeout);
    return isMissing(await this.options.management.send('GET', ['users', id], { signal }));
  }

  /** Waits as long as Logto says when it has had enough, a few times. */
  async #patiently<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work(AbortSignal.timeout(this.options.timeout));
      } catch (error) {
        const wait = error instanceof Problem ? error.details.retryAfter : undefined;
        if (wait === undefined || attempt === 5) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait * 1000));
      }
    }
  }
}
