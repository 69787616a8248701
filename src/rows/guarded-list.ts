import type { ReactiveElement } from 'lit';

import type { AccountClient } from '../api/account-client.js';
import { AccountError } from '../api/account-error.js';
import type { AccountController, PersonalState } from '../controllers/account-controller.js';
import type { VerificationFor, WritableField } from '../state/guarded-fields.js';
import type { Person } from '../state/person.js';
import type { Row } from './row.js';

interface GuardedListOptions<Item, Field extends WritableField> {
  account: AccountController;
  /** The toggle that Logto checks when it is read. */
  field: Field;
  read: (client: AccountClient, verification: VerificationFor<Field>) => Promise<Item[]>;
  /** By what an item is known when it is removed, if it can be. */
  keyOf?: (item: Item) => string;
  /** Said when the list is there. */
  said: (items: readonly Item[]) => string;
  /** What stands in place of the list until the user asks for it. */
  locked: () => {
    label: string;
    icon: string;
    /** What there is to see, and that the user has to prove who they are. */
    value: string;
    /** The text of the button. */
    show: string;
    /** The same with what it is about. */
    showLabel: string;
  };
  toRows: (items: readonly Item[]) => readonly Row[];
}

/**
 * A list that Logto shows only to somebody who has just proved who they are. It is read when the user asks, never by
 * itself, and it is gone with the element, the user and the session.
 */
export class GuardedList<Item, Field extends WritableField> implements PersonalState {
  /** `undefined` until the user has asked for it. */
  items: readonly Item[] | undefined;
  #stopObserving: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: GuardedListOptions<Item, Field>,
  ) {
    options.account.hold(this);
  }

  forget() {
    this.items = undefined;
    this.#stopObserving?.();
  }

  lock() {
    this.forget();
  }

  get rows(): readonly Row[] {
    return this.items ? this.options.toRows(this.items) : [this.#lockedRow];
  }

  /** Adds what was read besides, unless the list is gone. */
  add(item: Item) {
    this.items = this.items && [...this.items, item];
    this.host.requestUpdate();
  }

  get #lockedRow(): Row {
    const { label, icon, value, show, showLabel } = this.options.locked();
    const action = { part: 'show', text: show, label: showLabel, open: () => this.#show(), task: '' };
    return { key: 'locked', label, icon, value, isUnset: true, actions: [action] };
  }

  async #show() {
    const { account, field, read, said } = this.options;
    const removed = this.#observe(account.person);
    const items = await account.person.readGuarded(field, read).catch((cause: unknown) => {
      const error = AccountError.from(cause);
      if (error.code !== 'account_center.field_not_enabled') throw error;
      account.standAside(error);
      return undefined;
    });
    const left = items?.filter((item) => !removed.has(this.options.keyOf?.(item) ?? ''));
    return left && { said: () => said(left), apply: () => void (this.items = left) };
  }

  /** Takes out what any element of the page removes from now on: an answer on its way may still have it. */
  #observe({ removals }: Person): ReadonlySet<string> {
    const removed = new Set<string>();
    this.#stopObserving?.();
    this.#stopObserving = removals.observe((id) => {
      removed.add(id);
      this.items = this.items?.filter((item) => this.options.keyOf?.(item) !== id);
      this.host.requestUpdate();
    });
    return removed;
  }
}
