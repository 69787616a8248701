import { html } from 'lit';

import { ActionController } from '../../src/controllers/action-controller.js';
import type { CredentialForm, CredentialFormOptions } from '../../src/controllers/credential-row-controller.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { usernameFormMessages } from '../../src/localize/messages/en/username-form.js';
import type { usernameMessages } from '../../src/localize/messages/en/username.js';
import {
  parseUsernamePolicy,
  usernameProblem,
  usernameRules,
  type UsernamePolicy,
  type UsernameProblem,
} from '../../src/policies/username-policy.js';
import { formActions } from '../../src/ui/form-actions.js';
import { lightField, submittedText } from '../../src/ui/light-fields.js';
import { actionError } from '../../src/ui/status-templates.js';
import { uniqueId } from '../../src/ui/unique-id.js';

export type UsernameMessageKey =
  CredentialMessageKey | keyof typeof usernameMessages | keyof typeof usernameFormMessages;

type UsernameFormOptions = CredentialFormOptions<UsernameMessageKey>;

/** The form of `<logto-username>`. */
export function usernameForm(options: UsernameFormOptions): CredentialForm {
  options.localize.add({ ...credentialFormMessages, ...usernameFormMessages });
  return new UsernameForm(options);
}

class UsernameForm implements CredentialForm {
  readonly #id = uniqueId();
  #problem: UsernameProblem | undefined;
  readonly #save: ActionController<[username: string]>;

  constructor(private readonly options: UsernameFormOptions) {
    this.#save = new ActionController(options.host, options.save);
  }

  get isPending(): boolean {
    return this.#save.pending;
  }

  reset() {
    this.#problem = undefined;
    this.#save.clear();
    this.options.host.requestUpdate();
  }

  render() {
    const { localize, row } = this.options;
    return html`
      <form novalidate aria-busy=${this.isPending} @submit=${this.#submit}>
        ${lightField({
          id: this.#id,
          label: localize.text('username.label'),
          name: 'username',
          type: 'text',
          autocomplete: 'username',
          value: this.#current,
          hint: localize.text('username.hint', { allowed: this.#allowed }),
          problem: this.#problem && this.#problemText(this.#problem),
          isRefused: this.#save.error?.code.startsWith('user.username_') ?? false,
          onInput: this.#checkWhileTyping,
        })}
        ${actionError(localize, this.#save.error)}
        ${formActions({
          localize,
          submit: localize.text(this.isPending ? 'common.saving' : 'common.save'),
          pending: this.isPending,
          cancel: () => row.cancel(),
        })}
      </form>
    `;
  }

  readonly #submit = async (event: Event) => {
    event.preventDefault();
    const { host, localize, row } = this.options;
    const username = submittedText(event, 'username');
    if (username !== '' && username === this.#current) return row.close();
    this.#problem = usernameProblem(this.#policy, username);
    host.requestUpdate();
    if (this.#problem) return row.focusForm();
    const field = localize.text('username.label');
    if (await this.#save.run(username)) await row.close(localize.text('common.saved', { field }));
  };

  /** A character that can never be right is told at once; a length, which more typing may mend, when it is sent. */
  readonly #checkWhileTyping = ({ target }: Event) => {
    this.reset();
    const problem = usernameProblem(this.#policy, (target as HTMLInputElement).value);
    if (problem && ['characters', 'starts-with-digit', 'too-long'].includes(problem.code)) this.#problem = problem;
  };

  #problemText({ code, values = {} }: UsernameProblem) {
    const { localize } = this.options;
    if (code === 'required') return localize.text('problem.required', { field: localize.text('username.label') });
    return localize.text(`username.problem.${code}`, {
      count: values['min'] ?? values['max'] ?? 0,
      allowed: this.#allowed,
    });
  }

  get #allowed() {
    const { localize } = this.options;
    const words = usernameRules(this.#policy).characters.map((name) => localize.text(`username.${name}`));
    return new Intl.ListFormat(localize.lang).format(words);
  }

  get #policy(): UsernamePolicy {
    return parseUsernamePolicy(this.options.ready()?.settings?.usernamePolicy);
  }

  get #current() {
    return this.options.ready()?.account.username ?? '';
  }
}
