import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { usernameFormMessages } from '../../src/localize/messages/en/username-form.js';
import type { usernameMessages } from '../../src/localize/messages/en/username.js';
import { textField, textIn } from '../../src/forms/fields.js';
import {
  parseUsernamePolicy,
  usernameProblem,
  usernameRules,
  type UsernamePolicy,
  type UsernameProblem,
} from './username-policy.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { saveUsername } from './save-username.js';

export type UsernameMessageKey =
  | CredentialMessageKey
  | keyof typeof usernameMessages
  | keyof typeof usernameFormMessages;

/** The form of `<logto-username>`. */
export class UsernameForm extends FormPanel<UsernameMessageKey> {
  #problem: UsernameProblem | undefined;

  constructor(rows: RowsController<UsernameMessageKey>) {
    super(rows);
    rows.localize.add({ ...credentialFormMessages, ...usernameFormMessages });
  }

  protected override renderFields() {
    const { localize } = this.rows;
    return textField({
      id: this.id,
      label: localize.text('username.label'),
      name: 'username',
      type: 'text',
      autocomplete: 'username',
      value: this.#current,
      hint: localize.text('username.hint', { allowed: this.#allowed }),
      problem: this.#problem && this.#problemText(this.#problem),
      isRefused: this.error?.code.startsWith('user.username_') ?? false,
      onInput: this.#checkWhileTyping,
    });
  }

  protected override read(form: HTMLFormElement) {
    const username = textIn(form, 'username');
    const isUnchanged = username !== '' && username === this.#current;
    this.#problem = isUnchanged ? undefined : usernameProblem(this.#policy, username);
    return this.#problem ? undefined : username;
  }

  protected override async save(username: string) {
    return username === this.#current ? undefined : saveUsername(this.person, username);
  }

  protected override said() {
    const { localize } = this.rows;
    return localize.text('common.saved', { field: localize.text('username.label') });
  }

  /** A character that can never be right is reported at once; a length, which more typing may mend, when it is sent. */
  readonly #checkWhileTyping = ({ target }: Event) => {
    const problem = usernameProblem(this.#policy, (target as HTMLInputElement).value);
    const isFinal = problem && ['characters', 'startsWithDigit', 'tooLong'].includes(problem.code);
    this.#problem = isFinal ? problem : undefined;
    this.startAnew();
  };

  #problemText({ code, values = {} }: UsernameProblem) {
    const { localize } = this.rows;
    if (code === 'required') return localize.text('problem.required', { field: localize.text('username.label') });
    return localize.text(`username.problem.${code}`, {
      count: values['min'] ?? values['max'] ?? 0,
      allowed: this.#allowed,
    });
  }

  get #allowed() {
    const { localize } = this.rows;
    const names = usernameRules(this.#policy).characters.map((name) => localize.text(`username.${name}`));
    return new Intl.ListFormat(localize.lang).format(names);
  }

  get #policy(): UsernamePolicy {
    return parseUsernamePolicy(this.rows.account.ready?.settings?.usernamePolicy);
  }

  get #current() {
    return this.rows.account.ready?.account.username ?? '';
  }
}
