import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { getThirdPartyGrants, revokeGrant } from '../../src/api/grants.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { confirmPanel } from '../../src/controllers/confirm-panel.js';
import { GuardedListController } from '../../src/controllers/guarded-list-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { connectedAppMessages } from '../../src/localize/messages/en/connected-apps.js';
import { connectedAppsNeeds } from '../../src/settings/tag-needs.js';
import { oneByOne, removing } from '../../src/state/one-by-one.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { appsOf, type ConnectedApp } from './app-groups.js';
import { appName, appRows } from './app-rows.js';
import { LogtoConnectedAppsUpdatedEvent } from './connected-apps-updated-event.js';

/**
 * The apps of others that the user has allowed to use the account, each with what it may see and a button to remove its
 * access.
 *
 * Logto shows the list only to somebody who has just proved who they are, so it comes after a press on a button. Absent
 * when the tenant's `session` toggle is `Off`, without buttons to remove access when it is `ReadOnly`.
 *
 * @summary Lists third-party apps and removes their access.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoConnectedAppsUpdatedEvent} logto-connected-apps-updated - The access of an app was removed.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Loading or removing failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of an app.
 * @csspart value - Since when it has access.
 * @csspart hint - What it may see.
 * @csspart actions - The place of the buttons of a row.
 * @csspart show - The button that shows the list.
 * @csspart remove - Each button that asks whether to remove an access.
 * @csspart form - The place of what is open in a row.
 * @csspart confirm - The button that removes an access.
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
 * @cssstate read-only - No access can be removed here.
 */
export class LogtoConnectedApps extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles];

  /** Hides the buttons that remove access, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, connectedAppMessages);
  readonly #account = new AccountController(this, {
    ...connectedAppsNeeds,
    localize: this.#localize,
  });
  readonly #rows = new OpenRowController(this);
  readonly #list = new GuardedListController<ConnectedApp>(this, {
    connection: () => this.#account.connection,
    localize: this.#localize,
    rows: this.#rows,
    read: async (client, verification) => appsOf(await getThirdPartyGrants(client, verification)),
    shown: ({ length: count }) => (count > 0 ? this.#localize.text('connectedApps.shown', { count }) : ''),
  });

  protected override render() {
    return this.#account.render(({ account }) =>
      this.#list.render(account.id, {
        heading: this.#localize.text('connectedApps.heading'),
        locked: {
          label: this.#localize.text('connectedApps.locked'),
          value: this.#localize.text('connectedApps.lockedValue'),
          show: this.#localize.text('common.show'),
          showLabel: this.#localize.text('connectedApps.showLabel'),
        },
        toRows: (apps) =>
          appRows({
            localize: this.#localize,
            apps,
            keyOf: (id) => this.#rows.keyOf(id),
            canEdit: this.#account.accessTo('session') === 'Edit',
            revoke: this.#askToRevoke,
          }),
      }),
    );
  }

  readonly #askToRevoke = (app: ConnectedApp) => {
    const name = () => appName(this.#localize, app);
    const left = new Set(app.grants);
    return this.#rows.open(this.#rows.keyOf(app.id), 'remove', () =>
      confirmPanel({
        host: this,
        localize: this.#localize,
        question: () => this.#localize.text('connectedApps.confirm', { app: name() }),
        confirmText: () => this.#localize.text('connectedApps.revoke'),
        pendingText: () => this.#localize.text('connectedApps.revoking'),
        cancelText: () => this.#localize.text('common.keep'),
        isDanger: () => true,
        run: () => this.#revoke(left),
        done: () => {
          this.#list.remove((other) => other === app);
          return this.#rows.close(this.#localize.text('connectedApps.revoked', { app: name() }));
        },
        cancel: () => this.#rows.cancel(),
      }),
    );
  };

  /** All grants of an app: with one left it would still have access. */
  async #revoke(left: Set<ConnectedApp['grants'][number]>): Promise<Event> {
    const { store, stepUp } = this.#account.connection;
    const failures = await store.writing('session', () =>
      stepUp.run((verification) =>
        oneByOne(
          [...left],
          ({ id }) => removing(['oidc.invalid_grant'], () => revokeGrant(store.client, id, verification)),
          (grant) => left.delete(grant),
        ),
      ),
    );
    const [failure] = failures.values();
    if (failure) throw failure;
    return new LogtoConnectedAppsUpdatedEvent();
  }
}
