import { LitElement } from 'lit';

import { AccountController } from '../../src/controllers/account-controller.js';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { loadModule } from '../../src/load-module.js';
import { dataExportMessages } from '../../src/localize/messages/en/data-export.js';
import { Question } from '../../src/rows/question.js';
import { rowStyles } from '../../src/rows/row.styles.js';
import { RowsController } from '../../src/rows/rows-controller.js';
import { saveFile } from '../../src/save-file.js';
import { dataExportRequirements } from '../../src/settings/element-requirements.js';
import { capabilities } from '../../src/state/account-layer.js';
import { baseStyles } from '../../src/styles/base.styles.js';
import { fileName } from '../../src/text/file-name.js';
import type { MissingData } from './collect-data.js';

const saveIcon = 'M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15';

/**
 * A copy of the user's data as a JSON file: what Logto keeps about them, without secrets. The file is made in the browser
 * after a proof, and nothing of it is kept. `docs/data-export.md` describes it.
 *
 * It has what the user may read with Logto's Account API, and more where the provider has an `account-api`. What is not in
 * it is named in the file, and here. Absent where the page's own layer has the data export off.
 *
 * @summary Gives the user a copy of their data.
 *
 * @csspart heading - The heading.
 * @csspart value - What there is to download.
 * @csspart download - The button that asks whether to make the file.
 * @csspart confirm - The button that makes it.
 * @csspart primary - The same button, as the one to press.
 *
 * @cssstate off - There is no copy to be had here: the element takes no space.
 * @cssstate read-only - A copy can be had.
 * @cssstate edit - Never, as there is nothing to change.
 */
export class LogtoDataExport extends LitElement {
  static override styles = [baseStyles, rowStyles];

  readonly #localize = new LocalizeController(this, dataExportMessages);
  readonly #account: AccountController = new AccountController(this, {
    ...dataExportRequirements,
    localize: this.#localize,
    expects: () => 1,
    resources: [capabilities],
    isEmpty: () => this.#account.person.client.accountApi !== undefined && !this.#offered,
  });
  readonly #rows: RowsController<keyof typeof dataExportMessages> = new RowsController(this, {
    account: this.#account,
    localize: this.#localize,
    heading: () => this.#localize.text('dataExport.heading'),
    rows: () => [
      {
        key: 'export',
        label: this.#localize.text('dataExport.label'),
        icon: saveIcon,
        value: this.#localize.text('dataExport.value'),
        isUnset: true,
        actions: [
          {
            part: 'download',
            text: this.#localize.text('dataExport.download'),
            label: this.#localize.text('dataExport.downloadLabel'),
            open: this.#ask,
            task: '',
          },
        ],
      },
    ],
  });

  /** Asks whether to make the file, as the button does. Gives whether it is asked then. */
  open(): Promise<boolean> {
    return this.#rows.openTask();
  }

  protected override render() {
    return this.#rows.render();
  }

  /** The parts that the page's own layer has. */
  get #offered(): readonly string[] | undefined {
    return this.#account.value(capabilities)?.dataExport?.parts;
  }

  readonly #ask = (): Question => {
    let missing: readonly MissingData[] = [];
    return new Question(this.#rows, {
      text: () => ({
        question: this.#localize.text('dataExport.question'),
        confirm: this.#localize.text('dataExport.download'),
        pending: this.#localize.text('dataExport.collecting'),
        cancel: this.#localize.text('common.cancel'),
      }),
      isDanger: () => false,
      run: async () => {
        missing = await this.#save();
        return undefined;
      },
      said: () => this.#textFor(missing),
    });
  };

  /** Gives what is not in the file. */
  async #save(): Promise<readonly MissingData[]> {
    const { person, signal, context } = this.#account;
    const { collectData } = await loadModule(() => import('./collect-data.js'));
    const file = await collectData(person, {
      offered: this.#offered ?? [],
      canSignIn: context.signInAfresh !== undefined,
    });
    signal.throwIfAborted(); // it is not for who is here now
    const day = file.createdAt.slice(0, 10);
    const name = fileName([location.hostname, 'account-data', day], 'json');
    saveFile(name, JSON.stringify(file, null, 2), 'application/json');
    return file.missing;
  }

  #textFor(missing: readonly MissingData[]): string {
    const saved = this.#localize.text('dataExport.saved');
    if (missing.length === 0) return saved;
    const names = missing.map(({ part }) => this.#localize.text(`dataExport.part.${part}`));
    const parts = new Intl.ListFormat(this.#localize.lang).format(names);
    return `${saved} ${this.#localize.text('dataExport.missing', { parts })}`;
  }
}
