import { html, nothing, type ReactiveElement } from 'lit';

import { ActionController } from '../../src/controllers/action-controller.js';
import type { OpenRowController } from '../../src/controllers/open-row-controller.js';
import type { Localizer } from '../../src/localize/localizer.js';
import type { deleteAccountMessages } from '../../src/localize/messages/en/delete-account.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { actionError } from '../../src/ui/status-templates.js';
import { uniqueId } from '../../src/ui/unique-id.js';

export interface DeleteAccountPanelOptions {
  host: ReactiveElement;
  localize: Localizer<keyof typeof deleteAccountMessages>;
  rows: OpenRowController;
  /** What the user types, so that nobody deletes an account by a slip. */
  word: string;
  /** Whether the user is sent to another page for it. */
  isElsewhere: boolean;
  /** Does it; gives whether it is done here and now. */
  run: () => Promise<boolean>;
}

/** Asks for a word before the account is deleted. */
export function deleteAccountPanel(options: DeleteAccountPanelOptions): RowPanel {
  const { host, localize, rows, word, isElsewhere } = options;
  const id = uniqueId();
  let isMismatch = false;
  let isDone = false;

  const action = new ActionController(host, async () => {
    isDone = await options.run();
    return undefined;
  });

  const submit = async (event: Event) => {
    event.preventDefault();
    const typed = (event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '';
    isMismatch = !isSame(typed, word, localize.lang);
    host.requestUpdate();
    if (isMismatch) return rows.focusForm();
    if (await action.run()) return rows.close(isDone ? localize.text('deleteAccount.done') : '');
    return rows.focusForm();
  };

  const startAnew = () => {
    isMismatch = false;
    action.clear();
    host.requestUpdate();
  };

  return {
    get isBusy() {
      return action.pending;
    },
    get error() {
      return action.error;
    },
    render: () => html`
      <form
        novalidate
        aria-busy=${action.pending}
        @submit=${submit}
        @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && !event.isComposing && rows.cancel()}
      >
        <p>
          ${localize.text('deleteAccount.question')} ${isElsewhere ? localize.text('deleteAccount.elsewhere') : nothing}
        </p>
        <div class="field">
          <label part="field-label" for=${id}>${localize.text('deleteAccount.type', { word })}</label>
          <input
            part="input"
            id=${id}
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            aria-invalid=${isMismatch}
            aria-describedby="${id}-problem"
            @input=${startAnew}
          />
          ${
            isMismatch
              ? html`<p part="error" id="${id}-problem">${localize.text('deleteAccount.mismatch', { word })}</p>`
              : nothing
          }
        </div>
        ${actionError(localize, action.error)}
        <div class="actions">
          <button part="confirm danger" class="destructive" type="submit" aria-disabled=${action.pending}>
            ${localize.text(action.pending ? 'deleteAccount.pending' : 'deleteAccount.delete')}
          </button>
          <button part="cancel" type="button" aria-disabled=${action.pending} @click=${() => rows.cancel()}>
            ${localize.text('common.cancel')}
          </button>
        </div>
      </form>
    `,
  };
}

/** Whatever the case, in the letters of the language; without the marks that came along when the word was copied. */
const isSame = (typed: string, word: string, lang: string) =>
  plain(typed).localeCompare(plain(word), lang, { sensitivity: 'accent' }) === 0;

const plain = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, '').trim();
