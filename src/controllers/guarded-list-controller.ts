import type { ReactiveController, ReactiveElement } from 'lit';

import type { AccountClient } from '../api/account-client.js';
import type { AccountConnection } from '../context/account-connection.js';
import type { CommonLocalizer } from '../localize/localizer.js';
import type { Row } from '../ui/action-row.js';
import { rowList } from '../ui/row-list.js';
import type { OpenRowController } from './open-row-controller.js';

export interface GuardedListOptions<Item> {
  connection: () => AccountConnection;
  localize: CommonLocalizer;
  rows: OpenRowController;
  read: (client: AccountClient, verification: string) => Promise<Item[]>;
  /** Said when the list is there. */
  shown: (items: readonly Item[]) => string;
}

/** What a tag makes of its list. */
export interface GuardedListView<Item> {
  heading: string;
  /** What stands in place of the list until the user asks for it. */
  locked: {
    label: string;
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
 * itself, and it is gone with the tag, the user and the session.
 */
export class GuardedListController<Item> implements ReactiveController {
  /** `undefined` until the user has asked for it. */
  items: readonly Item[] | undefined;
  #userId = '';
  #isShown = false;

  constructor(
    private readonly host: ReactiveElement,
    private readonly options: GuardedListOptions<Item>,
  ) {
    host.addController(this);
  }

  hostUpdate() {
    this.#isShown = false;
  }

  hostUpdated() {
    if (!this.#isShown) this.items = undefined;
  }

  render(userId: string, { heading, locked, toRows }: GuardedListView<Item>) {
    const { localize, rows } = this.options;
    if (this.#userId !== userId) this.items = undefined;
    this.#userId = userId;
    this.#isShown = true;
    rows.belongsTo(userId);
    return rowList(localize, heading, this.items ? toRows(this.items) : [this.#lockedRow(locked)], rows);
  }

  /** Takes out what Logto has removed. */
  remove(isGone: (item: Item) => boolean) {
    this.items = this.items?.filter((item) => !isGone(item));
    this.host.requestUpdate();
  }

  #lockedRow({ label, value, show, showLabel }: GuardedListView<Item>['locked']): Row {
    const action = { part: 'show', text: show, label: showLabel, run: () => this.#show() };
    return { key: 'locked', label, value, isUnset: true, actions: [action] };
  }

  #show() {
    const { connection, rows, read, shown } = this.options;
    return rows.open('locked', 'show', async () => {
      const { store, stepUp } = connection();
      const items = await stepUp.run((verification) => read(store.client, verification));
      return { done: shown(items), apply: () => (this.items = items) };
    });
  }
}
