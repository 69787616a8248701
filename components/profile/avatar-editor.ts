import { html, nothing } from 'lit';

import { AccountError } from '../../src/api/account-error.js';
import { uploadAvatar } from '../../src/api/account.js';
import { ActionController } from '../../src/controllers/action-controller.js';
import { profileFormMessages } from '../../src/localize/messages/en/profile-forms.js';
import { problemOf, type FieldProblem } from '../../src/profile/field-rules.js';
import { loadModule } from '../../src/state/load-module.js';
import { httpUrl } from '../../src/ui/http-url.js';
import { avatarAccept, avatarFileProblem, avatarMaxBytes } from './avatar-file.js';
import { avatarImage } from './avatar-image.js';
import { fieldLabel, type ProfileLocalize, type ProfileMessageKey } from './field-label.js';
import { problemText } from './field-problem-text.js';
import { formFrame } from './form-frame.js';
import { LogtoProfileUpdatedEvent } from './profile-updated-event.js';
import type { RowEditor, RowEditorOptions } from './row-editor.js';
import { saveField } from './save-field.js';

/** The form of the picture: a file, cropped and uploaded; or a link; or none. */
export function avatarEditor(options: RowEditorOptions): RowEditor {
  const { host, id, field, account, localize, connection, close } = options;
  localize.add(profileFormMessages);
  const initial = httpUrl(account.avatar) ?? '';
  let link = initial;
  let problem: FieldProblem | undefined;
  let fileProblem: 'type' | 'size' | undefined;
  /** Stored already; should only the last step fail, the next try does not upload again. */
  let uploaded: { file: File; url: string } | undefined;
  let chosen: File | undefined;

  const saveUrl = async (url: string) => {
    await saveField(connection.store, field, url, account);
    return new LogtoProfileUpdatedEvent(field.name);
  };

  const save = new ActionController(host, async () => {
    problem = link === initial ? undefined : await problemOf(field, link);
    return problem || link === initial ? undefined : saveUrl(link);
  });

  const crop = new ActionController(host, async (file: File) => {
    const { cropAvatar } = await loadModule(() => import('./avatar-cropper.js'));
    chosen = await cropAvatar(host.renderRoot as ShadowRoot, file, cropperLabels(localize));
    return undefined;
  });

  const upload = new ActionController(host, async (file: File) => {
    if (uploaded?.file !== file) uploaded = { file, url: await storedUrl(file) };
    return saveUrl(uploaded.url);
  });

  const remove = new ActionController(host, () => saveUrl(''));

  async function storedUrl(file: File): Promise<string> {
    const url = httpUrl((await uploadAvatar(connection.store.client, file)).url);
    if (!url) throw new AccountError('unexpected', 'malformed_response');
    return url;
  }

  async function choose({ currentTarget }: Event) {
    const picker = currentTarget as HTMLInputElement;
    const file = picker.files?.[0];
    picker.value = ''; // so that choosing the same file again is noticed
    if (!file) return;
    startAnew();
    fileProblem = avatarFileProblem(file);
    host.requestUpdate();
    if (!fileProblem && (await crop.run(file)) && chosen) await send(chosen);
  }

  const send = async (file: File) => (await upload.run(file)) && close(true);

  const startAnew = () => {
    problem = fileProblem = undefined;
    [save, crop, upload, remove].forEach((action) => action.clear());
  };

  async function submit(event: Event) {
    event.preventDefault();
    if (pending()) return;
    const wasChanged = link !== initial;
    if ((await save.run()) && !problem) return close(wasChanged);
    await host.updateComplete;
    if (problem) formElement('[aria-invalid="true"]')?.focus();
  }

  const formElement = (selector: string) => host.renderRoot.querySelector<HTMLElement>(`#${id} ${selector}`);
  const size = () => (avatarMaxBytes / 1024 / 1024).toLocaleString(localize.lang, { style: 'unit', unit: 'megabyte' });
  const error = () => save.error ?? crop.error ?? upload.error ?? remove.error;
  const pending = () => save.pending || upload.pending || remove.pending;

  return {
    get isDirty() {
      return link !== initial || upload.pending;
    },
    focus: () => formElement('[part~="choose"]')?.focus(),
    render: () =>
      formFrame({
        id,
        localize,
        label: fieldLabel(localize, field),
        error: error(),
        errorWords: errorWords(localize, error(), size()),
        pending: pending(),
        submit,
        cancel: () => close(false),
        content: html`
          ${avatarImage(localize, account)}
          <div class="actions">
            <input type="file" hidden accept=${avatarAccept} @change=${choose} />
            <button
              part="choose"
              type="button"
              aria-disabled=${pending()}
              aria-describedby="${id}-hint"
              @click=${() => !pending() && formElement('input[type="file"]')?.click()}
            >
              ${localize.text(upload.pending ? 'profile.avatar.uploading' : 'profile.avatar.choose')}
            </button>
            ${
              account.avatar
                ? html`<button
                    part="remove-avatar"
                    type="button"
                    aria-disabled=${pending()}
                    @click=${async () => (await remove.run()) && close(true)}
                  >
                    ${localize.text('profile.avatar.remove')}
                  </button>`
                : nothing
            }
            ${
              upload.error && chosen
                ? html`<button part="retry" type="button" @click=${() => chosen && send(chosen)}>
                    ${localize.text('common.retry')}
                  </button>`
                : nothing
            }
          </div>
          <p part="hint" id="${id}-hint">${localize.text('profile.avatar.hint', { size: size() })}</p>
          ${
            fileProblem
              ? html`<p part="error" role="alert">
                  ${localize.text(`profile.avatar.${fileProblem}`, { size: size() })}
                </p>`
              : nothing
          }
          <div class="field">
            <label for="${id}-input">${localize.text('profile.avatar.link')}</label>
            <input
              part="input"
              id="${id}-input"
              type="url"
              dir="ltr"
              name="avatar"
              autocomplete="off"
              placeholder="https://"
              .value=${link}
              aria-invalid=${problem !== undefined}
              aria-describedby="${id}-problem"
              @input=${({ target }: Event) => {
                link = (target as HTMLInputElement).value;
                startAnew();
                host.requestUpdate();
              }}
            />
            ${problem ? html`<p part="error" id="${id}-problem">${problemText(localize, field, problem)}</p>` : nothing}
          </div>
        `,
      }),
  };
}

const wordsByCode: Partial<Record<string, ProfileMessageKey>> = {
  'storage.not_configured': 'profile.avatar.noStorage',
  'guard.mime_type_not_allowed': 'profile.avatar.type',
  'guard.file_size_exceeded': 'profile.avatar.size',
};

function errorWords(localize: ProfileLocalize, error: AccountError | undefined, size: string): string | undefined {
  const key = error && wordsByCode[error.code];
  return key && localize.text(key, { size });
}

const cropperLabels = (localize: ProfileLocalize) => ({
  title: localize.text('profile.avatar.cropTitle'),
  description: localize.text('profile.avatar.cropHelp'),
  area: localize.text('profile.avatar.cropArea'),
  zoom: localize.text('profile.avatar.zoom'),
  preview: localize.text('profile.avatar.preview'),
  save: localize.text('profile.avatar.use'),
  cancel: localize.text('common.cancel'),
  unreadable: localize.text('profile.avatar.unreadable'),
});
