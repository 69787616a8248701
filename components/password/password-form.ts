import { html } from 'lit';

import { ActionController } from '../../src/controllers/action-controller.js';
import type { CredentialForm, CredentialFormOptions } from '../../src/controllers/credential-row-controller.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { passwordFormMessages } from '../../src/localize/messages/en/password-form.js';
import type { passwordMessages } from '../../src/localize/messages/en/password.js';
import { rejectionsOf, type PasswordRejection, type PasswordRequirement } from '../../src/policies/password-policy.js';
import { identifierOf } from '../../src/state/identifiers.js';
import { formActions } from '../../src/ui/form-actions.js';
import { passwordField, submittedPassword, usernameCompanion } from '../../src/ui/light-fields.js';
import { actionError } from '../../src/ui/status-templates.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import { passwordRequirements } from './password-requirements.js';
import { rejectedRequirements, requirementsOf } from './requirements-of.js';

export type PasswordMessageKey =
  CredentialMessageKey | keyof typeof passwordMessages | keyof typeof passwordFormMessages;

type PasswordFormOptions = CredentialFormOptions<PasswordMessageKey>;

/** The form of `<logto-password>`. */
export function passwordForm(options: PasswordFormOptions): CredentialForm {
  options.localize.add({ ...credentialFormMessages, ...passwordFormMessages });
  return new PasswordForm(options);
}

class PasswordForm implements CredentialForm {
  readonly #id = uniqueId();
  #requirements: PasswordRequirement[] = [];
  /** What Logto said about the last one. */
  #rejections: PasswordRejection[] = [];
  #problem: string | undefined;
  readonly #save: ActionController<[password: string]>;

  constructor(private readonly options: PasswordFormOptions) {
    this.#save = new ActionController(options.host, options.save);
  }

  get isPending(): boolean {
    return this.#save.pending;
  }

  reset() {
    this.#startAnew();
    this.#rejections = [];
    this.#requirements = this.#requirementsOf('');
  }

  render() {
    const { localize, ready, row } = this.options;
    const { error, pending } = this.#save;
    const isRejected = error?.code === 'password.rejected';
    return html`
      <form novalidate aria-busy=${pending} @submit=${this.#submit}>
        ${usernameCompanion(identifierOf(ready()?.account ?? {}) ?? '')}
        ${passwordField(localize, {
          id: this.#id,
          label: localize.text('password.new'),
          autocomplete: 'new-password',
          problem: this.#problem,
          describedBy: `${this.#id}-requirements`,
          onInput: this.#checkWhileTyping,
        })}
        ${passwordRequirements(localize, `${this.#id}-requirements`, this.#requirements)}
        ${actionError(localize, isRejected ? undefined : error)}
        ${formActions({
          localize,
          submit: localize.text(pending ? 'common.saving' : 'common.save'),
          pending,
          cancel: () => row.cancel(),
        })}
      </form>
    `;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { host, localize, row } = this.options;
    const password = submittedPassword(event, 'new-password');
    this.#requirements = this.#requirementsOf(password);
    this.#problem = this.#problemWith(password);
    host.requestUpdate();
    if (this.#problem) return row.focusForm();
    const field = localize.text('password.label');
    if (await this.#save.run(password)) return row.close(localize.text('common.saved', { field }));
    const { error } = this.#save;
    if (error?.code === 'password.rejected') this.#showRejections(error.data);
    return row.focusForm();
  };

  readonly #checkWhileTyping = ({ target }: Event) => {
    this.#startAnew();
    this.#requirements = this.#requirementsOf((target as HTMLInputElement).value);
  };

  #startAnew() {
    this.#problem = undefined;
    this.#save.clear();
    this.options.host.requestUpdate();
  }

  #problemWith(password: string): string | undefined {
    const { localize } = this.options;
    if (password === '') return localize.text('problem.required', { field: localize.text('password.new') });
    const isUnmet = this.#requirements.some(({ isMet }) => isMet === false);
    return isUnmet ? localize.text('password.rejected') : undefined;
  }

  /** What only Logto could tell, or what it tells where the settings are not known. Stays while a better one is typed. */
  #showRejections(data: unknown) {
    this.#rejections = rejectionsOf(data);
    this.#requirements = rejectedRequirements(this.#requirements, this.#rejections);
    const key = this.#rejections.length > 0 ? 'password.rejected' : 'password.rejectedSomehow';
    this.#problem = this.options.localize.text(key);
    this.options.host.requestUpdate();
  }

  #requirementsOf(password: string): PasswordRequirement[] {
    const { account, settings } = this.options.ready() ?? {};
    return requirementsOf({ password, policy: settings?.passwordPolicy, account, rejections: this.#rejections });
  }
}
