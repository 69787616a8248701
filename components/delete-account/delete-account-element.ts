import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { OpenRowController } from '../../src/controllers/open-row-controller.js';
import { deleteAccountMessages } from '../../src/localize/messages/en/delete-account.js';
import { deleteAccountNeeds } from '../../src/settings/tag-needs.js';
import { identifierOf } from '../../src/state/identifiers.js';
import type { Row } from '../../src/ui/action-row.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { formStyles } from '../../src/ui/form.styles.js';
import { httpUrl } from '../../src/ui/http-url.js';
import { rowList } from '../../src/ui/row-list.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { deleteAccountPanel } from './delete-account-panel.js';
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
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoDeleteAccountRequestedEvent} logto-delete-account-requested - The user wants their account deleted. Cancelable.
 * @event {LogtoAccessChangedEvent} logto-access-changed - Whether there is something to do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - It failed. The tag already shows why.
 *
 * @csspart heading - The heading.
 * @csspart list - The box around the row.
 * @csspart row - The row.
 * @csspart label - What it is about.
 * @csspart value - What is deleted.
 * @csspart actions - The place of the buttons of a row.
 * @csspart remove - The button that asks whether to delete the account.
 * @csspart form - The place of the question.
 * @csspart field-label - The label of the input.
 * @csspart input - The input for the word.
 * @csspart confirm - The button that deletes.
 * @csspart danger - The same button, as one to think about.
 * @csspart cancel - The button that leaves everything as it is.
 * @csspart status - What was done last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - What is wrong with the word, or why loading or deleting failed.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - There is no way to delete the account here: the tag takes no space.
 * @cssstate read-only - It cannot be deleted here.
 */
export class LogtoDeleteAccount extends LitElement {
  static override styles = [baseStyles, rowStyles, formStyles, actionRowStyles];

  /** Hides the button. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Says that the page itself deletes the account when `logto-delete-account-requested` is fired. */
  @property({ type: Boolean }) handled = false;

  readonly #localize = new LocalizeController(this, deleteAccountMessages);
  readonly #account = new AccountController(this, {
    ...deleteAccountNeeds,
    localize: this.#localize,
    isEmpty: (ready) => !this.handled && !urlIn(ready),
  });
  readonly #rows = new OpenRowController(this);

  protected override render() {
    return this.#account.render((ready) => this.#renderRow(ready));
  }

  #renderRow(ready: ReadyAccount) {
    this.#rows.belongsTo(ready.account.id);
    const row: Row = {
      key: 'account',
      label: this.#localize.text('deleteAccount.label'),
      value: this.#localize.text('deleteAccount.value'),
      isUnset: true,
      actions: this.readonly ? [] : [this.#deleteAction(ready)],
    };
    return rowList(this.#localize, this.#localize.text('deleteAccount.heading'), [row], this.#rows);
  }

  #deleteAction(ready: ReadyAccount) {
    const text = this.#localize.text('deleteAccount.delete');
    return { part: 'remove', text, label: text, run: () => this.#ask(ready) };
  }

  #ask({ account, ...ready }: ReadyAccount) {
    return this.#rows.open('account', 'remove', () =>
      deleteAccountPanel({
        host: this,
        localize: this.#localize,
        rows: this.#rows,
        word: identifierOf(account) ?? this.#localize.text('deleteAccount.word'),
        isElsewhere: !this.handled,
        run: () => this.#delete(urlIn({ account, ...ready })),
      }),
    );
  }

  async #delete(url: string | undefined): Promise<boolean> {
    const { stepUp, store } = this.#account.connection;
    if (this.#account.ready?.account.hasSecurityVerificationMethod !== false) await stepUp.verify();
    const event = new LogtoDeleteAccountRequestedEvent();
    const isLeftToUs = this.dispatchEvent(event) && !this.handled;
    await event.work;
    if (isLeftToUs && url) location.assign(url);
    if (isLeftToUs || !event.work) return false;
    await store.refresh().catch(() => undefined); // whose account is gone is signed out
    return true;
  }
}

const urlIn = ({ settings }: ReadyAccount) => httpUrl(settings?.deleteAccountUrl);
