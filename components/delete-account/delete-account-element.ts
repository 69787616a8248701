import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import type { Capabilities } from '../../src/api/account-layer.js';
import type { Deletion } from '../../src/api/account-deletion.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { calendarDate } from '../../src/localize/calendar-date.js';
import { deleteAccountMessages } from '../../src/localize/messages/en/delete-account.js';
import type { RowAction } from '../../src/rows/row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { deleteAccountRequirements, deletionPage } from '../../src/settings/element-requirements.js';
import { capabilities } from '../../src/state/account-layer.js';
import { statusOf } from '../../src/state/account-state.js';
import { identifierOf } from '../../src/identifiers/identifiers.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import type { DeleteAccountMessageKey } from './delete-account-form.js';
import { LogtoDeleteAccountRequestedEvent } from './delete-account-requested-event.js';

const binIcon =
  'M4.5 6.5h15M9.5 6.5V4.5a1 1 0 0 1 1-1h3a1 1 0 0 1 1 1v2M6.5 6.5l.8 12.5a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12.5';

/**
 * A way to leave: the user types a word and proves who they are. Logto's Account API cannot delete accounts, so the first
 * of these that is there does it:
 *
 * 1. the page, when it sets `handled` and listens to `logto-delete-account-requested`,
 * 2. the layer that `account-api` of the provider names, when it has `deleteAccount` on: at once, or after a grace period,
 * 3. the page that the tenant has set as `deleteAccountUrl`, where the user is sent.
 *
 * Absent where there is none of them.
 *
 * @summary Lets the user delete their account.
 *
 * @event {LogtoDeleteAccountRequestedEvent} logto-delete-account-requested - The user wants their account deleted. The page does it where it has set `handled`; elsewhere it may do something first.
 *
 * @csspart heading - The heading.
 * @csspart value - What is deleted.
 * @csspart notice - What came of the deletion, or why there is nothing to see.
 * @csspart remove - The button that asks whether to delete the account.
 *
 * @cssstate off - There is no way to delete the account here: the element takes no space.
 */
export class LogtoDeleteAccount extends LitElement {
  static override styles = [baseStyles, rowStyles];

  /** Hides the button. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The page itself deletes the account when it hears `logto-delete-account-requested`. Without, the layer of the page or the tenant's page does. */
  @property({ type: Boolean }) handled = false;

  readonly #localize = new LocalizeController(this, deleteAccountMessages);
  readonly #account: AccountController = new AccountController(this, {
    ...deleteAccountRequirements,
    localize: this.#localize,
    resources: [capabilities],
    isOffered: (page) => this.handled || deleteAccountRequirements.isOffered(page),
    needsNoResources: () => this.handled,
    expects: () => 1,
    isEmpty: ({ settings }) => !this.handled && !this.#layer && !deletionPage(settings),
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

  /** Opens the form that asks whether to delete the account. Gives whether it is open then. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    const { deletion } = this.#account;
    if (!deletion) return this.#rows.render();
    return html`<p part="notice" role="status" tabindex="-1">${this.#outcomeOf(deletion)}</p>`;
  }

  /** What the page's own layer deletes accounts with, unless the page does it without. */
  get #layer(): Capabilities['deleteAccount'] {
    return this.handled ? undefined : this.#account.value(capabilities)?.deleteAccount;
  }

  #outcomeOf({ status, deleteAt }: Deletion): string {
    if (status === 'requested') return this.#localize.text('deleteAccount.done');
    if (status === 'deleted') return this.#localize.text('deleteAccount.deleted');
    return this.#localize.text('deleteAccount.scheduled', { date: calendarDate(deleteAt, this.#localize.lang) });
  }

  #deleteAction(ready: ReadyAccount): RowAction {
    const text = this.#localize.text('deleteAccount.delete');
    return { part: 'remove', text, label: text, open: () => this.#ask(ready), task: '' };
  }

  async #ask(ready: ReadyAccount) {
    const { DeleteAccountForm } = await loadModule(() => import('./delete-account-form.js'));
    return new DeleteAccountForm(this.#rows, {
      word: () => identifierOf(ready.account) ?? this.#localize.text('deleteAccount.word'),
      isElsewhere: !this.handled && !this.#layer,
      graceDays: this.#layer?.graceDays ?? 0,
      run: () => this.#delete(deletionPage(ready.settings)),
    });
  }

  async #delete(url: string | undefined): Promise<boolean> {
    const { person, context } = this.#account;
    const hasLayer = this.#layer !== undefined;
    if (hasLayer || person.account.hasSecurityVerificationMethod !== false)
      await person.verify({ isForLayer: hasLayer });
    const work: Promise<unknown>[] = [];
    this.dispatchEvent(new LogtoDeleteAccountRequestedEvent((promise) => void work.push(promise)));
    await Promise.all(work);
    if (hasLayer) return this.#deleteThroughLayer();
    if (!this.handled && url) location.assign(url);
    if (!this.handled || work.length === 0) return false;
    await context.store.refresh().catch(() => undefined);
    if (statusOf(context.store.state) === 'signed-out') await context.forgetSession();
    return true;
  }

  async #deleteThroughLayer(): Promise<boolean> {
    const { context } = this.#account;
    const { deleteThroughLayer } = await loadModule(() => import('./delete-through-layer.js'));
    await context.forgetSession(await deleteThroughLayer(this.#account));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('[part="notice"]')?.focus();
    return true;
  }
}
