import { html } from 'lit';

import type { AccountError } from '../api/account-error.js';
import { ActionController } from '../controllers/action-controller.js';
import { form, type Form } from '../forms/form.js';
import { LightDomElement, uniqueId } from '../forms/light-dom-element.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { Panel } from './panel.js';
import type { RowsController } from './rows-controller.js';

type Inputs = HTMLInputElement | HTMLSelectElement;

/**
 * A form in the page itself. What was entered is checked when it is submitted, sent once, and kept through every failure;
 * the row closes when Logto has confirmed it.
 */
export abstract class FormPanel<Key extends MessageKey, Value = string> extends Panel<Key> {
  /** Begins all ids of the form. */
  protected readonly id = uniqueId();
  protected readonly action: ActionController<[value: Value]>;
  readonly #light: LightDomElement;
  #hasChanged = false;

  constructor(rows: RowsController<Key>) {
    super(rows);
    this.#light = new LightDomElement(rows.host, 'logto-form');
    this.action = new ActionController(rows.host, async (value) => {
      const event = await this.save(value);
      this.#hasChanged = event !== undefined;
      return event;
    });
  }

  protected abstract renderFields(): unknown;

  /** What was entered; `undefined` when something is wrong with it, which the fields then say. */
  protected abstract read(form: HTMLFormElement): Value | undefined;

  /** Gives the event that announces it; `undefined` when there was nothing to do. */
  protected abstract save(value: Value): Promise<Event | undefined>;

  /** Said once it is saved. */
  protected abstract said(): string;

  override get isBusy(): boolean {
    return this.action.pending;
  }

  override get isDirty(): boolean {
    return this.inputs.some((input) => input instanceof HTMLInputElement && input.value !== input.defaultValue);
  }

  override get error(): AccountError | undefined {
    return this.action.error;
  }

  override render(): unknown {
    return html`<slot name="logto-form"></slot>`;
  }

  protected renderForm(): unknown {
    return form(this.form);
  }

  /** The form as most have it. */
  protected get form(): Form {
    const { localize } = this.rows;
    const { isBusy, error } = this;
    return {
      localize,
      fields: this.renderFields(),
      error,
      pending: isBusy,
      submitText: localize.text(isBusy ? 'common.saving' : 'common.save'),
      submit: this.#submit,
      cancel: () => this.rows.current.cancel(),
    };
  }

  /** To the first input that needs attention; to the first one when the form has just come, or another step of it. */
  override focus(): void {
    const invalid = this.find('[aria-invalid="true"]');
    if (!invalid && this.hasFocus) return;
    const first = this.inputs.find(({ localName }) => localName === 'input') ?? this.inputs[0];
    (invalid ?? first ?? this.find('[type="submit"], button'))?.focus();
  }

  override updated(): void {
    this.#light.render(this.renderForm());
  }

  override closed(): void {
    this.#light.remove();
  }

  /** What was wrong with the last value is not said of the next. */
  protected startAnew(): void {
    this.action.clear();
    this.update();
  }

  /** Called when Logto did not take it. */
  protected refused?(error: AccountError): void;

  /** Called when Logto did. */
  protected done(): Promise<void> {
    return this.close(this.#hasChanged ? () => this.said() : undefined);
  }

  protected get inputs(): Inputs[] {
    return [...(this.#light.element?.querySelectorAll<Inputs>('input:not([readonly], [hidden]), select') ?? [])];
  }

  protected find(selector: string): HTMLElement | undefined {
    return this.#light.element?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  protected get hasFocus(): boolean {
    return this.#light.element?.matches(':focus-within') ?? false;
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.isBusy) return;
    const value = this.read(event.currentTarget as HTMLFormElement);
    this.update();
    if (value !== undefined && (await this.action.run(value))) return this.done();
    if (this.error) this.refused?.(this.error);
    await this.rows.current.focus();
  };
}
