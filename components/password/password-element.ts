import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { setPassword } from '../../src/api/password.js';
import { AccountController } from '../../src/controllers/account-controller.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { CredentialRowController } from '../../src/controllers/credential-row-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { credentialMessages } from '../../src/localize/messages/en/credentials.js';
import { passwordMessages } from '../../src/localize/messages/en/password.js';
import { rejectionsOf, type PasswordRejection, type PasswordRequirement } from '../../src/policies/password-policy.js';
import { passwordNeeds } from '../../src/settings/tag-needs.js';
import { identifierOf } from '../../src/state/identifiers.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { actionError } from '../../src/ui/status-templates.js';
import { actionRowStyles } from '../../src/ui/action-row.styles.js';
import { formActions } from '../../src/ui/form-actions.js';
import { passwordField, submittedPassword, usernameCompanion } from '../../src/ui/light-fields.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { passwordRequirements } from './password-requirements.js';
import { LogtoPasswordUpdatedEvent } from './password-updated-event.js';
import { rejectedRequirements, requirementsOf } from './requirements-of.js';

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

  readonly #id = uniqueId();
  #requirements: PasswordRequirement[] = [];
  /** What Logto said about the last one. */
  #rejections: PasswordRejection[] = [];
  #problem: string | undefined;
  readonly #localize = new LocalizeController(this, { ...credentialMessages, ...passwordMessages });

  readonly #account = new AccountController(this, {
    ...passwordNeeds,
    localize: this.#localize,
  });

  readonly #save = new ActionController(this, async (password: string) => {
    const { stepUp, store } = this.#account.connection;
    await store.writing('password', () =>
      stepUp.runIfGuarded((verification) => setPassword(store.client, password, verification)),
    );
    store.confirm({ hasPassword: true, hasSecurityVerificationMethod: true });
    return new LogtoPasswordUpdatedEvent();
  });

  readonly #row = new CredentialRowController(this, {
    form: () => this.#renderForm(),
    isPending: () => this.#save.pending,
    reset: () => {
      this.#startAnew();
      this.#rejections = [];
      this.#requirements = this.#requirementsOf('');
    },
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

  #renderForm() {
    const { error, pending } = this.#save;
    const isRejected = error?.code === 'password.rejected';
    return html`
      <form novalidate aria-busy=${pending} @submit=${this.#submit}>
        ${usernameCompanion(identifierOf(this.#account.ready?.account ?? {}) ?? '')}
        ${passwordField(this.#localize, {
          id: this.#id,
          label: this.#localize.text('password.new'),
          autocomplete: 'new-password',
          problem: this.#problem,
          describedBy: `${this.#id}-requirements`,
          onInput: this.#checkWhileTyping,
        })}
        ${passwordRequirements(this.#localize, `${this.#id}-requirements`, this.#requirements)}
        ${actionError(this.#localize, isRejected ? undefined : error)}
        ${formActions({
          localize: this.#localize,
          submit: this.#localize.text(pending ? 'common.saving' : 'common.save'),
          pending,
          cancel: () => this.#row.cancel(),
        })}
      </form>
    `;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const password = submittedPassword(event, 'new-password');
    this.#requirements = this.#requirementsOf(password);
    this.#problem = this.#problemWith(password);
    this.requestUpdate();
    if (this.#problem) return this.#row.focusForm();
    const label = this.#localize.text('password.label');
    if (await this.#save.run(password)) return this.#row.close(this.#localize.text('common.saved', { field: label }));
    const { error } = this.#save;
    if (error?.code === 'password.rejected') this.#showRejections(error.data);
    return this.#row.focusForm();
  };

  readonly #checkWhileTyping = ({ target }: Event) => {
    this.#startAnew();
    this.#requirements = this.#requirementsOf((target as HTMLInputElement).value);
  };

  #startAnew() {
    this.#problem = undefined;
    this.#save.clear();
    this.requestUpdate();
  }

  #problemWith(password: string): string | undefined {
    if (password === '') return this.#localize.text('problem.required', { field: this.#localize.text('password.new') });
    const isUnmet = this.#requirements.some(({ isMet }) => isMet === false);
    return isUnmet ? this.#localize.text('password.rejected') : undefined;
  }

  /** What only Logto could tell, or what it tells where the settings are not known. Stays while a better one is typed. */
  #showRejections(data: unknown) {
    this.#rejections = rejectionsOf(data);
    this.#requirements = rejectedRequirements(this.#requirements, this.#rejections);
    const key = this.#rejections.length > 0 ? 'password.rejected' : 'password.rejectedSomehow';
    this.#problem = this.#localize.text(key);
    this.requestUpdate();
  }

  #requirementsOf(password: string): PasswordRequirement[] {
    const { account, settings } = this.#account.ready ?? {};
    return requirementsOf({ password, policy: settings?.passwordPolicy, account, rejections: this.#rejections });
  }
}
