import { html, nothing } from 'lit';

import { isForGood, type AccountError } from '../api/account-error.js';
import { ActionController } from '../controllers/action-controller.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { actionError } from '../status/status-templates.js';
import { descriptionId, Panel } from './panel.js';
import type { RowsController } from './rows-controller.js';

interface QuestionText {
  /** Empty where the error says it all. */
  question: string;
  /** What else to think about. */
  warnings?: readonly string[];
  /** What the button says that does it, before and while it is done. */
  confirm: string;
  pending: string;
  cancel: string;
  /** Finer words for the error, where there are some. */
  error?: string | undefined;
}

interface QuestionOptions {
  /** Asked at each rendering: it follows the language, and may change after a failure. */
  text: (error: AccountError | undefined) => QuestionText;
  /** Whether it takes something away, as most do. */
  isDanger?: () => boolean;
  /** Does it, and gives the event that announces it. */
  run: () => Promise<Event | undefined>;
  /** Whether closing it would lose something. */
  isDirty?: () => boolean;
  /** Said when it is done. */
  said?: () => string;
  /** What is shown then, in its place. */
  next?: () => Panel<MessageKey>;
  /** Why it has failed before it was asked. */
  error?: AccountError | undefined;
  /** Whether asking again is of no use: then it closes, and the error is said below the list. */
  isFinal?: (error: AccountError) => boolean;
}

/**
 * Asks before something is done that cannot be undone, and does it. The manifest has what follows with each element that
 * asks, unless the element says it better.
 *
 * @csspart confirm - The button that does what was asked.
 * @csspart danger - The same button, as one to think about.
 * @csspart cancel - The button that leaves everything as it is.
 */
export class Question extends Panel {
  readonly #action: ActionController;

  constructor(
    rows: RowsController,
    private readonly options: QuestionOptions,
  ) {
    super(rows);
    this.#action = new ActionController(rows.host, options.run);
    this.#action.error = options.error;
  }

  override get isBusy(): boolean {
    return this.#action.pending;
  }

  override get isDirty(): boolean {
    return this.isBusy || (this.options.isDirty?.() ?? false);
  }

  override get error(): AccountError | undefined {
    return this.#action.error;
  }

  override render() {
    const { isBusy, error } = this;
    const { question, warnings = [], ...text } = this.options.text(error);
    const isDanger = this.options.isDanger?.() ?? true;
    return html`
      ${question ? html`<p id=${descriptionId}>${question}</p>` : nothing}
      ${warnings.map((warning) => html`<p part="warning">${warning}</p>`)}
      ${actionError(this.rows.localize, error, error && text.error)}
      <div class="actions" aria-busy=${isBusy}>
        ${
          this.#isRefused
            ? nothing
            : html`<button
                part=${isDanger ? 'confirm danger' : 'confirm primary'}
                type="button"
                aria-disabled=${isBusy}
                @click=${this.#confirm}
              >
                ${isBusy ? text.pending : text.confirm}
              </button>`
        }
        <button
          part="cancel"
          type="button"
          aria-describedby=${question ? descriptionId : nothing}
          aria-disabled=${isBusy}
          @click=${() => this.rows.current.cancel()}
        >
          ${text.cancel}
        </button>
      </div>
    `;
  }

  /** Asking again is of no use, unless something is half done. */
  get #isRefused(): boolean {
    return this.error !== undefined && isForGood(this.error) && !this.isDirty;
  }

  readonly #confirm = async () => {
    const { next, said, isFinal } = this.options;
    const { current } = this.rows;
    if (await this.#action.run()) return next ? current.replace(this, next) : this.close(said);
    if (this.error && isFinal?.(this.error)) return current.abandon(this, this.error);
    if (this.#isRefused) await current.focus();
  };
}
