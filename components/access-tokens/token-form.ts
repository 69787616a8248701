import { proseIn, textField } from '../../src/forms/fields.js';
import type { CredentialMessageKey } from '../../src/localize/localizer.js';
import { accessTokenFormMessages } from '../../src/localize/messages/en/access-token-form.js';
import type { accessTokenMessages } from '../../src/localize/messages/en/access-tokens.js';
import { credentialFormMessages } from '../../src/localize/messages/en/credential-forms.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';

export type TokenMessageKey =
  | CredentialMessageKey
  | keyof typeof accessTokenMessages
  | keyof typeof accessTokenFormMessages;

const longestName = 256;

/** A form with the name of a token. */
export abstract class TokenForm<Value> extends FormPanel<TokenMessageKey, Value> {
  #problem: 'required' | 'too-long' | undefined;

  constructor(rows: RowsController<TokenMessageKey>) {
    super(rows);
    rows.localize.add({ ...credentialFormMessages, ...accessTokenFormMessages });
  }

  protected renderName(value = ''): unknown {
    const { localize } = this.rows;
    return textField({
      id: this.id,
      label: localize.text('accessTokens.name'),
      name: 'token-name',
      type: 'text',
      autocomplete: 'off',
      isProse: true,
      value,
      hint: localize.text('accessTokens.nameHint'),
      problem: this.#problem && this.#textOf(this.#problem),
      isRefused: this.error?.code === 'user.personal_access_token_name_exists',
      onInput: () => {
        this.#problem = undefined;
        this.startAnew();
      },
    });
  }

  /** `undefined` when something is wrong with it, which the field then says. */
  protected readName(form: HTMLFormElement): string | undefined {
    const name = proseIn(form, 'token-name');
    this.#problem = name === '' ? 'required' : name.length > longestName ? 'too-long' : undefined;
    return this.#problem ? undefined : name;
  }

  #textOf(problem: 'required' | 'too-long') {
    const { localize } = this.rows;
    if (problem === 'too-long') return localize.text('problem.tooLong', { count: longestName });
    return localize.text('problem.required', { field: localize.text('accessTokens.name') });
  }
}
