import { html, nothing } from 'lit';

import { createPersonalAccessToken, type PersonalAccessToken } from '../../src/api/account-layer.js';
import { fieldProblem, textIn } from '../../src/forms/fields.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { accessTokens } from '../../src/state/account-layer.js';
import { LogtoAccessTokensUpdatedEvent } from './access-tokens-updated-event.js';
import { NewTokenPanel } from './new-token-panel.js';
import { afterDays, choicesOf, endOfDate, endProblem } from './token-end.js';
import { TokenForm, type TokenMessageKey } from './token-form.js';

type NewToken = Pick<PersonalAccessToken, 'name' | 'expiresAt'>;

/** The form of `<logto-access-tokens>`: a name, and for how long. */
export class CreateTokenForm extends TokenForm<NewToken> {
  /** Days, `date` or `forever`. */
  #choice: string;
  #endProblem: 'date' | 'late' | undefined;
  #created: (PersonalAccessToken & { value: string }) | undefined;
  /** What was created although its secret did not arrive. */
  #lostName = '';

  constructor(
    rows: RowsController<TokenMessageKey>,
    private readonly maxDays: number | null,
  ) {
    super(rows);
    const choices = choicesOf(maxDays);
    this.#choice = String(choices.includes(30) ? 30 : choices[0]);
  }

  protected override get form() {
    const { localize } = this.rows;
    return {
      ...super.form,
      kind: 'confirm primary' as const,
      submitText: localize.text(this.isBusy ? 'accessTokens.creating' : 'accessTokens.add'),
    };
  }

  protected override renderFields() {
    const { localize } = this.rows;
    return html`
      ${this.renderName()}
      <div class="field">
        <label class="field-label" for="${this.id}-end">${localize.text('accessTokens.end')}</label>
        <div class="control">
          <select class="input" id="${this.id}-end" name="end" @change=${this.#choose}>
            ${this.#choices.map(
              ([value, text]) => html`<option value=${value} ?selected=${value === this.#choice}>${text}</option>`,
            )}
          </select>
        </div>
      </div>
      ${this.#choice === 'date' ? this.#renderDate() : nothing}
      ${
        this.#choice === 'forever'
          ? html`<p class="hint" role="status">${localize.text('accessTokens.endlessWarning')}</p>`
          : nothing
      }
    `;
  }

  #renderDate() {
    const id = `${this.id}-date`;
    return html`<div class="field">
      <label class="field-label" for=${id}>${this.rows.localize.text('accessTokens.date')}</label>
      <div class="control">
        <input
          class="input"
          id=${id}
          name="date"
          type="date"
          autocomplete="off"
          aria-invalid=${this.#endProblem ? 'true' : 'false'}
          aria-describedby="${id}-problem"
          @input=${this.#forgetEnd}
        />
      </div>
      ${fieldProblem(id, this.#endProblem && this.#endProblemText(this.#endProblem))}
    </div>`;
  }

  protected override read(form: HTMLFormElement): NewToken | undefined {
    const name = this.readName(form);
    const expiresAt = this.#endIn(form);
    this.#endProblem =
      expiresAt === null ? undefined : endProblem(expiresAt, this.#choice === 'date' ? this.maxDays : null);
    return name === undefined || this.#endProblem || expiresAt === undefined ? undefined : { name, expiresAt };
  }

  protected override async save(token: NewToken) {
    const tokens = this.person.resources.get(accessTokens);
    const isThere = async () => Boolean((await tokens.reread())?.some(({ name }) => name === token.name));
    const created = await this.person.write(
      'personalAccessTokens',
      (client, proof) => createPersonalAccessToken(client, token, proof),
      { isDone: isThere },
    );
    this.#created = created;
    if (!created) this.#lostName = token.name;
    const known = { ...token, createdAt: created?.createdAt ?? Date.now() };
    const others = (tokens.value ?? []).filter(({ name }) => name !== known.name);
    tokens.set([known, ...others]);
    return new LogtoAccessTokensUpdatedEvent('added');
  }

  protected override said() {
    return this.rows.localize.text('accessTokens.lost', { name: this.#lostName });
  }

  protected override done() {
    const created = this.#created;
    return created ? this.rows.current.replace(this, () => new NewTokenPanel(this.rows, created)) : super.done();
  }

  #endIn(form: HTMLFormElement): number | null | undefined {
    if (this.#choice === 'forever') return null;
    return this.#choice === 'date' ? endOfDate(textIn(form, 'date')) : afterDays(Number(this.#choice));
  }

  get #choices(): [value: string, text: string][] {
    const { localize } = this.rows;
    const days = choicesOf(this.maxDays).map((count): [string, string] => [
      String(count),
      localize.text('accessTokens.days', { count }),
    ]);
    const date: [string, string] = ['date', localize.text('accessTokens.untilDate')];
    const forever: [string, string][] =
      this.maxDays === null ? [['forever', localize.text('accessTokens.forever')]] : [];
    return [...days, date, ...forever];
  }

  readonly #choose = ({ target }: Event) => {
    this.#choice = (target as HTMLSelectElement).value;
    this.#endProblem = undefined;
    this.startAnew();
  };

  readonly #forgetEnd = () => {
    this.#endProblem = undefined;
    this.startAnew();
  };

  #endProblemText(problem: 'date' | 'late') {
    return this.rows.localize.text(`accessTokens.problem.${problem}`);
  }
}
