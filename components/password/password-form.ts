import { html, nothing } from 'lit';

import type { AccountError } from '../../src/api/account-error.js';
import { setPassword } from '../../src/api/password.js';
import { passwordField, passwordIn, usernameCompanion } from '../../src/forms/fields.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { passwordFormMessages } from '../../src/localize/messages/en/password-form.js';
import type { passwordMessages } from '../../src/localize/messages/en/password.js';
import { rejectionsOf, type PasswordRejection, type PasswordRequirement } from './password-policy.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { identifierOf } from '../../src/identifiers/identifiers.js';
import { isUnclear } from '../../src/state/lost-answers.js';
import { passwordRequirements } from './password-requirements.js';
import { LogtoPasswordUpdatedEvent } from './password-updated-event.js';
import { rejectedRequirements, requirementsOf } from './requirements-of.js';
import { changing } from '../../src/forms/light-dom-element.js';

export type PasswordMessageKey =
  | CredentialMessageKey
  | keyof typeof passwordMessages
  | keyof typeof passwordFormMessages;

type Problem = 'required' | 'rejected' | 'rejectedSomehow';

/** The form of `<logto-password>`. */
export class PasswordForm extends FormPanel<PasswordMessageKey> {
  /** What Logto said about the last one. */
  #rejections: PasswordRejection[] = [];
  #requirements: PasswordRequirement[];
  #problem: Problem | undefined;

  constructor(rows: RowsController<PasswordMessageKey>) {
    super(rows);
    rows.localize.add({ ...credentialFormMessages, ...passwordFormMessages });
    this.#requirements = this.#requirementsOf('');
  }

  protected override renderFields() {
    const { localize, account } = this.rows;
    const requirementsId = `${this.id}-requirements`;
    return html`
      ${usernameCompanion(localize, identifierOf(account.ready?.account ?? {}) ?? '')}
      ${passwordField(localize, {
        id: this.id,
        label: localize.text('password.new'),
        autocomplete: 'new-password',
        problem: this.#problem && this.#problemText(this.#problem),
        describedBy: requirementsId,
        onInput: this.#checkWhileTyping,
      })}
      ${passwordRequirements(localize, requirementsId, this.#requirements)}
      ${this.error && isUnclear(this.error) ? html`<p class="hint">${changing(localize.text('password.unclear'))}</p>` : nothing}
    `;
  }

  protected override get form() {
    const isExplained = this.error?.code === 'password.rejected'; // beside the field
    return { ...super.form, ...(isExplained && { error: undefined }) };
  }

  protected override read(form: HTMLFormElement) {
    const password = passwordIn(form, 'new-password');
    this.#requirements = this.#requirementsOf(password);
    const isUnmet = this.#requirements.some(({ isMet }) => isMet === false);
    this.#problem = password === '' ? 'required' : isUnmet ? 'rejected' : undefined;
    return this.#problem ? undefined : password;
  }

  protected override async save(password: string) {
    const saysDone = ({ code }: AccountError) => code === 'user.same_password';
    const { hasPassword } = this.person.account;
    await this.person.write('password', (client, verification) => setPassword(client, password, verification), {
      saysDone,
      // Whoever had none has this one; which of two it is nobody can look up.
      isDone: async () => hasPassword === false && (await this.person.reread()).hasPassword === true,
    });
    this.person.merge({ hasPassword: true, hasSecurityVerificationMethod: true });
    return new LogtoPasswordUpdatedEvent(hasPassword ? 'changed' : 'added');
  }

  protected override said() {
    const { localize } = this.rows;
    return localize.text('common.saved', { field: localize.text('password.label') });
  }

  /** What only Logto could know, or what it says where the settings are not known. Stays while a better one is typed. */
  protected override refused({ code, data }: AccountError) {
    if (code !== 'password.rejected') return;
    this.#rejections = rejectionsOf(data);
    this.#requirements = rejectedRequirements(this.#requirements, this.#rejections);
    this.#problem = this.#rejections.length > 0 ? 'rejected' : 'rejectedSomehow';
    this.update();
  }

  readonly #checkWhileTyping = ({ target }: Event) => {
    this.#problem = undefined;
    this.#requirements = this.#requirementsOf((target as HTMLInputElement).value);
    this.startAnew();
  };

  #problemText(problem: Problem): string {
    const { localize } = this.rows;
    if (problem === 'required') return localize.text('problem.required', { field: localize.text('password.new') });
    return localize.text(`password.${problem}`);
  }

  #requirementsOf(password: string): PasswordRequirement[] {
    const { account, settings } = this.rows.account.ready ?? {};
    return requirementsOf({ password, policy: settings?.passwordPolicy, account, rejections: this.#rejections });
  }
}
