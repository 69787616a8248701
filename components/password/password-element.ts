import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { setPassword } from '../../src/api/password.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { CredentialRowController } from '../../src/controllers/credential-row-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { passwordMessages } from '../../src/localize/messages/en/password.js';
import { passwordNeeds } from '../../src/settings/tag-needs.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import type { PasswordMessageKey } from './password-form.js';
import { LogtoPasswordUpdatedEvent } from './password-updated-event.js';

/**
 * Whether there is a password, with a button to set or change it. What the tenant asks of one is shown and checked while
 * typing, as far as the settings tell it; else Logto says it afterwards.
 *
 * Absent when the tenant's `password` toggle is `Off`, without a button when it is `ReadOnly`. Its form stands in the
 * page itself, in an element of class `logto-form`, while it is open.
 *
 * @summary Sets and changes the password.
 *
 * @slot heading - A heading above, when the page wants one.
 * @slot form - Used by the tag itself, for its form.
 *
 * @event {LogtoPasswordUpdatedEvent} logto-password-updated - The password was set or changed.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Saving failed. The tag already shows why and keeps what was typed.
 *
 * @csspart list - The box around the row.
 * @csspart row - The row.
 * @csspart label - The name of the row.
 * @csspart value - Whether there is a password.
 * @csspart actions - The place of the buttons of a row.
 * @csspart edit - The button that opens the form.
 * @csspart form - The place of the form.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why loading failed.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched it off: the tag takes no space.
 * @cssstate read-only - It cannot be changed here.
 */
export class LogtoPassword extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles];

  /** Hides the button, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<PasswordMessageKey>(this, {
    ...credentialMessages,
    ...passwordMessages,
  });

  readonly #account = new AccountController(this, { ...passwordNeeds, localize: this.#localize });

  readonly #row = new CredentialRowController(this, {
    loadForm: async (row) =>
      (await import('./password-form.js')).passwordForm({
        host: this,
        row,
        localize: this.#localize,
        ready: () => this.#account.ready,
        save: (password) => this.#save(password),
      }),
  });

  protected override render() {
    return this.#account.render(({ account }) =>
      this.#row.render({
        localize: this.#localize,
        label: this.#localize.text('password.label'),
        userId: account.id,
        value: account.hasPassword ? this.#localize.text('password.isSet') : undefined,
        canEdit: this.#account.accessTo('password') === 'Edit',
        isLast: false,
      }),
    );
  }

  async #save(password: string) {
    const { stepUp, store } = this.#account.connection;
    await store.writing('password', () =>
      stepUp.runIfGuarded((verification) => setPassword(store.client, password, verification)),
    );
    store.confirm({ hasPassword: true, hasSecurityVerificationMethod: true });
    return new LogtoPasswordUpdatedEvent();
  }
}
