import type { ReactiveController, ReactiveElement } from 'lit';

import { credentialRow, type CredentialRow, type CredentialRowMode } from '../ui/credential-row.js';
import { ActionController } from './action-controller.js';
import { LightDomController } from './light-dom-controller.js';
import { UnsavedChangesController } from './unsaved-changes-controller.js';

export interface CredentialRowOptions {
  /** The form, while the row is open. */
  form: () => unknown;
  isPending: () => boolean;
  /** Starts every opening from nothing. */
  reset: () => void;
  /** Removes the value and gives the event that announces it. */
  remove?: () => Promise<Event>;
}

type Rendered = 'localize' | 'label' | 'value' | 'valueText' | 'canEdit' | 'isLast';

/** The row of one way to sign in: closed, open with its form in the page itself, or asking whether to remove it. */
export class CredentialRowController implements ReactiveController {
  /** Whether the last rendering had the row: not without a session, and not when it is switched off. */
  #isShown = false;
  #mode: CredentialRowMode = 'closed';
  #status = '';
  #userId = '';
  readonly #light: LightDomController;
  readonly #removal: ActionController;

  constructor(
    private readonly host: ReactiveElement & { readonly: boolean },
    private readonly options: CredentialRowOptions,
  ) {
    host.addController(this);
    this.#light = new LightDomController(host, {
      slot: 'form',
      className: 'logto-form',
      content: () => (this.#mode === 'open' && this.#isShown && !host.readonly ? options.form() : undefined),
      escape: () => this.cancel(),
    });
    this.#removal = new ActionController(host, async () => options.remove?.());
    new UnsavedChangesController(host, () => this.#inputs.some((input) => input.value !== input.defaultValue));
  }

  hostUpdate() {
    this.#isShown = false;
  }

  /** A form that one user has opened is none of the next one's business. */
  #belongTo(userId: string) {
    if (this.#userId !== userId) this.#mode = 'closed';
    this.#userId = userId;
  }

  render(
    row: Pick<CredentialRow, Exclude<Rendered, 'valueText'>> & { valueText?: string; removed?: string; userId: string },
  ) {
    const { removed = '', userId, ...rest } = row;
    this.#belongTo(userId);
    this.#isShown = true;
    return credentialRow({
      ...rest,
      mode: this.host.readonly ? 'closed' : this.#mode,
      isRemovable: this.options.remove !== undefined,
      removal: this.#removal,
      status: this.#status,
      open: () => this.#show('open'),
      askToRemove: () => this.#show('confirming'),
      remove: async () => (await this.#removal.run()) && this.close(removed),
      cancel: () => this.cancel(),
    });
  }

  /** Closes the row as the user wishes; not while something is on its way, whose outcome they would not see. */
  cancel(): void {
    if (!this.options.isPending() && !this.#removal.pending) void this.close();
  }

  /** Closes the row, says what was done, and gives the focus back to the button that opened it. */
  async close(status = '') {
    const button = this.#mode === 'confirming' ? 'remove' : 'edit';
    this.#mode = 'closed';
    this.#status = status;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const root = this.host.renderRoot;
    (
      root.querySelector<HTMLElement>(`[part~="${button}"]`) ?? root.querySelector<HTMLElement>('[part~="edit"]')
    )?.focus();
  }

  /** After a step of the form: to the first input that needs attention. */
  async focusForm() {
    await this.host.updateComplete;
    const { container } = this.#light;
    const invalid = container?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const submit = container?.querySelector<HTMLElement>('[type="submit"]');
    (invalid ?? this.#inputs[0] ?? submit)?.focus();
  }

  async #show(mode: CredentialRowMode) {
    this.#mode = mode;
    this.#status = '';
    this.#removal.clear();
    this.options.reset();
    this.host.requestUpdate();
    if (mode === 'open') return this.focusForm();
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('[part~="cancel"]')?.focus();
  }

  get #inputs() {
    const inputs = this.#light.container?.querySelectorAll<HTMLInputElement>('input:not([readonly])') ?? [];
    return [...inputs];
  }
}
