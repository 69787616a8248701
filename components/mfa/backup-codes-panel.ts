import { html, nothing } from 'lit';

import type { BackupCode } from '../../src/api/mfa.js';
import { CopyController } from '../../src/controllers/copy-controller.js';
import { descriptionId, Panel } from '../../src/rows/panel.js';
import { saveFile } from '../../src/save-file.js';
import { fileName } from '../../src/text/file-name.js';
import { calendarDate } from '../../src/localize/calendar-date.js';
import { copyResult } from '../../src/controllers/copy-result.js';
import type { MfaMessageKey, MfaRowsController } from './mfa-rows-controller.js';
import { printCodes, type CodesSheet } from './print-codes.js';

export interface CodesOwner {
  /** The service, as it is named on paper. */
  service: string;
  accountName: string;
}

interface BackupCodesOptions extends CodesOwner {
  codes: readonly BackupCode[];
  /** New codes stay until the user says that they are saved. */
  areNew: boolean;
}

/** Backup codes, to be kept: copied, downloaded or printed. Used ones are crossed out, and not among those. */
export class BackupCodesPanel extends Panel<MfaMessageKey> {
  readonly #copy: CopyController;
  readonly #unused: readonly string[];

  constructor(
    rows: MfaRowsController,
    private readonly options: BackupCodesOptions,
  ) {
    super(rows);
    this.#copy = new CopyController(rows.host);
    this.#unused = options.codes.filter(({ usedAt }) => !usedAt).map(({ code }) => code);
  }

  override get isSecret() {
    return true;
  }

  override get isDirty() {
    return this.options.areNew;
  }

  override get isBusy() {
    return this.options.areNew;
  }

  override render() {
    const { localize } = this.rows;
    const { areNew, codes } = this.options;
    return html`
      <p id=${descriptionId}>
        ${localize.text(areNew ? 'mfa.newCodes' : 'mfa.storedCodes')}
        ${this.#unused.length < codes.length ? localize.text('mfa.usedCodes') : nothing}
      </p>
      <ol part="codes" role="list" translate="no">
        ${codes.map((code) => this.#renderCode(code))}
      </ol>
      ${this.#unused.length > 0 ? this.#renderWaysToKeep() : nothing} ${copyResult(localize, this.#copy.result)}
      <div class="actions">
        ${
          areNew
            ? html`<button part="done primary" type="button" @click=${this.#keep}>
                ${localize.text('mfa.saved')}
              </button>`
            : html`<button part="cancel" type="button" @click=${() => this.rows.current.cancel()}>
                ${localize.text('mfa.close')}
              </button>`
        }
      </div>
    `;
  }

  #renderCode({ code, usedAt }: BackupCode) {
    const used = () => this.rows.localize.text('mfa.used');
    return html`<li part="code">
      ${usedAt ? html`<s><code>${code}</code></s> <span class="used">${used()}</span>` : html`<code>${code}</code>`}
    </li>`;
  }

  #renderWaysToKeep() {
    const { localize } = this.rows;
    return html`<div class="actions">
      <button part="copy" type="button" @click=${() => this.#copy.copy(this.#unused.join('\n'))}>
        ${localize.text('mfa.copyCodes')}
      </button>
      <button part="download" type="button" @click=${this.#download}>${localize.text('mfa.download')}</button>
      <button part="print" type="button" @click=${this.#print}>${localize.text('mfa.print')}</button>
    </div>`;
  }

  readonly #keep = () => this.close(() => this.rows.localize.text('mfa.codesKept'));

  /** Of two accounts there are two files. */
  readonly #download = () => {
    const { service, accountName } = this.options;
    saveFile(fileName(['backup-codes', service, accountName], 'txt'), textOf(this.#sheet), 'text/plain');
  };

  readonly #print = () => this.rows.places.form && printCodes(this.rows.places.form, this.#sheet);

  get #sheet(): CodesSheet {
    const { localize, host } = this.rows;
    const { service, accountName } = this.options;
    return {
      title: localize.text('mfa.sheet', { service }),
      accountName,
      explanation: localize.text('mfa.aboutCodes'),
      codes: this.#unused,
      lang: localize.lang,
      dir: getComputedStyle(host).direction,
      date: calendarDate(Date.now(), localize.lang),
    };
  }
}

const textOf = ({ title, accountName, explanation, codes, date }: CodesSheet) =>
  [title, accountName, date, explanation, '', ...codes, ''].join('\n');
