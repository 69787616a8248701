import { textField } from '../../src/forms/fields.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { PasskeyMessageKey, PasskeyRowsController } from './passkey-rows-controller.js';

/** The name of a passkey, and a button. */
export abstract class PasskeyForm extends FormPanel<PasskeyMessageKey> {
  #isMissing = false;

  constructor(
    rows: PasskeyRowsController,
    /** What it is called at first. */
    protected readonly initialName: string,
  ) {
    super(rows);
  }

  protected override renderFields(): unknown {
    const { localize } = this.rows;
    const label = localize.text('passkeys.name');
    return textField({
      id: this.id,
      label,
      name: 'passkey-name',
      type: 'text',
      autocomplete: 'off',
      isProse: true,
      value: this.initialName,
      hint: localize.text('passkeys.nameHint'),
      problem: this.#isMissing ? localize.text('problem.required', { field: label }) : undefined,
      onInput: () => this.startAnew(),
    });
  }

  protected complain(isMissing: boolean): void {
    this.#isMissing = isMissing;
  }

  protected override startAnew() {
    this.#isMissing = false;
    super.startAnew();
  }
}
