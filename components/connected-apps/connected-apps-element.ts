import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { getThirdPartyGrants, revokeGrant } from '../../src/api/grants.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { connectedAppMessages } from '../../src/localize/messages/en/connected-apps.js';
import { connectedAppsRequirements } from '../../src/settings/element-requirements.js';
import { oneByOne, removing } from '../../src/state/one-by-one.js';
import { GuardedList } from '../../src/rows/guarded-list.js';
import { Question } from '../../src/rows/question.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { appsOf, type ConnectedApp } from './app-groups.js';
import { appIcon, appName, appRows } from './app-rows.js';
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
 * @event {LogtoConnectedAppsUpdatedEvent} logto-connected-apps-updated - The access of an app was removed.
 *
 * @csspart heading - The heading.
 * @csspart value - Since when it has access.
 * @csspart hint - What it may see.
 * @csspart show - The button that shows the list.
 * @csspart remove - Each button that asks whether to remove an access.
 */
export class LogtoConnectedApps extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons that remove access, even where the tenant allows it. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController(this, connectedAppMessages);
  readonly #account = new AccountController(this, {
    ...connectedAppsRequirements,
    localize: this.#localize,
    expects: () => 1,
  });
  readonly #list = new GuardedList<ConnectedApp, 'session'>(this, {
    account: this.#account,
    field: 'session',
    read: async (client, verification) => appsOf(await getThirdPartyGrants(client, verification)),
    keyOf: ({ id }) => id,
    said: ({ length: count }) => (count > 0 ? this.#localize.text('connectedApps.shown', { count }) : ''),
    locked: () => ({
      label: this.#localize.text('connectedApps.locked'),
      icon: appIcon,
      value: this.#localize.text('connectedApps.lockedValue'),
      show: this.#localize.text('common.show'),
      showLabel: this.#localize.text('connectedApps.showLabel'),
    }),
    toRows: (apps) =>
      appRows({
        localize: this.#localize,
        apps,
        canEdit: this.#account.accessTo('session') === 'Edit',
        revoke: this.#askToRevoke,
      }),
  });
  readonly #rows = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('connectedApps.heading'),
    rows: () => this.#list.rows,
  });

  readonly #unclear = new Set<ConnectedApp['grants'][number]>();

  /** Shows the list, as the button does, after a proof. Gives whether it is shown then. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  readonly #askToRevoke = (app: ConnectedApp): Question => {
    const name = () => appName(this.#localize, app);
    const left = new Set(app.grants);
    return new Question(this.#rows, {
      text: () => ({
        question: this.#localize.text('connectedApps.confirm', { app: name() }),
        confirm: this.#localize.text('connectedApps.revoke'),
        pending: this.#localize.text('connectedApps.revoking'),
        cancel: this.#localize.text('common.keep'),
      }),
      run: async () => {
        const { person } = this.#account;
        await this.#revoke(left);
        person.removals.tell(app.id);
        return new LogtoConnectedAppsUpdatedEvent();
      },
      said: () => this.#localize.text('connectedApps.revoked', { app: name() }),
    });
  };

  /** All grants of an app: with one left it would still have access. */
  async #revoke(left: Set<ConnectedApp['grants'][number]>): Promise<void> {
    const failures = await this.#account.person.write('session', (client, verification) =>
      oneByOne(
        [...left],
        ({ id }) => removing(['oidc.invalid_grant'], () => revokeGrant(client, id, verification)),
        (grant) => left.delete(grant),
        {
          unclear: this.#unclear,
          read: async () => {
            const now = new Set((await getThirdPartyGrants(client, verification)).map(({ id }) => id));
            return ({ id }) => !now.has(id);
          },
        },
      ),
    );
    const [failure] = failures.values();
    if (failure) throw failure;
  }
}
