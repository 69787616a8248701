import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { removePrimaryPhone } from '../../src/api/primary-identifiers.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { IdentifierRowController } from '../../src/controllers/identifier-row-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { phoneMessages } from '../../src/localize/messages/en/phone.js';
import { plainPhone } from '../../src/phone/phone-fallback.js';
import { phoneNeeds } from '../../src/settings/tag-needs.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import type { PhoneMessageKey } from './phone-form.js';
import { LogtoPhoneUpdatedEvent } from './phone-updated-event.js';

/**
 * The phone number, with buttons to add, change and remove it. A new one counts once the user has entered the code that was
 * sent to it.
 *
 * Absent when the tenant's `phone` toggle is `Off`, without buttons when it is `ReadOnly`. Its forms stand in the page
 * itself, in an element of class `logto-form`, while they are open.
 *
 * @summary Shows and changes the phone number.
 *
 * @slot heading - A heading above, when the page wants one.
 * @slot form - Used by the tag itself, for its forms.
 *
 * @event {LogtoPhoneUpdatedEvent} logto-phone-updated - The phone number was added, changed or removed.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - A step failed. The tag already shows why and keeps what was typed.
 *
 * @csspart list - The box around the row.
 * @csspart row - The row.
 * @csspart label - The name of the row.
 * @csspart value - The phone number.
 * @csspart actions - The place of the buttons of a row.
 * @csspart edit - The button that opens the form.
 * @csspart remove - The button that asks whether to remove it.
 * @csspart form - The place of the forms, and of the question whether to remove.
 * @csspart confirm - The button that removes it.
 * @csspart danger - The button that removes it, as one to think about.
 * @csspart cancel - The button that keeps it.
 * @csspart hint - Why it cannot be removed.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why loading or removing failed.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off: the tag takes no space.
 * @cssstate read-only - It cannot be changed here.
 */
export class LogtoPhone extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<PhoneMessageKey>(this, { ...credentialMessages, ...phoneMessages });

  readonly #account = new AccountController(this, { ...phoneNeeds, localize: this.#localize });

  readonly #row = new IdentifierRowController(this, {
    type: 'phone',
    accountKey: 'primaryPhone',
    localize: this.#localize,
    connection: () => this.#account.connection,
    label: () => this.#localize.text('phone.label'),
    format: plainPhone,
    loadForm: async (open) => (await import('./phone-form.js')).phoneForm(open, this.#localize),
    unbind: removePrimaryPhone,
    updated: () => new LogtoPhoneUpdatedEvent(),
  });

  protected override render() {
    return this.#account.render(({ account }) => this.#row.render(account, this.#account.accessTo('phone') === 'Edit'));
  }
}
