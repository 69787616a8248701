import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { removePrimaryPhone, setPrimaryPhone } from '../../src/api/primary-identifiers.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import type { PhoneMessageKey } from '../../src/forms/phone-fields.js';
import { identifierRow, reopenAtCode, type Identifier } from '../../src/identifier-rows/identifier-row.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { phoneMessages } from '../../src/localize/messages/en/phone.js';
import { readablePhone } from '../../src/phone/plain-phone.js';
import { phoneRequirements } from '../../src/settings/element-requirements.js';
import { phoneIcon } from '../../src/look/icons.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { LogtoPhoneUpdatedEvent } from './phone-updated-event.js';

/**
 * The phone number, with buttons to add, change and remove it. A new one counts once the user has entered the code that was
 * sent to it. A page that is loaded again while the user fetches the code is back at it, for as long as Logto takes it.
 *
 * Absent when the tenant's `phone` toggle is `Off`, without buttons when it is `ReadOnly`. Its forms stand in the page
 * itself, in an element of class `logto-form`, while they are open.
 *
 * @summary Shows and changes the phone number.
 *
 * @event {LogtoPhoneUpdatedEvent} logto-phone-updated - The phone number was added, changed or removed.
 * @event {LogtoSessionsUpdatedEvent} logto-sessions-updated - The user signed out everywhere else, after a change.
 *
 * @csspart value - The phone number.
 * @csspart edit - The button that opens the form.
 * @csspart remove - The button that asks whether to remove it.
 * @csspart hint - Why it cannot be removed.
 * @csspart sign-out-elsewhere - The button that signs out everywhere else, after a change.
 */
export class LogtoPhone extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<PhoneMessageKey>(this, { ...credentialMessages, ...phoneMessages });

  readonly #account = new AccountController(this, { ...phoneRequirements, localize: this.#localize });

  readonly #identifier: Identifier = {
    type: 'phone',
    accountKey: 'primaryPhone',
    label: () => this.#localize.text('phone.label'),
    icon: phoneIcon,
    format: readablePhone,
    loadForm: async (resumed) => {
      const { PhoneForm } = await loadModule(() => import('./phone-form.js'));
      return new PhoneForm(this.#rows, this.#identifier, resumed);
    },
    bind: setPrimaryPhone,
    unbind: removePrimaryPhone,
    updated: (action) => new LogtoPhoneUpdatedEvent(action),
  };

  readonly #rows: RowsController<PhoneMessageKey> = new RowsController(this, {
    credentialEvent: 'logto-phone-updated',
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
