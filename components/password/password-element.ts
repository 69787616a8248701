import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { passwordMessages } from '../../src/localize/messages/en/password.js';
import { lockIcon } from '../../src/look/icons.js';
import { credentialRow } from '../../src/rows/credential-row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { passwordRequirements } from '../../src/settings/element-requirements.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import type { PasswordMessageKey } from './password-form.js';

/**
 * Whether there is a password, with a button to set or change it. What the tenant asks of one is shown and checked while
 * typing, as far as the settings say; else Logto says so afterwards.
 *
 * Absent when the tenant's `password` toggle is `Off`, without a button when it is `ReadOnly`. Its form stands in the
 * page itself, in an element of class `logto-form`, while it is open.
 *
 * @summary Sets and changes the password.
 *
 * @event {LogtoPasswordUpdatedEvent} logto-password-updated - The password was set or changed.
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - The user signed out everywhere else, after a change.
 *
 * @csspart value - Whether there is a password.
 * @csspart edit - The button that opens the form.
 * @csspart sign-out-elsewhere - The button that signs out everywhere else, after a change.
 */
export class LogtoPassword extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the button, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<PasswordMessageKey>(this, {
    ...credentialMessages,
    ...passwordMessages,
  });

  readonly #account = new AccountController(this, { ...passwordRequirements, localize: this.#localize });

  readonly #rows: RowsController<PasswordMessageKey> = new RowsController(this, {
    credentialEvent: 'logto-password-updated',
    account: this.#account,
    localize: this.#localize,
    rows: ({ account }) => [
      credentialRow(this.#rows, {
        label: () => this.#localize.text('password.label'),
        icon: lockIcon,
        state: account.hasPassword ? this.#localize.text('password.isSet') : undefined,
        canEdit: this.#account.accessTo('password') === 'Edit',
        edit: async () => {
          const { PasswordForm } = await loadModule(() => import('./password-form.js'));
          return new PasswordForm(this.#rows);
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
