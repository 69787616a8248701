import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { removePrimaryEmail, setPrimaryEmail } from '../../src/api/primary-identifiers.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { identifierRow, reopenAtCode, type Identifier } from '../../src/identifier-rows/identifier-row.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { emailMessages } from '../../src/localize/messages/en/email.js';
import { emailRequirements } from '../../src/settings/element-requirements.js';
import { mailIcon } from '../../src/look/icons.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import type { EmailMessageKey } from './email-form.js';
import { LogtoEmailUpdatedEvent } from './email-updated-event.js';

/**
 * The email address, with buttons to add, change and remove it. A new one counts once the user has entered the code that was
 * sent to it. A page that is loaded again while the user fetches the code is back at it, for as long as Logto takes it.
 *
 * Absent when the tenant's `email` toggle is `Off`, without buttons when it is `ReadOnly`. Its forms stand in the page
 * itself, in an element of class `logto-form`, while they are open.
 *
 * @summary Shows and changes the email address.
 *
 * @event {LogtoEmailUpdatedEvent} logto-email-updated - The email address was added, changed or removed.
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - The user signed out everywhere else, after a change.
 *
 * @csspart value - The email address.
 * @csspart edit - The button that opens the form.
 * @csspart remove - The button that asks whether to remove it.
 * @csspart hint - Why it cannot be removed.
 * @csspart sign-out-elsewhere - The button that signs out everywhere else, after a change.
 */
export class LogtoEmail extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<EmailMessageKey>(this, { ...credentialMessages, ...emailMessages });

  readonly #account = new AccountController(this, { ...emailRequirements, localize: this.#localize });

  readonly #identifier: Identifier = {
    type: 'email',
    accountKey: 'primaryEmail',
    label: () => this.#localize.text('email.label'),
    icon: mailIcon,
    format: (email) => email,
    loadForm: async (resumed) => {
      const { EmailForm } = await loadModule(() => import('./email-form.js'));
      return new EmailForm(this.#rows, this.#identifier, resumed);
    },
    bind: setPrimaryEmail,
    unbind: removePrimaryEmail,
    updated: (action) => new LogtoEmailUpdatedEvent(action),
  };

  readonly #rows: RowsController<EmailMessageKey> = new RowsController(this, {
    credentialEvent: 'logto-email-updated',
    account: this.#account,
    localize: this.#localize,
    rows: ({ account }) => [identifierRow(this.#rows, this.#identifier, account)],
  });

  constructor() {
    super();
    reopenAtCode(this.#rows, this.#identifier);
  }

  /** Opens the form, as the button does. Gives whether it is open then: not where nothing may be changed. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }
}
