import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { patchAccount } from '../../src/api/account.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { CredentialRowController } from '../../src/controllers/credential-row-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { usernameMessages } from '../../src/localize/messages/en/username.js';
import {
  parseUsernamePolicy,
  usernameProblem,
  usernameRules,
  type UsernamePolicy,
  type UsernameProblem,
} from '../../src/policies/username-policy.js';
import { usernameNeeds } from '../../src/settings/tag-needs.js';
import { isLastIdentifier } from '../../src/state/identifiers.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { actionError } from '../../src/ui/status-templates.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { formActions } from '../../src/ui/form-actions.js';
import { lightField, submittedText } from '../../src/ui/light-fields.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import { rowStyles } from '../../src/ui/row.styles.js';
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

  readonly #id = uniqueId();
  #problem: UsernameProblem | undefined;
  readonly #localize = new LocalizeController(this, { ...credentialMessages, ...usernameMessages });

  readonly #account = new AccountController(this, {
    ...usernameNeeds,
    localize: this.#localize,
  });

  readonly #save = new ActionController(this, async (username: string) => {
    await this.#write(username);
    return new LogtoUsernameUpdatedEvent();
  });

  readonly #row = new CredentialRowController(this, {
    form: () => this.#renderForm(),
    isPending: () => this.#save.pending,
    reset: () => this.#startAnew(),
    remove: async () => {
      await this.#write(null);
      return new LogtoUsernameUpdatedEvent();
    },
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

  #renderForm() {
    return html`
      <form novalidate aria-busy=${this.#save.pending} @submit=${this.#submit}>
        ${lightField({
          id: this.#id,
          label: this.#localize.text('username.label'),
          name: 'username',
          type: 'text',
          autocomplete: 'username',
          value: this.#current,
          hint: this.#localize.text('username.hint', { allowed: this.#allowed }),
          problem: this.#problem && this.#problemText(this.#problem),
          onInput: this.#checkWhileTyping,
        })}
        ${actionError(this.#localize, this.#save.error)}
        ${formActions({
          localize: this.#localize,
          submit: this.#localize.text(this.#save.pending ? 'common.saving' : 'common.save'),
          pending: this.#save.pending,
          cancel: () => this.#row.cancel(),
        })}
      </form>
    `;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const username = submittedText(event, 'username');
    if (username !== '' && username === this.#current) return this.#row.close();
    this.#problem = usernameProblem(this.#policy, username);
    this.requestUpdate();
    if (this.#problem) return this.#row.focusForm();
    const label = this.#localize.text('username.label');
    if (await this.#save.run(username)) await this.#row.close(this.#localize.text('common.saved', { field: label }));
  };

  /** A character that can never be right is told at once; a length, which more typing may mend, when it is sent. */
  readonly #checkWhileTyping = ({ target }: Event) => {
    this.#startAnew();
    const problem = usernameProblem(this.#policy, (target as HTMLInputElement).value);
    if (problem && ['characters', 'starts-with-digit', 'too-long'].includes(problem.code)) this.#problem = problem;
  };

  #startAnew() {
    this.#problem = undefined;
    this.#save.clear();
    this.requestUpdate();
  }

  async #write(username: string | null) {
    const { stepUp, store } = this.#account.connection;
    await store.writing('username', async () =>
      store.confirm(await stepUp.run((verification) => patchAccount(store.client, { username }, verification))),
    );
  }

  #problemText({ code, values = {} }: UsernameProblem) {
    if (code === 'required')
      return this.#localize.text('problem.required', { field: this.#localize.text('username.label') });
    return this.#localize.text(`username.problem.${code}`, {
      count: values['min'] ?? values['max'] ?? 0,
      allowed: this.#allowed,
    });
  }

  get #allowed() {
    const words = usernameRules(this.#policy).characters.map((name) => this.#localize.text(`username.${name}`));
    return new Intl.ListFormat(this.#localize.lang).format(words);
  }

  get #policy(): UsernamePolicy {
    return parseUsernamePolicy(this.#account.ready?.settings?.usernamePolicy);
  }

  get #current() {
    return this.#account.ready?.account.username ?? '';
  }
}
