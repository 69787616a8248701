import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { Account } from '../../src/api/account.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { UnsavedChangesController } from '../../src/controllers/unsaved-changes-controller.js';
import { profileMessages } from '../../src/localize/messages/en/profile.js';
import type { ProfileField } from '../../src/profile/profile-field.js';
import { profileFieldsOf } from '../../src/profile/profile-fields.js';
import { profileNeeds } from '../../src/settings/tag-needs.js';
import { loadModule } from '../../src/state/load-module.js';
import { baseStyles } from '../../src/ui/base.styles.js';
import { formStyles } from '../../src/ui/form.styles.js';
import { uniqueId } from '../../src/ui/unique-id.js';
import { rowStyles } from '../../src/ui/row.styles.js';
import { actionError } from '../../src/ui/status-templates.js';
import { fieldLabel, type ProfileMessageKey } from './field-label.js';
import { fieldValue } from './field-value.js';
import { profileStyles } from './profile.styles.js';
import type { RowEditor } from './row-editor.js';

/**
 * The user's picture, name, standard claims and the tenant's own profile fields, each in a row with its value and a
 * button to change it in place.
 *
 * Each field follows its own toggle (`name`, `avatar`, `profile`, `customData`): it is not there when that is `Off`, and
 * has no button when it is `ReadOnly`. With the tenant's settings the fields come in the tenant's choice and order,
 * with its words and rules; without, the standard claims come in a usual order.
 *
 * @summary Shows and edits the user's profile.
 *
 * @slot heading - Replaces the heading. Use an `<h1>` to `<h6>`.
 *
 * @event {LogtoProfileUpdatedEvent} logto-profile-updated - A field was saved.
 * @event {LogtoAccessChangedEvent} logto-access-changed - What the tenant lets the user do here became known, or changed.
 * @event {LogtoErrorEvent} logto-error - Saving failed. The tag already shows why and keeps what was typed.
 *
 * @csspart heading - The heading.
 * @csspart list - The list of rows.
 * @csspart row - Each row.
 * @csspart label - The name of a field.
 * @csspart value - The value of a field.
 * @csspart avatar - The picture, or the initial in its place.
 * @csspart actions - The place of the button in a row.
 * @csspart edit - Each button that opens a field.
 * @csspart form - The form of an open field.
 * @csspart field-label - The label of an input in a form.
 * @csspart input - Each input of a form.
 * @csspart hint - What the tenant says about a field, and which files can be a picture.
 * @csspart primary - The main button of a form.
 * @csspart save - The button that saves.
 * @csspart cancel - The button that closes a form without saving.
 * @csspart choose - The button that chooses a picture.
 * @csspart remove-avatar - The button that removes the picture.
 * @csspart dialog-heading - The heading of that dialog.
 * @csspart dialog - The dialog in which a picture is cropped.
 * @csspart status - The word in the row that was saved last.
 * @csspart notice - Why there is nothing to see: signed out, or not available here.
 * @csspart loading - The placeholder while the account is on its way.
 * @csspart error - Why an input is not right, or why loading or saving failed.
 * @csspart retry - The button that tries again.
 *
 * @cssstate loading - The account is on its way.
 * @cssstate signed-out - Nobody is signed in.
 * @cssstate failed - The account could not be loaded, or is not available here.
 * @cssstate off - The tenant has switched all of it off: the tag takes no space.
 * @cssstate read-only - Nothing here can be changed.
 */
