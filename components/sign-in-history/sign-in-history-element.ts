import { LitElement } from 'lit';

import { getSignIns, type SignIn, type SignInPage } from '../../src/api/account-layer.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { UserAgentController } from '../../src/device/user-agent-controller.js';
import { deviceMessages } from '../../src/localize/messages/en/device.js';
import { signInHistoryMessages } from '../../src/localize/messages/en/sign-in-history.js';
import { listIcon } from '../../src/look/icons.js';
import { GuardedList } from '../../src/rows/guarded-list.js';
import type { Outcome } from '../../src/rows/row.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { signInHistoryRequirements } from '../../src/settings/element-requirements.js';
import { capabilities } from '../../src/state/account-layer.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { signInRows } from './sign-in-rows.js';

/**
 * When and where the user signed in, the latest first: each time with its browser, place, address and app, and a button
 * for earlier ones. Logto does not write down who failed to sign in.
 *
 * The list is shown only to somebody who has just proved who they are, so it comes after a press on a button. Absent where
 * the provider has no `account-api`, or the sign-in history is off there.
 *
 * @summary Lists when and where the user signed in.
 *
 * @csspart heading - The heading.
 * @csspart label - The browser of a sign-in.
 * @csspart value - Its place and address.
 * @csspart hint - When it was, and at which app.
 * @csspart warning - That a sign-in did not succeed.
 * @csspart show - The button that shows the list.
 * @csspart more - The button that shows earlier sign-ins.
 *
 * @cssstate off - There is no sign-in history here: the element takes no space.
 * @cssstate read-only - The history can be shown.
 * @cssstate edit - Never, as there is nothing to change.
 */
export class LogtoSignInHistory extends LitElement {
  static override styles = [baseStyles, rowStyles];

  readonly #localize = new LocalizeController(this, { ...deviceMessages, ...signInHistoryMessages });
  readonly #account: AccountController = new AccountController(this, {
    ...signInHistoryRequirements,
    localize: this.#localize,
    expects: () => 1,
    resources: [capabilities],
    isEmpty: () => !this.#account.value(capabilities)?.signInHistory,
  });
  readonly #userAgents = new UserAgentController(this, this.#localize);
  readonly #list: GuardedList<SignInPage, 'signInHistory'> = new GuardedList<SignInPage, 'signInHistory'>(this, {
    account: this.#account,
    field: 'signInHistory',
    read: async (client, verification) => {
      const [page] = await Promise.all([getSignIns(client, 1, verification), this.#userAgents.load()]);
      return [page];
    },
    said: ([page]) => (page?.signIns.length ? this.#localize.text('signInHistory.shown') : ''),
    locked: () => ({
      label: this.#localize.text('signInHistory.locked'),
      icon: listIcon,
      value: this.#localize.text('signInHistory.lockedValue'),
      show: this.#localize.text('common.show'),
      showLabel: this.#localize.text('signInHistory.showLabel'),
    }),
    toRows: (pages) =>
      signInRows({
        localize: this.#localize,
        pages,
        nameOf: this.#nameOf,
        iconOf: ({ userAgent }) => this.#userAgents.iconOf(userAgent),
        more: (page) => this.#readMore(page),
      }),
  });
  readonly #rows = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('signInHistory.heading'),
    rows: () => this.#list.rows,
  });

  /** Shows the list, as the button does, after a proof. Gives whether it is shown then. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  async #readMore(number: number): Promise<Outcome> {
    const page = await this.#account.person.readGuarded('signInHistory', (client, verification) =>
      getSignIns(client, number, verification),
    );
    return { said: () => this.#localize.text('signInHistory.moreShown'), apply: () => this.#list.add(page) };
  }

  readonly #nameOf = ({ userAgent }: SignIn) =>
    this.#userAgents.describe(userAgent) ?? this.#localize.text('device.unknown');
}
