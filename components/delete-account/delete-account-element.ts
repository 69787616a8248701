import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { deleteAccountMessages } from '../../src/localize/messages/en/delete-account.js';
import type { RowAction } from '../../src/rows/row.js';
import { binIcon } from '../../src/look/icons.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { deleteAccountRequirements } from '../../src/settings/element-requirements.js';
import { statusOf } from '../../src/state/account-store.js';
import { identifierOf } from '../../src/identifiers/identifiers.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { httpUrl } from '../../src/text/http-url.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import type { DeleteAccountMessageKey } from './delete-account-form.js';
import { LogtoDeleteAccountRequestedEvent } from './delete-account-requested-event.js';

/**
 * A way to leave: the user types a word, proves who they are, and goes to the page that the tenant has set for it; or
 * the page does it, when it sets `handled` and listens to `logto-delete-account-requested`. Logto's Account API itself
 * cannot delete accounts.
 *
 * Absent without `handled` where the settings name no `deleteAccountUrl`.
 *
 * @summary Lets the user delete their account.
 *
 * @event {LogtoDeleteAccountRequestedEvent} logto-delete-account-requested - The user wants their account deleted. The page does it where it has set `handled`.
 *
 * @csspart heading - The heading.
 * @csspart value - What is deleted.
 * @csspart remove - The button that asks whether to delete the account.
 *
 * @cssstate off - There is no way to delete the account here: the tag takes no space.
 */
export class LogtoDeleteAccount extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the button. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The page itself deletes the account when it hears `logto-delete-account-requested`. Without, the tenant's page does. */
  @property({ type: Boolean }) handled = false;

  readonly #localize = new LocalizeController(this, deleteAccountMessages);
  readonly #account = new AccountController(this, {
    ...deleteAccountRequirements,
    localize: this.#localize,
    expects: (settings) => (settings && !this.handled && !urlIn({ settings }) ? 0 : 1),
    isEmpty: (ready) => !this.handled && !urlIn(ready),
  });
  readonly #rows: RowsController<DeleteAccountMessageKey> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('deleteAccount.heading'),
    rows: (ready) => [
      {
        key: 'account',
        label: this.#localize.text('deleteAccount.label'),
        icon: binIcon,
        value: this.#localize.text('deleteAccount.value'),
        isUnset: true,
        actions: this.readonly ? [] : [this.#deleteAction(ready)],
      },
    ],
  });

  protected override render() {
    return this.#rows.render();
  }

  #deleteAction(ready: ReadyAccount): RowAction {
    const text = this.#localize.text('deleteAccount.delete');
    return { part: 'remove', text, label: text, open: () => this.#ask(ready) };
  }

  async #ask(ready: ReadyAccount) {
    const { DeleteAccountForm } = await loadModule(() => import('./delete-account-form.js'));
    return new DeleteAccountForm(this.#rows, {
      word: () => identifierOf(ready.account) ?? this.#localize.text('deleteAccount.word'),
      isElsewhere: !this.handled,
      run: () => this.#delete(urlIn(ready)),
    });
  }

  async #delete(url: string | undefined): Promise<boolean> {
    const { person, context } = this.#account;
    if (person.account.hasSecurityVerificationMethod !== false) await person.verify();
    const work: Promise<unknown>[] = [];
    this.dispatchEvent(new LogtoDeleteAccountRequestedEvent((promise) => void work.push(promise)));
    await Promise.all(work);
    if (!this.handled && url) location.assign(url);
    if (!this.handled || work.length === 0) return false;
    await context.store.refresh().catch(() => undefined);
    if (statusOf(context.store.state) === 'signed-out') await context.forgetSession();
    return true;
  }
}

const urlIn = ({ settings }: Pick<ReadyAccount, 'settings'>) => httpUrl(settings?.deleteAccountUrl);
