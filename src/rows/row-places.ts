import type { ReactiveElement } from 'lit';

import type { Row } from './row.js';

export interface Place {
  /** The row, and the part of the button in it that was pressed. */
  key: string;
  part: string;
}

/** Finds in the shadow DOM what the focus goes to. */
export class RowPlaces {
  constructor(
    private readonly host: ReactiveElement,
    private readonly rows: () => readonly Row[],
  ) {}

  get list(): HTMLElement | undefined {
    return this.#find('[part~="list"]');
  }

  /** Where the open panel is. */
  get form(): HTMLElement | undefined {
    return this.#find('[part~="form"]');
  }

  /** The button in the page; another one of the row where that is gone. */
  buttonAt({ key, part }: Place): HTMLElement | undefined {
    const row = this.list?.children[this.rows().findIndex((each) => each.key === key)];
    return (
      row?.querySelector<HTMLElement>(`[part~="${part}"]`) ?? row?.querySelector<HTMLElement>('button') ?? undefined
    );
  }

  /** After the next rendering, which may bring it back. Without a row to the list. */
  async focusButton(place: Place): Promise<void> {
    await this.host.updateComplete;
    (this.buttonAt(place) ?? this.list)?.focus();
  }

  #find(selector: string): HTMLElement | undefined {
    return this.host.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }
}
