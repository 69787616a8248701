import { isRecord, listOf, getOwn } from '../../untrusted.js';
import { hmacSha256, isSameText } from './hash.js';
import { isId } from './ids.js';
import type { Management } from './management.js';
import { has, isGone, isList, isMissing, isNothing, successOf } from './outcome.js';
import { Problem } from './problem.js';

interface DeletionOptions {
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

interface Note {
  requestedAt: number;
  deleteAt: number;
  signature: string;
}

/** Milliseconds after which no suspension is on its way any more. */
const settled = 3600_000;

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
      if (!isUnknown(error) || !(await this.#isDeleted(id).catch(() => false))) throw error;
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
    const note = { requestedAt, deleteAt, signature };
    await this.#write(id, note, signal).catch((error: unknown) => this.#takeBack(id, error));
    try {
      const suspension = { isSuspended: true };
      const suspended = await management.send('PATCH', ['users', id, 'is-suspended'], { json: suspension, signal });
      successOf(suspended, has({ id, ...suspension }), isGone);
    } catch (error) {
      if (!(await this.#isSuspendedAfterAll(id, note, error).catch(() => false))) throw error;
    }
    return deleteAt;
  }

  /** Writes the note, or takes it back: Logto merges custom data, and removes no key. */
  async #write(id: string, note: Note | null, signal: AbortSignal): Promise<void> {
    const json = { customData: { [key]: note } };
    const noted = await this.options.management.send('PATCH', ['users', id, 'custom-data'], { json, signal });
    const isWritten = (written: unknown) => (note ? getOwn(written, 'signature') === note.signature : written === null);
    successOf(noted, ({ body }) => isWritten(getOwn(body, key)), isGone);
  }

  /** Whether the note is there is not known: it must not be. */
  async #takeBack(id: string, error: unknown): Promise<never> {
    if (isUnknown(error)) await this.#write(id, null, AbortSignal.timeout(this.options.timeout)).catch(() => undefined);
    throw error;
  }

  /**
   * Whether the user is suspended, although that seemed to fail. Who is not keeps no note: it would count as soon as
   * somebody else suspended the user.
   */
  async #isSuspendedAfterAll(id: string, note: Note, error: unknown): Promise<boolean> {
    const signal = AbortSignal.timeout(this.options.timeout);
    if (isUnknown(error) && (await this.#isSuspended(id, signal))) return true;
    await this.#write(id, null, signal);
    // What was asked for may be done late, and a suspension without a note would be for ever.
    if (!isUnknown(error) || !(await this.#isSuspended(id, signal))) return false;
    await this.#write(id, note, signal);
    return true;
  }

  async #isSuspended(id: string, signal: AbortSignal): Promise<boolean> {
    return getOwn(await this.options.management.user(id, signal), 'isSuspended') === true;
  }

  /**
   * Looks through all users, a hundred at a time. Returns those whose time has come, those with a note that has no effect
   * any more, and how many still have some time.
   */
  async findExpired(): Promise<{ expired: unknown[]; stale: string[]; waiting: number }> {
    const { management, now } = this.options;
    const [expired, stale, waiting] = [new Map<string, unknown>(), new Set<string>(), new Set<string>()];
    for (let page = 1; ; page++) {
      const query = { page: String(page), page_size: '100' };
      const users = listOf(
        successOf(await this.#patiently((signal) => management.send('GET', ['users'], { query, signal })), isList),
      );
      for (const user of users) {
        const [id, note] = [getOwn(user, 'id'), await this.#noteOf(user)];
        if (!isId(id) || !note) continue;
        if (getOwn(user, 'isSuspended') !== true) {
          if (this.#isStale(user, note)) stale.add(id);
        } else if (note.deleteAt <= now()) expired.set(id, user);
        else waiting.add(id);
      }
      if (users.length < 100) return { expired: [...expired.values()], stale: [...stale], waiting: waiting.size };
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
      const user = successOf(read, has({ id }));
      const note = await this.#noteOf(user);
      if (getOwn(user, 'isSuspended') !== true || !note || note.deleteAt > now()) return false;
      await this.delete(id, signal);
      return true;
    });
  }

  /** Takes back the note of a user who was let in again, or never suspended, and has not asked again meanwhile. */
  forget(id: string): Promise<void> {
    return this.#patiently(async (signal) => {
      const read = await this.options.management.send('GET', ['users', id], { signal });
      if (isMissing(read)) return;
      const user = successOf(read, has({ id }));
      const note = await this.#noteOf(user);
      if (note && this.#isStale(user, note)) await this.#write(id, null, signal);
    });
  }

  #isStale(user: unknown, { requestedAt }: Note): boolean {
    return getOwn(user, 'isSuspended') !== true && requestedAt + settled <= this.options.now();
  }

  /** The note, if it was the user who asked for it and nothing has happened since. */
  async #noteOf(user: unknown): Promise<Note | undefined> {
    const note = getOwn(getOwn(user, 'customData'), key);
    if (!isRecord(note)) return undefined;
    const [requestedAt, deleteAt, signature] = [
      getOwn(note, 'requestedAt'),
      getOwn(note, 'deleteAt'),
      getOwn(note, 'signature'),
    ];
    if (typeof requestedAt !== 'number' || typeof deleteAt !== 'number' || typeof signature !== 'string')
      return undefined;
    const isOurs = isSameText(signature, await this.#sign(user, requestedAt, deleteAt));
    return isOurs ? { requestedAt, deleteAt, signature } : undefined;
  }

  /** Of the last sign-in, too: who was let in again, and is suspended for something else later, has not asked for it. */
  #sign(user: unknown, requestedAt: number, deleteAt: number): Promise<string> {
    const text = ['deletion', getOwn(user, 'id'), requestedAt, deleteAt, getOwn(user, 'lastSignInAt')].join(' ');
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

const isUnknown = (error: unknown) => error instanceof Problem && error.code === 'logto.outcome_unknown';
