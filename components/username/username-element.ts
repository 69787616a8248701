import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { patchAccount } from '../../src/api/account.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { CredentialRowController } from '../../src/controllers/credential-row-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { usernameMessages } from '../../src/localize/messages/en/username.js';
import { usernameNeeds } from '../../src/settings/tag-needs.js';
import { isLastIdentifier } from '../../src/state/identifiers.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import type { UsernameMessageKey } from './username-form.js';
import { LogtoUsernameUpdatedEvent } from './username-updated-event.js';

/**
 * The username, with buttons to set, change and remove it.
 *
 * Absent when the tenant's `username` toggle is `Off`, without buttons when it is `ReadOnly`. Its form stands in the page
 * itself, in an element of class `logto-form`, while it is open.
 *
 * @summary Shows and changes the username.
 *
 * @slot heading - A heading above, when the page wants one.
 * @slot form - Used by the tag itself, for its form.
 *
 * @event {LogtoUsernameUpdatedEvent} logto-username-updated - The username was set, changed or removed.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Saving or removing failed. The tag already shows why and keeps what was typed.
 *
 * @csspart list - The box around the row.
 * @csspart row - The row.
 * @csspart label - The name of the row.
 * @csspart value - The username.
 * @csspart actions - The place of the buttons of a row.
 * @csspart edit - The button that opens the form.
 * @csspart remove - The button that asks whether to remove it.
 * @csspart form - The place of the form, and of the question whether to remove.
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
export class LogtoUsername extends LitElement {
  static override styles = [baseStyles, rowStyles, actionRowStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<UsernameMessageKey>(this, { ...credentialMessages, ...usernameMessages });

  readonly #account = new AccountController(this, { ...usernameNeeds, localize: this.#localize });

  readonly #row = new CredentialRowController(this, {
    loadForm: async (row) =>
      (await import('./username-form.js')).usernameForm({
        host: this,
        row,
        localize: this.#localize,
        ready: () => this.#account.ready,
        save: (username) => this.#save(username),
      }),
    remove: () => this.#save(null),
  });

  protected override render() {
    return this.#account.render(({ account }) =>
      this.#row.render({
        localize: this.#localize,
        label: this.#localize.text('username.label'),
        userId: account.id,
        value: account.username ?? undefined,
        canEdit: this.#account.accessTo('username') === 'Edit',
        isLast: isLastIdentifier(account, 'username'),
        removed: this.#localize.text('credential.removed', { field: this.#localize.text('username.label') }),
      }),
    );
  }

  async #save(username: string | null) {
    const { stepUp, store } = this.#account.connection;
    await store.writing('username', async () =>
      store.confirm(await stepUp.run((verification) => patchAccount(store.client, { username }, verification))),
    );
    return new LogtoUsernameUpdatedEvent();
  }
}
