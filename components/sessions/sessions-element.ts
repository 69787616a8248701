import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { AccountError } from '../../src/api/account-error.js';
import { getSessions, type AccountSession } from '../../src/api/sessions.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { UserAgentController } from '../../src/device/user-agent-controller.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { sessionMessages } from '../../src/localize/messages/en/sessions.js';
import { sessionsRequirements } from '../../src/settings/element-requirements.js';
import { screenIcon } from '../../src/look/icons.js';
import { endSessions, othersOf } from '../../src/state/end-sessions.js';
import { GuardedList } from '../../src/rows/guarded-list.js';
import { Question } from '../../src/rows/question.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { sessionRows } from './session-rows.js';
import { LogtoSessionsUpdatedEvent } from '../../src/events.js';

/**
 * Where the user is signed in: each browser with its place, address and time, this one first, with buttons to sign out
 * one of them or all others. What is signed out can no longer use the account, there and then.
 *
 * Logto shows the list only to somebody who has just proved who they are, so it comes after a press on a button. Absent
 * when the tenant's `session` toggle is `Off`, without buttons to sign out when it is `ReadOnly`.
 *
 * @summary Lists sessions and signs them out.
 *
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - One or more sessions were signed out.
 *
 * @csspart heading - The heading.
 * @csspart value - Its place and address.
 * @csspart hint - When it was signed in.
 * @csspart show - The button that shows the list.
 * @csspart remove - Each button that asks whether to sign out a browser.
 * @csspart remove-others - The button that asks whether to sign out everywhere else.
 */
export class LogtoSessions extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons that sign out, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, { ...deviceMessages, ...sessionMessages });
  readonly #account = new AccountController(this, {
    ...sessionsRequirements,
    localize: this.#localize,
    expects: () => 1,
  });
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #list = new GuardedList<AccountSession, 'session'>(this, {
    account: this.#account,
    field: 'session',
    read: async (client, verification) => {
      const [sessions] = await Promise.all([getSessions(client, verification), this.#userAgents.load()]);
      return sessions;
    },
    keyOf: ({ payload }) => payload.uid,
    said: ({ length: count }) => (count > 0 ? this.#localize.text('sessions.shown', { count }) : ''),
    locked: () => ({
      label: this.#localize.text('sessions.locked'),
      icon: screenIcon,
      value: this.#localize.text('sessions.lockedValue'),
      show: this.#localize.text('common.show'),
      showLabel: this.#localize.text('sessions.showLabel'),
    }),
    toRows: (sessions) =>
      sessionRows({
        localize: this.#localize,
        sessions,
        nameOf: this.#nameOf,
        iconOf: ({ lastSubmission }) => this.#userAgents.iconOf(lastSubmission?.signInContext?.userAgent),
        errorOf: (session) => this.#failures.get(session),
        canEdit: this.#account.accessTo('session') === 'Edit',
        end: this.#askToEnd,
        endOthers: this.#askToEndOthers,
      }),
  });
  readonly #rows = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('sessions.heading'),
    rows: () => this.#list.rows,
  });
  /** Those that could not be ended when all others were. */
  #failures = new Map<AccountSession, AccountError>();
  readonly #unclear = new Set<AccountSession>();

  /** Shows the list, as the button does, after a proof. Gives whether it is shown then. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  readonly #askToEnd = (session: AccountSession): Question => {
    const device = () => this.#nameOf(session);
    return new Question(this.#rows, {
      text: () => ({ ...this.#texts, question: this.#localize.text('sessions.confirmEnd', { device: device() }) }),
      run: async () => {
        const [failure] = (await this.#end([session])).values();
        if (failure) throw failure;
        return new LogtoSessionsUpdatedEvent('session');
      },
      said: () => this.#localize.text('sessions.ended', { device: device() }),
    });
  };

  readonly #askToEndOthers = (): Question =>
    new Question(this.#rows, {
      text: () => ({
        ...this.#texts,
        question: this.#localize.text('sessions.confirmOthers', { count: this.#others.length }),
        error: this.#failures.size
          ? this.#localize.text('sessions.someFailed', { count: this.#failures.size })
          : undefined,
      }),
      run: () => this.#endOthers(),
      said: () => this.#localize.text('sessions.othersEnded'),
    });

  get #texts() {
    return {
      confirm: this.#localize.text('sessions.end'),
      pending: this.#localize.text('sessions.ending'),
      cancel: this.#localize.text('sessions.keep'),
    };
  }

  /** Each one that fails shows why in its row; those that are done are gone from the list, whatever becomes of the rest. */
  async #endOthers(): Promise<Event> {
    const before = this.#others.length;
    this.#failures.clear();
    try {
      this.#failures = await this.#end(this.#others);
      const [failure] = this.#failures.values();
      if (failure) throw failure;
      return new LogtoSessionsUpdatedEvent('other-sessions');
    } catch (cause) {
      if (this.#others.length < before) this.dispatchEvent(new LogtoSessionsUpdatedEvent('other-sessions'));
      throw cause;
    }
  }

  #end(sessions: readonly AccountSession[]): Promise<Map<AccountSession, AccountError>> {
    return endSessions(this.#account.person, sessions, { unclear: this.#unclear });
  }

  readonly #nameOf = ({ lastSubmission }: AccountSession) =>
    this.#userAgents.describe(lastSubmission?.signInContext?.userAgent) ?? this.#localize.text('device.unknown');

  get #others(): AccountSession[] {
    return othersOf(this.#list.items ?? []);
  }
}
