import type { ReactiveController, ReactiveElement } from 'lit';

import type { CredentialLocalizer } from '../localize/localizer.js';
import type { MessageKey } from '../localize/messages/messages.js';
import { loadModule } from '../state/load-module.js';
import { credentialRow, type CredentialRowMode } from '../ui/credential-row.js';
import type { ReadyAccount } from './account-controller.js';
import { ActionController } from './action-controller.js';
import type { LightDomController } from './light-dom-controller.js';
import type { LocalizeController } from './localize-controller.js';
import { UnsavedChangesController } from './unsaved-changes-controller.js';

/** What stands in an open row. */
export interface CredentialForm {
  render(): unknown;
  readonly isPending: boolean;
  /** Starts every opening from nothing. */
  reset(): void;
}

/** What the form of a single value is made from. */
export interface CredentialFormOptions<Key extends MessageKey> {
  host: ReactiveElement;
  row: CredentialRowController;
  localize: LocalizeController<Key>;
  ready: () => ReadyAccount | undefined;
  /** Gives the event that announces it. */
  save: (value: string) => Promise<Event>;
}

export interface CredentialRowOptions {
  /** Most visits change nothing, so the form is loaded when the row is opened. */
  loadForm: (row: CredentialRowController) => Promise<CredentialForm>;
  /** Removes the value and gives the event that announces it. */
  remove?: () => Promise<Event>;
}

export interface RenderedCredential {
  localize: CredentialLocalizer;
  label: string;
  userId: string;
  /** `undefined` when there is none. */
  value: string | undefined;
  /** For reading, in place of the value itself. */
  valueText?: string;
  canEdit: boolean;
  /** The user could not sign in any more without it. */
  isLast: boolean;
  /** What is said once it is removed. */
  removed?: string;
}

/** The row of one way to sign in: closed, open with its form in the page itself, or asking whether to remove it. */
export class CredentialRowController implements ReactiveController {
  /** Whether the last rendering had the row: not without a session, and not when it is switched off. */
  #isShown = false;
  #mode: CredentialRowMode = 'closed';
  #status = '';
  #userId = '';
  #form: CredentialForm | undefined;
  #light: LightDomController | undefined;
  readonly #opening: ActionController;
  readonly #removal: ActionController;

  constructor(
    private readonly host: ReactiveElement & { readonly: boolean },
    private readonly options: CredentialRowOptions,
  ) {
    host.addController(this);
    this.#opening = new ActionController(host, async () => {
      await loadModule(() => this.#load());
      return undefined;
    });
    this.#removal = new ActionController(host, async () => options.remove?.());
    new UnsavedChangesController(
      host,
      () => this.#mode === 'open' && this.#inputs.some((input) => input.value !== input.defaultValue),
    );
  }

  hostUpdate() {
    this.#isShown = false;
  }

  /** A form that one user has opened is none of the next one's business. */
  #belongTo(userId: string) {
    if (this.#userId !== userId) this.#mode = 'closed';
    this.#userId = userId;
  }

  render({ removed = '', userId, ...row }: RenderedCredential) {
    this.#belongTo(userId);
    this.#isShown = true;
    return credentialRow({
      ...row,
      mode: this.host.readonly ? 'closed' : this.#mode,
      isRemovable: this.options.remove !== undefined,
      opening: this.#opening,
      removal: this.#removal,
      status: this.#status,
      open: () => this.#open(),
      askToRemove: () => this.#askToRemove(),
      remove: async () => (await this.#removal.run()) && this.close(removed),
      cancel: () => this.cancel(),
    });
  }

  /** Closes the row as the user wishes; not while something is on its way, whose outcome they would not see. */
  cancel(): void {
    if (!this.#form?.isPending && !this.#removal.pending) void this.close();
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
    const container = this.#light?.container;
    const invalid = container?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const submit = container?.querySelector<HTMLElement>('[type="submit"]');
    (invalid ?? this.#inputs[0] ?? submit)?.focus();
  }

  async #open() {
    const userId = this.#userId;
    if (!(await this.#opening.run()) || this.#userId !== userId) return;
    this.#form?.reset();
    this.#show('open');
    await this.focusForm();
  }

  async #askToRemove() {
    if (this.#opening.pending) return;
    this.#show('confirming');
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('[part~="cancel"]')?.focus();
  }

  #show(mode: CredentialRowMode) {
    this.#mode = mode;
    this.#status = '';
    this.#opening.clear();
    this.#removal.clear();
    this.host.requestUpdate();
  }

  async #load() {
    const [{ LightDomController }, form] = await Promise.all([
      import('./light-dom-controller.js'),
      this.#form ?? this.options.loadForm(this),
    ]);
    this.#form = form;
    this.#light ??= new LightDomController(this.host, {
      slot: 'form',
      className: 'logto-form',
      content: () => (this.#mode === 'open' && this.#isShown && !this.host.readonly ? form.render() : undefined),
      escape: () => this.cancel(),
    });
  }

  get #inputs() {
    const inputs = this.#light?.container?.querySelectorAll<HTMLInputElement>('input:not([readonly])') ?? [];
    return [...inputs];
  }
}
