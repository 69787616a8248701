import { html, nothing } from 'lit';

import { AccountError, isForGood } from '../../src/api/account-error.js';
import { uploadAvatar } from '../../src/api/account.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { changing } from '../../src/forms/light-dom-element.js';
import { textField, textIn } from '../../src/forms/fields.js';
import { profileFormMessages } from '../../src/localize/messages/en/profile-forms.js';
import { problemOf, type FieldProblem } from './fields/field-rules.js';
import type { ProfileField } from './fields/profile-field.js';
import { FormPanel } from '../../src/rows/form-panel.js';
import type { RowsController } from '../../src/rows/rows-controller.js';
import { loadModule } from '../../src/load-module.js';
import { httpUrl } from '../../src/text/http-url.js';
import { fieldLabel, type ProfileLocalize, type ProfileMessageKey } from './field-label.js';
import { ownAvatar } from './rendered-value.js';
import { problemText } from './field-problem-text.js';
import { saveField } from './save-field.js';

/** The form of the picture: a file, cropped and uploaded; or a link; or none. */
export class AvatarForm extends FormPanel<ProfileMessageKey> {
  readonly #account;
  readonly #signal: AbortSignal;
  readonly #initial: string;
  readonly #crop: ActionController<[File]>;
  readonly #upload: ActionController<[File]>;
  readonly #removal: ActionController;
  #problem: FieldProblem | undefined;
  #isEmptyFile = false;
  #chosen: File | undefined;
  /** Stored already; should only the last step fail, the next try does not upload again. */
  #uploaded: { file: File; url: string } | undefined;

