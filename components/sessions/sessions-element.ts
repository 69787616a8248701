import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { AccountError } from '../../src/api/account-error.js';
import { endSession, getSessions, type AccountSession } from '../../src/api/sessions.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import { GuardedListController } from '../../src/controllers/guarded-list-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { UserAgentController } from '../../src/controllers/user-agent-controller.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { sessionMessages } from '../../src/localize/messages/en/sessions.js';
import { sessionsNeeds } from '../../src/settings/tag-needs.js';
import { oneByOne, removing } from '../../src/state/one-by-one.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { othersOf, sessionRows } from './session-rows.js';
import { LogtoSessionsUpdatedEvent } from './sessions-updated-event.js';

/**
 * Where the user is signed in: each browser with its place, address and time, this one first, with buttons to sign out
 * one of them or all others. What is signed out can no longer use the account, there and then.
 *
 * Logto shows the list only to somebody who has just proved who they are, so it comes after a press on a button. Absent
 * when the tenant's `session` toggle is `Off`, without buttons to sign out when it is `ReadOnly`.
 *
 * @summary Lists sessions and signs them out.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - One or more sessions were signed out.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Loading or signing out failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a browser.
 * @csspart value - Its place and address.
 * @csspart hint - When it was signed in.
 * @csspart actions - The place of the buttons of a row.
 * @csspart show - The button that shows the list.
 * @csspart remove - Each button that asks whether to sign out a browser.
 * @csspart remove-others - The button that asks whether to sign out everywhere else.
 * @csspart form - The place of what is open in a row.
 * @csspart confirm - The button that signs out.
 * @csspart danger - The same button, as one to think about.
 * @csspart cancel - The button that leaves everything as it is.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why loading failed, or an action.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off: the tag takes no space.
 * @cssstate read-only - Nothing can be signed out here.
 */
export class LogtoSessions extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles];

  /** Hides the buttons that sign out, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, { ...deviceMessages, ...sessionMessages });
  readonly #account = new AccountController(this, {
    ...sessionsNeeds,
    localize: this.#localize,
  });
  readonly #rows = new OpenRowController(this);
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #list = new GuardedListController<AccountSession>(this, {
    connection: () => this.#account.connection,
    localize: this.#localize,
    rows: this.#rows,
    read: async (client, verification) => {
      const [sessions] = await Promise.all([getSessions(client, verification), this.#userAgents.load()]);
      return sessions;
    },
    shown: ({ length: count }) => (count > 0 ? this.#localize.text('sessions.shown', { count }) : ''),
  });
  /** Those that could not be ended when all others were. */
  #failures = new Map<AccountSession, AccountError>();

  protected override render() {
    return this.#account.render(({ account }) =>
      this.#list.render(account.id, {
        heading: this.#localize.text('sessions.heading'),
        locked: {
          label: this.#localize.text('sessions.locked'),
          value: this.#localize.text('sessions.lockedValue'),
          show: this.#localize.text('common.show'),
          showLabel: this.#localize.text('sessions.showLabel'),
        },
        toRows: (sessions) =>
          sessionRows({
            localize: this.#localize,
            sessions,
            nameOf: this.#nameOf,
            keyOf: (id) => this.#rows.keyOf(id),
            errorOf: (session) => this.#failures.get(session),
            canEdit: this.#account.accessTo('session') === 'Edit',
            end: this.#askToEnd,
            endOthers: this.#askToEndOthers,
          }),
      }),
    );
  }

  readonly #askToEnd = (session: AccountSession) => {
    const device = () => this.#nameOf(session);
    return this.#rows.open(this.#rows.keyOf(session.payload.uid), 'remove', () =>
      confirmPanel({
        ...this.#confirmation,
        question: () => this.#localize.text('sessions.confirmEnd', { device: device() }),
        run: async () => {
          const [failure] = (await this.#end([session])).values();
          if (failure) throw failure;
          return new LogtoSessionsUpdatedEvent();
        },
        done: () => this.#rows.close(this.#localize.text('sessions.ended', { device: device() })),
      }),
    );
  };

  readonly #askToEndOthers = () =>
    this.#rows.open('others', 'remove-others', () =>
      confirmPanel({
        ...this.#confirmation,
        question: () => this.#localize.text('sessions.confirmOthers', { count: this.#others.length }),
        errorWords: () => {
          const count = this.#failures.size;
          return count > 0 ? this.#localize.text('sessions.someFailed', { count }) : undefined;
        },
        run: () => this.#endOthers(),
        done: () => this.#rows.close(this.#localize.text('sessions.othersEnded')),
      }),
    );

  get #confirmation() {
    return {
      host: this,
      localize: this.#localize,
      confirmText: () => this.#localize.text('sessions.end'),
      pendingText: () => this.#localize.text('sessions.ending'),
      cancelText: () => this.#localize.text('sessions.keep'),
      isDanger: () => true,
      cancel: () => this.#rows.cancel(),
    };
  }

  /** Each that fails is told where it stands; those that are done are gone from the list, whatever becomes of the rest. */
  async #endOthers(): Promise<Event> {
    const before = this.#others.length;
    this.#failures.clear();
    try {
      this.#failures = await this.#end(this.#others);
      const [failure] = this.#failures.values();
      if (failure) throw failure;
      return new LogtoSessionsUpdatedEvent();
    } catch (cause) {
      if (this.#others.length < before) this.dispatchEvent(new LogtoSessionsUpdatedEvent());
      throw cause;
    }
  }

  /** Ends one after the other, and gives those that could not be ended. */
  async #end(sessions: readonly AccountSession[]): Promise<Map<AccountSession, AccountError>> {
    const { store, stepUp } = this.#account.connection;
    const left = new Set(sessions);
    const end = (uid: string, verification: string) =>
      removing(['oidc.session_not_found'], () => endSession(store.client, uid, verification));
    return store.writing('session', () =>
      stepUp.run((verification) =>
        oneByOne(
          [...left],
          ({ payload }) => end(payload.uid, verification),
          (session) => {
            left.delete(session);
            this.#list.remove((other) => other === session);
          },
        ),
      ),
    );
  }

  readonly #nameOf = ({ lastSubmission }: AccountSession) =>
    this.#userAgents.describe(lastSubmission?.signInContext?.userAgent) ?? this.#localize.text('device.unknown');

  get #others() {
    return othersOf(this.#list.items ?? []);
  }
}