export class LogtoProfile extends LitElement {
  static override styles = [baseStyles, rowStyles, formStyles, profileStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<ProfileMessageKey>(this, profileMessages);

  readonly #account = new AccountController(this, {
    ...profileNeeds,
    localize: this.#localize,
  });

  readonly #editors = new Map<string, RowEditor>();

  readonly #open = new ActionController(this, async (field: ProfileField, account: Account) => {
    const open = await this.#loadEditor(field);
    this.#status = '';
    this.#saved = undefined;
    const editor = open({
      host: this,
      id: uniqueId(),
      field,
      account,
      localize: this.#localize,
      connection: this.#account.connection,
      // One that was cancelled while it saved must not close the next.
      close: async (saved) => this.#editors.get(field.name) === editor && this.#close(field, saved),
    });
    this.#editors.set(field.name, editor);
    return undefined;
  });

  /** Said to screen readers; everybody else reads it in the row. */
  #status = '';
  #saved: string | undefined;
  #userId = '';

  constructor() {
    super();
    new UnsavedChangesController(this, () => [...this.#editors.values()].some(({ isDirty }) => isDirty));
  }

  protected override render() {
    return this.#account.render((ready) => this.#renderProfile(ready));
  }

  #renderProfile({ account, settings }: ReadyAccount) {
    if (this.#userId !== account.id) this.#editors.clear(); // nobody finishes what another user began
    this.#userId = account.id;
    const fields = profileFieldsOf(settings).filter(({ toggle }) => this.#account.accessTo(toggle) !== 'Off');
    const heading = this.#localize.text('profile.heading');
    return html`
      <slot name="heading"><h2 part="heading">${heading}</h2></slot>
      ${
        fields.length > 0
          ? html`<ul part="list" role="list" tabindex="-1" aria-label=${heading}>
              ${repeat(
                fields,
                ({ name }) => name,
                (field) => this.#renderRow(field, account),
              )}
            </ul>`
          : html`<p part="notice">${this.#localize.text('profile.empty')}</p>`
      }
      ${actionError(this.#localize, this.#open.error)}
      <p class="visually-hidden" role="status">${this.#status}</p>
    `;
  }

  #renderRow(field: ProfileField, account: Account) {
    const label = fieldLabel(this.#localize, field);
    const editor = this.readonly ? undefined : this.#editors.get(field.name);
    if (editor) return html`<li part="row">${editor.render()}</li>`;
    return html`
      <li part="row">
        <span part="label">${label}</span>
        <div part="value">${fieldValue(this.#localize, field, account)}</div>
        ${this.#account.accessTo(field.toggle) === 'Edit' ? this.#renderActions(field, label, account) : nothing}
      </li>
    `;
  }

  #renderActions(field: ProfileField, label: string, account: Account) {
    return html`
      <div part="actions" class="row-actions">
        ${
          field.name === this.#saved
            ? html`<span part="status" aria-hidden="true">${this.#localize.text('common.savedBriefly')}</span>`
            : nothing
        }
        <button
          part="edit"
          class="quiet"
          type="button"
          data-field=${field.name}
          aria-label=${this.#localize.text('common.editField', { field: label })}
          aria-disabled=${this.#open.pending}
          @click=${() => this.#edit(field, account)}
        >
          ${this.#localize.text('common.edit')}
        </button>
      </div>
    `;
  }

  async #edit(field: ProfileField, account: Account) {
    if (!(await this.#open.run(field, account))) return;
    await this.updateComplete;
    this.#editors.get(field.name)?.focus();
  }

  async #close(field: ProfileField, saved: boolean) {
    this.#editors.delete(field.name);
    this.#saved = saved ? field.name : undefined;
    this.#status = saved ? this.#localize.text('common.saved', { field: fieldLabel(this.#localize, field) }) : '';
    this.requestUpdate();
    await this.updateComplete;
    const selector = `[data-field="${CSS.escape(field.name)}"]`;
    const button = this.renderRoot.querySelector<HTMLElement>(selector);
    (button ?? this.renderRoot.querySelector<HTMLElement>('[part~="list"]'))?.focus();
  }

  /** Most visits change nothing, so the forms are loaded when one opens. */
  async #loadEditor(field: ProfileField) {
    if (field.type === 'Avatar') return (await loadModule(() => import('./avatar-editor.js'))).avatarEditor;
    return (await loadModule(() => import('./field-editor.js'))).fieldEditor;
  }
}
