import type { Place } from './row.js';
import type { RowsController } from './rows-controller.js';

/** Finds in the shadow DOM what the focus goes to. */
export class RowPlaces {
  constructor(private readonly rows: RowsController) {}

  get list(): HTMLElement | undefined {
    return this.#find('[part~="list"]');
  }

  /** Where the open panel is. */
  get form(): HTMLElement | undefined {
    return this.#find('[part~="form"]');
  }

  /** The button in the page; another one of the row where that is gone. */
  buttonAt({ key, part }: Place): HTMLElement | undefined {
    const row = this.list?.children[this.rows.all.findIndex((each) => each.key === key)];
    return (
      row?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? row?.querySelector<HTMLElement>('button') ?? undefined
    );
  }

  /** After the next rendering, which may bring it back. Without a row to the list. */
  async focusButton(place: Place): Promise<void> {
    await this.rows.host.updateComplete;
    (this.buttonAt(place) ?? this.list)?.focus();
  }

  #find(selector: string): HTMLElement | undefined {
    return this.rows.host.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }
}
