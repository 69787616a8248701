import { html } from 'lit';

import { AccountError } from '../api/account-error.js';
import { getSessions, type AccountSession } from '../api/sessions.js';
import { ActionController } from '../controllers/action-controller.js';
import { LogtoSessionsUpdatedEvent, type LogtoUpdatedEvent } from '../events.js';
import type { Localizer } from '../localize/localizer.js';
import { sessionMessages } from '../localize/messages/en/sessions.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { scopeOf } from '../settings/element-requirements.js';
import { endSessions, othersOf } from '../state/end-sessions.js';
import type { Person } from '../state/person.js';
import { actionError } from '../status/status-templates.js';
import type { Offer } from './row-status.js';
import type { RowsController } from './rows-controller.js';

/** A name and a switch are no credentials. */
const isCredential = ({ item, action }: LogtoUpdatedEvent) =>
  item !== 'sign-in' && !(item === 'passkey' && action === 'changed');

/**
 * Whoever changes how they sign in may do so because somebody else got in: offers once to sign out everywhere else, where
 * sessions can be ended.
 */
export function offerSignOut(rows: RowsController<MessageKey>, event: LogtoUpdatedEvent): void {
  const { account } = rows;
  if (!isCredential(event) || account.ready?.settings?.fields.session !== 'Edit') return;
  const { context, person } = account;
  if (context.store.access('session') !== 'Edit' || context.missingScopes([scopeOf.session!]).scopes.length > 0) return;
  rows.status.offer = new SignOutOffer(rows, person);
}

/** Signs out everywhere else when the user presses its button, and then asks who they are: it shows no list. */
class SignOutOffer implements Offer {
  readonly #localize: Localizer<keyof typeof sessionMessages>;
  readonly #action: ActionController;
  readonly #unclear = new Set<AccountSession>();
  #failed = 0;

  constructor(
    private readonly rows: RowsController<MessageKey>,
    private readonly person: Person,
  ) {
    rows.localize.add(sessionMessages);
    this.#localize = rows.localize;
    this.#action = new ActionController(rows.host, () => this.#signOut());
  }

  get isBusy(): boolean {
    return this.#action.pending;
  }

  render() {
    const { pending, error } = this.#action;
    const text = this.#failed ? this.#localize.text('sessions.someFailed', { count: this.#failed }) : undefined;
    return html`
      ${actionError(this.#localize, error, text)}
      <button
        part="sign-out-elsewhere"
        class="lead quiet"
        type="button"
        aria-disabled=${pending ? 'true' : 'false'}
        @click=${this.#press}
      >
        ${this.#localize.text(pending ? 'sessions.ending' : 'sessions.endOthers')}
      </button>
    `;
  }

  readonly #press = async () => {
    const { status } = this.rows;
    if (!(await this.#action.run()) || status.offer !== this) return;
    status.offer = undefined;
    // Its button is gone: to the list.
    await this.rows.announce(() => this.#localize.text('sessions.othersEnded'), { key: '', part: '' });
  };

  async #signOut(): Promise<undefined> {
    this.#failed = 0;
    const sessions = await this.person.readGuarded('session', getSessions);
    const others = othersOf(sessions);
    // Where it is not known which one is this browser, the user would be signed out here, too.
    if (others.length > 0 && others.length === sessions.length)
      throw new AccountError('not-allowed', 'current_session_unknown');
    const failures = await endSessions(this.person, others, { unclear: this.#unclear });
    this.#failed = failures.size;
    if (failures.size < others.length) this.rows.host.dispatchEvent(new LogtoSessionsUpdatedEvent('other-sessions'));
    const [failure] = failures.values();
    if (failure) throw failure;
    return undefined;
  }
}
