import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

import { avatarStyles } from '../../src/avatar/avatar.styles.js';
import { AccountController, type ReadyAccount } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { profileMessages } from '../../src/localize/messages/en/profile.js';
import type { ProfileField } from './fields/profile-field.js';
import { profileFieldsOf } from './fields/profile-fields.js';
import type { Row, RowAction } from '../../src/rows/row.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { profileRequirements } from '../../src/settings/element-requirements.js';
import { loadModule } from '../../src/load-module.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { fieldLabel, type ProfileMessageKey } from './field-label.js';
import { fieldValue } from './rendered-value.js';
import { profileStyles } from './profile.styles.js';

/**
 * The user's picture, name, standard claims and the tenant's own profile fields, each in a row with its value and a
 * button to change it in place.
 *
 * Each field follows its own toggle (`name`, `avatar`, `profile`, `customData`): it is not there when that is `Off`, and
 * has no button when it is `ReadOnly`. With the tenant's settings the fields come in the tenant's choice and order,
 * with its words and rules; without, the standard claims come in a usual order. Words that are no more than Logto's English
 * for a standard claim follow the language of the page; `addMessages` gives any field words for each language.
 *
 * @summary Shows and edits the user's profile.
 *
 * @event {LogtoProfileUpdatedEvent} logto-profile-updated - A field was saved.
 *
 * @csspart heading - The heading.
 * @csspart value - The value of a field.
 * @csspart avatar - The picture, or the initial in its place.
 * @csspart edit - Each button that opens a field.
 * @csspart primary - The main button of the dialog in which a picture is cropped.
 * @csspart save - The same button.
 * @csspart cancel - The button that closes the dialog.
 * @csspart dialog-heading - The heading of that dialog.
 * @csspart dialog - The dialog in which a picture is cropped.
 * @csspart status - The word in the row that was saved last.
 *
 * @cssstate off - The tenant has switched all of it off: the element takes no space.
 */
export class LogtoProfile extends LitElement {
  static override styles = [baseStyles, rowStyles, avatarStyles, profileStyles];

  /** Hides the buttons, even where the tenant allows changes. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #localize = new LocalizeController<ProfileMessageKey>(this, profileMessages);

  readonly #account = new AccountController(this, {
    ...profileRequirements,
    localize: this.#localize,
    expects: (settings) => profileFieldsOf(settings).length,
  });

  readonly #rows: RowsController<ProfileMessageKey> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('profile.heading'),
    empty: () => this.#localize.text('profile.empty'),
    savedText: () => this.#localize.text('common.savedBriefly'),
    rows: (ready) => this.#rowsOf(ready),
  });

  /**
   * Opens the form of a field, by its name at Logto, such as `nickname`; without a name, of the first. Gives whether it is
   * open then: not where nothing may be changed.
   */
  open(field?: string): Promise<boolean> {
    return this.#rows.openTask(field);
  }

  protected override render() {
    return this.#rows.render();
  }

  #rowsOf({ account, settings }: ReadyAccount): Row[] {
    const isHidden = ({ name }: ProfileField) => name === 'address' && this.#account.lacks('address');
    const fields = profileFieldsOf(settings).filter(
      (field) => this.#account.accessTo(field.toggle) !== 'Off' && !isHidden(field),
    );
    return fields.map((field) => ({
      key: field.name,
      label: fieldLabel(this.#localize, field),
      value: fieldValue(this.#localize, field, account),
      actions: this.#account.accessTo(field.toggle) === 'Edit' ? [this.#editAction(field)] : [],
    }));
  }

  #editAction(field: ProfileField): RowAction {
    return {
      part: 'edit',
      text: this.#localize.text('common.edit'),
      label: this.#localize.text('common.editField', { field: fieldLabel(this.#localize, field) }),
      open: () => this.#loadForm(field),
      task: field.name,
    };
  }

  /** Most visits change nothing, so the forms are loaded when one opens. */
  async #loadForm(field: ProfileField) {
    if (field.type === 'Avatar') {
      const { AvatarForm } = await loadModule(() => import('./avatar-form.js'));
      return new AvatarForm(this.#rows, field);
    }
    const { FieldForm } = await loadModule(() => import('./field-form.js'));
    return new FieldForm(this.#rows, field);
  }
}