  constructor(
    rows: RowsController<ProfileMessageKey>,
    private readonly field: ProfileField,
  ) {
    super(rows);
    const { host, localize, account } = rows;
    localize.add(profileFormMessages);
    this.#account = this.person.account;
    this.#signal = account.signal;
    this.#initial = httpUrl(this.#account.avatar) ?? '';
    this.#crop = new ActionController(host, async (file) => {
      const { cropAvatar } = await loadModule(() => import('./avatar-cropper.js'));
      this.#chosen = await cropAvatar(host.renderRoot as ShadowRoot, file, cropperLabels(localize), this.#signal);
      return undefined;
    });
    this.#upload = new ActionController(host, async (file) => {
      if (this.#uploaded?.file !== file) this.#uploaded = { file, url: await this.#store(file) };
      return this.#saveUrl(this.#uploaded.url);
    });
    this.#removal = new ActionController(host, () => this.#saveUrl(''));
  }

  override get isBusy() {
    return this.#isSaving || this.#crop.pending;
  }

  override get isDirty() {
    return super.isDirty || this.#upload.pending;
  }

  override get error() {
    return super.error ?? this.#crop.error ?? this.#upload.error ?? this.#removal.error;
  }

  override render() {
    return html`${ownAvatar(this.rows.localize, this.#account)} ${super.render()}`;
  }

  override focus() {
    const invalid = this.find('[aria-invalid="true"]');
    if (invalid) invalid.focus();
    else if (!this.hasFocus) this.find('.choose')?.focus();
  }

  protected override get form() {
    return { ...super.form, ...this.#progress };
  }

  protected override renderFields() {
    const { localize } = this.rows;
    const isOver = this.error !== undefined && isForGood(this.error);
    const isSaving = this.#isSaving;
    return html`
      <div class="actions">
        <input type="file" hidden accept="image/*" @change=${this.#choose} />
        <button
          class="choose"
          type="button"
          aria-disabled=${isSaving || isOver}
          aria-describedby="${this.id}-files"
          @click=${() => !isSaving && !isOver && this.find('input[type="file"]')?.click()}
        >
          ${changing(localize.text(this.#upload.pending ? 'profile.avatar.uploading' : 'profile.avatar.choose'))}
        </button>
        ${
          this.#account.avatar && !isOver
            ? html`<button class="remove-avatar" type="button" aria-disabled=${isSaving} @click=${this.#remove}>
                ${changing(localize.text('profile.avatar.remove'))}
              </button>`
            : nothing
        }
        ${
          this.#upload.error && mayPass(this.#upload.error) && this.#chosen
            ? html`<button class="retry" type="button" @click=${this.#send}>
                ${changing(localize.text('common.retry'))}
              </button>`
            : nothing
        }
      </div>
      <p class="hint" id="${this.id}-files">${changing(localize.text('profile.avatar.hint'))}</p>
      ${this.#isEmptyFile ? html`<p class="error" role="alert">${changing(localize.text('profile.avatar.empty'))}</p>` : nothing}
      ${textField({
        id: this.id,
        label: localize.text('profile.avatar.link'),
        name: 'avatar',
        type: 'url',
        autocomplete: 'off',
        placeholder: 'https://',
        value: this.#initial,
        problem: this.#problem && problemText(localize, this.field, this.#problem),
        onInput: () => this.startAnew(),
      })}
    `;
  }

  protected override read(form: HTMLFormElement) {
    return textIn(form, 'avatar');
  }

  protected override async save(link: string) {
    if (link === this.#initial) return undefined;
    this.#problem = await problemOf(this.field, link);
    return this.#problem ? undefined : this.#saveUrl(link);
  }

  protected override done(): Promise<void> {
    return this.#problem ? this.rows.current.focus() : super.done();
  }

  protected override said() {
    const { localize } = this.rows;
    return localize.text('common.saved', { field: fieldLabel(localize, this.field) });
  }

  protected override startAnew() {
    this.#problem = undefined;
    this.#isEmptyFile = false;
    [this.#crop, this.#upload, this.#removal].forEach((action) => action.clear());
    super.startAnew();
  }

  readonly #choose = async ({ currentTarget }: Event) => {
    const picker = currentTarget as HTMLInputElement;
    const file = picker.files?.[0];
    picker.value = ''; // so that choosing the same file again is noticed
    if (!file) return;
    this.startAnew();
    this.#isEmptyFile = file.size === 0;
    this.update();
    if (this.#isEmptyFile || !(await this.#crop.run(file))) return;
    if (this.#chosen) await this.#send();
    else this.focus(); // some browsers give a pressed button no focus, so the dialog has nowhere to give it back to
  };

  readonly #send = async () => {
    if (this.#chosen && (await this.#upload.run(this.#chosen))) await this.close(() => this.said());
  };

  readonly #remove = async () => {
    if (!this.isBusy && (await this.#removal.run())) await this.close(() => this.said());
  };

  async #store(file: File): Promise<string> {
    const url = httpUrl((await uploadAvatar(this.person.client, file)).url);
    if (!url) throw new AccountError('unexpected', 'malformed_response');
    return url;
  }

  #saveUrl(url: string): Promise<Event> {
    return saveField(this.person, this.field, url, this.#account);
  }

  /** With the dialog open the form waits, and nothing of it is on its way. */
  get #isSaving(): boolean {
    return super.isBusy || this.#upload.pending || this.#removal.pending;
  }

  get #progress() {
    const { localize } = this.rows;
    const pending = this.#isSaving;
    return { pending, submitText: localize.text(pending ? 'common.saving' : 'common.save') };
  }
}

/** Whether the same picture may be taken the next time. A refusal is for good: it would only be uploaded again. */
const mayPass = ({ kind }: AccountError) =>
  ['network', 'timeout', 'rate-limited', 'unexpected', 'signed-out'].includes(kind);

const cropperLabels = (localize: ProfileLocalize) => ({
  title: localize.text('profile.avatar.cropTitle'),
  description: localize.text('profile.avatar.cropHelp'),
  area: localize.text('profile.avatar.cropArea'),
  zoom: localize.text('profile.avatar.zoom'),
  preview: localize.text('profile.avatar.preview'),
  save: localize.text('profile.avatar.use'),
  cancel: localize.text('common.cancel'),
  still: localize.text('profile.avatar.still'),
  unreadable: localize.text('profile.avatar.unreadable'),
});
