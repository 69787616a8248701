import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import type { AccountField } from '../settings/account-settings.js';

/** A part of the account that has a route of its own. */
export interface ResourceDefinition<Value> {
  /** The toggle that Logto checks when it is read, if there is one. */
  readonly field?: AccountField | undefined;
  /** Makes what holds it. */
  open(client: AccountClient, onChange: () => void): AccountResource<Value>;
}

/** What holds a resource comes with the first element that has one: not every page needs it. */
export function defineResource<Value>({ field, read }: ReadableResource<Value>): ResourceDefinition<Value> {
  return { field, open: (client, onChange) => new AccountResource(() => read(client), onChange) };
}

interface ReadableResource<Value> {
  field?: AccountField;
  read(client: AccountClient): Promise<Value>;
}

/**
 * - `off`: the tenant has switched its toggle off.
 * - `absent`: this Logto has no such route.
 * - `ready`: `error` says why the last reading failed, when the value may be out of date.
 */
export type ResourceState<Value> =
  | { status: 'loading' }
  | { status: 'off' }
  | { status: 'absent' }
  | { status: 'failed'; error: AccountError; isRetrying?: true }
  | { status: 'ready'; value: Value; error?: AccountError; isRetrying?: true };

/** Holds one such part, shared by all elements of a provider: it is read once, when the first of them needs it. */
export class AccountResource<Value> {
  #state: ResourceState<Value> = { status: 'loading' };
  /** Only the answer that was asked for last counts: an older one would bring back what has been changed since. */
  #latest = 0;
  #isWanted = false;

  constructor(
    private readonly read: () => Promise<Value>,
    private readonly onChange: () => void,
  ) {}

  get state(): ResourceState<Value> {
    return this.#state;
  }

  get value(): Value | undefined {
    return this.#state.status === 'ready' ? this.#state.value : undefined;
  }

  /** Reads it, unless that has been done. */
  load() {
    if (!this.#isWanted) void this.refresh();
  }

  /** Reads it again, if an element needs it at all. */
  async refreshIfLoaded() {
    if (this.#isWanted) await this.refresh();
  }

  /** Reads it again. Never rejects: `state` says what came of it, and a failure takes nothing away. */
  refresh = async (): Promise<void> => {
    this.#isWanted = true;
    const reading = ++this.#latest;
    if ('error' in this.#state) this.#set({ ...this.#state, isRetrying: true });
    const next = await this.read().then(
      (value): ResourceState<Value> => ({ status: 'ready', value }),
      (cause: unknown) => this.#after(AccountError.from(cause)),
    );
    if (reading === this.#latest) this.#set(next);
  };

  /** Reads it again, and gives what Logto says now; rejects when it says nothing. */
  async reread(): Promise<Value> {
    await this.refresh();
    const state = this.#state;
    if (state.status === 'ready' && !state.error) return state.value;
    throw ('error' in state && state.error) || new AccountError('unexpected');
  }

  /** Takes over what Logto has confirmed. */
  set(value: Value) {
    this.#latest += 1;
    this.#set({ status: 'ready', value });
  }

  /** Nothing of it is kept when its user is gone, or when it may be another one. */
  forget() {
    this.#latest += 1;
    this.#isWanted = false;
    this.#state = { status: 'loading' };
  }

  #after(error: AccountError): ResourceState<Value> {
    if (error.code === 'account_center.field_not_enabled') return { status: 'off' };
    if (error.code === 'http_404') return { status: 'absent' };
    return this.#state.status === 'ready'
      ? { status: 'ready', value: this.#state.value, error }
      : { status: 'failed', error };
  }

  #set(state: ResourceState<Value>) {
    this.#state = state;
    this.onChange();
  }
}
