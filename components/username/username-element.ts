import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { usernameMessages } from '../../src/localize/messages/en/username.js';
import { atIcon } from '../../src/look/icons.js';
import { credentialRow } from '../../src/rows/credential-row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { usernameRequirements } from '../../src/settings/element-requirements.js';
import { isLastIdentifier } from '../../src/identifiers/identifiers.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import type { UsernameMessageKey } from './username-form.js';

/**
 * The username, with buttons to set, change and remove it.
 *
 * Absent when the tenant's `username` toggle is `Off`, without buttons when it is `ReadOnly`. Its form stands in the page
 * itself, in an element of class `logto-form`, while it is open.
 *
 * @summary Shows and changes the username.
 *
 * @event {LogtoUsernameUpdatedEvent} logto-username-updated - The username was set, changed or removed.
 *
 * @csspart value - The username.
 * @csspart edit - The button that opens the form.
 * @csspart remove - The button that asks whether to remove it.
 * @csspart hint - Why it cannot be removed.
 */
export class LogtoUsername extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<UsernameMessageKey>(this, { ...credentialMessages, ...usernameMessages });

  readonly #account = new AccountController(this, { ...usernameRequirements, localize: this.#localize });

  readonly #rows: RowsController<UsernameMessageKey> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    rows: ({ account }) => [
      credentialRow(this.#rows, {
        label: () => this.#localize.text('username.label'),
        icon: atIcon,
        value: account.username ?? undefined,
        canEdit: this.#account.accessTo('username') === 'Edit',
        isLast: isLastIdentifier(account, 'username'),
        edit: async () => {
          const { UsernameForm } = await loadModule(() => import('./username-form.js'));
          return new UsernameForm(this.#rows);
        },
        remove: async (person) => {
          const { saveUsername } = await loadModule(() => import('./save-username.js'));
          return saveUsername(person, null);
        },
      }),
    ],
  });

  /** Opens the form, as the button does. Gives whether it is open then: not where nothing may be changed. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }
}
