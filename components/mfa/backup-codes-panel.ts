import { html, nothing } from 'lit';

import type { BackupCode } from '../../src/api/mfa.js';
import { CopyController } from '../../src/controllers/copy-controller.js';
import { calendarDate } from '../../src/ui/calendar-date.js';
import { copyResult } from '../../src/ui/copy-result.js';
import type { RowPanel } from '../../src/ui/row-panel.js';
import { downloadText } from './download-text.js';
import type { MfaPanelOptions } from './mfa-panel.js';
import { printCodes, type CodesSheet } from './print-codes.js';

export interface BackupCodesPanelOptions extends MfaPanelOptions {
  codes: readonly BackupCode[];
  /** New codes stay until the user says that they are saved. */
  areNew: boolean;
  /** The service, as it is named on paper. */
  service: string;
  accountName: string;
}

/** Backup codes, to be kept: copied, downloaded or printed. Used ones are crossed out, and not among those. */
export function backupCodesPanel(options: BackupCodesPanelOptions): RowPanel {
  const { host, localize, rows, codes, areNew, service, accountName } = options;
  const unused = codes.filter(({ usedAt }) => !usedAt).map(({ code }) => code);
  const copy = new CopyController(host);
  const sheet = (): CodesSheet => ({
    title: localize.text('mfa.sheet', { service }),
    accountName,
    explanation: localize.text('mfa.aboutCodes'),
    codes: unused,
    lang: localize.lang,
    dir: getComputedStyle(host).direction,
    date: calendarDate(Date.now(), localize.lang),
  });

  const print = ({ currentTarget }: Event) =>
    printCodes((currentTarget as Element).closest('[part~="form"]')!, sheet());

  return {
    isDirty: areNew,
    isBusy: areNew,
    render: () => html`
      <p>
        ${localize.text(areNew ? 'mfa.newCodes' : 'mfa.storedCodes')}
        ${unused.length < codes.length ? localize.text('mfa.usedCodes') : nothing}
      </p>
      <ol part="codes" role="list" translate="no">
        ${codes.map(
          ({ code, usedAt }) =>
            html`<li part="code">
              ${
                usedAt
                  ? html`<s><code>${code}</code></s> <span class="used">${localize.text('mfa.used')}</span>`
                  : html`<code>${code}</code>`
              }
            </li>`,
        )}
      </ol>
      ${
        unused.length > 0
          ? html`<div class="actions">
              <button part="copy" type="button" @click=${() => copy.copy(unused.join('\n'))}>
                ${localize.text('mfa.copyCodes')}
              </button>
              <button part="download" type="button" @click=${() => downloadText('backup-codes.txt', textOf(sheet()))}>
                ${localize.text('mfa.download')}
              </button>
              <button part="print" type="button" @click=${print}>${localize.text('mfa.print')}</button>
            </div>`
          : nothing
      }
      ${copyResult(localize, copy.result)}
      <div class="actions">
        ${
          areNew
            ? html`<button part="done primary" type="button" @click=${() => rows.close(localize.text('mfa.codesKept'))}>
                ${localize.text('mfa.saved')}
              </button>`
            : html`<button part="cancel" type="button" @click=${() => rows.close()}>
                ${localize.text('mfa.close')}
              </button>`
        }
      </div>
    `,
  };
}

const textOf = ({ title, accountName, explanation, codes, date }: CodesSheet) =>
  [title, accountName, date, explanation, '', ...codes, ''].join('\n');
