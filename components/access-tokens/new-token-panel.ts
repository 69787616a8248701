import { html } from 'lit';

import type { PersonalAccessToken } from '../../src/api/account-layer.js';
import { CopyController } from '../../src/controllers/copy-controller.js';
import { descriptionId, Panel } from '../../src/rows/panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { copyResult } from '../../src/controllers/copy-result.js';
import type { TokenMessageKey } from './token-form.js';

/** A new token. It can be had only here, so it stays until the user says that it is saved. */
export class NewTokenPanel extends Panel<TokenMessageKey> {
  readonly #copy: CopyController;

  constructor(
    rows: RowsController<TokenMessageKey>,
    private readonly token: PersonalAccessToken & { value: string },
  ) {
    super(rows);
    this.#copy = new CopyController(rows.host);
  }

  override get isSecret() {
    return true;
  }

  override get isDirty() {
    return true;
  }

  override get isBusy() {
    return true;
  }

  override focus() {
    this.rows.places.form?.querySelector<HTMLElement>('[part~="copy"]')?.focus();
  }

  override render() {
    const { localize } = this.rows;
    const { name, value } = this.token;
    return html`
      <p id=${descriptionId}>${localize.text('accessTokens.once', { name })}</p>
      <code part="token" translate="no" dir="ltr">${value}</code>
      <div class="actions">
        <button part="copy" type="button" aria-describedby=${descriptionId} @click=${() => this.#copy.copy(value)}>
          ${localize.text('accessTokens.copy')}
        </button>
        <button part="done primary" type="button" @click=${this.#keep}>${localize.text('accessTokens.kept')}</button>
      </div>
      ${copyResult(localize, this.#copy.result)}
    `;
  }

  readonly #keep = () => this.close(() => this.rows.localize.text('accessTokens.isCreated', { name: this.token.name }));
}
